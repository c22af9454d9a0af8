"""When a library is open, as ``[calendars]`` of ``sns.toml`` says it (design 8.2).

What these values mean for a day or an hour is for ``sns_cli.calendar``.
"""

import datetime as dt
from typing import Literal

from sns_cli.model.post import Frozen

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DayName = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"]
IfHoliday = Literal["open", "closed", "open-and-close-next-weekday"]


class HoursRow(Frozen):
    """Opening hours of some days; the first row that fits a day counts."""

    days: tuple[DayName, ...]
    open: str
    """``HH:MM``; the library is open from this minute."""
    close: str
    """``HH:MM``, at most ``24:00``; closed from this minute."""


class WeeklyClosing(Frozen):
    """Closed on these weekdays, every week."""

    reason: str
    weekly: Weekday | tuple[Weekday, ...]
    if_holiday: IfHoliday = "closed"


class NthClosing(Frozen):
    """Closed on the n-th such weekday of a month, such as the third Thursday."""

    reason: str
    nth: int | tuple[int, ...]
    weekday: Weekday
    if_holiday: IfHoliday = "closed"


class YearlyClosing(Frozen):
    """Closed from one ``MM-DD`` to another, both included; may span New Year."""

    reason: str
    yearly: tuple[str, str]


class PeriodClosing(Frozen):
    """Closed from one date to another, both included."""

    reason: str
    period: tuple[dt.date, dt.date]


Closing = WeeklyClosing | NthClosing | YearlyClosing | PeriodClosing


class CalendarException(Frozen):
    """One announced day that overrides every rule; without hours: closed."""

    date: dt.date
    open: str | None = None
    close: str | None = None
    reason: str


class Calendar(Frozen):
    """``[calendars.<key>]``: when the library is open.

    A date outside ``covers`` counts as closed (design 8.2).
    """

    name: str
    covers: tuple[dt.date, dt.date]
    hours: tuple[HoursRow, ...]
    closed: tuple[Closing, ...] = ()
    exceptions: tuple[CalendarException, ...] = ()
