"""Readers of spans of days, and of the days to which a rule is narrowed."""

import datetime as dt
from collections.abc import Mapping
from typing import Final, TypeVar, get_args

from sns_cli.model.opening import DayName, DaySelector
from sns_cli.parse.node import Broken, Items, Node, Scalar
from sns_cli.parse.reading import BAD, Bad, Reader, Reading, clip, items, line_of
from sns_cli.parse.scalars import DAY, MONTH_DAY, day, month_day

T = TypeVar("T")

_PAIR: Final = 2
_DAY_NAMES: Final[Mapping[str, DayName]] = {one: one for one in get_args(DayName)}


def days(reading: Reading, node: Node) -> tuple[dt.date, dt.date] | Bad:
    """Read ``[from, to]``: two days in order, both included."""
    found = _pair(reading, node, day, "pair-expected")
    if found is not BAD and found[0] > found[1]:
        return reading.fault("range-order", node.line)
    return found


def month_days(reading: Reading, node: Node) -> tuple[str, str] | Bad:
    """Read two ``MM-DD``; they may span New Year."""
    return _pair(reading, node, month_day, "month-days-expected")


def _pair(
    reading: Reading, node: Node, read_one: Reader[T], code: str
) -> tuple[T, T] | Bad:
    if isinstance(node, Items) and len(node.nodes) == _PAIR:
        found = items(read_one)(reading, node)
        return BAD if found is BAD else (found[0], found[1])
    if isinstance(node, Broken):
        return BAD
    return reading.fault(code, node.line)


def selector(reading: Reading, node: Node) -> DaySelector | Bad:
    """Read some days: ``mon``, ``holiday``, ``08-06``, ``2026-08-06``, or a span.

    A span is a list of two: ``["07-01", "08-31"]`` every year, or two dates.
    """
    if isinstance(node, Items):
        first = node.nodes[0] if node.nodes else None
        if _is_month_day(first):
            return month_days(reading, node)
        return days(reading, node)
    if isinstance(node, Scalar) and isinstance(node.value, dt.date):
        found = day(reading, node)
        return BAD if found is BAD else (found, found)
    return _named(reading, node)


def _named(reading: Reading, node: Node) -> DaySelector | Bad:
    text = line_of(reading, node)
    if text is BAD:
        return BAD
    if text in _DAY_NAMES:
        return _DAY_NAMES[text]
    if DAY.fullmatch(text):
        date = day(reading, node)
        return BAD if date is BAD else (date, date)
    if MONTH_DAY.fullmatch(text):
        one = month_day(reading, node)
        return BAD if one is BAD else (one, one)
    return reading.fault("days-wrong", node.line, value=clip(text))


def _is_month_day(node: Node | None) -> bool:
    value = node.value if isinstance(node, Scalar) else None
    return isinstance(value, str) and MONTH_DAY.fullmatch(value.strip()) is not None
