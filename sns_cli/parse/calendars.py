"""Readers of ``[calendars.<key>]``: opening hours, closing rules, exceptions."""

from typing import Final, get_args

from sns_cli.model.opening import Calendar, CalendarException, DayName, HoursRow
from sns_cli.parse.closings import SELECTORS, closing
from sns_cli.parse.node import Table, listed
from sns_cli.parse.reading import Reading, choice, items, line_of
from sns_cli.parse.scalars import clock, day
from sns_cli.parse.spans import days
from sns_cli.parse.tables import TableReader, Values

_DAY_NAME: Final = choice({one: one for one in get_args(DayName)})


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


def _check_days(reading: Reading, table: Table, values: Values) -> None:
    """Report announcements of one day that cannot both be true."""
    found = values.get("exceptions")
    announced: tuple[CalendarException, ...] = found if isinstance(found, tuple) else ()
    nodes = listed(table.entries["exceptions"].node) if announced else []
    for at, (node, one) in enumerate(zip(nodes, announced, strict=True)):
        before = [each for each in announced[:at] if each.date == one.date]
        if any(_contradict(one, each) for each in before):
            reading.path.append(f"exceptions.({at + 1})")
            date = one.date.isoformat()
            reading.fault("exceptions-contradict", node.line, date=date)
            reading.path.pop()


def _contradict(one: CalendarException, other: CalendarException) -> bool:
    """Tell whether one closes the library while the other opens it, or hours overlap.

    Two that open it one after the other tell of a break.
    """
    if not (one.open and one.close and other.open and other.close):
        return (one.open is None) != (other.open is None)
    return one.open < other.close and other.open < one.close


_HOURS: Final = TableReader(
    HoursRow,
    {
        "days": items(_DAY_NAME, least=1, unique=True),
        "only_on": SELECTORS,
        "not_on": SELECTORS,
        "open": clock,
        "close": clock,
    },
    _check_order,
)
_EXCEPTION: Final = TableReader(
    CalendarException,
    {"date": day, "open": clock, "close": clock, "reason": line_of},
    _check_exception,
)

calendar: Final = TableReader(
    Calendar,
    {
        "name": line_of,
        "covers": days,
        "hours": items(_HOURS, least=1),
        "closed": items(closing),
        "exceptions": items(_EXCEPTION),
    },
    _check_days,
)
"""Reader of one calendar."""
