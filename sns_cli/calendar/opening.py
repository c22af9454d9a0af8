"""When a library is open (design 5 and 8.2).

Opening time is included, closing time is not. A day outside ``covers`` is closed, never
open by guess. All instants that come out are aware, in the library's time zone.
"""

import calendar as months
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from sns_cli.calendar.causes import causes_text, with_causes
from sns_cli.calendar.closing import Cause, Closings
from sns_cli.calendar.holidays import holiday_name
from sns_cli.calendar.hours import Hours, announced_hours, usual_hours, without
from sns_cli.calendar.kinds import ONE_DAY
from sns_cli.calendar.words import clock_text, hours_text
from sns_cli.calendar.zones import local, utc, wall_time
from sns_cli.messages import Text
from sns_cli.model.opening import Calendar, CalendarException
from sns_cli.model.reason import Reason

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
        causes: why the day is closed or has hours of its own; empty on a usual day.
        holiday: Japanese name of the holiday.
        covered: whether the calendar says anything about this day.
    """

    date: dt.date
    openings: tuple[Opening, ...]
    causes: tuple[Cause, ...] = ()
    holiday: str | None = None
    covered: bool = True

    @property
    def reasons(self) -> tuple[str, ...]:
        """The causes in the library's own words."""
        return tuple(cause.reason for cause in self.causes)

    @property
    def hours(self) -> Text | str:
        """The hours it is open, and why where they are not the usual ones."""
        told = hours_text(self.openings)
        return with_causes(told, self.causes, "{hours}、{why}", "{hours}; {why}")


class OpeningHours:
    """Opening hours of one calendar in one time zone.

    Without a calendar the library is never open: nothing goes out by default.
    Days are computed once and kept.
    """

    __slots__ = ("_calendar", "_closings", "_days", "_timezone")

    def __init__(self, calendar: Calendar | None, timezone: str) -> None:
        self._calendar = calendar
        self._timezone = timezone
        self._closings = None if calendar is None else Closings(calendar)
        self._days: dict[dt.date, Day] = {}

    def day(self, date: dt.date) -> Day:
        """Return what the calendar says about ``date``."""
        found = self._days.get(date)
        if found is None:
            found = self._days[date] = self._worked_out(date)
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
            date += ONE_DAY
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
        if not _covers(self._calendar, date):
            covers = {"date": date, "first": first, "last": last}
            return Reason("hours-not-covered", covers)
        if self.next_opening(at) is None:
            return Reason("hours-none-left", {"date": date, "last": last})
        return _why_not_yet(self.day(date), here)

    def _worked_out(self, date: dt.date) -> Day:
        calendar, closings = self._calendar, self._closings
        holiday = holiday_name(date)
        if calendar is None or closings is None or not _covers(calendar, date):
            return Day(date, (), (), holiday, covered=False)
        announced = [one for one in calendar.exceptions if one.date == date]
        if announced:
            hours = announced_hours(announced)
            causes = tuple(Cause(one.reason, one) for one in announced)
        else:
            hours, causes = _by_rule(calendar, closings, date)
        openings = [_opening(date, *one, self._timezone) for one in hours]
        kept = tuple(one for one in openings if one is not None)
        return Day(date, kept, causes, holiday)

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
        hours = {"time": clock_text(here), "hours": day.hours}
        return Reason("hours-outside", {"date": day.date, **hours})
    if day.causes:
        why = causes_text(day.causes)
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


def _covers(calendar: Calendar, date: dt.date) -> bool:
    return calendar.covers[0] <= date <= calendar.covers[1]


def _by_rule(
    calendar: Calendar, closings: Closings, date: dt.date
) -> tuple[tuple[Hours, ...], tuple[Cause, ...]]:
    """Return the hours that the rules leave of a day, and what took the rest."""
    closed = closings.causes(date, whole_day=True)
    if closed:
        return (), closed
    hours, causes = usual_hours(calendar, date), []
    for cause in closings.causes(date, whole_day=False):
        if isinstance(cause.rule, CalendarException):
            continue
        left = without(hours, cause.rule)
        if left != hours:
            causes.append(cause)
        hours = left
    return hours, tuple(causes)


def _opening(date: dt.date, start: str, end: str, timezone: str) -> Opening | None:
    opening = Opening(_clock(date, start, timezone), _clock(date, end, timezone))
    # A clock that is set forward may skip a whole opening, and even a whole day.
    if opening.open.date() != date or utc(opening.open) >= utc(opening.close):
        return None
    return opening


def _clock(date: dt.date, clock: str, timezone: str) -> dt.datetime:
    if clock == _END_OF_DAY:
        return wall_time(dt.datetime.combine(date + ONE_DAY, dt.time.min), timezone)
    hour, minute = clock.split(":")
    return wall_time(
        dt.datetime.combine(date, dt.time(int(hour), int(minute))), timezone
    )
