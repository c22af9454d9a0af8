"""What changed in a text, down to the word: lines made of parts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class PartKind(StrEnum):
    """What became of a part of a line."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Part(NamedTuple):
    """Some words of a line."""

    kind: PartKind
    text: str


Line = tuple[Part, ...]
"""One line: both what it said and what it says."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How one file differs from what it was.

    Attributes:
        lines: with a few unchanged ones around each change; None stands for the
            unchanged ones left out.
        whole: the file is no text, or too long to be compared: only that it changed is
            known here.
    """

    lines: tuple[Line | None, ...] = ()
    whole: bool = False

    @property
    def changed(self) -> bool:
        """Whether there is a difference at all."""
        return bool(self.lines) or self.whole
