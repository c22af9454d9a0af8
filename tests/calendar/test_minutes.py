"""Opening hours held against a count of single minutes, told in other words.

The count asks for every minute of some days whether it lies between an opening and a
closing time of the wall clock, with the standard library's zones alone. It knows
nothing of how the calendar works out days, gaps and the next opening.
"""

import datetime as dt
from bisect import bisect_left
from functools import lru_cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.calendar import OpeningHours
from sns_cli.calendar.zones import utc
from sns_cli.model.opening import Calendar, HoursRow, WeeklyClosing
from tests.calendar.calendars import CHUO, D, calendar

MINUTE = dt.timedelta(minutes=1)
EVERY_DAY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# zone, first day, days: the nights on which clocks change, and an ordinary week
WEEKS = [
    ("Asia/Tokyo", D(2026, 5, 1), 9),
    ("Asia/Tokyo", D(2026, 9, 18), 8),
    ("Europe/Berlin", D(2026, 3, 27), 4),  # 2:00 becomes 3:00 on the 29th
    ("Europe/Berlin", D(2026, 10, 23), 4),  # 3:00 becomes 2:00 on the 25th
    ("America/Havana", D(2026, 3, 7), 3),  # 0:00 becomes 1:00 on the 8th
    ("America/Havana", D(2026, 10, 31), 3),  # 1:00 becomes 0:00 on 1 November
    ("Australia/Lord_Howe", D(2026, 4, 3), 4),  # half an hour back
    ("Australia/Lord_Howe", D(2026, 10, 2), 4),  # half an hour forward
]
ROWS = [
    ("00:00", "24:00"),
    ("09:30", "19:00"),
    ("01:30", "02:30"),
    ("02:00", "03:00"),
    ("02:15", "24:00"),
    ("00:00", "00:45"),
    ("00:30", "02:59"),
    ("23:00", "24:00"),
]


def _wall(date: dt.date, clock: str, zone: ZoneInfo) -> dt.datetime:
    """Return the first instant of a wall time; a skipped one by the offset before it.

    So does RFC 5545 (3.3.5, local times that occur twice or never).
    """
    hour, minute = (int(one) for one in clock.split(":"))
    day = date + dt.timedelta(days=hour // 24)
    wall = dt.datetime.combine(day, dt.time(hour % 24, minute), zone)
    return wall.astimezone(dt.UTC)


def _spans(which: Calendar, zone: str, first: dt.date, days: int) -> list[range]:
    """Return the open minutes of each day, counted from 1970."""
    place, found = ZoneInfo(zone), []
    for number in range(days):
        date = first + dt.timedelta(days=number)
        (row,) = which.hours
        begin, end = (_wall(date, one, place) for one in (row.open, row.close))
        if begin < end and begin.astimezone(place).date() == date:
            found.append(range(_minutes(begin), _minutes(end)))
    return found


def _minutes(at: dt.datetime) -> int:
    return int(at.timestamp() // 60)


@pytest.mark.parametrize(("zone", "first", "days"), WEEKS)
@pytest.mark.parametrize(("opens", "closes"), ROWS)
def test_every_minute_is_as_the_clock_says(
    zone: str, first: dt.date, days: int, opens: str, closes: str
) -> None:
    covers = (first, first + dt.timedelta(days=days - 1))
    which = calendar(
        hours=(HoursRow(days=EVERY_DAY, open=opens, close=closes),), covers=covers
    )
    hours = OpeningHours(which, zone)
    spans = _spans(which, zone, first, days)
    open_minutes = sorted({minute for span in spans for minute in span})
    begin = _wall(first, "00:00", ZoneInfo(zone)) - 180 * MINUTE
    count = days * 24 * 60 + 360
    for number in range(0, count, 7 if count > 5000 else 3):
        at = begin + number * MINUTE
        here = _minutes(at)
        expected = any(here in span for span in spans)
        assert hours.is_open(at) is expected, at
        place = bisect_left(open_minutes, here)
        following = open_minutes[place] if place < len(open_minutes) else None
        found = hours.next_opening(at)
        assert (None if found is None else _minutes(utc(found))) == following, at


LUNCH = WeeklyClosing(
    reason="昼休み", weekly=EVERY_DAY, until="13:00", **{"from": "12:00"}
)
FEW = (
    HoursRow(days=("sat", "sun", "holiday"), open="09:30", close="17:00"),
    HoursRow(days=("tue", "wed", "thu", "fri"), open="09:30", close="24:00"),
)
CALENDARS = [
    CHUO,
    calendar((*CHUO.closed, LUNCH), FEW, CHUO.exceptions),
]


@lru_cache(maxsize=8)
def _year(number: int) -> tuple[int, ...]:
    """Return every open minute of a calendar, from what it says of its days."""
    which = CALENDARS[number]
    hours = OpeningHours(which, "Asia/Tokyo")
    found: list[int] = []
    first, last = which.covers
    for day in range((last - first).days + 1):
        for opening in hours.day(first + dt.timedelta(days=day)).openings:
            found += range(_minutes(opening.open), _minutes(opening.close))
    return tuple(found)


@given(
    st.integers(0, len(CALENDARS) - 1),
    st.datetimes(
        min_value=dt.datetime(2026, 3, 28),  # noqa: DTZ001 (hypothesis adds the zone)
        max_value=dt.datetime(2027, 4, 3),  # noqa: DTZ001 (hypothesis adds the zone)
        timezones=st.just(dt.UTC),
    ).map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_the_next_opening_is_the_first_open_minute(
    number: int, at: dt.datetime
) -> None:
    minutes = _year(number)
    hours = OpeningHours(CALENDARS[number], "Asia/Tokyo")
    place = bisect_left(minutes, _minutes(at))
    following = minutes[place] if place < len(minutes) else None
    found = hours.next_opening(at)
    assert (None if found is None else _minutes(found)) == following
    assert hours.is_open(at) is (following == _minutes(at))


@pytest.mark.parametrize("date", [D(2026, 5, 6), D(2026, 9, 22)])
def test_holidays_that_other_calendars_miss(date: dt.date) -> None:
    """The substitute after three holidays (法第3条第2項), and the day between two."""
    day = OpeningHours(CHUO, "Asia/Tokyo").day(date)
    assert day.holiday is not None
    (opening,) = day.openings
    assert f"{opening.close:%H:%M}" == "17:00"
