"""What went wrong on the way: the short words that events keep → their sentences."""

import re
from typing import Final

from sns_cli.messages import catalogue
from sns_cli.model.reason import Reason

_WORDS: Final = frozenset({"reason", "detail"})
"""Details that may hold a short word, as events keep it (``timeout``)."""


def cause(key: str, value: object) -> object:
    """Return a detail as the reason it stands for; anything else as it is.

    A service's own words are none of ours and stay what they are.

    Args:
        key: name of the detail.
        value: what it holds.
    """
    if not isinstance(value, str):
        return value
    status = re.fullmatch(r"http-([0-9]{3})", value)
    if key not in _WORDS:
        return value
    if status is not None:
        return Reason("because-http", {"status": status[1]})
    code = f"because-{value}"
    return Reason(code) if code in catalogue() else value
