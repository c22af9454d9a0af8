"""When a library is open (design 5 and 8.2).

Opening time is included, closing time is not. A day outside ``covers`` is closed, never
open by guess. All instants that come out are aware, in the library's time zone.
"""

import calendar as months
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from sns_cli.calendar.closing import WEEKDAYS, closing_reasons
from sns_cli.calendar.holidays import holiday_name
from sns_cli.calendar.words import clock_text, hours_text
from sns_cli.calendar.zones import local, utc, wall_time
from sns_cli.model.opening import Calendar, CalendarException
from sns_cli.model.reason import Reason

_ONE_DAY: Final = dt.timedelta(days=1)
_END_OF_DAY: Final = "24:00"


class Opening(NamedTuple):
    """One time of being open; ``close`` is the first instant of being closed."""

    open: dt.datetime
    close: dt.datetime


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a calendar.

    Attributes:
        openings: in order; empty on a closed day.
        reasons: why the day is closed or has hours of its own; empty on a usual day.
        holiday: Japanese name of the holiday.
        covered: whether the calendar says anything about this day.
    """

    date: dt.date
    openings: tuple[Opening, ...]
    reasons: tuple[str, ...] = ()
    holiday: str | None = None
    covered: bool = True


class OpeningHours:
    """Opening hours of one calendar in one time zone.

    Without a calendar the library is never open: nothing goes out by default.
    Days are computed once and kept.
    """

    __slots__ = ("_calendar", "_days", "_timezone")

    def __init__(self, calendar: Calendar | None, timezone: str) -> None:
        self._calendar = calendar
        self._timezone = timezone
        self._days: dict[dt.date, Day] = {}

    def day(self, date: dt.date) -> Day:
        """Return what the calendar says about ``date``."""
        found = self._days.get(date)
        if found is None:
            found = self._days[date] = _day(self._calendar, date, self._timezone)
        return found

    def is_open(self, at: dt.datetime) -> bool:
        """Tell whether the library is open at the instant ``at``."""
        return self._opening_at(at) is not None

    def next_opening(self, at: dt.datetime) -> dt.datetime | None:
        """Return the first instant from ``at`` on at which the library is open.

        That is ``at`` itself while it is open; None if nothing opens in the time that
        the calendar covers.
        """
        here, now = local(at, self._timezone), utc(at)
        if self._calendar is None:
            return None
        first, last = self._calendar.covers
        date = max(here.date(), first)
        while date <= last:
            for opening in self.day(date).openings:
                if now < utc(opening.close):
                    return max(here, opening.open, key=utc)
            date += _ONE_DAY
        return None

    def closes_at(self, at: dt.datetime) -> dt.datetime | None:
        """Return the end of the opening that holds ``at``; None while it is closed.

        Openings that touch, as across midnight, are separate ones.
        """
        opening = self._opening_at(at)
        return opening.close if opening else None

    def why_closed(self, at: dt.datetime) -> Reason | None:
        """Return why the library is closed at ``at``; None while it is open."""
        if self._calendar is None:
            return Reason("hours-no-calendar")
        if self.is_open(at):
            return None
        here = local(at, self._timezone)
        date = here.date()
        first, last = self._calendar.covers
        if not first <= date <= last:
            covers = {"date": date, "first": first, "last": last}
            return Reason("hours-not-covered", covers)
        if self.next_opening(at) is None:
            return Reason("hours-none-left", {"date": date, "last": last})
        return _why_not_yet(self.day(date), here)

    def _opening_at(self, at: dt.datetime) -> Opening | None:
        now = utc(at)
        for opening in self.day(local(at, self._timezone).date()).openings:
            if utc(opening.open) <= now < utc(opening.close):
                return opening
        return None


@lru_cache(maxsize=16)
def opening_hours(calendar: Calendar | None, timezone: str) -> OpeningHours:
    """Return the opening hours, always the same object for the same calendar.

    So what it has worked out for one post serves the next.
    """
    return OpeningHours(calendar, timezone)


def _why_not_yet(day: Day, here: dt.datetime) -> Reason:
    """Return why a covered day with openings after ``here`` is closed at ``here``."""
    if day.openings:
        hours = {"time": clock_text(here), "hours": hours_text(day.openings)}
        return Reason("hours-outside", {"date": day.date, **hours})
    if day.reasons:
        why = "・".join(day.reasons)
        return Reason("hours-closed-day", {"date": day.date, "why": why})
    return Reason("hours-none", {"date": day.date})


def month_days(hours: OpeningHours, year: int, month: int) -> tuple[Day, ...]:
    """Return every day of a month.

    Raises:
        ValueError: there is no such month.
    """
    first = dt.date(year, month, 1)
    count = months.monthrange(year, month)[1]
    return tuple(hours.day(first.replace(day=day + 1)) for day in range(count))


def _day(calendar: Calendar | None, date: dt.date, timezone: str) -> Day:
    holiday = holiday_name(date)
    if calendar is None or not calendar.covers[0] <= date <= calendar.covers[1]:
        return Day(date, (), (), holiday, covered=False)
    announced = [one for one in calendar.exceptions if one.date == date]
    if announced:
        hours = _announced_hours(announced)
        reasons = tuple(one.reason for one in announced)
    else:
        reasons = closing_reasons(calendar, date)
        hours = [] if reasons else _usual_hours(calendar, date, holiday)
    openings = [_opening(date, start, end, timezone) for start, end in hours]
    return Day(date, tuple(sorted(one for one in openings if one)), reasons, holiday)


def _announced_hours(announced: list[CalendarException]) -> list[tuple[str, str]]:
    hours = [(one.open, one.close) for one in announced if one.open and one.close]
    # Where two announcements disagree, the one that closes the library holds.
    return hours if len(hours) == len(announced) else []


def _usual_hours(
    calendar: Calendar, date: dt.date, holiday: str | None
) -> list[tuple[str, str]]:
    names = {WEEKDAYS[date.weekday()]} | ({"holiday"} if holiday else set())
    for row in calendar.hours:
        if names.intersection(row.days):
            return [(row.open, row.close)]
    return []


def _opening(date: dt.date, start: str, end: str, timezone: str) -> Opening | None:
    opening = Opening(_clock(date, start, timezone), _clock(date, end, timezone))
    # A clock that is set forward may skip a whole opening, and even a whole day.
    if opening.open.date() != date or utc(opening.open) >= utc(opening.close):
        return None
    return opening


def _clock(date: dt.date, clock: str, timezone: str) -> dt.datetime:
    if clock == _END_OF_DAY:
        return wall_time(dt.datetime.combine(date + _ONE_DAY, dt.time.min), timezone)
    hour, minute = clock.split(":")
    return wall_time(
        dt.datetime.combine(date, dt.time(int(hour), int(minute))), timezone
    )
