"""Marks: found where they were put, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.notice import Mark, mark, marks_in

TEXTS = st.text(max_size=20)
ONE = mark(("kyukan", "x"), ("published",))


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_a_mark_reads_back_and_shows_nothing_of_its_texts(
    post: str, account: str, before: str, after: str
) -> None:
    made = mark((post, account), ("published",))
    text = f"{before}\n{made.line()}\n{after}"

    assert list(marks_in(text)) == [made]
    assert len(made.line()) == 69
    assert made.line().isascii()


@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4))
def test_different_things_have_different_marks(one: list[str], two: list[str]) -> None:
    same = mark(tuple(one), ()).delivery == mark(tuple(two), ()).delivery

    assert same == (one == two)


@pytest.mark.parametrize("end", ["\r\n", "\n", "", "  \n"])
def test_a_host_may_end_lines_as_it_likes(end: str) -> None:
    assert list(marks_in(f"a\r\n{ONE.line()}{end}")) == [ONE]


@pytest.mark.parametrize(
    "text",
    [
        f"> {ONE.line()}",
        f"`{ONE.line()}`",
        f"    {ONE.line()}",
        ONE.line().replace("notice/1", "notice/2"),
        ONE.line().replace(" -->", ""),
        ONE.line().upper(),
        "<!-- sns notice/1 delivery=../../.. told=0000000000000000 -->",
    ],
)
def test_what_is_quoted_or_made_up_is_no_mark(text: str) -> None:
    assert list(marks_in(text)) == []


def test_several_are_read_in_order() -> None:
    two = Mark("0" * 16, "1" * 16)

    assert list(marks_in(f"{ONE.line()}\n{two.line()}\n")) == [ONE, two]
