"""Instants, wall clocks and what counts as a time."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.calendar import (
    local,
    parse_instant,
    wall_time,
)

TOKYO = "Asia/Tokyo"
NEW_YORK = "America/New_York"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-25T10:00:00+09:00", "2026-11-25T10:00:00+09:00"),
        ("2026-11-25T01:00:00Z", "2026-11-25T10:00:00+09:00"),
        ("2026-11-25t01:00:00z", "2026-11-25T10:00:00+09:00"),
        ("2026-11-25T10:00:00.25+09:00", "2026-11-25T10:00:00.250000+09:00"),
        ("2026-11-25T10:00:00.123456789Z", "2026-11-25T19:00:00.123456+09:00"),
        ("2026-11-25T10:00:00-00:00", "2026-11-25T19:00:00+09:00"),
        ("2026-11-25 10:00", "2026-11-25T10:00:00+09:00"),
        ("2026-11-25T10:00", "2026-11-25T10:00:00+09:00"),
        ("2026-11-25 10:00:30", "2026-11-25T10:00:30+09:00"),
    ],
)
def test_times_that_are_understood(text: str, expected: str) -> None:
    at = parse_instant(text, TOKYO)
    assert at is not None
    assert at.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-11-25",
        "2026-11-25 25:00",
        "2026-11-25 24:00",
        "2026-02-29 10:00",
        "2026-11-25 10:60",
        "2026-11-25T10:00:60Z",
        "2026-11-25T10:00+24:00",
        "2026-11-25T10:00+0900",
        "2026-11-25  10:00",
        " 2026-11-25 10:00",
        "2026-11-25 10:00\n",
        "２０２６-11-25 10:00",
        "2026/11/25 10:00",
        "11-25 10:00",
        "0001-01-01T00:00:00+23:00",
        "9999-12-31T23:59:59-23:00",
        "0000-01-01T00:00:00Z",
        "now",
    ],
)
def test_what_names_no_instant(text: str) -> None:
    assert parse_instant(text, TOKYO) is None


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_times(text: str) -> None:
    at = parse_instant(text, TOKYO)
    assert at is None or at.tzinfo is not None


@given(st.datetimes(dt.datetime(1970, 1, 2), dt.datetime(2100, 1, 1)))  # noqa: DTZ001 (a wall clock)
def test_what_is_written_is_read_back(wall: dt.datetime) -> None:
    at = wall_time(wall, TOKYO)
    assert parse_instant(at.isoformat(), TOKYO) == at
    assert at.replace(tzinfo=None) == wall


def test_a_skipped_time_is_moved_forward() -> None:
    at = parse_instant("2026-03-08 02:30", NEW_YORK)
    assert at is not None
    assert at.isoformat() == "2026-03-08T03:30:00-04:00"


def test_of_a_repeated_time_the_first_is_meant() -> None:
    at = parse_instant("2026-11-01 01:30", NEW_YORK)
    assert at is not None
    assert at.isoformat() == "2026-11-01T01:30:00-04:00"


def test_a_day_may_begin_after_midnight() -> None:
    cairo = wall_time(dt.datetime(2026, 4, 24), "Africa/Cairo")  # noqa: DTZ001  (a wall clock)
    assert cairo.isoformat() == "2026-04-24T01:00:00+03:00"


def test_local_keeps_the_instant() -> None:
    at = dt.datetime(2026, 11, 25, 1, tzinfo=dt.UTC)
    assert local(at, TOKYO).isoformat() == "2026-11-25T10:00:00+09:00"
    assert local(at, TOKYO) == at
    with pytest.raises(ValueError, match="time zone"):
        local(at.replace(tzinfo=None), TOKYO)
