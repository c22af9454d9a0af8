"""Days and times in the words of the reader, in one form wherever they are told.

Nothing here looks at a zone: a time is told as it shows on the clock it carries.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from sns_cli.messages import Language

WEEKDAYS_JA: Final = "月火水木金土日"
WEEKDAYS_EN: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


def day_text(date: dt.date, language: Language, *, year: bool = True) -> str:
    """Return a day with its weekday: 2026年11月25日(水) or Wed 25 Nov 2026.

    Args:
        date: the day.
        language: of the reader.
        year: False where the sentence around it tells the year.
    """
    day = short_day(date, language)
    if language == "ja":
        weekday = WEEKDAYS_JA[date.weekday()]
        return f"{date.year}年{day}({weekday})" if year else f"{day}({weekday})"
    weekday = WEEKDAYS_EN[date.weekday()]
    return f"{weekday} {day} {date.year}" if year else f"{weekday} {day}"


def short_day(date: dt.date, language: Language) -> str:
    """Return a day without year and weekday: 11月25日 or 25 Nov."""
    if language == "ja":
        return f"{date.month}月{date.day}日"
    return f"{date.day} {_MONTHS_EN[date.month - 1]}"


def clock_text(at: dt.datetime) -> str:
    """Return a time of day to the minute: 9:30."""
    return f"{at.hour}:{at.minute:02}"


def moment_text(at: dt.datetime, language: Language) -> str:
    """Return day and time: 2026年11月25日(水) 9:30 or Wed 25 Nov 2026 9:30."""
    return f"{day_text(at.date(), language)} {clock_text(at)}"


def hours_text(openings: Iterable[tuple[dt.datetime, dt.datetime]]) -> str:
    """Return the opening hours of one day: 9:30–19:00.

    Closing at midnight is the end of that day, 24:00, not the beginning of the next.
    """
    return ", ".join(
        f"{clock_text(begin)}–{_close_text(begin, end)}" for begin, end in openings
    )


def _close_text(begin: dt.datetime, end: dt.datetime) -> str:
    return clock_text(end) if begin.date() == end.date() else "24:00"
