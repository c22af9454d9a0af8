"""X's rules for the length of a text, proven on X's own conformance data."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.compose.weighted_length import LIMIT, holds_link, weighted_length

SHARED = Path(__file__).parents[2].parent / "shared"
VALIDATE = SHARED / "data" / "twitter-text" / "validate.yml"


def _section(name: str) -> list[dict[str, Any]]:
    if not VALIDATE.is_file():
        pytest.skip("the conformance data of twitter-text is not beside this folder")
    loaded = yaml.safe_load(VALIDATE.read_text(encoding="utf-8"))
    cases: list[dict[str, Any]] = loaded["tests"][name]
    assert len(cases) > 1
    return cases


def _differing(cases: list[dict[str, Any]]) -> list[str]:
    return [
        f"{case['description']}: {weighted_length(case['text'])}, not "
        f"{case['expected']['weightedLength']}"
        for case in cases
        if weighted_length(case["text"]) != case["expected"]["weightedLength"]
    ]


@pytest.mark.parametrize(
    "name",
    [
        "WeightedTweetsWithDiscountedEmojiCounterTest",
        "UnicodeDirectionalMarkerCounterTest",
    ],
)
def test_conformance_with_the_rules_in_force(name: str) -> None:
    assert _differing(_section(name)) == []


def test_conformance_with_the_rules_before_emoji_were_discounted() -> None:
    # This section is written for configuration v2, which counts the parts of an emoji
    # and the joiners; v3 must differ there and nowhere else.
    differing = _differing(_section("WeightedTweetsCounterTest"))
    assert len(differing) == 2
    assert differing[0].startswith("Count a mix of single byte single word, and double")
    assert differing[1].startswith("Count unicode emoji chars outside the basic")


def test_conformance_of_what_is_accepted() -> None:
    for case in _section("tweets"):
        length = weighted_length(case["text"])
        if "141" in case["description"]:
            # These two expect the limit of 140 that was given up in 2017.
            assert length <= LIMIT
            assert not case["expected"]
            continue
        accepted = 0 < length <= LIMIT and not set("\ufffe\ufeff\uffff") & set(
            case["text"]
        )
        assert accepted == case["expected"], case["description"]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("abc", 3),
        ("図書館", 6),
        ("ﾊﾝｶｸ", 8),
        ("Ａ１", 4),
        ("「」、。", 8),
        ("“quoted” – it’s", 15),
        ("\r\n", 2),
        ("e\u0301", 1),
        ("か\u3099", 2),
        ("Ω", 1),
        ("㈱①", 4),
        ("👨‍👩‍👧‍👦", 2),
        ("🇯🇵", 2),
        ("🇯🇵🇺🇸", 4),
        ("🇦🇦", 4),
        ("1️⃣", 2),
        ("#️⃣", 2),
        ("👍🏽", 2),
        ("👩🏽‍🚒", 2),
        ("🏳️‍🌈", 2),
        ("❤️", 2),
        ("⭐️", 2),
        ("☀", 2),
        ("😀\ufe0f", 4),
        ("図\u200d書", 5),
        # Emoji younger than the published rules count by their parts.
        ("🧑‍🎓", 5),
        # Implementations differ; the larger count is taken.
        ("©", 2),
        ("®", 2),
        ("©\ufe0f", 2),
    ],
)
def test_weight_of_characters(text: str, length: int) -> None:
    assert weighted_length(text) == length


LONG_PATH = "https://www.lib.example.lg.jp/" + "a" * 300


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("https://a.jp", 23),
        (LONG_PATH, 23),
        ("HTTPS://WWW.EXAMPLE.COM/A", 23),
        ("https://www.lib.example.lg.jp/news/1201.html", 23),
        ("https://www.lib.example.lg.jp/?id=1&b=2#top", 23),
        ("https://www.lib.example.lg.jp:8443/a", 23),
        ("https://example.com/a_(b)", 23),
        ("https://example.com/a)", 24),
        ("(https://example.com/a)", 25),
        ("https://example.com/a.", 24),
        ("https://example.com/a。", 25),
        ("https://example.jpをご覧", 23 + 6),
        ("https://example.jp/1をご覧", 23 + 6),
        ("https://example.jp/ 1をご覧", 23 + 2 + 6),
        ("詳細はhttps://example.jp/", 6 + 23),
        ("https://example.jp。次。", 23 + 6),
        ("https://a.jp https://b.jp", 47),
        ("https://a.jp\nhttps://b.jp", 47),
        ("http://日本語.jp/", 23),
        ("https://t.co/abc?x=1", 23 + 4),
        # X sees no URL in these.
        ("https://localhost/", 18),
        ("https://localhost/" + "a" * 30, 48),
        ("https://192.0.2.1/" + "a" * 30, 48),
        ("https://", 8),
        # An ending we do not know may be one that X knows.
        ("https://a.museumx/", 23),
        # Japanese swallowed into a host by one implementation is counted here.
        ("https://example.jp。www.example.com", 23 + 2 + 23),
    ],
)
def test_weight_of_urls(text: str, length: int) -> None:
    assert weighted_length(text) == length


def test_a_url_glued_to_a_latin_word_is_none() -> None:
    text = "xhttps://www.lib.example.lg.jp/" + "a" * 30
    assert weighted_length(text) >= len(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("example.com", 23),
        ("図書館example.comへ", 6 + 23 + 2),
        ("「.lg.jp」", 2 + 1 + 23 + 2),
        ("www.averylongname.example.lg.jp", 31),
        ("tanto@lib.example.lg.jp", 23),
        ("a@b.jp", 6),
        ("chirashi.pdf", 12),
        ("index.html", 10),
        ("Vol.3", 5),
        ("3.11", 4),
        ("10:00", 5),
        ("p.m.", 4),
    ],
)
def test_weight_of_bare_domain_names(text: str, length: int) -> None:
    assert weighted_length(text) == length


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("お知らせ", False),
        ("3.11の記録", False),
        ("chirashi.pdf", False),
        ("tanto@lib.example.lg.jp", False),
        ("https://www.lib.example.lg.jp/", True),
        ("詳細は www.lib.example.lg.jp まで", True),
        ("https://localhost/", False),
    ],
)
def test_a_link_is_what_x_makes_clickable(*, text: str, link: bool) -> None:
    assert holds_link(text) is link


WORDS = st.text(alphabet="図書館ア、。!ABC 12\n", max_size=20)


@given(WORDS, WORDS)
def test_a_url_between_blanks_weighs_23_whatever_surrounds_it(
    before: str, after: str
) -> None:
    url = "https://www.lib.example.lg.jp/news/1201.html"
    alone = weighted_length(f"{before} ") + weighted_length(f" {after}")
    assert weighted_length(f"{before} {url} {after}") == alone + 23


@given(st.text(max_size=60))
def test_weight_is_bounded_by_the_characters(text: str) -> None:
    length = weighted_length(text)
    assert length >= 0
    if "." not in text:
        # Normalisation may take a character apart into three.
        assert length <= 2 * 3 * len(text)


@given(st.text(alphabet="あいA1 、\u200d👨👩👧❤\ufe0f🏽🇯🇵⃣", max_size=30))
def test_sequences_only_ever_make_a_text_lighter(text: str) -> None:
    parts = sum(map(weighted_length, text))
    assert weighted_length(text) <= parts
