"""Why a library does not open before a certain time: the hours and days in between."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from sns_cli.calendar.causes import causes_text, with_causes
from sns_cli.calendar.kinds import ONE_DAY
from sns_cli.calendar.opening import Day, OpeningHours
from sns_cli.calendar.words import day_text, hours_text
from sns_cli.messages import Text
from sns_cli.model.reason import Reason

_MOST_TOLD: Final = 3
"""Closures that are named; who waits for longer looks at the calendar."""


def why_not_before(
    hours: OpeningHours, start: dt.datetime, opens: dt.datetime
) -> tuple[Reason, ...]:
    """Return why the library, closed at ``start``, does not open before ``opens``.

    Args:
        hours: of the library.
        start: in the library's time zone.
        opens: the next opening after ``start``, in the same zone.

    Returns:
        The hours of the first day, if it has any, and the closed days after them; days
        closed for one reason are told as one. Empty if ``start`` is not before
        ``opens``.
    """
    if start >= opens:
        return ()
    reasons = []
    first = hours.day(start.date())
    if first.openings:
        usual = hours_text(first.openings)
        told = with_causes(usual, first.causes, "{hours}({why})", "{hours} ({why})")
        reasons.append(
            Reason("wait-hours", {"date": _short(first.date), "hours": told})
        )
    closures = list(_closures(hours, start.date(), opens.date()))
    reasons += closures[:_MOST_TOLD]
    if len(closures) > _MOST_TOLD:
        reasons.append(Reason("wait-more"))
    return tuple(reasons)


def _closures(hours: OpeningHours, first: dt.date, end: dt.date) -> Iterator[Reason]:
    days = (hours.day(first + ONE_DAY * one) for one in range((end - first).days))
    closed = [day for day in days if not day.openings]
    for _, group in groupby(enumerate(closed), lambda pair: _kind(*pair)):
        same = [day for _, day in group]
        yield _told(same[0], same[-1])


def _kind(number: int, day: Day) -> tuple[object, ...]:
    """Return what is the same for days in a row that are closed for one reason."""
    causes = [(cause.reason, cause.rule) for cause in day.causes]
    return day.covered, causes, day.date - ONE_DAY * number


def _told(first: Day, last: Day) -> Reason:
    days = {"first": _short(first.date), "last": _short(last.date)}
    if not first.covered:
        return Reason("wait-not-covered", days)
    if not first.causes:
        return Reason("wait-no-hours", {"date": _short(first.date)})
    why = causes_text(first.causes)
    if first.date == last.date:
        return Reason("wait-closed-day", {"date": _short(first.date), "why": why})
    return Reason("wait-closed-days", {**days, "why": why})


def _short(date: dt.date) -> Text:
    """Return a day without its year, which the sentence around it tells."""
    return Text(day_text(date, "ja", year=False), day_text(date, "en", year=False))
