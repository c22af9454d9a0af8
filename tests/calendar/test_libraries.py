"""Real libraries, day by day over two years against lists made without this program.

``libraries/<name>.toml`` is the calendar as the library would write it,
``lists/<name>.txt`` every closed day with its reasons.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from sns_cli.calendar import Day, OpeningHours
from sns_cli.model.opening import Calendar
from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings
from tests.calendar.calendars import HOLIDAYS, D

HERE = Path(__file__).parent
FIRST, LAST = D(2026, 4, 1), D(2028, 3, 31)
DATES = tuple(FIRST + dt.timedelta(days=one) for one in range((LAST - FIRST).days + 1))
REST = """
[library]
name = "例示市立図書館"

[people.kancho]
name = "図書館長"
email = "kancho@lib.example.lg.jp"
role = "director"

[calendars.kan]
"""
Hours = tuple[str, str]


def _short(date: dt.date) -> bool:
    return date.weekday() >= 5 or date in HOLIDAYS


def _hiroshima(date: dt.date) -> Hours:
    short = _short(date) or (date.month, date.day) == (8, 6)
    if short and date.month in {7, 8}:
        return "09:00", "18:00"
    return "09:00", "17:00" if short else "19:00"


def _prefecture(date: dt.date) -> Hours:
    days = {(12, 29), (12, 30), (1, 3)}
    short = date.weekday() == 6 or date in HOLIDAYS
    short = short or (date.month, date.day) in days
    return "09:00", "17:00" if short else "21:00"


LIBRARIES: Mapping[str, Callable[[dt.date], Hours]] = {
    "hiroshima-chuo": _hiroshima,
    "miura-honkan": lambda date: (
        "09:00",
        "19:00" if date.weekday() in {1, 4} else "17:00",
    ),
    "tachikawa-chuo": lambda date: ("10:00", "17:00" if _short(date) else "20:00"),
    "tachikawa-chiku": lambda date: ("10:00", "17:00" if _short(date) else "19:00"),
    "kagoshima-shi": lambda date: ("09:30", "18:00" if _short(date) else "21:00"),
    "kagoshima-ken": _prefecture,
    "higashimurayama": lambda date: ("09:30", "17:00" if _short(date) else "20:00"),
}
"""Opening hours of an open day, told once more in other words."""

each_library = pytest.mark.parametrize("name", LIBRARIES)


@cache
def written(name: str) -> tuple[str, ...]:
    path = HERE / "libraries" / f"{name}.toml"
    return tuple(path.read_text(encoding="utf-8").splitlines())


@cache
def listed(name: str) -> Mapping[dt.date, frozenset[str]]:
    found = {}
    for line in (HERE / "lists" / f"{name}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            day, weekday, reasons = line.split(" ", 2)
            date = dt.date.fromisoformat(day)
            assert weekday == "月火水木金土日"[date.weekday()], line
            found[date] = frozenset(reasons.split("・"))
    return found


def calendar(lines: tuple[str, ...]) -> Calendar:
    parsed = parse_settings((REST + "\n".join(lines) + "\n").encode())
    assert isinstance(parsed, Settings), parsed
    return parsed.calendars["kan"]


@cache
def days(lines: tuple[str, ...]) -> list[Day]:
    hours = OpeningHours(calendar(lines), "Asia/Tokyo")
    return [hours.day(date) for date in DATES]


@each_library
def test_every_closed_day_of_two_years_and_its_reasons(name: str) -> None:
    closed = {
        day.date: frozenset(day.reasons)
        for day in days(written(name))
        if not day.openings
    }
    assert closed == listed(name)


@each_library
def test_every_open_day_has_its_hours(name: str) -> None:
    for day in days(written(name)):
        told = [(f"{one.open:%H:%M}", f"{one.close:%H:%M}") for one in day.openings]
        assert told in ([], [LIBRARIES[name](day.date)]), day


LINES = [
    (name, number)
    for name in LIBRARIES
    for number, line in enumerate(written(name))
    if line.strip().startswith("{")
]


@pytest.mark.parametrize(("name", "number"), LINES)
def test_every_line_is_needed(name: str, number: int) -> None:
    whole = written(name)
    fewer = whole[:number] + whole[number + 1 :]
    shown = [day.openings for day in days(whole)]
    assert [day.openings for day in days(fewer)] != shown


def test_no_line_was_overlooked() -> None:
    rules = sum(
        len(one.hours) + len(one.closed) + len(one.exceptions)
        for one in map(calendar, map(written, LIBRARIES))
    )
    assert len(LINES) == rules > 40


KEYS = [
    ("hiroshima-chuo", ', if_holiday = "open"'),
    ("hiroshima-chuo", ', if_closed = "previous-weekday"'),
    ("hiroshima-chuo", ', only_on = ["tue"]'),
    ("hiroshima-chuo", ', only_on = ["08-06"]'),
    ("hiroshima-chuo", ', only_on = [["07-01", "08-31"]]'),
    ("miura-honkan", ', if_closed = "next-day"'),
    ("kagoshima-shi", ', if_holiday = "open-and-close-next-weekday"'),
    ("kagoshima-ken", ', if_holiday = "open-and-close-next-day"'),
    ("kagoshima-ken", ', not_on = ["sat", "sun", "holiday"]'),
]


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_every_key_of_a_line_is_needed(name: str, key: str) -> None:
    found = [number for number, line in enumerate(written(name)) if key in line]
    assert found
    shown = [day.openings for day in days(written(name))]
    for number in found:
        changed = list(written(name))
        changed[number] = changed[number].replace(key, "")
        assert [day.openings for day in days(tuple(changed))] != shown, number


@each_library
def test_the_order_of_closings_never_matters(name: str) -> None:
    found = calendar(written(name))
    turned = found.model_copy(update={"closed": found.closed[::-1]})
    hours = OpeningHours(turned, "Asia/Tokyo")
    assert {date for date in DATES if not hours.day(date).openings} == set(listed(name))


def test_8_august_6_on_a_monday_is_open_in_hiroshima() -> None:
    """6 August is no Monday before 2029, so the two years cannot show it."""
    lines = [
        line.replace("2028-03-31", "2030-03-31") for line in written("hiroshima-chuo")
    ]
    hours = OpeningHours(calendar(tuple(lines)), "Asia/Tokyo")
    (opening,) = hours.day(D(2029, 8, 6)).openings
    assert f"{opening.open:%H:%M}–{opening.close:%H:%M}" == "09:00–18:00"
    assert hours.day(D(2029, 8, 13)).openings == ()
