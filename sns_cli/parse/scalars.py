"""Readers of single values: times, days, numbers, names, patterns."""

import datetime as dt
import math
import re
from typing import Final

from sns_cli.model.post import ACCOUNT_KEY, POST_ID
from sns_cli.parse.node import Broken, Node, Scalar
from sns_cli.parse.reading import BAD, Bad, Reading, checked, clip, line_of

DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
INSTANT: Final = re.compile(
    r"(?P<local>[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)"
    r"(?P<offset>Z|[+-][0-9]{2}:[0-9]{2})?"
)
CLOCK: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
MONTH_DAY: Final = re.compile(r"[0-9]{2}-[0-9]{2}")
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2199
"""Years a post or a policy can speak of; zone arithmetic stays far from its ends."""

post_id = checked(POST_ID.fullmatch, "id-form")
account_key = checked(ACCOUNT_KEY.fullmatch, "account-key-form")


def _is_in_a_year(text: str) -> bool:
    try:
        dt.date.fromisoformat(f"2024-{text}")  # a leap year: 02-29 is a day
    except ValueError:
        return False
    return True


def _compiles(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


clock = checked(CLOCK.fullmatch, "clock-wrong")
pattern = checked(_compiles, "pattern-wrong")
_MONTH_DAY: Final = checked(MONTH_DAY.fullmatch, "month-day-wrong")
commit_id = checked(re.compile(r"[0-9a-f]{40}").fullmatch, "commit-id-wrong")
name_key = checked(re.compile(r"[^\s.<>\x00-\x1f]{1,64}").fullmatch, "name-key-form")


def month_day(reading: Reading, node: Node) -> str | Bad:
    """Read a day of any year: ``12-29``."""
    text = _MONTH_DAY(reading, node)
    if text is BAD or _is_in_a_year(text):
        return text
    return reading.fault("month-day-impossible", node.line, value=text)


def day(reading: Reading, node: Node) -> dt.date | Bad:
    """Read a day: ``2026-11-20`` as a text or as a TOML date."""
    if isinstance(node, Scalar) and not isinstance(node.value, str):
        if type(node.value) is dt.date:
            return _in_range(reading, node, node.value)
        return reading.fault("date-wrong", node.line, value=clip(node.value))
    text = line_of(reading, node)
    if text is BAD:
        return BAD
    if DAY.fullmatch(text):
        try:
            return _in_range(reading, node, dt.date.fromisoformat(text))
        except ValueError:
            pass
    return reading.fault("date-wrong", node.line, value=clip(text))


def _in_range(reading: Reading, node: Node, value: dt.date) -> dt.date | Bad:
    if _FIRST_YEAR <= value.year <= _LAST_YEAR:
        return value
    return reading.fault("date-wrong", node.line, value=value.isoformat())


def instant(reading: Reading, node: Node) -> dt.datetime | Bad:
    """Read a time; the result is aware, in the library's time zone.

    Accepted are RFC 3339 without fractions and the same with a space for the ``T`` or
    without seconds. Without offset it is the library's local time; where a clock is
    set back, the first of the two instants is meant.
    """
    text = line_of(reading, node)
    if text is BAD:
        return BAD
    match = INSTANT.fullmatch(text)
    if match is None:
        code = "time-date-only" if DAY.fullmatch(text) else "time-wrong"
        return reading.fault(code, node.line, value=clip(text))
    try:
        local = dt.datetime.fromisoformat(match["local"])
        zone = reading.zone if match["offset"] is None else _offset(match["offset"])
    except ValueError:
        return reading.fault("time-impossible", node.line, value=clip(text))
    if not _FIRST_YEAR <= local.year <= _LAST_YEAR:
        return reading.fault("time-impossible", node.line, value=clip(text))
    aware = local.replace(tzinfo=zone)
    there_and_back = aware.astimezone(dt.UTC).astimezone(zone)
    if there_and_back.replace(tzinfo=None) != local:
        return reading.fault("time-skipped", node.line, value=clip(text))
    return aware.astimezone(reading.zone)


def _offset(text: str) -> dt.tzinfo:
    """Return the zone of ``Z`` or ``+09:00``; ValueError if there is none such."""
    if text == "Z":
        return dt.UTC
    size = dt.timedelta(hours=int(text[1:3]), minutes=int(text[4:6]))
    if text[4] > "5":
        raise ValueError(text)
    return dt.timezone(-size if text[0] == "-" else size)


def yes_no(reading: Reading, node: Node) -> bool | Bad:
    """Read ``true`` or ``false`` from front matter, where every scalar is a string."""
    text = line_of(reading, node)
    if text is BAD or text in {"true", "false"}:
        return text if text is BAD else text == "true"
    return reading.fault("yes-no-wrong", node.line, value=clip(text))


def truth(reading: Reading, node: Node) -> bool | Bad:
    """Read a TOML boolean."""
    if isinstance(node, Broken):
        return BAD
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return node.value
    return reading.fault("truth-expected", node.line)


def whole(reading: Reading, node: Node) -> int | Bad:
    """Read a whole TOML number that is not negative."""
    if isinstance(node, Broken):
        return BAD
    if isinstance(node, Scalar) and type(node.value) is int and 0 <= node.value < 2**31:
        return node.value
    return reading.fault("whole-number-expected", node.line)


def count(reading: Reading, node: Node) -> int | Bad:
    """Read a whole TOML number that is at least 1."""
    number = whole(reading, node)
    if number == 0:
        return reading.fault("count-expected", node.line)
    return number


def within(reading: Reading, node: Node, numbers: range, code: str) -> int | Bad:
    """Read one of ``numbers``; anything else is the fault ``code``."""
    if isinstance(node, Broken):
        return BAD
    value = node.value if isinstance(node, Scalar) else None
    if type(value) is int and value in numbers:
        return value
    return reading.fault(code, node.line, value=written(value))


def written(value: object) -> str:
    """Return a TOML value about as it was written, for a sentence; None for a list."""
    if value is None:
        return "[…]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return clip(f'"{value}"' if isinstance(value, str) else value)


def amount(reading: Reading, node: Node) -> float | Bad:
    """Read an amount of money: a finite TOML number that is not negative."""
    if isinstance(node, Broken):
        return BAD
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number) and number >= 0:
            return number
    return reading.fault("amount-expected", node.line)
