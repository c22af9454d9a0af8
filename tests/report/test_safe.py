"""Nothing that a post says may act on what shows it (design 8.3)."""

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.report.safe import (
    github_command,
    safe_block,
    safe_json,
    safe_line,
    safe_markdown,
    safe_markdown_block,
)
from sns_cli.report.width import display_width, pad

NASTY = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "a:#[]\n\r\t\x1b\u202e\u2066\u200d\u200b\u2028\u3000`<>&@|*_\\"
        ),
        st.characters(),
    ),
    max_size=40,
)


def _categories(text: str) -> set[str]:
    return {unicodedata.category(char) for char in text}


def test_every_invisible_or_controlling_character_is_shown_as_an_escape() -> None:
    active = {"Cc", "Cf", "Zl", "Zp", "Cs"}
    for code in range(0x110000):
        char = chr(code)
        if unicodedata.category(char) in active and char != "\n":
            shown = safe_block(f"a{char}b")
            assert char not in shown, hex(code)
            assert re.fullmatch(r"a\\(u[0-9a-f]{4}|U[0-9a-f]{8})b", shown), hex(code)


def test_an_override_is_shown_by_its_code() -> None:
    assert safe_line("a\u202eb\x1b[31m") == "a\\u202eb\\u001b[31m"


def test_a_line_stays_a_line() -> None:
    assert safe_line("上\n下\r\n右") == "上\\n下\\u000d\\n右"
    assert safe_block("上\n下") == "上\n下"


@pytest.mark.parametrize(
    "emoji", ["👨‍👩‍👧", "🏳️‍🌈", "❤️‍🔥", "👩🏽‍🚒", "⭐️", "🇯🇵", "1️⃣", "🐈‍⬛"]
)
def test_an_emoji_keeps_its_parts(emoji: str) -> None:
    assert safe_line(f"絵{emoji}本") == f"絵{emoji}本"


@pytest.mark.parametrize("text", ["図\u200d書", "\u200d", "😀\u200d", "a\u200d😀"])
def test_a_joiner_elsewhere_is_shown(text: str) -> None:
    assert "\\u200d" in safe_line(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "：：error：：x"),
        ("\u3000 ::stop-commands::t", "\u3000 ：：stop-commands：：t"),
        ("本文\n::add-mask::y", "本文\n：：add-mask：：y"),
        ("本文 ::set-output name=a::b", "本文 ：：set-output name=a：：b"),
        ("##[group]x", "＃＃[group]x"),
        ("本文 ##[error]x", "本文 ＃＃[error]x"),
        ("##vso[task]", "＃＃vso[task]"),
        ("10::30", "10::30"),
        ("## 見出し", "## 見出し"),
    ],
)
def test_commands_of_the_ci_host_are_broken(text: str, shown: str) -> None:
    assert safe_block(text) == shown


@given(NASTY)
def test_no_line_of_a_block_is_a_command(text: str) -> None:
    shown = safe_block(text)
    assert not (
        _categories(shown.replace("\n", "").replace("\u200d", "")) & {"Cc", "Cf"}
    )
    assert "##[" not in shown
    assert not any(line.strip().startswith("::") for line in shown.split("\n"))


@given(NASTY)
def test_neutral_text_is_left_alone_the_second_time(text: str) -> None:
    assert safe_block(safe_block(text)) == safe_block(text)
    assert safe_line(safe_line(text)) == safe_line(text)


@given(st.text(alphabet="あいう漢字ABC 、。!?123", max_size=30))
def test_plain_text_is_left_alone(text: str) -> None:
    assert safe_line(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("a|b", "a\\|b"),
        ("@alice と #12", "＠alice と ＃12"),
        ("**太字**", "\\*\\*太字\\*\\*"),
        ("[x](http://a.jp)", "\\[x\\](http\\://a\\.jp\\)"),
        ("&amp; $x$", "&amp;amp; &#36;x&#36;"),
        ("一行\n二行", "一行<br>二行"),
        ("- 1. 2)", "\\- 1\\. 2\\)"),
    ],
)
def test_markdown_shows_as_written(text: str, shown: str) -> None:
    assert safe_markdown(text) == shown


@given(NASTY)
def test_markdown_holds_no_bare_mark(text: str) -> None:
    shown = safe_markdown(text).replace("<br>", "")
    assert not re.search(r"(?<!\\)[|*_`\[\]~]|[<>@]|(?<!&)#", shown.replace("\\\\", ""))
    assert "\n" not in shown


def test_a_fence_cannot_be_ended_from_inside() -> None:
    shown = safe_markdown_block("a\n````\n<b>")
    assert shown == "`````text\na\n````\n<b>\n`````"


@given(st.dictionaries(NASTY, NASTY, max_size=3))
def test_json_reads_back_unchanged(value: dict[str, str]) -> None:
    shown = safe_json(value)
    assert json.loads(shown) == value
    assert not (
        _categories(shown.replace("\n", "").replace("\u200d", "")) & {"Cc", "Cf"}
    )


def test_json_acts_on_nothing_and_keeps_japanese() -> None:
    shown = safe_json(["::error::図書館 ##[group] <b> \x1b \U000e0041"])
    assert shown == (
        '["\\u003a\\u003aerror\\u003a\\u003a図書館 \\u0023\\u0023[group] '
        '\\u003cb\\u003e \\u001b \\udb40\\udc41"]'
    )


@pytest.mark.parametrize(
    "mark", ["::error", "##[group", "##vso[", "<", ">", "&", "\x7f", "\x1b", "\x07"]
)
def test_json_of_nothing_but_ascii_acts_on_nothing_either(mark: str) -> None:
    value = {"a": ["plain", mark], mark: mark, "b": {"c": mark}}
    shown = safe_json(value)
    assert json.loads(shown) == value
    assert mark not in shown
    assert mark not in safe_json([mark])


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("図書館", 6),
        ("ﾊﾟ", 2),
        ("か\u3099", 2),
        ("👨‍👩‍👧", 2),
        ("⭐️", 2),
        ("☀️", 2),
    ],
)
def test_width_in_cells(text: str, cells: int) -> None:
    assert display_width(text) == cells


def test_padding_lines_columns_up() -> None:
    assert pad("図書", 6) == "図書  "
    assert pad("図書館員", 6) == "図書館員"


def test_an_annotation_is_one_command_whatever_it_says() -> None:
    shown = github_command(
        "error", "100%\r\n::error::x", file="a,b:c%\n.md", line=3, title=None
    )

    assert shown == (
        "::error file=a%2Cb%3Ac%25\\n.md,line=3::100%25\\u000d%0A：：error：：x"
    )
    assert github_command("notice", "x", file=None) == "::notice::x"
