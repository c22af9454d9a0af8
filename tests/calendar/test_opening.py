"""Rules of opening hours, one by one, and what holds for all of them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.calendar import OpeningHours, parse_instant
from sns_cli.calendar.zones import utc
from sns_cli.messages import Text
from sns_cli.messages import calendar as sentences
from sns_cli.model.opening import (
    CalendarException,
    Closing,
    HoursRow,
    IfHoliday,
    NthClosing,
    PeriodClosing,
    WeeklyClosing,
    YearlyClosing,
)
from tests.calendar.calendars import CHUO, HOURS, WEEKLY, D, calendar

TOKYO = "Asia/Tokyo"
ALWAYS = HoursRow(
    days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"), open="00:00", close="24:00"
)


def _at(text: str, zone: str = TOKYO) -> dt.datetime:
    at = parse_instant(text, zone)
    assert at is not None
    return at


def _closed(rule: Closing, first: dt.date, days: int) -> list[dt.date]:
    wide = (D(2020, 1, 1), D(2030, 12, 31))
    hours = OpeningHours(calendar((rule,), (ALWAYS,), covers=wide), TOKYO)
    dates = [first + dt.timedelta(days=number) for number in range(days)]
    return [date for date in dates if not hours.day(date).openings]


def test_opening_time_is_included_and_closing_time_is_not() -> None:
    hours = OpeningHours(CHUO, TOKYO)
    assert not hours.is_open(_at("2026-11-25 09:29:59.999999"))
    assert hours.is_open(_at("2026-11-25 09:30"))
    assert hours.is_open(_at("2026-11-25 18:59:59.999999"))
    assert not hours.is_open(_at("2026-11-25 19:00"))
    assert hours.closes_at(_at("2026-11-25 12:00")) == _at("2026-11-25 19:00")
    assert hours.closes_at(_at("2026-11-25 19:00")) is None


def test_the_offset_of_the_question_does_not_matter() -> None:
    hours = OpeningHours(CHUO, TOKYO)
    at = dt.datetime(2026, 11, 25, 0, 30, tzinfo=dt.UTC)
    assert hours.is_open(at)
    found = hours.next_opening(at - dt.timedelta(minutes=1))
    assert found == at
    assert found is not None
    assert found.isoformat() == "2026-11-25T09:30:00+09:00"


def test_a_question_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        OpeningHours(CHUO, TOKYO).is_open(dt.datetime(2026, 11, 25, 10))  # noqa: DTZ001 (the point of the test)


def test_24_00_is_the_end_of_the_day() -> None:
    hours = OpeningHours(calendar(hours=(ALWAYS,)), TOKYO)
    assert hours.is_open(_at("2026-11-25 23:59:59"))
    assert hours.closes_at(_at("2026-11-25 23:59")) == _at("2026-11-26 00:00")
    assert hours.is_open(_at("2026-11-26 00:00"))


def test_the_first_row_that_fits_counts() -> None:
    rows = (
        HoursRow(days=("holiday",), open="10:00", close="11:00"),
        HoursRow(days=("tue",), open="12:00", close="13:00"),
        HoursRow(days=("tue",), open="14:00", close="15:00"),
    )
    hours = OpeningHours(calendar(hours=rows), TOKYO)
    assert [f"{one.open:%H}" for one in hours.day(D(2026, 11, 3)).openings] == ["10"]
    assert [f"{one.open:%H}" for one in hours.day(D(2026, 11, 10)).openings] == ["12"]


@pytest.mark.parametrize(
    ("if_holiday", "closed"),
    [
        ("closed", [4, 11, 18]),
        ("open", [11, 18]),
        ("open-and-close-next-weekday", [7, 11, 18]),
    ],
)
def test_a_weekly_closing_on_a_holiday(
    if_holiday: IfHoliday, closed: list[int]
) -> None:
    rule = WeeklyClosing(reason="休", weekly="mon", if_holiday=if_holiday)
    assert [day.day for day in _closed(rule, D(2026, 5, 1), 20)] == closed


def test_a_closing_on_several_weekdays() -> None:
    rule = WeeklyClosing(reason="休", weekly=("mon", "fri"))
    assert [day.day for day in _closed(rule, D(2026, 6, 1), 14)] == [1, 5, 8, 12]


def test_a_closing_never_moves_to_a_weekend() -> None:
    # Friday 2026-03-20 is 春分の日; the next day of work is Monday the 23rd.
    rule = WeeklyClosing(
        reason="休", weekly="fri", if_holiday="open-and-close-next-weekday"
    )
    assert [day.day for day in _closed(rule, D(2026, 3, 14), 12)] == [23]


def test_a_closing_day_that_is_no_holiday_moves_nowhere() -> None:
    # Monday 2026-05-11 is open: the Sunday before it was closed, not a holiday.
    rule = WeeklyClosing(
        reason="休", weekly="sun", if_holiday="open-and-close-next-weekday"
    )
    closed = [day.day for day in _closed(rule, D(2026, 5, 1), 20)]
    # Sunday the 3rd is 憲法記念日 and three more holidays follow.
    assert closed == [7, 10, 17]


def test_nth_weekdays() -> None:
    rule = NthClosing(reason="休", nth=(2, 5), weekday="thu")
    closed = _closed(rule, D(2026, 7, 1), 62)
    assert closed == [D(2026, 7, 9), D(2026, 7, 30), D(2026, 8, 13)]


def test_an_nth_weekday_on_a_holiday_moves_too() -> None:
    # The third Monday of September 2026 is 敬老の日, followed by two more holidays.
    rule = NthClosing(
        reason="休", nth=3, weekday="mon", if_holiday="open-and-close-next-weekday"
    )
    assert _closed(rule, D(2026, 9, 1), 30) == [D(2026, 9, 24)]


def test_a_holiday_that_one_rule_leaves_open_may_be_closed_by_another() -> None:
    both = (WEEKLY, PeriodClosing(reason="工事", period=(D(2026, 5, 4), D(2026, 5, 4))))
    day = OpeningHours(calendar(both), TOKYO).day(D(2026, 5, 4))
    assert day.openings == ()
    assert day.reasons == ("工事",)


def test_yearly_closings_may_span_new_year_and_name_29_february() -> None:
    rule = YearlyClosing(reason="休", yearly=("12-31", "01-02"))
    closed = _closed(rule, D(2026, 12, 1), 62)
    assert closed == [D(2026, 12, 31), D(2027, 1, 1), D(2027, 1, 2)]
    leap = YearlyClosing(reason="休", yearly=("02-29", "02-29"))
    assert _closed(leap, D(2027, 2, 1), 60) == []
    assert _closed(leap, D(2028, 2, 1), 60) == [D(2028, 2, 29)]


def test_exceptions_override_everything() -> None:
    date, holiday = D(2026, 12, 30), D(2026, 5, 4)
    announced = (
        CalendarException(date=date, open="13:00", close="14:00", reason="臨時開館"),
        CalendarException(date=date, open="10:00", close="11:00", reason="臨時開館"),
        CalendarException(date=holiday, reason="台風"),
    )
    hours = OpeningHours(calendar(CHUO.closed, exceptions=announced), TOKYO)
    shown = [(f"{a:%H}", f"{b:%H}") for a, b in hours.day(date).openings]
    assert shown == [("10", "11"), ("13", "14")]
    assert hours.closes_at(_at("2026-12-30 10:30")) == _at("2026-12-30 11:00")
    assert hours.next_opening(_at("2026-12-30 11:00")) == _at("2026-12-30 13:00")
    assert hours.day(holiday).openings == ()
    assert hours.day(holiday).reasons == ("台風",)


def test_where_announcements_disagree_the_day_is_closed() -> None:
    date = D(2026, 6, 3)
    announced = (
        CalendarException(date=date, open="10:00", close="11:00", reason="短縮"),
        CalendarException(date=date, reason="台風"),
    )
    hours = OpeningHours(calendar(exceptions=announced), TOKYO)
    assert hours.day(date).openings == ()


def test_outside_what_is_covered_it_is_closed() -> None:
    covers = (D(2026, 6, 2), D(2026, 6, 3))
    hours = OpeningHours(calendar(hours=(ALWAYS,), covers=covers), TOKYO)
    assert not hours.day(D(2026, 6, 1)).covered
    assert hours.next_opening(_at("2026-05-01 00:00")) == _at("2026-06-02 00:00")
    assert hours.is_open(_at("2026-06-03 23:59"))
    assert not hours.is_open(_at("2026-06-04 00:00"))
    assert hours.next_opening(_at("2026-06-04 00:00")) is None


def test_without_a_calendar_it_is_never_open() -> None:
    hours = OpeningHours(None, TOKYO)
    assert not hours.is_open(_at("2026-11-25 12:00"))
    assert hours.next_opening(_at("2026-11-25 12:00")) is None
    assert hours.closes_at(_at("2026-11-25 12:00")) is None


@pytest.mark.parametrize(
    ("at", "code", "details"),
    [
        ("2026-11-25 12:00", None, {}),
        (
            "2026-11-24 12:00",
            "hours-closed-day",
            {
                "date": D(2026, 11, 24),
                "why": Text(
                    "定期休館日(毎週月曜、11月23日(月)の振替)",
                    "定期休館日 (every Mon, instead of Mon 23 Nov 2026)",
                ),
            },
        ),
        (
            "2027-02-01 12:00",
            "hours-closed-day",
            {
                "date": D(2027, 2, 1),
                "why": Text(
                    "定期休館日(毎週月曜)"
                    "・特別整理期間(2027年2月1日(月)から2027年2月8日(月)まで)",
                    "定期休館日 (every Mon), "
                    "特別整理期間 (Mon 1 Feb 2027 to Mon 8 Feb 2027)",
                ),
            },
        ),
        (
            "2026-11-25 20:05",
            "hours-outside",
            {"date": D(2026, 11, 25), "time": "20:05", "hours": "9:30–19:00"},
        ),
        (
            "2027-03-31 19:00",
            "hours-none-left",
            {"date": D(2027, 3, 31), "last": D(2027, 3, 31)},
        ),
        (
            "2027-04-01 12:00",
            "hours-not-covered",
            {
                "date": D(2027, 4, 1),
                "first": D(2026, 4, 1),
                "last": D(2027, 3, 31),
            },
        ),
    ],
)
def test_why_it_is_closed(
    at: str, code: str | None, details: dict[str, object]
) -> None:
    reason = OpeningHours(CHUO, TOKYO).why_closed(_at(at))
    if code is None:
        assert reason is None
        return
    assert reason is not None
    assert (reason.code, reason.details) == (code, details)
    for language in ("ja", "en"):
        told = sentences.TEXTS[code].fill(language, details)
        assert "{" not in told


def test_why_it_is_closed_without_hours_or_calendar() -> None:
    at = _at("2026-11-30 12:00")
    no_hours = OpeningHours(calendar(hours=HOURS), TOKYO).why_closed(at)
    assert no_hours is not None
    assert no_hours.code == "hours-none"
    nothing = OpeningHours(None, TOKYO).why_closed(at)
    assert nothing is not None
    assert nothing.code == "hours-no-calendar"
    night = OpeningHours(
        calendar(hours=(HoursRow(days=("mon",), open="20:00", close="24:00"),)), TOKYO
    )
    outside = night.why_closed(at)
    assert outside is not None
    assert outside.details == {
        "date": D(2026, 11, 30),
        "time": "12:00",
        "hours": "20:00–24:00",
    }


ZONES = (
    TOKYO,
    "America/New_York",
    "Europe/Berlin",
    "America/Havana",
    "Africa/Cairo",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "America/Asuncion",
)
INSTANTS = st.datetimes(
    min_value=dt.datetime(2026, 3, 25),  # noqa: DTZ001 (hypothesis adds the zone)
    max_value=dt.datetime(2027, 4, 5),  # noqa: DTZ001 (hypothesis adds the zone)
    timezones=st.just(dt.UTC),
)
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
ROWS = st.builds(
    lambda one, two: HoursRow(
        days=ALWAYS.days, open=min(one, two), close=max(one, two)
    ),
    CLOCKS,
    st.one_of(CLOCKS, st.just("24:00")),
).filter(lambda row: row.open < row.close)
ZONE_HOURS = st.builds(
    lambda row, zone: OpeningHours(calendar(CHUO.closed, (row,)), zone),
    ROWS,
    st.sampled_from(ZONES),
)


@given(ZONE_HOURS, INSTANTS)
def test_the_next_opening_is_open_and_not_before(
    hours: OpeningHours, at: dt.datetime
) -> None:
    found = hours.next_opening(at)
    assert hours.is_open(at) == (found is not None and utc(found) == at)
    if found is None:
        return
    assert utc(found) >= at
    assert hours.is_open(found)
    assert not hours.is_open(at) or utc(found) == at
    # Nothing between is open: the next opening seen from just before is the same one.
    if utc(found) > at:
        before = utc(found) - dt.timedelta(microseconds=1)
        assert not hours.is_open(before)


@given(ZONE_HOURS, INSTANTS, st.timedeltas(dt.timedelta(0), dt.timedelta(days=20)))
def test_the_next_opening_never_goes_back(
    hours: OpeningHours, at: dt.datetime, later: dt.timedelta
) -> None:
    first, second = hours.next_opening(at), hours.next_opening(at + later)
    if second is not None:
        assert first is not None
        assert utc(first) <= utc(second)
    if first is not None and utc(first) >= at + later:
        assert second == first


@given(ZONE_HOURS, INSTANTS)
def test_it_is_open_until_it_closes(hours: OpeningHours, at: dt.datetime) -> None:
    closes = hours.closes_at(at)
    assert (closes is not None) == hours.is_open(at)
    if closes is None:
        assert hours.why_closed(at) is not None
        return
    assert utc(closes) > at
    assert hours.is_open(utc(closes) - dt.timedelta(microseconds=1))
    if hours.is_open(closes):
        # Only an opening that goes on at midnight may touch.
        opening = hours.next_opening(closes)
        assert opening is not None
        assert opening.time() == dt.time(opening.hour)


def test_a_day_that_the_clock_skips_has_no_openings() -> None:
    # Samoa went from Thursday 29 to Saturday 31 December 2011.
    covers = (D(2011, 12, 29), D(2011, 12, 31))
    row = HoursRow(days=ALWAYS.days, open="09:00", close="17:00")
    hours = OpeningHours(calendar(hours=(row,), covers=covers), "Pacific/Apia")
    days = [hours.day(D(2011, 12, number)).openings for number in (29, 30, 31)]
    assert [len(openings) for openings in days] == [1, 0, 1]
