"""The year 2026-04 to 2027-03 of the example library, day by day."""

import datetime as dt
from pathlib import Path

import pytest

from sns_cli.calendar import OpeningHours, month_days, parse_instant
from sns_cli.calendar.holidays import holiday_name
from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings
from tests.calendar.calendars import (
    CHUO,
    CLOSED,
    COVERS,
    HOLIDAYS,
    POWER_CUT,
    D,
    calendar,
)

TOKYO = "Asia/Tokyo"
SETTINGS = (
    Path(__file__).parents[2].parent / "shared" / "data" / "posts-ja" / "sns.toml"
)
YEAR = tuple(COVERS[0] + dt.timedelta(days=number) for number in range(365))

# The closed days of each month, worked out on paper with a wall calendar.
CLOSED_DAYS = {
    (2026, 4): {6, 13, 16, 20, 27},
    # The Mondays 4 May is a holiday; the next day of work is 7 May.
    (2026, 5): {7, 11, 18, 21, 25},
    (2026, 6): {1, 8, 15, 18, 22, 29},
    # 20 July is 海の日, so Tuesday 21 July is closed.
    (2026, 7): {6, 13, 16, 21, 27},
    (2026, 8): {3, 10, 17, 20, 24, 31},
    # 21 to 23 September are holidays; the closing moves to Thursday the 24th.
    (2026, 9): {7, 14, 17, 24, 28},
    (2026, 10): {5, 13, 15, 19, 26},
    (2026, 11): {2, 9, 16, 19, 24, 30},
    (2026, 12): {7, 14, 17, 21, 28, 29, 30, 31},
    (2027, 1): {1, 2, 3, 4, 12, 18, 21, 25},
    (2027, 2): {1, 2, 3, 4, 5, 6, 7, 8, 15, 18, 22},
    (2027, 3): {1, 8, 15, 18, 23, 29},
}
SHORT_DAYS = {"sat", "sun"}


def _expected(date: dt.date) -> tuple[str, str] | None:
    if date.day in CLOSED_DAYS[date.year, date.month]:
        return None
    if date == D(2026, 8, 11):
        return ("09:30", "15:00")
    short = date.weekday() >= 5 or date in HOLIDAYS
    return ("09:30", "17:00" if short else "19:00")


def _hours(hours: OpeningHours, date: dt.date) -> tuple[str, str] | None:
    openings = hours.day(date).openings
    if not openings:
        return None
    (opening,) = openings
    assert opening.open.date() == opening.close.date() == date
    assert opening.open.utcoffset() == dt.timedelta(hours=9)
    return f"{opening.open:%H:%M}", f"{opening.close:%H:%M}"


def _differences(hours: OpeningHours) -> list[dt.date]:
    return [date for date in YEAR if _hours(hours, date) != _expected(date)]


def test_every_day_of_the_year() -> None:
    assert _differences(OpeningHours(CHUO, TOKYO)) == []


def test_every_day_of_the_year_from_the_settings_file() -> None:
    if not SETTINGS.is_file():
        pytest.skip("the example library's settings are not beside this folder")
    settings = parse_settings(SETTINGS.read_bytes())
    assert isinstance(settings, Settings)
    assert settings.calendars["chuo"].closed == CLOSED
    hours = OpeningHours(settings.calendar_of("x"), settings.library.timezone)
    assert _differences(hours) == []


@pytest.mark.parametrize("number", range(len(CLOSED)))
def test_every_closing_rule_is_needed(number: int) -> None:
    fewer = CLOSED[:number] + CLOSED[number + 1 :]
    hours = OpeningHours(calendar(fewer, exceptions=(POWER_CUT,)), TOKYO)
    assert _differences(hours) != []


def test_the_exception_is_needed() -> None:
    assert _differences(OpeningHours(calendar(CLOSED), TOKYO)) == [D(2026, 8, 11)]


def test_holidays_as_the_law_says() -> None:
    days = [D(2026, 1, 1) + dt.timedelta(days=number) for number in range(821)]
    found = {day: name for day in days if (name := holiday_name(day)) is not None}
    assert found == HOLIDAYS


@pytest.mark.parametrize(
    ("date", "reasons"),
    [
        (D(2026, 5, 4), ()),
        (D(2026, 5, 7), ("定期休館日",)),
        (D(2026, 9, 24), ("定期休館日",)),
        (D(2026, 12, 17), ("館内整理日",)),
        (D(2026, 12, 28), ("定期休館日",)),
        (D(2026, 12, 31), ("年末年始",)),
        (D(2027, 1, 4), ("定期休館日",)),
        (D(2027, 2, 1), ("定期休館日", "特別整理期間")),
        (D(2026, 8, 11), ("停電工事",)),
        (D(2026, 8, 12), ()),
    ],
)
def test_reasons(date: dt.date, reasons: tuple[str, ...]) -> None:
    assert OpeningHours(CHUO, TOKYO).day(date).reasons == reasons


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-12-28 20:00", "2027-01-05 09:30"),
        ("2026-12-27 17:00", "2027-01-05 09:30"),
        ("2026-12-27 16:59:59", "2026-12-27 16:59:59"),
        ("2026-11-24 10:00", "2026-11-25 09:30"),
        ("2026-11-25 09:29:59", "2026-11-25 09:30"),
        ("2026-11-25 09:30", "2026-11-25 09:30"),
        ("2026-11-25 19:00", "2026-11-26 09:30"),
        ("2026-08-11 15:00", "2026-08-12 09:30"),
        ("2027-01-31 18:00", "2027-02-09 09:30"),
        ("2026-01-01 00:00", "2026-04-01 09:30"),
        ("2027-03-31 18:59", "2027-03-31 18:59"),
        ("2027-03-31 19:00", None),
        ("2027-06-01 10:00", None),
    ],
)
def test_next_opening(at: str, expected: str | None) -> None:
    instant = parse_instant(at, TOKYO)
    assert instant is not None
    found = OpeningHours(CHUO, TOKYO).next_opening(instant)
    assert found == (parse_instant(expected, TOKYO) if expected else None)


def test_a_month_is_all_its_days() -> None:
    hours = OpeningHours(CHUO, TOKYO)
    days = month_days(hours, 2027, 2)
    assert [day.date.day for day in days] == list(range(1, 29))
    closed = {day.date.day for day in days if not day.openings}
    assert closed == CLOSED_DAYS[2027, 2]
    assert all(day.covered for day in days)
    assert not any(day.covered for day in month_days(hours, 2027, 4))
    with pytest.raises(ValueError, match="month"):
        month_days(hours, 2027, 13)
