"""Dates as people write them in Japanese, found in a text and set on a calendar.

Pure. A written date is whatever names a day and says so clearly: ``12月5日``,
``令和8年(2026年)12月29日(火)``, ``R8.12.5(土)``, ``2026/12/5``, ``12/5(土)``,
``翌24日(火)``, ``12月は3日(木)、10日(木)``. Fractions, phone numbers and web
addresses are none. Half-width and full-width forms are the same.
"""

import datetime as dt
import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Final

from sns_cli.lint.date_forms import (
    DATE,
    MONTH,
    RELATIVE,
    YEAR,
    number,
    same_width,
    weekdays_in,
    years_in,
)

LOOK_BACK: Final = dt.timedelta(days=92)
"""A date without a year may lie this long before the planned day, not longer."""

FAR: Final = 6
"""A year further away than this explains no mistake."""

_REACH: Final = 300
"""Characters within which a year holds for the dates after it."""
_MONTHS: Final = 12
_FEBRUARY: Final = 2
_LEAP_YEAR: Final = 2028
_LONGEST: Final = 31


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text.

    Attributes:
        start: where it begins in the text.
        text: as written, its day of the week included.
        years: the years it names, by calendar or era; two when both are written.
        carried: years that the text names before it, and that it may be in.
        from_planned: years after the planned day's, for 昨年, 今年, 来年.
        months: months it may be in: its own; for a day alone all that the text names.
        day: day of the month, perhaps an impossible one.
        weekdays: days of the week written with it, 0 is Monday.
        whole: whether month and day stand together.
    """

    start: int
    text: str
    years: tuple[int, ...]
    carried: tuple[int, ...]
    from_planned: int | None
    months: tuple[int, ...]
    day: int
    weekdays: tuple[int, ...]
    whole: bool

    def days(self, planned: dt.date) -> tuple[dt.date, ...]:
        """Return every day it may mean; empty if there is no such day."""
        months = self.months or (planned.month, planned.month % _MONTHS + 1)
        return tuple(
            dt.date(year, month, self.day)
            for month in months
            if 1 <= month <= _MONTHS
            for year in self.years_of(month, planned)
            if 1 <= self.day <= month_length(year, month)
        )

    def years_of(self, month: int, planned: dt.date) -> tuple[int, ...]:
        """Return the years it may be in if it is in ``month``, the likeliest first."""
        if self.from_planned is not None:
            return (planned.year + self.from_planned,)
        if self.years:
            return self.years
        near = [year for year in self.carried if abs(year - planned.year) <= 1]
        likely = (*near, nearest_year(month, self.day, planned), *self.carried)
        return tuple(dict.fromkeys(likely))


def nearest_year(month: int, day: int, planned: dt.date) -> int:
    """Return the first year in which the day is not more than `LOOK_BACK` past."""
    for year in (planned.year - 1, planned.year):
        last = month_length(year, month)
        if dt.date(year, month, max(1, min(day, last))) >= planned - LOOK_BACK:
            return year
    return planned.year + 1


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month; 0 in a year that no calendar has."""
    return monthrange(year, month)[1] if dt.MINYEAR <= year <= dt.MAXYEAR else 0


def is_leap_day(month: int, day: int) -> bool:
    """Tell whether only leap years have that day."""
    return month == _FEBRUARY and day == month_length(_LEAP_YEAR, _FEBRUARY)


def fitting_years(
    month: int, day: int, weekday: int, year: int
) -> tuple[int | None, int | None]:
    """Return the last year before, and the next year after, with that weekday.

    None on a side where no year within `FAR` fits.
    """
    past = (year - distance for distance in range(1, FAR + 1))
    future = (year + distance for distance in range(1, FAR + 1))
    return (
        next((one for one in past if _falls_on(one, month, day, weekday)), None),
        next((one for one in future if _falls_on(one, month, day, weekday)), None),
    )


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    return (
        day <= month_length(year, month)
        and dt.date(year, month, day).weekday() == weekday
    )


@lru_cache(maxsize=64)
def find_dates(text: str) -> tuple[WrittenDate, ...]:
    """Return the dates written in ``text``, in order."""
    plain = same_width(text)
    named = tuple(dict.fromkeys(int(match["m"]) for match in MONTH.finditer(plain)))
    years = [(match.start(), years_in(match)) for match in YEAR.finditer(plain)]
    found: list[WrittenDate] = []
    previous: WrittenDate | None = None
    for match in DATE.finditer(plain):
        month = match["m1"] or match["m2"] or match["m3"]
        written = text[match.start() : match.end()]
        if month is None:
            date = _day_alone(match, written, named, previous)
        else:
            topic = _topic(plain, years, match.start())
            date = _whole(match, written, topic, previous)
            previous = date or previous
        if date is not None:
            found.append(date)
    return tuple(found)


def _topic(
    plain: str, years: Sequence[tuple[int, tuple[int, ...]]], start: int
) -> tuple[int, ...]:
    """Return the years last named before ``start``, in the same paragraph."""
    last = bisect_left(years, start, key=itemgetter(0)) - 1
    earliest = max(0, start - _REACH)
    paragraph = plain.rfind("\n\n", earliest, start)
    if last < 0 or years[last][0] < max(earliest, paragraph):
        return ()
    return years[last][1]


def _whole(
    match: re.Match[str],
    written: str,
    topic: tuple[int, ...],
    previous: WrittenDate | None,
) -> WrittenDate | None:
    month = number(match["m1"] or match["m2"] or match["m3"])
    day = number(match["d1"] or match["d2"] or match["d3"])
    weekdays = weekdays_in(match)
    if month is None or day is None or _is_none(match, month, day, weekdays):
        return None
    if previous is not None and month < previous.months[-1]:  # 12月29日から1月3日
        topic = (*topic, *(year + 1 for year in topic))
    relative = match["relative"]
    return WrittenDate(
        start=match.start(),
        text=written,
        years=years_in(match),
        carried=topic,
        from_planned=RELATIVE[relative] if relative else None,
        months=(month,),
        day=day,
        weekdays=weekdays,
        whole=True,
    )


def _is_none(
    match: re.Match[str], month: int, day: int, weekdays: tuple[int, ...]
) -> bool:
    """Tell whether it only looks like a date.

    A fraction has no day of the week, and a number such as S3.14.1 is none.
    """
    if match["m3"]:
        return not weekdays
    return bool(match["e4"]) and not weekdays and (month > _MONTHS or day > _LONGEST)


def _day_alone(
    match: re.Match[str],
    written: str,
    named: tuple[int, ...],
    previous: WrittenDate | None,
) -> WrittenDate | None:
    weekdays = weekdays_in(match)
    day = number(match["d4"] or match["d5"])
    if not weekdays or day is None:
        return None
    months, years = named, () if previous is None else _years_of(previous)
    if previous is not None:
        months = tuple(dict.fromkeys((*named, *previous.months)))
        if day < previous.day:  # 11月30日(月)、翌1日(火)
            following = previous.months[-1] % _MONTHS + 1
            months = tuple(dict.fromkeys((*months, following)))
            years = (*years, *(year + 1 for year in years))
    return WrittenDate(
        start=match.start(),
        text=written,
        years=(),
        carried=years,
        from_planned=previous.from_planned if previous is not None else None,
        months=months,
        day=day,
        weekdays=weekdays,
        whole=False,
    )


def _years_of(date: WrittenDate) -> tuple[int, ...]:
    return date.years or date.carried
