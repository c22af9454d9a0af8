"""Lines and columns where Japanese takes two cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.report.width import clip, columns, display_width, pad, wrap

TEXTS = st.text(
    st.sampled_from("ab z、。「」()あ漢ｱが゛\u3099○…é\u0301👩\u200d🏫❤\ufe0f"),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("sns", 3),
        ("図書館", 6),
        ("ｱｲｳ", 3),
        ("か\u3099", 2),
        ("e\u0301", 1),
        ("👩\u200d🏫", 2),
        ("❤\ufe0f", 2),
        ("○", 1),
        ("🇯🇵", 2),
    ],
)
def test_cells(text: str, cells: int) -> None:
    assert display_width(text) == cells
    assert display_width(pad(text, 10)) == 10


@given(TEXTS, st.integers(1, 30))
def test_what_is_cut_fits_and_is_a_beginning(text: str, width: int) -> None:
    cut = clip(text, width)

    assert display_width(cut) <= width
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


@given(TEXTS, st.integers(8, 30))
def test_what_is_wrapped_loses_nothing_but_blanks(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert lines


def test_lines_break_where_japanese_may() -> None:
    text = "人が(自分の目で)確かめて、決着させます。"

    for width in range(6, 40):
        lines = wrap(text, width)
        assert all(line[0] not in "、。)" for line in lines), lines
        assert all(line[-1] != "(" for line in lines), lines
        assert all(display_width(line) <= width + 2 for line in lines), lines


def test_a_url_stays_whole() -> None:
    url = "https://www.lib.example.lg.jp/event/1205.html"

    assert url in wrap(f"元のページ {url} を見てください。", 20)


def test_columns_stand_below_each_other() -> None:
    rows = [
        ("12月1日", "開館", "a"),
        ("12月15日", "休館日", ""),
        ("👩\u200d🏫", "x", "b"),
    ]

    assert columns(rows, indent=" ") == [
        " 12月1日   開館    a",
        " 12月15日  休館日",
        " 👩\u200d🏫        x       b",
    ]


def test_the_last_column_is_broken_below_itself_or_below_the_row() -> None:
    rows = [("abc", "一二三四五六")]

    assert columns(rows, 15) == ["abc  一二三四五", "     六"]
    assert columns(rows, 10) == ["abc", "    一二三", "    四五六"]
    assert columns(rows, 6) == ["abc", "    一", "    二"] + [
        f"    {one}" for one in "三四五六"
    ]
    assert columns([], 10) == []
