"""Instants and the wall clock of a place. All results are aware, in the named zone.

Two aware values of one zone compare by wall clock, which is wrong in the hour that a
clock set back repeats; compare what :func:`utc` makes of them where that hour matters.
"""

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pendulum.tz.timezone import Timezone

_INSTANT: Final = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]"
    r"(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)"
    r"(?P<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?"
)
_FRACTION: Final = re.compile(r"(\.[0-9]{1,6})[0-9]*")


@lru_cache(maxsize=32)
def _zone(timezone: str) -> "Timezone":
    import pendulum  # noqa: PLC0415  (36 ms that most commands can save)

    return pendulum.timezone(timezone)


def utc(at: dt.datetime) -> dt.datetime:
    """Return the same instant in UTC.

    Raises:
        ValueError: ``at`` has no offset.
    """
    if at.tzinfo is None:
        msg = "an instant needs a time zone"
        raise ValueError(msg)
    return at.astimezone(dt.UTC)


def local(at: dt.datetime, timezone: str) -> dt.datetime:
    """Return the same instant on the wall clock of ``timezone``.

    Raises:
        ValueError: ``at`` has no offset, or the zone does not exist.
    """
    return utc(at).astimezone(_zone(timezone))


def wall_time(wall: dt.datetime, timezone: str) -> dt.datetime:
    """Return the instant at which the clock of ``timezone`` shows naive ``wall``.

    A time that the clock skips is moved forward by what it skips; of a time that it
    shows twice, the first is meant.
    """
    zone, naive = _zone(timezone), wall.replace(tzinfo=None, fold=0)
    at = zone.convert(naive)
    if at.replace(tzinfo=None, fold=0) == naive:
        return at
    # pendulum moves a skipped time back for fold 0 and forward for fold 1.
    return zone.convert(naive.replace(fold=1)).replace(fold=0)


def parse_instant(text: str, timezone: str) -> dt.datetime | None:
    """Return the instant that ``text`` names, in ``timezone``; None if it names none.

    Accepted: RFC 3339, and the same with a blank for the ``T``, without seconds or
    without offset. Without offset the wall clock of ``timezone`` is meant. A date alone
    names no instant.
    """
    match = _INSTANT.fullmatch(text)
    if match is None:
        return None
    clock = _FRACTION.sub(r"\1", match["time"])
    offset = (match["offset"] or "").upper()
    try:
        at = dt.datetime.fromisoformat(f"{match['day']}T{clock}{offset}")
        return local(at, timezone) if at.tzinfo else wall_time(at, timezone)
    except (ValueError, OverflowError):
        return None
