"""How closings give way to each other: the definitions of decision 0008, by example."""

import datetime as dt

import pytest

from sns_cli.calendar import OpeningHours
from sns_cli.model.opening import (
    AfterHoliday,
    AfterHolidayClosing,
    Closing,
    DatesClosing,
    HolidayClosing,
    HoursRow,
    IfClosed,
    LastDayClosing,
    MonthlyClosing,
    NthClosing,
    PeriodClosing,
    WeeklyClosing,
    YearlyClosing,
)
from tests.calendar.calendars import D, calendar

TOKYO = "Asia/Tokyo"
ALWAYS = HoursRow(
    days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), open="09:00", close="17:00"
)
WIDE = (D(2020, 1, 1), D(2035, 12, 31))
EVERY = tuple(range(1, 13))
MONDAYS = WeeklyClosing(reason="月曜", weekly="mon")
NEW_YEAR = YearlyClosing(reason="年末年始", yearly=("12-29", "01-03"))


def hours(*rules: Closing) -> OpeningHours:
    return OpeningHours(calendar(rules, (ALWAYS,), covers=WIDE), TOKYO)


def closed(reason: str, first: dt.date, last: dt.date, *rules: Closing) -> list[str]:
    """Return the days (MM-DD) that the rule with this reason closes."""
    found = hours(*rules)
    dates = [first + dt.timedelta(days=one) for one in range((last - first).days + 1)]
    return [f"{one:%m-%d}" for one in dates if reason in found.day(one).reasons]


def month_ends(if_closed: IfClosed, *others: Closing) -> list[str]:
    rule = LastDayClosing(reason="月末", last_day_of=EVERY, if_closed=if_closed)
    return closed("月末", D(2026, 5, 1), D(2027, 1, 31), rule, *others)


@pytest.mark.parametrize(
    ("if_closed", "expected"),
    [
        (
            "keep",
            "05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31 01-31",
        ),
        (  # Monday 31 August and Monday 30 November are closed already
            "next-day",
            "05-31 06-30 07-31 09-01 09-30 10-31 12-01 12-31 01-31",
        ),
        (
            "previous-day",
            "05-31 06-30 07-31 08-30 09-30 10-31 11-29 12-31 01-31",
        ),
        (  # 31 May, 31 October and 31 January are no weekdays, nor is 文化の日
            "next-weekday",
            "06-02 06-30 07-31 09-01 09-30 11-04 12-01 12-31",
        ),
        (
            "previous-weekday",
            "05-29 06-30 07-31 08-28 09-30 10-30 11-27 12-31 01-29",
        ),
    ],
)
def test_a_month_end_gives_way(if_closed: IfClosed, expected: str) -> None:
    assert month_ends(if_closed, MONDAYS, NEW_YEAR) == expected.split()


def test_within_a_longer_closure_nothing_moves_on() -> None:
    stay = month_ends("previous-weekday", NEW_YEAR)
    assert "12-31" in stay
    assert "12-28" not in stay
    stocktaking = PeriodClosing(reason="点検", period=(D(2026, 6, 1), D(2026, 6, 5)))
    # Sunday 31 May comes upon the period on Monday and is done with there.
    moved = closed(
        "月末",
        D(2026, 5, 25),
        D(2026, 6, 15),
        LastDayClosing(reason="月末", last_day_of=(5,), if_closed="next-weekday"),
        stocktaking,
    )
    assert moved == ["06-01"]


def test_a_closing_for_some_hours_does_not_count_as_closed() -> None:
    early = WeeklyClosing(reason="早じまい", weekly="mon", **{"from": "12:00"})
    assert "08-31" in month_ends("next-day", early)


def test_a_closure_for_some_hours_stops_nothing() -> None:
    early = YearlyClosing(
        reason="早じまい", yearly=("12-29", "01-03"), **{"from": "12:00"}
    )
    # 31 December 2026 is a Thursday.
    thursdays = WeeklyClosing(reason="木曜", weekly="thu")
    moved = month_ends("next-day", early, thursdays)
    assert "12-31" not in moved
    assert "01-01" in moved


def test_a_day_without_hours_counts_as_closed() -> None:
    row = HoursRow(days=("tue", "wed", "thu", "fri"), open="09:00", close="17:00")
    rule = LastDayClosing(reason="月末", last_day_of=EVERY, if_closed="previous-day")
    found = OpeningHours(calendar((rule,), (row,), covers=WIDE), TOKYO)
    assert found.day(D(2026, 5, 29)).reasons == ("月末",)  # the 31st is a Sunday


@pytest.mark.parametrize(
    ("how", "if_closed", "expected"),
    [
        ("next-day", None, "02-12 02-24 03-23"),
        ("next-weekday", None, "02-12 02-24 03-23"),
    ],
)
def test_the_day_after_a_holiday(
    how: AfterHoliday, if_closed: IfClosed | None, expected: str
) -> None:
    rule = AfterHolidayClosing(reason="翌日", after_holiday=how, if_closed=if_closed)
    found = closed("翌日", D(2027, 2, 1), D(2027, 3, 31), rule, MONDAYS)
    assert found == expected.split()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        # Friday 20 March 2026, a holiday, is followed by a weekend and closed Monday.
        (AfterHolidayClosing(reason="翌日", after_holiday="next-day"), "03-21"),
        (AfterHolidayClosing(reason="翌日", after_holiday="next-weekday"), "03-24"),
        (
            AfterHolidayClosing(
                reason="翌日", after_holiday="next-weekday", if_closed="keep"
            ),
            "03-23",
        ),
        (
            AfterHolidayClosing(
                reason="翌日", after_holiday="next-day", not_on=("sat", "sun")
            ),
            "",
        ),
        (
            AfterHolidayClosing(
                reason="翌日", after_holiday="next-day", if_closed="next-weekday"
            ),
            "03-24",
        ),
    ],
)
def test_a_holiday_on_a_friday(rule: AfterHolidayClosing, expected: str) -> None:
    found = closed("翌日", D(2026, 3, 16), D(2026, 3, 31), rule, MONDAYS)
    assert found == expected.split()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        # 3 to 6 May 2026 are holidays.
        (AfterHolidayClosing(reason="翌日", after_holiday="next-day"), "05-07"),
        (AfterHolidayClosing(reason="翌日", after_holiday="next-weekday"), "05-07"),
        (
            AfterHolidayClosing(
                reason="翌日", after_holiday="next-day", if_holiday="closed"
            ),
            "05-04 05-05 05-06 05-07",
        ),
    ],
)
def test_holidays_in_a_row(rule: AfterHolidayClosing, expected: str) -> None:
    found = closed("翌日", D(2026, 5, 1), D(2026, 5, 20), rule)
    assert found == expected.split()


def test_the_day_after_new_year_is_done_with_in_the_new_year_closure() -> None:
    rule = AfterHolidayClosing(reason="翌日", after_holiday="next-weekday")
    found = closed("翌日", D(2026, 12, 20), D(2027, 1, 10), rule, MONDAYS, NEW_YEAR)
    assert found == ["01-02"]


def test_what_hangs_on_holidays_comes_before_what_the_library_may_choose() -> None:
    """30 April 2026 is a month end and the day after 昭和の日: it closes once."""
    after = AfterHolidayClosing(reason="翌日", after_holiday="next-weekday")
    end = LastDayClosing(reason="月末", last_day_of=(4,), if_closed="previous-weekday")
    for rules in ((after, end), (end, after)):
        found = [
            closed(reason, D(2026, 4, 20), D(2026, 5, 5), *rules)
            for reason in ("翌日", "月末")
        ]
        assert found == [["04-30"], ["04-28"]]


@pytest.mark.parametrize(
    "holidays",
    [
        HolidayClosing(reason="祝日", holidays=True, if_closed="next-day"),
        AfterHolidayClosing(
            reason="祝日", after_holiday="next-day", if_closed="next-day"
        ),
    ],
)
def test_so_does_a_closing_moved_from_a_holiday(holidays: Closing) -> None:
    """昭和の日 of 2024 is a Monday; the month ends on the day after it."""
    end = LastDayClosing(reason="月末", last_day_of=(4,), if_closed="previous-weekday")
    rules = (end, MONDAYS, holidays)
    assert "04-30" in closed("祝日", D(2024, 4, 20), D(2024, 4, 30), *rules)
    assert closed("月末", D(2024, 4, 20), D(2024, 5, 5), *rules) == ["04-26"]


def test_holidays_are_closed_substitutes_included_and_may_move() -> None:
    first, last = D(2026, 9, 1), D(2026, 12, 31)
    plain = HolidayClosing(reason="祝日", holidays=True)
    assert closed("祝日", first, last, plain, MONDAYS) == [
        "09-21",
        "09-22",
        "09-23",
        "10-12",
        "11-03",
        "11-23",
    ]
    moving = HolidayClosing(reason="祝日", holidays=True, if_closed="next-day")
    assert closed("祝日", first, last, moving, MONDAYS) == [
        "09-22",
        "09-23",
        "10-13",
        "11-03",
        "11-24",
    ]


def test_the_last_weekday_of_a_month_and_a_day_of_every_month() -> None:
    last = NthClosing(reason="最終木曜", nth=(1, "last"), weekday="thu")
    assert closed("最終木曜", D(2026, 7, 1), D(2026, 8, 31), last) == [
        "07-02",
        "07-30",
        "08-06",
        "08-27",
    ]
    days = MonthlyClosing(reason="定例", monthly=(10, 31))
    assert closed("定例", D(2026, 5, 1), D(2026, 7, 31), days) == [
        "05-10",
        "05-31",
        "06-10",
        "07-10",
        "07-31",
    ]


def test_a_list_of_dates() -> None:
    rule = DatesClosing(reason="一覧", dates=(D(2026, 5, 1), D(2026, 5, 4)))
    assert closed("一覧", D(2026, 4, 1), D(2026, 6, 1), rule) == ["05-01", "05-04"]
    free = rule.model_copy(update={"if_holiday": "open"})
    assert closed("一覧", D(2026, 4, 1), D(2026, 6, 1), free) == ["05-01"]


def test_a_closing_is_narrowed_before_it_moves() -> None:
    summer = WeeklyClosing(
        reason="月曜", weekly="mon", not_on=(("07-21", "08-31"), "holiday")
    )
    assert closed("月曜", D(2026, 7, 6), D(2026, 9, 7), summer) == [
        "07-06",
        "07-13",
        "09-07",
    ]
    once = WeeklyClosing(
        reason="月曜", weekly="mon", only_on=((D(2026, 7, 1), D(2026, 7, 13)), "sat")
    )
    assert closed("月曜", D(2026, 6, 1), D(2027, 6, 1), once) == ["07-06", "07-13"]


def test_a_closing_that_finds_no_place_lapses() -> None:
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    never = WeeklyClosing(reason="休", weekly=days)
    end = LastDayClosing(reason="月末", last_day_of=EVERY, if_closed="next-day")
    assert closed("月末", D(2026, 1, 1), D(2026, 12, 31), end, never) == []
