"""What a plain post says of itself, read without parsing it.

A publisher looks at every post on every run, and nearly all of them were delivered
long ago. For those it must only know that there is nothing left to do.

A front matter is *plain* iff each of its lines is ``key: value`` at the margin with a
value that ends on its line: an unquoted word that starts with a letter or digit, or a
list of such words in one pair of brackets. No line of it can then be part of another
key's value, so that a line says what it seems to say. Anything else is left to the
parser.
"""

import re
from typing import Final, NamedTuple

_WORD: Final = (
    rb"[0-9A-Za-z\x80-\xff][^\n\r\t#:\"'\[\]{}&*!|>%@`,]*(?::[^ \n\r\t#][^\n\r\t#]*)?"
)
_LIST: Final = rb"\[[ ]*[a-z0-9-]+(?:[ ]*,[ ]*[a-z0-9-]+)*[ ]*\]"
_PLAIN: Final = re.compile(
    rb"---\n(?P<lines>(?:[a-z_]{1,40}: (?:"
    + _WORD
    + rb"|"
    + _LIST
    + rb")\n){1,60})---\n"
)
_ID: Final = re.compile(rb"[a-z0-9][a-z0-9-]{2,63}")
_ITEM: Final = re.compile(rb"[a-z0-9-]+")


class Plain(NamedTuple):
    """What a plain post says.

    Attributes:
        id: its id.
        accounts: those it names; None if it names none.
        asks: it asks for another post to be taken down.
    """

    id: str
    accounts: tuple[str, ...] | None
    asks: bool


def scan_plain(content: bytes) -> Plain | None:
    """Return what a post file says, None if it is not plain or says a key twice."""
    match = _PLAIN.match(content)
    if match is None:
        return None
    said: dict[bytes, bytes] = {}
    for line in match["lines"].splitlines():
        key, _, value = line.partition(b": ")
        if key in said:
            return None
        said[key] = value.strip()
    post_id = said.get(b"id", b"")
    named = said.get(b"accounts")
    if _ID.fullmatch(post_id) is None or (named is not None and named[:1] != b"["):
        return None
    accounts = None
    if named is not None:
        accounts = tuple(item.decode("ascii") for item in _ITEM.findall(named))
    return Plain(post_id.decode("ascii"), accounts, b"retracts" in said)
