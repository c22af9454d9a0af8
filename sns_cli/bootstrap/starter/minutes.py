"""What a schedule costs: runs a month, from the ``cron`` lines of a workflow (pure).

GitHub bills a private repository's job by the started minute; a run of ours that sends
nothing ends within the first.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

FREE_MINUTES: Final = 3_000
"""Minutes a month that GitHub Pro and Team include for private repositories."""

_CRON: Final = re.compile(r"^\s*- cron: \"(?P<line>[^\"]+)\"", re.MULTILINE)
_DAYS_A_MONTH: Final = Fraction(365, 12)
_RANGES: Final = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 6))
"""Minute, hour, day of the month, month, day of the week (0 is Sunday)."""
_FIELD: Final = re.compile(r"(?:\*|(\d+)(?:-(\d+))?)(?:/(\d+))?")


def runs_a_month(workflow: str) -> int:
    """Return how often a workflow file starts in an average month, rounded up.

    Raises:
        ValueError: a cron line is of a form that our workflows do not use.
    """
    lines = [found["line"] for found in _CRON.finditer(workflow)]
    days = sum((_runs_a_day(line) for line in lines), Fraction(0)) * _DAYS_A_MONTH
    return -(-days.numerator // days.denominator)


def _runs_a_day(line: str) -> Fraction:
    fields = line.split()
    if len(fields) != len(_RANGES) or fields[2:4] != ["*", "*"]:
        raise ValueError(line)
    minutes, hours, _, _, weekdays = (
        len(set(_values(field, *limits)))
        for field, limits in zip(fields, _RANGES, strict=True)
    )
    return Fraction(minutes * hours * weekdays, 7)


def _values(field: str, least: int, most: int) -> Iterator[int]:
    for part in field.split(","):
        found = _FIELD.fullmatch(part)
        if found is None:
            raise ValueError(field)
        first, last, step = found.groups()
        begin = least if first is None else int(first)
        end = most if first is None or (step and last is None) else int(last or first)
        yield from range(begin, end + 1, int(step or 1))
