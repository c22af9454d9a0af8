"""What holds of any closings, and how their causes are told."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.calendar import causes_text
from sns_cli.model.opening import (
    AfterHolidayClosing,
    Closing,
    DatesClosing,
    HolidayClosing,
    LastDayClosing,
    MonthlyClosing,
    NthClosing,
    WeeklyClosing,
    YearlyClosing,
)
from tests.calendar.calendars import D
from tests.calendar.test_moving import EVERY, MONDAYS, NEW_YEAR, hours


def test_a_moved_closing_says_from_where() -> None:
    end = LastDayClosing(reason="整理日", last_day_of=(5,), if_closed="next-weekday")
    (cause,) = hours(end, MONDAYS).day(D(2026, 6, 2)).causes
    assert cause.moved_from == D(2026, 5, 31)
    told = causes_text([cause])
    assert told.ja == "整理日(月末、5月31日(日)の振替)"
    assert told.en == "整理日 (last day of the month, instead of Sun 31 May 2026)"


@pytest.mark.parametrize(
    ("rule", "day", "ja"),
    [
        (WeeklyClosing(reason="休", weekly=("mon", "fri")), 5, "休(毎週月・金曜)"),
        (
            NthClosing(reason="休", nth=(2, "last"), weekday="thu"),
            11,
            "休(第2・最終木曜)",
        ),
        (MonthlyClosing(reason="休", monthly=(4, 10)), 4, "休(毎月4・10日)"),
        (YearlyClosing(reason="休", yearly=("06-04", "06-04")), 4, "休(6月4日)"),
        (DatesClosing(reason="休 {0}", dates=(D(2026, 6, 4),)), 4, "休 {0}"),
    ],
)
def test_the_rule_is_told_in_words(rule: Closing, day: int, ja: str) -> None:
    causes = hours(rule).day(D(2026, 6, day)).causes
    assert causes_text(causes).fill("ja", {}) == ja


def test_words_that_the_library_uses_already_are_not_said_again() -> None:
    rule = AfterHolidayClosing(reason="祝日の翌日", after_holiday="next-day")
    assert causes_text(hours(rule).day(D(2026, 4, 30)).causes).ja == "祝日の翌日"


RULES = st.one_of(
    st.just(MONDAYS),
    st.just(NEW_YEAR),
    st.builds(
        LastDayClosing,
        reason=st.just("月末"),
        last_day_of=st.just(EVERY),
        if_closed=st.sampled_from(
            ["keep", "next-day", "next-weekday", "previous-day", "previous-weekday"]
        ),
    ),
    st.builds(
        NthClosing,
        reason=st.just("第"),
        nth=st.sampled_from([1, 3, 5, "last"]),
        weekday=st.sampled_from(["mon", "thu", "sun"]),
        if_holiday=st.sampled_from(
            [
                "open",
                "closed",
                "open-and-close-next-day",
                "open-and-close-next-weekday",
            ]
        ),
        if_closed=st.sampled_from(["keep", "next-weekday", "previous-day"]),
    ),
    st.builds(
        AfterHolidayClosing,
        reason=st.just("翌"),
        after_holiday=st.sampled_from(["next-day", "next-weekday"]),
    ),
    st.builds(HolidayClosing, reason=st.just("祝"), holidays=st.sampled_from([True])),
)


@given(st.lists(RULES, max_size=6), st.data())
def test_the_order_of_closings_never_matters(
    rules: list[Closing], data: st.DataObject
) -> None:
    turned = data.draw(st.permutations(rules))
    first = data.draw(st.dates(D(2026, 1, 1), D(2028, 1, 1)))
    one, two = hours(*rules), hours(*turned)
    for number in range(40):
        date = first + dt.timedelta(days=number)
        assert sorted(one.day(date).reasons) == sorted(two.day(date).reasons)


@given(st.lists(RULES, max_size=6), st.dates(D(2026, 1, 1), D(2028, 1, 1)))
def test_it_does_not_matter_which_day_was_asked_for_first(
    rules: list[Closing], first: dt.date
) -> None:
    dates = [first + dt.timedelta(days=number) for number in range(40)]
    one, two = hours(*rules), hours(*rules)
    forward = [one.day(date).causes for date in dates]
    backward = [two.day(date).causes for date in reversed(dates)]
    assert forward == backward[::-1]
