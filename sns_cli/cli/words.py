"""Lists and days as people type them."""

import datetime as dt
import re
import unicodedata
from typing import Final

from sns_cli.errors import UsageError

_BETWEEN: Final = re.compile(r"[,、，\s]+")
_DAY: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2199
_PERSON: Final = re.compile(
    r"\s*(?P<name>[^<>]*[^<>\s])\s*<(?P<email>[^<>\s\"\\]+@[^<>\s\"\\]+)>\s*"
)
_UNFIT: Final = re.compile(r"[^A-Za-z0-9]+")


def words(value: str, option: str | None = None) -> tuple[str, ...]:
    """Return the words of a list, separated by commas of either kind or blanks.

    Args:
        value: as typed.
        option: its name, if it must not be empty.

    Raises:
        UsageError: it is empty.
    """
    found = tuple(one for one in _BETWEEN.split(value) if one)
    if option is not None and not found:
        raise UsageError("option-empty", option=option)
    return found


def day(value: str, option: str) -> dt.date:
    """Return a day such as ``2027-04-01``, in digits of either width.

    Raises:
        UsageError: it is no day between 2000 and 2199.
    """
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", value).strip())
    if found is not None:
        year, month, number = map(int, found.groups())
        try:
            meant = dt.date(year, month, number)
        except ValueError:
            found = None
        else:
            if _FIRST_YEAR <= meant.year <= _LAST_YEAR:
                return meant
    raise UsageError("day-malformed", option=option, value=value)


def person(value: str) -> tuple[str, str]:
    """Return name and address of ``Name <mail>``.

    Raises:
        UsageError: it is not written so.
    """
    found = _PERSON.fullmatch(value)
    unseen = any(unicodedata.category(one).startswith("C") for one in value)
    if found is None or unseen:
        raise UsageError("person-malformed", value=value)
    return found["name"], found["email"]


def slug_of(text: str) -> str:
    """Return what of a text may stand in the name of a proposal."""
    return _UNFIT.sub("-", text).strip("-").lower() or "x"
