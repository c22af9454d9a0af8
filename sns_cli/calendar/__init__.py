"""Opening hours and holidays, pure; the one place for zone arithmetic.

pendulum and jpholiday are loaded by the first call that needs them, since most commands
never ask for the time of a place.
"""

from sns_cli.calendar.opening import Day, Opening, OpeningHours, month_days
from sns_cli.calendar.zones import (
    end_of_day,
    is_zone,
    local,
    parse_instant,
    start_of_day,
    wall_time,
)

__all__ = [
    "Day",
    "Opening",
    "OpeningHours",
    "end_of_day",
    "is_zone",
    "local",
    "month_days",
    "parse_instant",
    "start_of_day",
    "wall_time",
]
