"""What a run says at its end: survivors, excuses without need, and totals."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.mutation.equivalents import EQUIVALENT, excuse
from tests.mutation.summary import Outcome, Run, summary, table_row, unused

RULE = "approval/rules/words.py:signed_off: Refused('sign-off-wrong')"
OTHER = "approval/rules/form.py:parents: Refused('octopus')"
EXCUSED = "approval/rules/again.py:_plain_post: path.startswith(POSTS) of fit"
CASE = "tests/approval/test_posts.py::test_it[a-b]"


def run(outcomes: Sequence[Outcome], *, whole: bool = False) -> Run:
    wanted = [one.name for one in outcomes]
    if EXCUSED not in wanted:
        wanted.append(EXCUSED)
    return Run(wanted, outcomes, whole, 12.3)


def test_all_is_well_when_every_mutant_is_noticed() -> None:
    well = run([Outcome(RULE, CASE, 3), Outcome(OTHER, CASE, 1)])

    lines = list(summary(well))

    assert well.status == 0
    assert not any("SURVIVOR" in line or "NO EQUIVALENT" in line for line in lines)
    assert lines[-1].strip() == (
        "3 mutants: 2 killed, 0 survived, 1 equivalent and not tried; 12 s"
    )


def test_a_survivor_is_named_and_fails_the_run() -> None:
    found = run([Outcome(RULE, None, 3), Outcome(OTHER, CASE, 1)])

    assert found.status == 1
    assert f"SURVIVOR {RULE} (3 cases)" in list(summary(found))
    assert "1 killed, 1 survived" in list(summary(found))[-1]


def test_what_is_excused_and_survives_is_no_survivor() -> None:
    found = run([Outcome(EXCUSED, None, 9)])

    assert found.status == 0
    lines = list(summary(found))
    assert [after for before, after in pairwise(lines) if "EQUIVALENT" in before] == [
        f"    {EXCUSED}"
    ]


def test_an_excuse_of_what_is_noticed_is_stale() -> None:
    found = run([Outcome(EXCUSED, CASE, 9)])

    assert found.stale == (EXCUSED,)
    assert found.status == 1
    assert f"NO EQUIVALENT, though excused: {EXCUSED}" in list(summary(found))


def test_of_two_mutants_of_one_name_one_may_be_noticed() -> None:
    assert run([Outcome(EXCUSED, CASE, 9), Outcome(EXCUSED, None, 9)]).stale == ()


def test_an_excuse_of_nothing_is_stale_when_all_was_wanted() -> None:
    gone = run([Outcome(RULE, CASE, 3)], whole=True)

    every = {one for patterns in EQUIVALENT.values() for one in patterns}
    assert set(gone.stale) == every - {
        "again.py:_plain_post: path.startswith(POSTS) of *"
    }
    assert gone.status == 1
    assert unused([EXCUSED]) == gone.stale


def test_modules_are_counted() -> None:
    lines = list(summary(run([Outcome(RULE, CASE, 3), Outcome(OTHER, None, 1)])))

    assert "       1        1  approval/rules/words.py" in lines
    assert "       1        0  approval/rules/form.py" in lines


@pytest.mark.parametrize(
    ("killer", "said"),
    [
        (CASE, "→ test_posts.py::test_it[a-b]"),
        ("pytest ended with 2", "→ pytest ended with 2"),
        (None, "→ SURVIVED 3 cases"),
    ],
)
def test_a_row_tells_who_noticed(killer: str | None, said: str) -> None:
    row = table_row(Outcome(RULE, killer, 3))

    assert row.split("\n") == [RULE, f"    {said}"]


def test_a_long_name_is_cut() -> None:
    first, _ = table_row(Outcome("a" * 200, None, 0)).split("\n")

    assert len(first) == 110
    assert first.endswith("…")


def test_stars_of_an_excuse_stand_for_anything_and_brackets_for_themselves() -> None:
    name = "approval/sshsig.py:_dearmor: limit of len(armored) <= _LONGEST"

    assert excuse(name) == "no signature is just as long as that"
    assert excuse(f"{name} x") is None
    assert excuse(name.replace("/sshsig", "/my-sshsig")) is None
