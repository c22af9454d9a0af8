"""The closings of a calendar, one day at a time, and how they act on each other.

Every rule first names days (:mod:`sns_cli.calendar.kinds`): its kind, narrowed by
``only_on`` and ``not_on``. ``if_holiday`` then drops or moves those that are holidays.
``if_closed`` at last moves what is left, by these definitions (decision 0008):

- A *weekday* is a Monday to Friday that is no holiday.
- A day is *closed already* if the rules of a lower tier close it for the whole day or
  no row of hours fits it. Tiers: first the rules that move nowhere; then those that
  hang on holidays (``after_holiday``, ``holidays``); then all others. So the order in
  which closings are written never matters. Announced exceptions are not looked at.
- ``next-day`` and ``previous-day`` move a closing off days that are closed already;
  ``next-weekday`` and ``previous-weekday`` also off days that are no weekday. It moves
  day by day to the first day that will do, 31 days at most.
- Within a longer closure (``yearly``, ``period``) nothing moves on: a closing that
  falls into it or comes upon it is done with there, as the library is closed anyway.
- ``after_holiday`` starts from the day after each holiday; ``next-weekday`` there moves
  on to the first weekday that is not closed already (with ``if_closed = "keep"``: to
  the first weekday, closed or not).

Announced exceptions override all of this (:mod:`sns_cli.calendar.opening`).
"""

import datetime as dt
from typing import Final, NamedTuple

from sns_cli.calendar.holidays import is_working_day
from sns_cli.calendar.hours import usual_hours
from sns_cli.calendar.kinds import ONE_DAY, settled_on
from sns_cli.model.opening import (
    AfterHolidayClosing,
    Calendar,
    CalendarException,
    Closing,
    DatesClosing,
    HolidayClosing,
    PeriodClosing,
    YearlyClosing,
)

_MOST_DAYS: Final = 31
"""How far a closing may move; one that finds no place in that time lapses."""


class Cause(NamedTuple):
    """Why a day is closed, or open for fewer hours.

    Attributes:
        reason: in the library's own words.
        rule: what closes it; an exception announces it.
        moved_from: the day from which the closing was moved here.
    """

    reason: str
    rule: Closing | CalendarException
    moved_from: dt.date | None = None


class _Mover(NamedTuple):
    """How ``if_closed`` moves a closing.

    Attributes:
        tier: rules of lower tiers close days that it avoids.
        step: one day forward or back.
        weekdays: whether it avoids Saturdays, Sundays and holidays.
        closed: whether it avoids days that are closed already.
    """

    tier: int
    step: dt.timedelta
    weekdays: bool
    closed: bool = True


class Closings:
    """The closings of one calendar. What it has worked out it keeps."""

    __slots__ = ("_before", "_calendar", "_movers", "_spans")

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._movers = tuple((rule, _mover(rule)) for rule in calendar.closed)
        self._spans = tuple(
            rule
            for rule in calendar.closed
            if isinstance(rule, YearlyClosing | PeriodClosing) and rule.whole_day
        )
        self._before: dict[tuple[dt.date, int], bool] = {}

    def causes(self, date: dt.date, *, whole_day: bool) -> tuple[Cause, ...]:
        """Return what closes ``date``, in the order of the settings.

        Args:
            date: the day.
            whole_day: whether rules for whole days are meant, or those for some hours.
        """
        found = (
            (rule, self._origin(rule, mover, date))
            for rule, mover in self._movers
            if rule.whole_day is whole_day
        )
        return tuple(
            Cause(rule.reason, rule, None if origin == date else origin)
            for rule, origin in found
            if origin is not None
        )

    def _origin(
        self, rule: Closing, mover: _Mover | None, date: dt.date
    ) -> dt.date | None:
        """Return the day from which ``rule`` comes to close ``date``, or None."""
        if mover is None:
            return settled_on(rule, date)
        if not self._is_final(mover, date):
            return None
        day = date
        for _ in range(_MOST_DAYS + 1):
            origin = settled_on(rule, day)
            if origin is not None:
                return origin
            day -= mover.step
            if self._is_final(mover, day):  # what falls there stays there
                return None
        return None

    def _is_final(self, mover: _Mover, date: dt.date) -> bool:
        """Tell whether a closing that comes to ``date`` stays there."""
        if any(settled_on(rule, date) is not None for rule in self._spans):
            return True
        if mover.weekdays and not is_working_day(date):
            return False
        return not (mover.closed and self._is_closed_before(date, mover.tier))

    def _is_closed_before(self, date: dt.date, tier: int) -> bool:
        """Tell whether ``date`` is closed by hours or by rules of lower tiers."""
        known = self._before.get((date, tier))
        if known is None:
            known = not usual_hours(self._calendar, date) or any(
                self._origin(rule, mover, date) is not None
                for rule, mover in self._movers
                if rule.whole_day and (mover is None or mover.tier < tier)
            )
            self._before[date, tier] = known
        return known


def _mover(rule: Closing) -> _Mover | None:
    """Return how ``rule`` gives way; None if it moves nowhere."""
    match rule:
        case YearlyClosing() | PeriodClosing() | DatesClosing():
            return None
        case AfterHolidayClosing(after_holiday="next-weekday"):
            avoids = rule.if_closed != "keep"
            return _Mover(1, ONE_DAY, weekdays=True, closed=avoids)
        case AfterHolidayClosing() | HolidayClosing():
            tier = 1
        case _:
            tier = 2
    if rule.if_closed is None or rule.if_closed == "keep":
        return None
    step = ONE_DAY if rule.if_closed.startswith("next") else -ONE_DAY
    return _Mover(tier, step, weekdays=rule.if_closed.endswith("weekday"))
