"""Dates and times for the sentences of rules, in the words of either reader."""

import datetime as dt
from typing import Final

from sns_cli.calendar import WEEKDAYS_JA, day_text, moment_text
from sns_cli.messages import Text

__all__ = [
    "WEEKDAYS_EN",
    "WEEKDAYS_JA",
    "date_text",
    "instant_text",
    "weekday_text",
]

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
    return Text(day_text(date, "ja"), day_text(date, "en"))


def instant_text(at: dt.datetime) -> Text:
    """Return a local date and time, to the minute."""
    return Text(moment_text(at, "ja"), moment_text(at, "en"))
