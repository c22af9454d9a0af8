"""Readers of ``[calendars.<key>]``: opening hours, closing rules, exceptions."""

import datetime as dt
from collections.abc import Mapping
from typing import Final, TypeVar, get_args

from sns_cli.model.opening import (
    Calendar,
    CalendarException,
    Closing,
    DayName,
    HoursRow,
    IfHoliday,
    NthClosing,
    PeriodClosing,
    Weekday,
    WeeklyClosing,
    YearlyClosing,
)
from sns_cli.parse.node import Broken, Items, Node, Table
from sns_cli.parse.reading import (
    BAD,
    Bad,
    Reader,
    Reading,
    choice,
    items,
    line_of,
    one_or_many,
)
from sns_cli.parse.scalars import clock, day, month_day, nth
from sns_cli.parse.tables import TableReader, Values

T = TypeVar("T")

_PAIR: Final = 2
_WEEKDAY: Final = choice({one: one for one in get_args(Weekday)})
_DAY_NAME: Final = choice({one: one for one in get_args(DayName)})
_IF_HOLIDAY: Final = choice({one: one for one in get_args(IfHoliday)})


def days(reading: Reading, node: Node) -> tuple[dt.date, dt.date] | Bad:
    """Read ``[from, to]``: two days in order, both included."""
    found = _pair(reading, node, day)
    if found is not BAD and found[0] > found[1]:
        return reading.fault("range-order", node.line)
    return found


def _month_days(reading: Reading, node: Node) -> tuple[str, str] | Bad:
    """Read two ``MM-DD``; they may span New Year."""
    return _pair(reading, node, month_day)


def _pair(reading: Reading, node: Node, read_one: Reader[T]) -> tuple[T, T] | Bad:
    if isinstance(node, Items) and len(node.nodes) == _PAIR:
        found = items(read_one)(reading, node)
        return BAD if found is BAD else (found[0], found[1])
    if isinstance(node, Broken):
        return BAD
    return reading.fault("pair-expected", node.line)


def _check_order(reading: Reading, table: Table, values: Values) -> None:
    begin, end = values.get("open"), values.get("close")
    if begin == "24:00":
        reading.fault("hours-order", table.entries["open"].line)
    elif isinstance(begin, str) and isinstance(end, str) and begin >= end:
        reading.fault("hours-order", table.entries["close"].line)


def _check_exception(reading: Reading, table: Table, values: Values) -> None:
    if ("open" in table.entries) != ("close" in table.entries):
        reading.fault("exception-hours", table.line)
    _check_order(reading, table, values)


_WEEKLY: Final = TableReader(
    WeeklyClosing,
    {"reason": line_of, "weekly": one_or_many(_WEEKDAY), "if_holiday": _IF_HOLIDAY},
)
_NTH: Final = TableReader(
    NthClosing,
    {
        "reason": line_of,
        "nth": one_or_many(nth),
        "weekday": _WEEKDAY,
        "if_holiday": _IF_HOLIDAY,
    },
)
_YEARLY: Final = TableReader(YearlyClosing, {"reason": line_of, "yearly": _month_days})
_PERIOD: Final = TableReader(PeriodClosing, {"reason": line_of, "period": days})
_CLOSINGS: Final[Mapping[str, Reader[Closing]]] = {
    "weekly": _WEEKLY,
    "nth": _NTH,
    "yearly": _YEARLY,
    "period": _PERIOD,
}


def _closing(reading: Reading, node: Node) -> Closing | Bad:
    """Read a closing rule; which kind it is, one of its keys says."""
    if not isinstance(node, Table):
        if isinstance(node, Broken):
            return BAD
        return reading.fault("table-expected", node.line)
    kinds = [key for key in _CLOSINGS if key in node.entries]
    if len(kinds) != 1:
        kind_names = ", ".join(_CLOSINGS)
        return reading.fault("closing-kind", node.line, kinds=kind_names)
    return _CLOSINGS[kinds[0]](reading, node)


calendar: Final = TableReader(
    Calendar,
    {
        "name": line_of,
        "covers": days,
        "hours": items(
            TableReader(
                HoursRow,
                {
                    "days": items(_DAY_NAME, least=1, unique=True),
                    "open": clock,
                    "close": clock,
                },
                _check_order,
            ),
            least=1,
        ),
        "closed": items(_closing),
        "exceptions": items(
            TableReader(
                CalendarException,
                {"date": day, "open": clock, "close": clock, "reason": line_of},
                _check_exception,
            )
        ),
    },
)
"""Reader of one calendar."""
