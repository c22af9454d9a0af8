"""Japan's public holidays (国民の祝日に関する法律), substitute days included.

From 2028 on the days of 春分 and 秋分 are computed and not yet announced.
"""

import datetime as dt
from functools import cache
from typing import Final

_SATURDAY: Final = 5


@cache
def holiday_name(date: dt.date) -> str | None:
    """Return the Japanese name of the holiday on ``date``; None if it is none."""
    import jpholiday  # noqa: PLC0415  (24 ms that most commands can save)

    name: str | None = jpholiday.is_holiday_name(date)
    return name


def is_working_day(date: dt.date) -> bool:
    """Tell whether ``date`` is neither Saturday, Sunday nor a holiday."""
    return date.weekday() < _SATURDAY and holiday_name(date) is None
