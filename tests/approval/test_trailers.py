"""What counts as a trailer, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.approval.trailers import parse_trailers


def test_the_last_paragraph_is_read_in_order() -> None:
    found = parse_trailers("件名\n\n本文\n\nA-1: x\nB:  y z \nA-1: w\n")

    assert found.pairs == (("A-1", "x"), ("B", "y z"), ("A-1", "w"))
    assert found.all("A-1") == ("x", "w")
    assert found.last("A-1") == "w"
    assert found.last("a-1") is None


@pytest.mark.parametrize(
    "message",
    [
        "",
        "A: x",
        "\n\nA: x\n",
        "件名\nA: x\n",
        "件名\n\nA: x\nprose\n",
        "件名\n\nprose\nA: x\n",
        "件名\n\nA: x\n continued\n",
        "件名\n\nA:x\n",
        "件名\n\nA: \n",
        "件名\n\n: x\n",
        "件名\n\nA B: x\n",
        "件名\n\nあ: x\n",
        "件名\n\nA_B: x\n",
        "件名\r\n\r\nA: x\r\n",
        "件名\n\nA: x\x0bB: y\n",
        "件名\n\nA: x\x85\n",
        "件名\n\nA: x\n\n後書き\n",
        "件名\n\nA: x\n\n  \n",
        "件名\n \nA: x\n",
    ],
)
def test_anything_else_is_no_trailer_block(message: str) -> None:
    assert parse_trailers(message).pairs == ()


def test_names_may_hold_a_wide_space() -> None:
    assert parse_trailers("件名\n\nA: 山田　花子\n").last("A") == "山田　花子"


def test_dashes_end_nothing() -> None:
    assert parse_trailers("件名\n---\n\nA: x\n").last("A") == "x"


@given(st.text(alphabet="A: \n-xあ\r\t", max_size=40))
def test_every_line_of_a_block_is_a_pair(message: str) -> None:
    found = parse_trailers(message)

    if found.pairs:
        lines = message.rstrip("\n").split("\n")[-len(found.pairs) :]
        for (key, value), line in zip(found.pairs, lines, strict=True):
            assert line.startswith(f"{key}: ")
            assert line.removeprefix(f"{key}: ").strip(" ") == value
