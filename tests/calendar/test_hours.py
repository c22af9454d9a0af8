"""Closings for a part of the day, hours for a part of the year."""

import datetime as dt

import pytest

from sns_cli.calendar import Day, OpeningHours, hours_text, parse_instant
from sns_cli.model.opening import (
    CalendarException,
    Closing,
    HoursRow,
    LastDayClosing,
    WeeklyClosing,
    YearlyClosing,
)
from sns_cli.report.sentences import sentence
from tests.calendar.calendars import D, calendar

TOKYO = "Asia/Tokyo"
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")
ROWS = (HoursRow(days=WORKDAYS, open="09:30", close="19:00"),)


def _part(**more: str) -> Closing:
    """Return a closing of every weekday; ``begin`` is its ``from``."""
    if "begin" in more:
        more["from"] = more.pop("begin")
    named = {"reason": "昼休み", "weekly": WORKDAYS, **more}
    return WeeklyClosing.model_validate(named)


def _day(date: dt.date, *rules: Closing, rows: tuple[HoursRow, ...] = ROWS) -> Day:
    return OpeningHours(calendar(rules, rows), TOKYO).day(date)


@pytest.mark.parametrize(
    ("rules", "hours"),
    [
        ((), "9:30–19:00"),
        ((_part(begin="12:00", until="13:00"),), "9:30–12:00, 13:00–19:00"),
        ((_part(begin="12:00"),), "9:30–12:00"),
        ((_part(until="13:00"),), "13:00–19:00"),
        (
            (_part(begin="12:00", until="13:00"), _part(begin="15:00", until="15:30")),
            "9:30–12:00, 13:00–15:00, 15:30–19:00",
        ),
        ((_part(begin="12:00", until="14:00"), _part(begin="13:00")), "9:30–12:00"),
        ((_part(begin="09:30", until="19:00"),), ""),
        ((_part(until="24:00"),), ""),
    ],
)
def test_a_part_of_the_day_is_closed(rules: tuple[Closing, ...], hours: str) -> None:
    assert hours_text(_day(D(2026, 6, 3), *rules).openings) == hours


@pytest.mark.parametrize(
    "more",
    [{"until": "09:30"}, {"until": "08:00"}, {"begin": "19:00"}, {"begin": "20:00"}],
)
def test_what_takes_nothing_away_is_no_reason(more: dict[str, str]) -> None:
    day = _day(D(2026, 6, 3), _part(**more))
    assert hours_text(day.openings) == "9:30–19:00"
    assert day.reasons == ()


def test_a_short_day_says_why() -> None:
    end = LastDayClosing(reason="棚卸し", last_day_of=(6,), **{"from": "13:00"})
    day = _day(D(2026, 6, 30), end)
    assert hours_text(day.openings) == "9:30–13:00"
    assert day.reasons == ("棚卸し",)


def test_a_closed_day_tells_only_what_closes_it() -> None:
    whole = WeeklyClosing(reason="定休", weekly="wed")
    assert _day(D(2026, 6, 3), _part(begin="12:00"), whole).reasons == ("定休",)


def test_an_announced_day_has_no_lunch_break() -> None:
    announced = CalendarException(
        date=D(2026, 6, 3), open="10:00", close="16:00", reason="行事"
    )
    lunch = _part(begin="12:00", until="13:00")
    found = OpeningHours(calendar((lunch,), ROWS, (announced,)), TOKYO)
    assert hours_text(found.day(D(2026, 6, 3)).openings) == "10:00–16:00"


def test_nothing_goes_out_in_a_lunch_break() -> None:
    lunch = _part(begin="12:00", until="13:00")
    hours = OpeningHours(calendar((lunch,), ROWS), TOKYO)
    at = parse_instant("2026-06-03 12:00", TOKYO)
    after = parse_instant("2026-06-03 13:00", TOKYO)
    assert at is not None
    assert not hours.is_open(at)
    assert hours.is_open(at - dt.timedelta(microseconds=1))
    assert hours.closes_at(at - dt.timedelta(hours=1)) == at
    assert hours.next_opening(at) == after
    why = hours.why_closed(at)
    assert why is not None
    assert why.code == "hours-outside"
    told = sentence(why.code, why.details, "ja")
    assert "開館時間(9:30–12:00, 13:00–19:00、昼休み(毎週" in told


def test_hours_of_a_part_of_the_year() -> None:
    rows = (
        HoursRow(
            days=WORKDAYS,
            only_on=(("07-01", "08-31"),),
            not_on=(("08-12", "08-14"), "holiday"),
            open="09:00",
            close="20:00",
        ),
        HoursRow(days=WORKDAYS, open="10:00", close="18:00"),
    )
    shown = {
        date: hours_text(_day(date, rows=rows).openings)
        for date in (
            D(2026, 6, 30),
            D(2026, 7, 1),
            D(2026, 8, 11),  # 山の日
            D(2026, 8, 12),
            D(2026, 8, 31),
            D(2026, 9, 1),
        )
    }
    assert list(shown.values()) == [
        "10:00–18:00",
        "9:00–20:00",
        "10:00–18:00",
        "10:00–18:00",
        "9:00–20:00",
        "10:00–18:00",
    ]


def test_a_yearly_closing_of_a_part_of_the_day() -> None:
    last = YearlyClosing(reason="仕事納め", yearly=("12-28", "12-28"), until="10:00")
    assert hours_text(_day(D(2026, 12, 28), last).openings) == "10:00–19:00"
