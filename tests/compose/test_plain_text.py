"""What goes out is what was written, without Markdown's marks (design 8.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.compose.media import shown_in
from sns_cli.compose.plain_text import plain_text
from sns_cli.compose.urls import find_urls

URL = "https://www.lib.example.lg.jp/event/k.html"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("図書館", "図書館"),
        ("一行\n二行\n\n次の段落", "一行\n二行\n\n次の段落"),
        ("一\n\n\n二", "一\n\n\n二"),
        ("一  \n二\t\n三\u3000\n", "一\n二\n三"),
        ("一\r\n二\r\n", "一\n二"),
        ("\n\n一\n\n", "一"),
        ("\u3000字下げ\n  字下げ", "\u3000字下げ\n  字下げ"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_lines_and_paragraphs_stay(body: str, text: str) -> None:
    assert plain_text(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"[くわしく]({URL})", f"くわしく {URL}"),
        (f"[くわしく]({URL})をご覧ください", f"くわしく {URL} をご覧ください"),
        (f"[くわしく]({URL})。", f"くわしく {URL} 。"),
        (f"[くわしく]({URL}) まで", f"くわしく {URL} まで"),
        (f"[くわしく]({URL})\n次", f"くわしく {URL}\n次"),
        (f"[{URL}]({URL})", URL),
        (f"[]({URL})", URL),
        (f"[くわしく](<{URL}>)", f"くわしく {URL}"),
        ("[甲](https://a.jp/x_(y))", "甲 https://a.jp/x_(y)"),
        ("[甲](https://a.jp)[乙](https://b.jp)", "甲 https://a.jp 乙 https://b.jp"),
        (f"- [甲]({URL})", f"・甲 {URL}"),
        (f"[![絵](e.jpg)]({URL})", URL),
        # Not links: left as written, for `markup-residue` to report.
        (f'[甲]({URL} "題")', f'[甲]({URL} "題")'),
        (f"\\[甲]({URL})", f"\\[甲]({URL})"),
        ("[甲][乙]", "[甲][乙]"),
        ("[甲] (乙)", "[甲] (乙)"),
        ("[館](中央)", "[館](中央)"),
        ("[休館](12/17)", "[休館](12/17)"),
        ("[甲]()", "[甲]()"),
    ],
)
def test_links(body: str, text: str) -> None:
    assert plain_text(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("- 甲\n- 乙", "・甲\n・乙"),
        ("* 甲\n+ 乙", "・甲\n・乙"),
        ("-   甲", "・甲"),
        ("- 甲\n  - 乙", "・甲\n  ・乙"),
        ("-甲", "-甲"),
        ("*甲* 乙", "*甲* 乙"),
        ("-", "-"),
        ("- ", "-"),
        ("甲 - 乙", "甲 - 乙"),
        ("---", "---"),
        ("* * *", "* * *"),
        ("- - -", "- - -"),
        ("1. 甲", "1. 甲"),
        ("・甲", "・甲"),
    ],
)
def test_list_marks(body: str, text: str) -> None:
    assert plain_text(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("![展示](tenji.jpg)", ""),
        ("甲\n\n![展示](tenji.jpg)", "甲"),
        ("甲\n\n![展示](tenji.jpg)\n\n乙", "甲\n\n乙"),
        ("甲\n![展示](a.jpg)\n乙", "甲\n乙"),
        ("甲\n\n![展示](a.jpg)\n![展示](b.jpg)\n\n乙", "甲\n\n乙"),
        ("甲![展示](a.jpg)乙", "甲乙"),
        ("![展示](a_(1).jpg)甲", "甲"),
        ("\\![展示](a.jpg)", "\\![展示](a.jpg)"),
    ],
)
def test_images_are_media_and_not_text(body: str, text: str) -> None:
    assert plain_text(body) == text
    assert bool(shown_in(body)) == ("\\" not in body)


MARKS = st.sampled_from(
    [
        *"[]()!-*+\\<> \n\t\u3000・",
        "甲",
        "乙。",
        "e\u0301",
        "ｶﾞ",
        "**",
        "![絵](a.jpg)",
        "[題](https://a.jp/b)",
        "https://a.jp/b?c=d#e",
        "- ",
        "](",
        "# ",
        "`",
        "|",
        "\r\n",
    ]
)
BODIES = st.lists(MARKS, max_size=16).map("".join)


@given(BODIES)
def test_doing_it_twice_changes_nothing(body: str) -> None:
    once = plain_text(body)
    assert plain_text(once) == once


@given(BODIES)
def test_no_letter_is_lost_but_those_of_images(body: str) -> None:
    shown = plain_text(body)
    for letter in ("乙", "e\u0301", "ｶﾞ"):
        assert shown.count(letter) == body.count(letter)
    if "![" not in body:
        assert shown.count("甲") == body.count("甲")
        assert shown.count("題") == body.count("題")


@given(st.text(alphabet="図書 e\u0301ｶﾞ#|`_~>123\u200d🏽", max_size=40))
def test_text_without_marks_is_left_as_it_is(body: str) -> None:
    assert plain_text(f"あ{body}あ") == f"あ{body}あ"


WORDS = st.text(alphabet="図書館、。 \n-*[]()!", max_size=12)


@given(WORDS, WORDS)
def test_urls_between_blanks_are_never_altered(before: str, after: str) -> None:
    urls = ["https://a.jp/x-*y_z", "https://b.jp/?q=[1]&r=(2)"]
    shown = plain_text(f"{before} {urls[0]} と {urls[1]} {after}")
    found = [url.text for url in find_urls(shown)]
    assert found == urls


def test_deep_nesting_ends() -> None:
    body = "[" * 10000 + "甲" + "](https://a.jp)" * 3000
    assert "甲 https://a.jp" in plain_text(body)
