"""What is written as a post is read back as the same post."""

import datetime as dt
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sns_cli.compose.draft import draft_id, file_name, make_post, numbered
from sns_cli.model.post import POST_ID, Post, is_post_path
from sns_cli.parse.post import parse_post, scan_id

PATH = "posts/2026/12/a.md"
ZONE = "Asia/Tokyo"
DAY = dt.date(2026, 12, 5)
LEAST = {"id": "20261205-a", "title": "件名", "category": "催し案内"}

line = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"
    ),
    min_size=1,
).filter(lambda text: text.strip() == text)
AWKWARD = """yes|2026-12-05|010|1e3|a: b|a #b|- a|'|"|[a|{a}|&a|*a|!a|>|%a|@a|`a`|a:|~|?
a, b|#a|\\|https://a.example/?b=c#d|題:副題|○○|a\u3000b|null|a\xa0b"""
awkward = st.sampled_from(["|", *AWKWARD.replace("\n", "|").split("|")])
words = line | awkward


def read(fields: dict[str, Any], body: str = "本文", **notes: str) -> Post:
    content = make_post(fields, body, notes)
    parsed = parse_post(PATH, content, ZONE)
    assert isinstance(parsed, Post), (content.decode(), parsed)
    assert scan_id(content) == parsed.id
    return parsed


@given(title=words, names=st.lists(words, max_size=3), note=line)
@example(title="a # b", names=["a, b", "c"], note="# x: y")
@example(title="no", names=["yes", "010"], note="")
def test_what_is_written_is_read_back(title: str, names: list[str], note: str) -> None:
    fields = {**LEAST, "title": title, "names": names}
    meta = read(fields, title=note, names=note, expires_at=note).meta
    assert meta.title == title
    assert meta.names == tuple(names)
    assert meta.expires_at is None


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"])))
def test_the_text_stays_as_it_is(body: str) -> None:
    assert read(LEAST, f"「{body}」").body == f"「{body}」"


def test_every_kind_of_field() -> None:
    zone = dt.timezone(dt.timedelta(hours=9))
    at = dt.datetime(2026, 12, 5, 10, 0, tzinfo=zone)
    post = read(
        {
            **LEAST,
            "accounts": ["x", "mail"],
            "publish_at": at,
            "announced": "館内掲示: 11月1日から",
            "corrects": None,
            "names": [],
        }
    )
    assert post.meta.accounts == ("x", "mail")
    assert post.meta.publish_at == at
    assert post.meta.announced == "館内掲示: 11月1日から"


def test_people_can_read_what_was_written() -> None:
    notes = {"title": "台帳に残る名前", "publish_at": "この時刻より前には出ません"}
    fields = {**LEAST, "source_url": "https://www.lib.example.lg.jp/a.html"}
    assert make_post(fields, "\n本文\n\n", notes).decode() == (
        "---\n"
        "id: 20261205-a\n"
        "title: 件名  # 台帳に残る名前\n"
        "category: 催し案内\n"
        "source_url: https://www.lib.example.lg.jp/a.html\n"
        "# publish_at: この時刻より前には出ません\n"
        "---\n"
        "本文\n"
    )


@given(st.text())
def test_a_name_is_a_posts_name_or_nothing(text: str) -> None:
    name = file_name(text)
    assert not name or is_post_path(f"posts/2026/12/{name}.md")
    assert not set(name) & set(' <>:"|?*\\/\t\n')
    assert not {"Cc", "Cf", "Cs", "Cn"} & {unicodedata.category(one) for one in name}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ohanashikai", "ohanashikai"),
        ("おはなし会 12月", "おはなし会-12月"),
        ("a.md", "a"),
        ("../a", ""),
        ("a/b", ""),
        ("README", ""),
        ("..", ""),
        ("con?", ""),
        ("NUL", ""),
        ("com1.txt", ""),
        ("console", "console"),
        ("a\u202egnp", "agnp"),
        ("\u2066おはなし\u200b会\ufeff", "おはなし会"),
        ("\u202e", ""),
        ("a\x1b[2Jb", "a-[2Jb"),
    ],
)
def test_names_people_type(typed: str, name: str) -> None:
    assert file_name(typed) == name


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("ohanashikai", "20261205-ohanashikai"),
        ("Ohanashi_Kai", "20261205-ohanashi-kai"),
        ("ｏｈａｎａｓｈｉ", "20261205-ohanashi"),
        ("おはなし会", "20261205-event"),
        ("", "20261205-event"),
        ("20261210-kyukan", "20261210-kyukan"),
        ("a" * 80, "20261205-" + "a" * 55),
    ],
)
def test_ids_are_the_day_and_a_name(name: str, made: str) -> None:
    assert draft_id(DAY, name, "event", ()) == made


@given(st.text(), st.integers(0, 12))
def test_an_id_was_never_used_and_has_the_form(name: str, used: int) -> None:
    taken: set[str] = set()
    for _ in range(used + 1):
        made = draft_id(DAY, name, "event", taken)
        assert made not in taken
        assert POST_ID.fullmatch(made)
        taken.add(made)


def test_numbers_follow_names() -> None:
    names = numbered("abc", 4)
    assert [next(names) for _ in range(3)] == ["abc", "ab-2", "ab-3"]
