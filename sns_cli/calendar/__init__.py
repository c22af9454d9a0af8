"""Opening hours and holidays, pure; the one place for zone arithmetic.

pendulum and jpholiday are loaded by the first call that needs them, since most commands
never ask for the time of a place.
"""

from sns_cli.calendar.opening import (
    Day,
    Opening,
    OpeningHours,
    month_days,
    opening_hours,
)
from sns_cli.calendar.words import (
    WEEKDAYS_JA,
    clock_text,
    day_text,
    hours_text,
    moment_text,
)
from sns_cli.calendar.zones import (
    local,
    parse_instant,
    wall_time,
)

__all__ = [
    "WEEKDAYS_JA",
    "Day",
    "Opening",
    "OpeningHours",
    "clock_text",
    "day_text",
    "hours_text",
    "local",
    "moment_text",
    "month_days",
    "opening_hours",
    "parse_instant",
    "wall_time",
]
