"""What a schedule costs, and what ours costs."""

from pathlib import Path

import pytest

from sns_cli.bootstrap.starter.minutes import FREE_MINUTES, runs_a_month

WORKFLOWS = Path(__file__).parents[2] / ".github" / "workflows"


@pytest.mark.parametrize(
    ("lines", "runs"),
    [
        ([], 0),
        (["23 2 * * *"], 31),
        (["7,37 0-9 * * *"], 609),
        (["*/15 * * * *"], 2920),
        (["5 1-9/2 * * *"], 153),
        (["5 1 * * 1-5"], 22),
        (["5 1 * * 0", "23 2 * * *"], 35),
    ],
)
def test_runs_are_counted_over_an_average_month(lines: list[str], runs: int) -> None:
    crons = "".join(f'    - cron: "{line}" # why\n' for line in lines)

    assert runs_a_month(f"on:\n  schedule:\n{crons}") == runs


@pytest.mark.parametrize("line", ["5 1 1 * *", "5 1 * *", "x 1 * * *", "5 1 * 2 *"])
def test_a_form_we_do_not_use_is_not_guessed(line: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        runs_a_month(f'    - cron: "{line}"\n')


def test_our_schedule_leaves_half_of_the_free_minutes() -> None:
    ours = [
        (WORKFLOWS / f"{name}.yml").read_text("utf-8") for name in ("publish", "watch")
    ]

    assert 0 < sum(map(runs_a_month, ours)) <= FREE_MINUTES / 2
