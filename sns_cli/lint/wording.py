"""Dates and times in the words of the reader, for the sentences of rules."""

import datetime as dt
from typing import Final

from sns_cli.calendar import Day
from sns_cli.messages import Text

WEEKDAYS_JA: Final = "月火水木金土日"
WEEKDAYS_EN: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


def weekday_text(weekday: int) -> Text:
    """Return the name of a day of the week; 0 is Monday."""
    return Text(f"{WEEKDAYS_JA[weekday]}曜日", WEEKDAYS_EN[weekday])


def date_text(date: dt.date) -> Text:
    """Return a date with its day of the week."""
    weekday = date.weekday()
    return Text(
        f"{date.year}年{date.month}月{date.day}日({WEEKDAYS_JA[weekday]})",
        f"{date.isoformat()} ({WEEKDAYS_EN[weekday][:3]})",
    )


def instant_text(at: dt.datetime) -> Text:
    """Return a local date and time, to the minute."""
    day = date_text(at.date())
    return Text(f"{day.ja}{at:%H:%M}", f"{day.en} {at:%H:%M}")


def hours_text(day: Day) -> str:
    """Return the opening hours of a day, such as ``09:30–19:00``."""
    return ", ".join(
        f"{_clock(one.open)}–{_clock(one.close, day.date)}" for one in day.openings
    )


def _clock(at: dt.datetime, day: dt.date | None = None) -> str:
    # Closing at midnight is the end of this day, not the beginning of the next.
    return f"{at:%H:%M}" if day in (None, at.date()) else "24:00"
