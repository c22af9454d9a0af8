"""A notice: what the people of a proposal are told of its post, once per change.

Whether something was told already is read from what was told: every notice ends in a
line that nobody sees, a mark. It names a delivery and what was said of it, both as a
digest, so that no text of anybody's can end the comment that hides it (CommonMark
0.31 §4.6). A delivery's newest mark counts: what holds again after something else did
is news again.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sns_cli.model.history import CommitId

_MARK: Final = re.compile(
    r"^<!-- sns notice/1 delivery=(?P<delivery>[0-9a-f]{16}) "
    r"told=(?P<told>[0-9a-f]{16}) -->[ \t\r]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What was said of which delivery, each as 16 hexadecimal digits."""

    delivery: str
    told: str

    def line(self) -> str:
        """Return the line that hides the mark in Markdown."""
        return f"<!-- sns notice/1 delivery={self.delivery} told={self.told} -->"


def mark(delivery: tuple[str, ...], facts: tuple[str, ...]) -> Mark:
    """Return the mark of saying ``facts`` about a delivery (post, account)."""
    return Mark(_digest(delivery), _digest(facts))


def marks_in(text: str) -> Iterator[Mark]:
    """Yield the marks in a text, first to last."""
    for match in _MARK.finditer(text):
        yield Mark(match["delivery"], match["told"])


def _digest(parts: tuple[str, ...]) -> str:
    # The lengths keep ("ab", "c") and ("a", "bc") apart.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Brought:
    """A commit of ``main`` that brought a post there.

    Attributes:
        head: the head of the proposal that it merged; None if it merged none.
    """

    commit: CommitId
    head: CommitId | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of one delivery, as Markdown that acts on nothing."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be said on the proposal of one post.

    Attributes:
        post: its id, or its path where the id cannot be read.
        brought: by which the host may know the proposal, best first.
        since: nothing of this can have been said before (aware).
        heading, footer: Markdown around the parts.
    """

    post: str
    path: str
    brought: tuple[Brought, ...]
    since: dt.datetime
    heading: str
    parts: tuple[Part, ...]
    footer: str = ""

    def news(self, known: Mapping[str, str]) -> tuple[Part, ...]:
        """Return the parts not yet told.

        Args:
            known: what was told last, by delivery, as in the marks.
        """
        return tuple(
            part
            for part in self.parts
            if known.get(part.mark.delivery) != part.mark.told
        )

    def body(self, parts: tuple[Part, ...]) -> str:
        """Return the comment that says these parts."""
        blocks = [self.heading, *(part.text for part in parts)]
        if self.footer:
            blocks.append(self.footer)
        blocks.append("\n".join(part.mark.line() for part in parts))
        return "\n\n".join(blocks) + "\n"
