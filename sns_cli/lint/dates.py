"""Dates as people write them in Japanese, found in a text and set on a calendar.

Pure. A written date is whatever names a day and says so clearly: ``12月5日``,
``令和8年(2026年)12月29日(火)``, ``R8.12.5(土)``, ``2026/12/5``, ``12/5(土)``,
``翌24日(火)``, ``12月は3日(木)、10日(木)``. Fractions, phone numbers and web
addresses are none. Half-width and full-width forms are the same.
"""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sns_cli.lint.date_forms import (
    DATE,
    MONTH,
    RELATIVE,
    same_width,
    weekdays_in,
    years_in,
)

LOOK_BACK: Final = dt.timedelta(days=92)
"""A date without a year may lie this long before the planned day, not longer."""

FAR: Final = 6
"""A year further away than this explains no mistake."""

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
        from_planned: years after the planned day's, for 昨年, 今年, 来年.
        months: months it may be in: its own; for a day alone all that the text names.
        day: day of the month, perhaps an impossible one.
        weekdays: days of the week written with it, 0 is Monday.
        whole: whether month and day stand together.
    """

    start: int
    text: str
    years: tuple[int, ...]
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
        """Return the years it may be in if it is in ``month``."""
        if self.from_planned is not None:
            return (planned.year + self.from_planned,)
        if self.years and self.whole:
            return self.years
        return (*self.years, nearest_year(month, self.day, planned))


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
    found: list[WrittenDate] = []
    previous: WrittenDate | None = None
    for match in DATE.finditer(plain):
        month = match["m1"] or match["m2"] or match["m3"]
        written = text[match.start() : match.end()]
        if month is None:
            date = _day_alone(match, written, named, previous)
        else:
            date = _whole(match, written, int(month))
            previous = date or previous
        if date is not None:
            found.append(date)
    return tuple(found)


def _whole(match: re.Match[str], written: str, month: int) -> WrittenDate | None:
    day = int(match["d1"] or match["d2"] or match["d3"])
    weekdays = weekdays_in(match)
    # A fraction has no day of the week; a number such as S3.14.1 is no date.
    if match["m3"] and not weekdays:
        return None
    if match["e4"] and not weekdays and (month > _MONTHS or day > _LONGEST):
        return None
    relative = match["relative"]
    return WrittenDate(
        start=match.start(),
        text=written,
        years=years_in(match),
        from_planned=RELATIVE[relative] if relative else None,
        months=(month,),
        day=day,
        weekdays=weekdays,
        whole=True,
    )


def _day_alone(
    match: re.Match[str],
    written: str,
    named: tuple[int, ...],
    previous: WrittenDate | None,
) -> WrittenDate | None:
    weekdays = weekdays_in(match)
    if not weekdays:
        return None
    day = int(match["d4"] or match["d5"])
    months, years = named, () if previous is None else previous.years
    if previous is not None:
        months = tuple(dict.fromkeys((*named, *previous.months)))
        if day < previous.day:  # 11月30日(月)、翌1日(火)
            following = previous.months[-1] % _MONTHS + 1
            months = tuple(dict.fromkeys((*months, following)))
            years = (*years, *(year + 1 for year in years))
    return WrittenDate(
        start=match.start(),
        text=written,
        years=years,
        from_planned=previous.from_planned if previous is not None else None,
        months=months,
        day=day,
        weekdays=weekdays,
        whole=False,
    )
