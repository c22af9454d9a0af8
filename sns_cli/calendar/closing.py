"""The closing rules of a library, one day at a time (rules.ja §2; design 8.2)."""

import datetime as dt
from typing import Final, assert_never

from sns_cli.calendar.holidays import holiday_name, is_working_day
from sns_cli.model.opening import (
    Calendar,
    Closing,
    NthClosing,
    PeriodClosing,
    WeeklyClosing,
    YearlyClosing,
)

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ONE_DAY: Final = dt.timedelta(days=1)
_DAYS_OF_WEEK: Final = 7


def closing_reasons(calendar: Calendar, date: dt.date) -> tuple[str, ...]:
    """Return the reasons for which the rules (not the exceptions) close ``date``."""
    return tuple(rule.reason for rule in calendar.closed if closes(rule, date))


def closes(rule: Closing, date: dt.date) -> bool:
    """Tell whether ``rule`` closes the library on ``date``."""
    match rule:
        case WeeklyClosing() | NthClosing():
            return _closes_with_holidays(rule, date)
        case YearlyClosing():
            return _in_yearly(rule.yearly, date)
        case PeriodClosing():
            return rule.period[0] <= date <= rule.period[1]
        case _:
            assert_never(rule)


def _closes_with_holidays(rule: WeeklyClosing | NthClosing, date: dt.date) -> bool:
    if _falls_on(rule, date):
        return rule.if_holiday == "closed" or holiday_name(date) is None
    return rule.if_holiday == "open-and-close-next-weekday" and _moved_to(rule, date)


def _moved_to(rule: WeeklyClosing | NthClosing, date: dt.date) -> bool:
    """Tell whether ``rule`` moves a closing from a holiday to ``date``.

    It moves to the next day that is neither Saturday, Sunday nor a holiday, so the
    holiday is among the unbroken run of such days before ``date``.
    """
    if not is_working_day(date):
        return False
    before = date - _ONE_DAY
    while not is_working_day(before):
        if _falls_on(rule, before) and holiday_name(before) is not None:
            return True
        before -= _ONE_DAY
    return False


def _falls_on(rule: WeeklyClosing | NthClosing, date: dt.date) -> bool:
    weekday = WEEKDAYS[date.weekday()]
    if isinstance(rule, WeeklyClosing):
        return weekday in _several(rule.weekly)
    nth = (date.day - 1) // _DAYS_OF_WEEK + 1
    return weekday == rule.weekday and nth in _numbers(rule.nth)


def _several(weekly: str | tuple[str, ...]) -> tuple[str, ...]:
    return (weekly,) if isinstance(weekly, str) else weekly


def _numbers(nth: int | tuple[int, ...]) -> tuple[int, ...]:
    return (nth,) if isinstance(nth, int) else nth


def _in_yearly(yearly: tuple[str, str], date: dt.date) -> bool:
    # "MM-DD" sorts as text, so 02-29 needs no leap year.
    first, last = yearly
    day = f"{date:%m-%d}"
    if first <= last:
        return first <= day <= last
    return day >= first or day <= last
