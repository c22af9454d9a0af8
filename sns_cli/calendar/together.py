"""When several libraries are open at once."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sns_cli.calendar.opening import opening_hours
from sns_cli.model.settings import Settings

_ROUNDS: Final = 100
"""Openings to compare before accounts count as never open together."""


def next_common_opening(
    settings: Settings, accounts: Sequence[str], now: dt.datetime
) -> dt.datetime | None:
    """Return when the accounts' libraries next open their doors, after ``now``.

    That is the first instant at which all are open, from the openings after the one
    that may be under way; None if there is none in the time the calendars cover. The
    result is in the library's time zone.
    """
    zone = settings.library.timezone
    every = [opening_hours(settings.calendar_of(one), zone) for one in accounts]
    at: dt.datetime | None = now
    ends = [hours.closes_at(now) for hours in every]
    if every and all(ends):
        at = min(end for end in ends if end is not None)
    for _ in range(_ROUNDS):
        if at is None or not every:
            return None
        opens = [hours.next_opening(at) for hours in every]
        if any(one is None for one in opens):
            return None
        latest = max(one for one in opens if one is not None)
        if latest == at:
            return latest
        at = latest
    return None
