"""Readers of the closing rules of a calendar."""

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeVar, get_args

from sns_cli.model.opening import (
    AfterHoliday,
    AfterHolidayClosing,
    Closing,
    DatesClosing,
    HolidayClosing,
    IfClosed,
    IfHoliday,
    LastDayClosing,
    MonthlyClosing,
    NthClosing,
    Ordinal,
    PeriodClosing,
    Weekday,
    WeeklyClosing,
    YearlyClosing,
)
from sns_cli.model.post import Frozen
from sns_cli.parse.node import Broken, Node, Scalar, Table
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
from sns_cli.parse.scalars import clock, day, truth, within, written
from sns_cli.parse.spans import days, month_days, selector
from sns_cli.parse.tables import TableReader, Values

T = TypeVar("T")
M = TypeVar("M", bound=Frozen)

_MONTHS: Final = range(1, 13)
_DAYS: Final = range(1, 32)
_WEEKS: Final = range(1, 6)


def _word(options: Mapping[str, T]) -> Reader[T]:
    """Return a reader of one of several words, all with ``-`` or all with ``_``."""
    read = choice(options)
    underlined = {one.replace("-", "_"): one for one in options}
    allowed = ", ".join(options)

    def read_one(reading: Reading, node: Node) -> T | Bad:
        if not isinstance(node, Scalar):
            return read(reading, node)
        value = node.value
        if not isinstance(value, str):
            shown = written(value)
            return reading.fault(
                "choice-wrong", node.line, value=shown, allowed=allowed
            )
        return read(reading, Scalar(underlined.get(value, value), node.line))

    return read_one


def _number(numbers: range, code: str) -> Reader[tuple[int, ...]]:
    """Return a reader of one or several whole numbers within ``numbers``."""

    def read_one(reading: Reading, node: Node) -> int | Bad:
        return within(reading, node, numbers, code)

    read = one_or_many(read_one)

    def read_all(reading: Reading, node: Node) -> tuple[int, ...] | Bad:
        found = read(reading, node)
        return (found,) if isinstance(found, int) else found

    return read_all


def _months(reading: Reading, node: Node) -> tuple[int, ...] | Bad:
    """Read numbers of months, or ``"every"``."""
    if isinstance(node, Scalar) and node.value == "every":
        return tuple(_MONTHS)
    return _MONTH_NUMBERS(reading, node)


def _ordinal(reading: Reading, node: Node) -> Ordinal | Bad:
    """Read which weekday of a month is meant: 1 to 5, or ``"last"``."""
    if isinstance(node, Scalar) and node.value == "last":
        return "last"
    return within(reading, node, _WEEKS, "nth-wrong")


def _true(reading: Reading, node: Node) -> Literal[True] | Bad:
    """Read ``true``: a kind of closing is there or left out."""
    value = truth(reading, node)
    if value is BAD:
        return BAD
    return True if value else reading.fault("true-expected", node.line)


def _no_if_holiday(reading: Reading, node: Node) -> Bad:
    """Report ``if_holiday`` where every day that is meant is a holiday."""
    return reading.fault("if-holiday-on-holidays", node.line)


def _check_part(reading: Reading, table: Table, values: Values) -> None:
    """Report a part of the day that ends before it begins, or is none."""
    begin, end = values.get("from", "00:00"), values.get("until", "24:00")
    if isinstance(begin, str) and isinstance(end, str) and begin >= end:
        last = table.entries.get("until") or table.entries["from"]
        reading.fault("closed-part-order", last.line)


def _check_after(reading: Reading, table: Table, values: Values) -> None:
    """Report an ``if_closed`` that contradicts moving to the next weekday."""
    _check_part(reading, table, values)
    moved = values.get("if_closed", "keep")
    if values.get("after_holiday") == "next-weekday" and moved not in _AFTERWARDS:
        allowed = ", ".join(_AFTERWARDS)
        line = table.entries["if_closed"].line
        reading.fault("if-closed-contradicts", line, allowed=allowed)


_AFTERWARDS: Final = ("keep", "next-weekday")
_MONTH_NUMBERS: Final = _number(_MONTHS, "month-wrong")
_WEEKDAY: Final = choice({one: one for one in get_args(Weekday)})
SELECTORS: Final = items(selector, least=1)
"""Reader of ``only_on`` and ``not_on``."""
_COMMON: Final[Mapping[str, Reader[object]]] = {
    "reason": line_of,
    "only_on": SELECTORS,
    "not_on": SELECTORS,
    "from": clock,
    "until": clock,
}
_IF_HOLIDAY: Final[Mapping[str, Reader[object]]] = {
    "if_holiday": _word({one: one for one in get_args(IfHoliday)})
}
_IF_CLOSED: Final[Mapping[str, Reader[object]]] = {
    "if_closed": _word({one: one for one in get_args(IfClosed)})
}
_BOTH: Final = {**_IF_HOLIDAY, **_IF_CLOSED}


def _reader(
    model: type[M],
    kind: Mapping[str, Reader[object]],
    also: Mapping[str, Reader[object]],
    check: Callable[[Reading, Table, Values], None] = _check_part,
) -> TableReader[M]:
    return TableReader(model, {**kind, **also, **_COMMON}, check)


_CLOSINGS: Final[Mapping[str, Reader[Closing]]] = {
    "weekly": _reader(WeeklyClosing, {"weekly": one_or_many(_WEEKDAY)}, _BOTH),
    "nth": _reader(
        NthClosing, {"nth": one_or_many(_ordinal), "weekday": _WEEKDAY}, _BOTH
    ),
    "monthly": _reader(
        MonthlyClosing, {"monthly": _number(_DAYS, "day-number-wrong")}, _BOTH
    ),
    "last_day_of": _reader(LastDayClosing, {"last_day_of": _months}, _BOTH),
    "holidays": TableReader(
        HolidayClosing,
        {"holidays": _true, **_IF_CLOSED, **_COMMON},
        _check_part,
        {"if_holiday": _no_if_holiday},
    ),
    "after_holiday": _reader(
        AfterHolidayClosing,
        {"after_holiday": _word({one: one for one in get_args(AfterHoliday)})},
        _BOTH,
        _check_after,
    ),
    "yearly": _reader(YearlyClosing, {"yearly": month_days}, _IF_HOLIDAY),
    "period": _reader(PeriodClosing, {"period": days}, _IF_HOLIDAY),
    "dates": _reader(
        DatesClosing, {"dates": items(day, least=1, unique=True)}, _IF_HOLIDAY
    ),
}


def closing(reading: Reading, node: Node) -> Closing | Bad:
    """Read a closing rule: exactly one key names its kind."""
    if not isinstance(node, Table):
        if isinstance(node, Broken):
            return BAD
        return reading.fault("table-expected", node.line)
    kinds = [key for key in _CLOSINGS if key in node.entries]
    if len(kinds) != 1:
        kind_names = ", ".join(_CLOSINGS)
        return reading.fault("closing-kind", node.line, kinds=kind_names)
    return _CLOSINGS[kinds[0]](reading, node)
