"""Hours of a day as the settings write them: ``HH:MM`` to ``HH:MM``, ``24:00`` its end.

Times of day sort as text. Nothing here knows a time zone.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from sns_cli.calendar.kinds import day_names, selected
from sns_cli.model.opening import Calendar, CalendarException, Closing

Hours = tuple[str, str]
"""Open from the first time of day up to the second."""

_START: Final = "00:00"
_END: Final = "24:00"


def usual_hours(calendar: Calendar, date: dt.date) -> tuple[Hours, ...]:
    """Return the hours of the first row that fits ``date``; none if none does."""
    wanted = day_names(date)
    for row in calendar.hours:
        if not wanted.isdisjoint(row.days) and selected(row.only_on, row.not_on, date):
            return ((row.open, row.close),)
    return ()


def announced_hours(announced: Iterable[CalendarException]) -> tuple[Hours, ...]:
    """Return the hours of the exceptions of one day.

    Where two announcements disagree, the one that closes the library holds.
    """
    known = tuple(announced)
    hours = [(one.open, one.close) for one in known if one.open and one.close]
    return tuple(sorted(hours)) if len(hours) == len(known) else ()


def without(hours: Iterable[Hours], rule: Closing) -> tuple[Hours, ...]:
    """Return what is left of ``hours`` while ``rule`` closes a part of the day."""
    begin, end = rule.from_ or _START, rule.until or _END
    left = [
        part
        for opens, closes in hours
        for part in ((opens, min(closes, begin)), (max(opens, end), closes))
        if part[0] < part[1]
    ]
    return tuple(left)
