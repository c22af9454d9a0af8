"""What changed in a text: complete, short, and never slow."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.difference import Difference, PartKind
from sns_cli.pipeline.differences import difference
from sns_cli.pipeline.edit_script import edit_script

ITEMS = st.lists(st.sampled_from("abc"), max_size=9)
TEXTS = st.text(st.sampled_from("12月日おはなし会ab \n"), max_size=40)


def longest_common(one: list[str], two: list[str]) -> int:
    """The length of the longest common subsequence, by the textbook's table."""
    row = [0] * (len(two) + 1)
    for item in one:
        before = row[:]
        for at, other in enumerate(two):
            row[at + 1] = (
                before[at] + 1 if item == other else max(row[at], before[at + 1])
            )
    return row[-1]


@given(ITEMS, ITEMS)
def test_the_shortest_way_leads_from_one_to_the_other(
    old: list[str], new: list[str]
) -> None:
    blocks = list(edit_script(old, new, 50))

    assert [item for block in blocks for item in block.old] == old
    assert [item for block in blocks for item in block.new] == new
    assert all((block.old == block.new) is block.equal for block in blocks)
    kept = sum(len(block.old) for block in blocks if block.equal)
    assert kept == longest_common(old, new)


@given(ITEMS, ITEMS, st.integers(0, 3))
def test_a_way_given_up_is_still_complete(
    old: list[str], new: list[str], most: int
) -> None:
    blocks = list(edit_script(old, new, most))

    assert [item for block in blocks for item in block.old] == old
    assert [item for block in blocks for item in block.new] == new


def sides(change: Difference) -> tuple[str, str]:
    """What the shown lines say was there, and is there."""
    texts = []
    for other in (PartKind.ADDED, PartKind.REMOVED):
        lines = []
        for line in change.lines:
            assert line is not None
            kept = [part.text for part in line if part.kind is not other]
            if kept or not line:
                lines.append("".join(kept))
        texts.append("\n".join(lines))
    return texts[0], texts[1]


@given(TEXTS, TEXTS)
def test_every_changed_character_is_in_it(old: str, new: str) -> None:
    change = difference(old.encode(), new.encode())

    assert change.changed is (old != new)
    for line in change.lines:
        parts = line or ()
        assert all(one.kind != two.kind for one, two in pairwise(parts))
    if None not in change.lines and change.lines:
        shown = sides(change)
        # A line that is only there on one side and empty leaves no part behind.
        assert [text.replace("\n", "") for text in shown] == [
            old.replace("\n", ""),
            new.replace("\n", ""),
        ]


def test_a_changed_date_is_one_changed_number() -> None:
    old, new = "12月5日(土)に、おはなし会。", "12月12日(土)に、おはなし会。"

    (line,) = difference(old.encode(), new.encode()).lines

    assert line is not None
    assert [tuple(part) for part in line] == [
        ("same", "12月"),
        ("removed", "5"),
        ("added", "12"),
        ("same", "日(土)に、おはなし会。"),
    ]


def test_far_lines_are_left_out_and_said_to_be() -> None:
    old = "\n".join(str(number) for number in range(20))
    new = old.replace("\n10\n", "\nten\n")

    change = difference(old.encode(), new.encode())

    assert change.lines[0] is None
    assert change.lines[-1] is None
    assert len(change.lines) == 1 + 2 + 1 + 2 + 1


def test_lines_that_have_little_in_common_are_not_woven_together() -> None:
    change = difference("休館のお知らせ".encode(), b"abc def")

    assert [len(line or ()) for line in change.lines] == [2]


def test_what_is_no_text_only_says_that_it_changed() -> None:
    for old, new in ((b"\0", b"\1"), (b"\xff", b"a"), (b"a", b"b" * 300_000)):
        assert difference(old, new) == Difference(whole=True)
    assert difference(b"\0", b"\0") == Difference()


def test_hostile_lines_take_no_time() -> None:
    # The standard library takes a minute for these; here they end the test in no time.
    old, new = "あ1" * 20_000, "1い" * 20_000
    many = "\n".join("ab"[number * number % 7 % 2] for number in range(60_000))

    assert difference(old.encode(), new.encode()).changed
    assert difference(many.encode(), many[::-1].encode() + b"x").changed
