"""What went wrong on the way: short words and the system's own → codes of sentences."""

import errno
import os
import re
from collections.abc import Mapping
from typing import Final

from sns_cli.messages import catalogue
from sns_cli.model.reason import Reason

_WORDS: Final = frozenset({"reason", "detail"})
"""Details that may hold a short word, as events keep it (``timeout``)."""
_SYSTEM: Final[Mapping[int, str]] = {
    errno.ENOENT: "cause-missing",
    errno.EACCES: "cause-forbidden",
    errno.EPERM: "cause-forbidden",
    errno.EROFS: "cause-read-only",
    errno.ENOSPC: "cause-full",
    errno.EDQUOT: "cause-full",
    errno.EISDIR: "cause-folder",
    errno.ENOTDIR: "cause-no-folder",
    errno.EEXIST: "cause-exists",
    errno.ENAMETOOLONG: "cause-name-too-long",
    errno.ELOOP: "cause-loop",
}


def cause(key: str, value: object) -> object:
    """Return a detail as the reason it stands for; anything else as it is.

    A service's own words are none of ours and stay what they are.

    Args:
        key: name of the detail.
        value: what it holds.
    """
    if not isinstance(value, str):
        return value
    if key == "why":
        return _system(value)
    status = re.fullmatch(r"http-([0-9]{3})", value)
    if key not in _WORDS:
        return value
    if status is not None:
        return Reason("because-http", {"status": status[1]})
    code = f"because-{value}"
    return Reason(code) if code in catalogue() else value


def _system(words: str) -> object:
    for number, code in _SYSTEM.items():
        if words == os.strerror(number):
            return Reason(code)
    return words
