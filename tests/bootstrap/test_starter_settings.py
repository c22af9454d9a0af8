"""The settings of a new library, and what their comments promise."""

import datetime as dt
import re
from pathlib import Path

import pytest

from sns_cli.bootstrap.starter.settings import Wishes, new_settings
from sns_cli.errors import UsageError
from sns_cli.model.settings import Evidence, Role, Settings
from sns_cli.parse.settings import parse_settings
from tests.parse.samples import ssh_line

EXAMPLE = (Path(__file__).parents[2] / "sns.toml").read_text(encoding="utf-8")
HIDDEN = re.compile(r"^(\s*)# (\[.*|[a-z_]+ = .*|\{ .*)$", re.MULTILINE)
TABLES = {
    "library",
    "people",
    "approval",
    "calendars",
    "accounts",
    "grants",
    "distrust",
    "acknowledged",
    "prices",
    "rules",
    "paused",
}


def wishes(**changes: object) -> Wishes:
    base = {
        "director": "山田花子",
        "email": "kancho@lib.example.lg.jp",
        "key": ssh_line(1),
        "publisher_key": ssh_line(2),
        "today": dt.date(2027, 1, 15),
    }
    return Wishes(**{**base, **changes})  # type: ignore[arg-type]  # by name


def parsed(text: str) -> Settings:
    found = parse_settings(text.encode())
    assert isinstance(found, Settings), found
    return found


def test_the_director_and_the_publisher_are_in_their_places() -> None:
    made = parsed(new_settings(EXAMPLE, wishes()))

    assert made.approval.evidence is Evidence.SIGNATURE
    assert {key: one.role for key, one in made.people.items()} == {
        "kancho": Role.DIRECTOR,
        "publisher": Role.PUBLISHER,
    }
    assert made.people["kancho"].keys[0].key == ssh_line(1)
    assert made.people["publisher"].keys[0].key == ssh_line(2)


@pytest.mark.parametrize(
    ("today", "first"),
    [((2027, 3, 31), "2026-04-01"), ((2027, 4, 1), "2027-04-01")],
)
def test_the_example_calendar_covers_this_fiscal_year_and_the_next(
    today: tuple[int, int, int], first: str
) -> None:
    made = parsed(new_settings(EXAMPLE, wishes(today=dt.date(*today))))

    begin, end = made.calendars["chuo"].covers
    assert str(begin) == first
    assert (end.year, end.month, end.day) == (begin.year + 2, 3, 31)


def test_every_comment_of_the_example_stays() -> None:
    made = new_settings(EXAMPLE, wishes())

    comments = {line for line in EXAMPLE.splitlines() if line.startswith("# ")}
    assert comments <= set(made.splitlines())


@pytest.mark.parametrize("text", [EXAMPLE, new_settings(EXAMPLE, wishes())])
def test_what_is_commented_out_is_right_once_it_counts(text: str) -> None:
    """Every example in the comments parses, and every table has one."""
    shown = HIDDEN.sub(r"\1\2", text)
    for number in range(3, 3 + shown.count("ssh-ed25519 …")):
        shown = shown.replace("ssh-ed25519 …", ssh_line(number), 1)
    shown = shown.replace("(変更の番号40桁)", "a" * 40)

    made = parsed(shown)

    assert made.grants
    assert made.paused
    tables = set(re.findall(r"^\[+([a-z]+)", shown, re.MULTILINE))
    assert tables == TABLES
    assert set(Settings.model_fields) == TABLES


def test_what_settings_do_not_take_is_said() -> None:
    with pytest.raises(UsageError) as refused:
        new_settings(EXAMPLE, wishes(publisher_key=ssh_line(1)))
    assert refused.value.code == "library-not-made"
