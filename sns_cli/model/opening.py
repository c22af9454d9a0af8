"""When a library is open, as ``[calendars]`` of ``sns.toml`` says it (design 8.2).

What these values mean for a day or an hour is for ``sns_cli.calendar``; how closings
act on each other, for ``sns_cli.calendar.closing`` and decision 0008.
"""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from sns_cli.model.post import Frozen

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DayName = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"]
IfHoliday = Literal[
    "open", "closed", "open-and-close-next-weekday", "open-and-close-next-day"
]
IfClosed = Literal[
    "keep", "next-day", "next-weekday", "previous-day", "previous-weekday"
]
AfterHoliday = Literal["next-day", "next-weekday"]
Ordinal = int | Literal["last"]

MonthDays = tuple[str, str]
"""From one ``MM-DD`` to another, both included; may span New Year."""
Dates = tuple[dt.date, dt.date]
"""From one date to another, both included."""
DaySelector = DayName | MonthDays | Dates
"""Some days. A single ``MM-DD`` or date is held as a span from it to itself."""


class HoursRow(Frozen):
    """Opening hours of some days; the first row that fits a day counts.

    ``days`` names weekdays and holidays. ``only_on`` and ``not_on`` narrow them, such
    as to the longer evenings of summer: only_on = [["07-01", "08-31"]].
    """

    days: tuple[DayName, ...]
    only_on: tuple[DaySelector, ...] = ()
    not_on: tuple[DaySelector, ...] = ()
    open: str
    """``HH:MM``; the library is open from this minute."""
    close: str
    """``HH:MM``, at most ``24:00``; closed from this minute."""


class _Closing(Frozen):
    """What every closing may say besides its kind."""

    reason: str
    only_on: tuple[DaySelector, ...] = ()
    """Of the days the kind names, only these; empty means all of them."""
    not_on: tuple[DaySelector, ...] = ()
    """Of the days the kind names, all but these."""
    from_: Annotated[str | None, Field(alias="from")] = None
    """``HH:MM``: closed only from this minute on, not the whole day."""
    until: str | None = None
    """``HH:MM``: closed only up to this minute, not the whole day."""

    @property
    def whole_day(self) -> bool:
        """Whether it closes whole days."""
        return self.from_ is None and self.until is None


class OnDays(_Closing):
    """A closing that says what happens where it falls on a holiday."""

    if_holiday: IfHoliday = "closed"


class _Movable(OnDays):
    """A closing that may give way to days that are closed already."""

    if_closed: IfClosed = "keep"


class WeeklyClosing(_Movable):
    """Closed on these weekdays, every week."""

    weekly: Weekday | tuple[Weekday, ...]

    @property
    def weekdays(self) -> tuple[Weekday, ...]:
        """The weekdays, be it a single one."""
        return self.weekly if isinstance(self.weekly, tuple) else (self.weekly,)


class NthClosing(_Movable):
    """Closed on the n-th such weekday of a month: the third, or "last", Thursday."""

    nth: Ordinal | tuple[Ordinal, ...]
    weekday: Weekday

    @property
    def ordinals(self) -> tuple[Ordinal, ...]:
        """Which of the month, be it a single one."""
        return self.nth if isinstance(self.nth, tuple) else (self.nth,)


class MonthlyClosing(_Movable):
    """Closed on these days of every month, such as the 25th."""

    monthly: tuple[int, ...]


class LastDayClosing(_Movable):
    """Closed on the last day of these months (1 to 12, or "every")."""

    last_day_of: tuple[int, ...]


class HolidayClosing(_Closing):
    """Closed on holidays, substitute days included."""

    holidays: Literal[True]
    if_closed: IfClosed = "keep"


class AfterHolidayClosing(OnDays):
    """Closed after a holiday: on the very next day, or on the first weekday after it.

    Where the next day is a holiday too it is left open, unless ``if_holiday`` says
    otherwise: the day after that one is closed.
    """

    after_holiday: AfterHoliday
    if_holiday: IfHoliday = "open"
    if_closed: IfClosed | None = None
    """Absent: ``next-weekday`` after a ``next-weekday``, else ``keep``."""


class YearlyClosing(OnDays):
    """Closed from one ``MM-DD`` to another, both included; may span New Year."""

    yearly: MonthDays


class PeriodClosing(OnDays):
    """Closed from one date to another, both included."""

    period: Dates


class DatesClosing(OnDays):
    """Closed on the dates of a list, as many libraries announce them for a year."""

    dates: tuple[dt.date, ...]


Closing = (
    WeeklyClosing
    | NthClosing
    | MonthlyClosing
    | LastDayClosing
    | HolidayClosing
    | AfterHolidayClosing
    | YearlyClosing
    | PeriodClosing
    | DatesClosing
)


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
    covers: Dates
    hours: tuple[HoursRow, ...]
    closed: tuple[Closing, ...] = ()
    exceptions: tuple[CalendarException, ...] = ()
