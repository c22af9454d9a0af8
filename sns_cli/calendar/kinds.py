"""Which days a closing names, before anything moves it (rules.ja §2; design 8.2)."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, assert_never

from sns_cli.calendar.holidays import holiday_name, is_working_day
from sns_cli.model.opening import (
    AfterHolidayClosing,
    Closing,
    DatesClosing,
    DaySelector,
    HolidayClosing,
    IfHoliday,
    LastDayClosing,
    MonthDays,
    MonthlyClosing,
    NthClosing,
    PeriodClosing,
    WeeklyClosing,
    YearlyClosing,
)

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ONE_DAY: Final = dt.timedelta(days=1)
_WEEK: Final = dt.timedelta(days=7)


def settled_on(rule: Closing, date: dt.date) -> dt.date | None:
    """Return the day from which ``rule`` comes to close ``date``, holidays considered.

    That is ``date`` itself, or the holiday from which ``if_holiday`` moves the closing
    here; None if the rule does not close ``date``. ``if_closed`` is not looked at.
    """
    if isinstance(rule, HolidayClosing):
        return date if names(rule, date) else None
    if names(rule, date):
        kept = rule.if_holiday == "closed" or holiday_name(date) is None
        if kept:
            return date
    return _moved_here(rule, rule.if_holiday, date)


def names(rule: Closing, date: dt.date) -> bool:
    """Tell whether ``date`` is a day of the rule's kind that its filters let pass."""
    return _is_of_kind(rule, date) and selected(rule.only_on, rule.not_on, date)


def selected(
    only_on: Iterable[DaySelector], not_on: Iterable[DaySelector], date: dt.date
) -> bool:
    """Tell whether ``date`` is among ``only_on`` (empty: all days), not ``not_on``."""
    wanted = tuple(only_on)
    if wanted and not any(_selects(one, date) for one in wanted):
        return False
    return not any(_selects(one, date) for one in not_on)


def day_names(date: dt.date) -> frozenset[str]:
    """Return the names of a day: its weekday, and ``holiday`` if it is one."""
    weekday = WEEKDAYS[date.weekday()]
    return frozenset((weekday,) if holiday_name(date) is None else (weekday, "holiday"))


def _selects(selector: DaySelector, date: dt.date) -> bool:
    if isinstance(selector, str):
        return selector in day_names(date)
    first, last = selector
    if isinstance(first, dt.date) and isinstance(last, dt.date):
        return first <= date <= last
    return _in_yearly((str(first), str(last)), date)


def _moved_here(rule: Closing, if_holiday: IfHoliday, date: dt.date) -> dt.date | None:
    """Return the holiday from which ``if_holiday`` moves the closing to ``date``.

    ``open-and-close-next-weekday`` moves it to the next day that is neither Saturday,
    Sunday nor a holiday, so the holiday is among the unbroken run of such days before
    ``date``; ``open-and-close-next-day`` to the very next day.
    """
    before = date - ONE_DAY
    if if_holiday == "open-and-close-next-day":
        return before if _is_left_open(rule, before) else None
    if if_holiday == "open-and-close-next-weekday":
        while is_working_day(date) and not is_working_day(before):
            if _is_left_open(rule, before):
                return before
            before -= ONE_DAY
    return None


def _is_left_open(rule: Closing, date: dt.date) -> bool:
    return holiday_name(date) is not None and names(rule, date)


def _is_of_kind(rule: Closing, date: dt.date) -> bool:
    match rule:
        case HolidayClosing():
            return holiday_name(date) is not None
        case AfterHolidayClosing():
            return holiday_name(date - ONE_DAY) is not None
        case YearlyClosing():
            return _in_yearly(rule.yearly, date)
        case PeriodClosing():
            return rule.period[0] <= date <= rule.period[1]
        case DatesClosing():
            return date in rule.dates
        case _:
            return _recurs(rule, date)


def _recurs(
    rule: WeeklyClosing | NthClosing | MonthlyClosing | LastDayClosing, date: dt.date
) -> bool:
    match rule:
        case WeeklyClosing():
            return WEEKDAYS[date.weekday()] in rule.weekdays
        case NthClosing():
            return WEEKDAYS[date.weekday()] == rule.weekday and _is_nth(rule, date)
        case MonthlyClosing():
            return date.day in rule.monthly
        case LastDayClosing():
            return (date + ONE_DAY).day == 1 and date.month in rule.last_day_of
        case _:
            assert_never(rule)


def _is_nth(rule: NthClosing, date: dt.date) -> bool:
    wanted = rule.ordinals
    last = (date + _WEEK).month != date.month
    return (date.day - 1) // _WEEK.days + 1 in wanted or (last and "last" in wanted)


def _in_yearly(yearly: MonthDays, date: dt.date) -> bool:
    # "MM-DD" sorts as text, so 02-29 needs no leap year.
    first, last = yearly
    day = f"{date:%m-%d}"
    if first <= last:
        return first <= day <= last
    return day >= first or day <= last
