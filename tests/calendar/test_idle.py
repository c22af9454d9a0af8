"""Lines of a calendar that fit no day are found, and no others."""

import datetime as dt

import pytest

from sns_cli.calendar import idle_lines
from sns_cli.model.opening import (
    AfterHolidayClosing,
    CalendarException,
    Closing,
    DatesClosing,
    HoursRow,
    MonthlyClosing,
    NthClosing,
    PeriodClosing,
    WeeklyClosing,
    YearlyClosing,
)
from tests.calendar.calendars import CHUO, HOURS, calendar

D = dt.date
BEFORE = (D(2026, 3, 31), D(2026, 3, 31))


def after(**more: object) -> WeeklyClosing:
    return WeeklyClosing.model_validate({"reason": "休", "weekly": "tue", **more})


IDLE: dict[str, Closing] = {
    "another weekday": WeeklyClosing(reason="休", weekly="mon", only_on=("tue",)),
    "nothing left": WeeklyClosing(
        reason="休", weekly="mon", only_on=("mon",), not_on=("mon",)
    ),
    "after closing time": after(**{"from": "19:00"}),
    "before opening time": after(until="09:30"),
    "a period before": PeriodClosing(
        reason="休", period=(D(2026, 3, 1), D(2026, 3, 31))
    ),
    "dates after": DatesClosing(reason="休", dates=(D(2027, 4, 1),)),
    "no such day in these years": YearlyClosing(reason="休", yearly=("02-29", "02-29")),
    "far away, though it may move": MonthlyClosing(
        reason="休",
        monthly=(1,),
        only_on=((D(2025, 1, 1), D(2025, 12, 31)),),
        if_closed="next-day",
    ),
}
BUSY: dict[str, Closing] = {
    "a weekday": after(),
    "a part of the day": after(until="09:31"),
    "one day": DatesClosing(reason="休", dates=(D(2027, 3, 31), D(2029, 1, 1))),
    "the fifth": NthClosing(reason="休", nth=5, weekday="sun"),
    "after a holiday": AfterHolidayClosing(reason="休", after_holiday="next-weekday"),
    "comes from before": MonthlyClosing(
        reason="休", monthly=(31,), only_on=(BEFORE,), if_closed="next-weekday"
    ),
    "falls on closed days only": WeeklyClosing(reason="休", weekly="mon"),
}


@pytest.mark.parametrize("what", IDLE)
def test_a_closing_that_fits_no_day_is_found(what: str) -> None:
    assert list(idle_lines(calendar((IDLE[what],)))) == [IDLE[what]]


@pytest.mark.parametrize("what", BUSY)
def test_a_closing_that_fits_some_day_is_not(what: str) -> None:
    assert list(idle_lines(calendar((BUSY[what],)))) == []


def test_the_calendar_of_the_example_library_has_none() -> None:
    assert list(idle_lines(CHUO)) == []


def test_a_row_of_hours_behind_others_is_found() -> None:
    late = HoursRow(days=("sun",), open="10:00", close="12:00")
    summer = late.model_copy(update={"only_on": (("07-01", "07-31"),)})
    assert list(idle_lines(calendar(hours=(*HOURS, late)))) == [late]
    assert list(idle_lines(calendar(hours=(late, *HOURS)))) == []
    assert list(idle_lines(calendar(hours=(summer, late, *HOURS)))) == []


@pytest.mark.parametrize("date", [D(2026, 3, 31), D(2027, 4, 1)])
def test_an_exception_outside_what_is_covered_is_found(date: dt.date) -> None:
    one = CalendarException(date=date, reason="停電")
    assert list(idle_lines(calendar(exceptions=(one,)))) == [one]
