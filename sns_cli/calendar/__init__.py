"""Opening hours and holidays, pure; the one place for zone arithmetic.

pendulum and jpholiday are loaded by the first call that needs them, since most commands
never ask for the time of a place.
"""

from sns_cli.calendar.causes import causes_text
from sns_cli.calendar.closing import Cause
from sns_cli.calendar.idle import idle_lines
from sns_cli.calendar.opening import (
    Day,
    Opening,
    OpeningHours,
    month_days,
    opening_hours,
)
from sns_cli.calendar.together import next_common_opening
from sns_cli.calendar.waiting import why_not_before
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
    "Cause",
    "Day",
    "Opening",
    "OpeningHours",
    "causes_text",
    "clock_text",
    "day_text",
    "hours_text",
    "idle_lines",
    "local",
    "moment_text",
    "month_days",
    "next_common_opening",
    "opening_hours",
    "parse_instant",
    "wall_time",
    "why_not_before",
]
