"""Lines of a calendar that change nothing: whoever wrote them meant something else.

A line is idle when no day that the calendar covers is the way it is for it. Days are
looked at until one is found, so that a calendar whose every line counts costs little.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from sns_cli.calendar.hours import usual_hours, without
from sns_cli.calendar.kinds import ONE_DAY, day_names, names, selected
from sns_cli.model.opening import (
    Calendar,
    CalendarException,
    Closing,
    HolidayClosing,
    HoursRow,
)

_REACH: Final = 31
"""How many days a closing may move (:mod:`sns_cli.calendar.closing`)."""


def idle_lines(
    calendar: Calendar,
) -> Iterator[HoursRow | Closing | CalendarException]:
    """Yield the rows of hours, closings and exceptions that fit no day covered."""
    yield from _idle_rows(calendar)
    for rule in calendar.closed:
        if not any(_counts(rule, calendar, date) for date in _days(calendar, rule)):
            yield rule
    first, last = calendar.covers
    for one in calendar.exceptions:
        if not first <= one.date <= last:
            yield one


def _idle_rows(calendar: Calendar) -> Iterator[HoursRow]:
    """Yield the rows before which another one fits every day that they fit."""
    unused = list(calendar.hours)
    for date in _days(calendar):
        if not unused:
            return
        known = day_names(date)
        for row in calendar.hours:
            fits = not known.isdisjoint(row.days)
            if fits and selected(row.only_on, row.not_on, date):
                unused = [one for one in unused if one is not row]
                break
    yield from unused


def _counts(rule: Closing, calendar: Calendar, date: dt.date) -> bool:
    """Tell whether the rule names ``date`` and takes hours from it."""
    if not names(rule, date):
        return False
    if rule.whole_day:
        return True
    hours = usual_hours(calendar, date)
    return without(hours, rule) != hours


def _days(calendar: Calendar, rule: Closing | None = None) -> Iterator[dt.date]:
    """Yield the days covered, and those around them from which a closing may come."""
    first, last = calendar.covers
    if rule is not None and _moves(rule):
        first, last = first - _REACH * ONE_DAY, last + _REACH * ONE_DAY
    for number in range((last - first).days + 1):
        yield first + number * ONE_DAY


def _moves(rule: Closing) -> bool:
    moved = getattr(rule, "if_closed", None)
    put_off = not isinstance(rule, HolidayClosing) and "next" in rule.if_holiday
    return put_off or (moved is not None and moved != "keep")
