"""A month of the library's calendars, for ``sns calendar``."""

import datetime as dt
import re
from typing import Final

from sns_cli.adapters.clock import SystemClock
from sns_cli.calendar import local, month_days, opening_hours
from sns_cli.errors import UsageError
from sns_cli.model.post import FIRST_YEAR, LAST_YEAR
from sns_cli.model.settings import Settings
from sns_cli.report.calendar import CalendarMonth

_MONTH: Final = re.compile("[0-9]{4}-(0[1-9]|1[0-2])")


def calendar_months(
    settings: Settings, month: str | None, key: str | None = None
) -> list[CalendarMonth]:
    """Return one month of every calendar, or of the one named.

    Args:
        settings: the library's.
        month: ``YYYY-MM``; None means the current one, in the library's time zone.
        key: of the calendar; None means all.

    Raises:
        UsageError: ``month`` is not ``YYYY-MM``, or there is no such calendar.
    """
    if key is not None and key not in settings.calendars:
        known = ", ".join(settings.calendars) or "—"
        raise UsageError("calendar-unknown", value=key, known=known)
    zone = settings.library.timezone
    first = local(SystemClock().now(), zone).date() if month is None else _first(month)
    return [
        CalendarMonth(
            name,
            calendar.name,
            month_days(opening_hours(calendar, zone), first.year, first.month),
            calendar.covers,
        )
        for name, calendar in settings.calendars.items()
        if key is None or name == key
    ]


def _first(month: str) -> dt.date:
    if _MONTH.fullmatch(month) is not None:
        year, number = int(month[:4]), int(month[5:])
        if FIRST_YEAR <= year <= LAST_YEAR:
            return dt.date(year, number, 1)
    raise UsageError("month-malformed", value=month)
