"""Trailers: the last paragraph of a commit message, read strictly.

Git's own reading depends on configuration, takes a paragraph for trailers when a
quarter of it looks like some, and stops at ``---``; none of that may decide who
approved what.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

SIGNED_OFF_BY: Final = "Signed-off-by"
APPROVAL_TARGET: Final = "Approval-Target"
APPROVED_CONTENT: Final = "Approved-Content"
APPROVER_EDITED: Final = "Approver-Edited"
APPROVES: Final = "Approves"
CONFIRMED: Final = "Confirmed"
GRANT: Final = "Grant"


@dataclass(frozen=True, slots=True)
class Trailers:
    """The trailers of a message, in order; none if its last paragraph is not strict."""

    pairs: tuple[tuple[str, str], ...] = ()
    grouped: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """The same by key."""

    def all(self, key: str) -> tuple[str, ...]:
        """Return the values of every trailer of exactly this key."""
        return self.grouped.get(key, ())

    def last(self, key: str) -> str | None:
        """Return the value of the last trailer of this key."""
        values = self.grouped.get(key)
        return values[-1] if values else None


def parse_trailers(message: str) -> Trailers:
    """Return the trailers of ``message``.

    The last paragraph counts only if it is not the first one and every line of it reads
    ``Key: value``: a key of ASCII letters, digits and ``-``, a value without control
    characters. Keys are case-sensitive, values stripped, lines never continued.
    """
    before, gap, paragraph = message.rstrip("\n").rpartition("\n\n")
    if not gap or not before.strip():
        return Trailers()
    pairs = []
    grouped: dict[str, list[str]] = {}
    for line in paragraph.split("\n"):
        key, colon, value = line.partition(": ")
        value = value.strip(" ")
        if not colon or not value or not _is_key(key) or _has_control(value):
            return Trailers()
        pairs.append((key, value))
        grouped.setdefault(key, []).append(value)
    return Trailers(
        tuple(pairs), {key: tuple(values) for key, values in grouped.items()}
    )


def _is_key(key: str) -> bool:
    return key.isascii() and key.replace("-", "a").isalnum()


def _has_control(value: str) -> bool:
    return not value.isprintable() and any(
        char < " " or "\x7f" <= char <= "\x9f" for char in value
    )
