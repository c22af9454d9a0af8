"""The alarm: one issue on the host that lists what a person has to look at.

It has no memory but itself: before each entry stands a line that nobody sees, a mark.
It says what the entry is about (a digest), what was said of it (another one), whose
account it is, and since when it can be seen at the service. No text of anybody's can
end the comment that hides it (CommonMark 0.31 §4.6).

Several commands know several parts: each run replaces the entries that it looked at
and leaves the others as they are.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

LABEL: Final = "sns-alarm"
"""By which the issue is found. Only who may write to the repository can set a label."""
MOST: Final = 40
"""Entries that are shown."""
_ROOM: Final = 50_000
"""Characters for entries; an issue has room for 65,536."""
_END: Final = "<!-- sns alarm/1 end -->"
_MARK: Final = re.compile(
    r"^<!-- sns alarm/1 part=(?P<part>record|service) "
    r"account=(?P<account>[a-z0-9-]{1,32}) line=(?P<line>[0-9a-f]{16}) "
    r"told=(?P<told>[0-9a-f]{16}) "
    r"made=(?P<made>-|[0-9]{1,11}) -->[ \t]*$",
    re.MULTILINE,
)


class Part(StrEnum):
    """What is looked at together."""

    RECORD = "record"
    """What ``main`` alone tells: in doubt, overdue, blocked, recorded findings."""
    SERVICE = "service"
    """What only the service tells: unknown posts, the profile, whose keys they are."""


@dataclass(frozen=True, slots=True)
class AlarmEntry:
    """One thing a person has to look at.

    Attributes:
        account: key of ``[accounts]``; ``-`` for the library as a whole.
        line: what it is about, ``told``: what is said of it; see :func:`digest`.
        text: Markdown that acts on nothing.
        made: from when on (aware) it could be seen at the service, if that is known.
    """

    part: Part
    account: str
    line: str
    told: str
    text: str
    made: dt.datetime | None = None

    def block(self) -> str:
        """Return the entry with its mark."""
        made = "-" if self.made is None else str(int(self.made.timestamp()))
        mark = (
            f"<!-- sns alarm/1 part={self.part.value} account={self.account} "
            f"line={self.line} told={self.told} made={made} -->"
        )
        return f"{mark}\n{self.text}"


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits that stand for these texts."""
    # The lengths keep ("ab", "c") and ("a", "bc") apart.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:16]


def entries_in(body: str) -> Iterator[AlarmEntry]:
    """Yield the entries of an issue's text, in their order."""
    text = body.replace("\r\n", "\n").partition(_END)[0]
    marks = list(_MARK.finditer(text))
    ends = [*(mark.start() for mark in marks), len(text)][1:]
    for mark, end in zip(marks, ends, strict=True):
        yield AlarmEntry(
            Part(mark["part"]),
            mark["account"],
            mark["line"],
            mark["told"],
            text[mark.end() : end].strip("\n"),
            _instant(mark["made"]),
        )


def is_alarm(body: str) -> bool:
    """Tell whether a text is one of ours, and not an issue that got our label."""
    return _END in body


def _instant(text: str) -> dt.datetime | None:
    return None if text == "-" else dt.datetime.fromtimestamp(int(text), dt.UTC)


@dataclass(frozen=True)
class Look:
    """What a run looked at, and what it found there.

    Attributes:
        entries: what it found.
        accounts: the accounts at whose service it looked, with the time (aware) from
            which on it saw everything.
        known: the accounts there are.
        settled: what a director acknowledged: what entries are about, or what is said
            of them.
    """

    entries: tuple[AlarmEntry, ...]
    known: frozenset[str]
    accounts: Mapping[str, dt.datetime] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()

    def replaces(self, old: AlarmEntry) -> bool:
        """Tell whether this run knows better than an entry of an earlier one."""
        if old.part is Part.RECORD or not self.settled.isdisjoint((old.line, old.told)):
            return True
        if old.account not in self.known:
            return True
        since = self.accounts.get(old.account)
        return since is not None and (old.made is None or old.made >= since)

    def after(self, old: Iterable[AlarmEntry]) -> tuple[AlarmEntry, ...]:
        """Return what stands now: what was found, and what was not looked at."""
        found = {one.line: one for one in self.entries}
        for one in old:
            if one.line not in found and not self.replaces(one):
                found[one.line] = one
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class AlarmWords:
    """The sentences around the entries, as Markdown that acts on nothing.

    Attributes:
        more: with ``{count}``, for entries that are not shown.
        added: heads a comment about what is new.
        fewer: a comment when something was settled and something else still stands.
        over: a comment when nothing stands any more.
        twice: with ``{number}``: the other issue, which goes on.
    """

    title: str
    intro: str
    more: str
    added: str
    fewer: str
    over: str
    twice: str


def shown(entries: Sequence[AlarmEntry]) -> Sequence[AlarmEntry]:
    """Return as many of the entries as an issue has room for."""
    room = _ROOM
    for place, one in enumerate(entries[:MOST]):
        room -= len(one.block())
        if room < 0:
            return entries[:place]
    return entries[:MOST]


def body_of(entries: Sequence[AlarmEntry], words: AlarmWords) -> str:
    """Return the text of the issue."""
    seen = shown(entries)
    blocks = [words.intro, *(one.block() for one in seen), _END]
    if len(entries) > len(seen):
        blocks.append(words.more.format(count=len(entries) - len(seen)))
    return "\n\n".join(blocks) + "\n"


def news(old: Iterable[AlarmEntry], new: Sequence[AlarmEntry]) -> list[AlarmEntry]:
    """Return the shown entries that say something that was not said before."""
    said = {(one.line, one.told) for one in old}
    return [one for one in shown(new) if (one.line, one.told) not in said]


@dataclass(frozen=True, slots=True)
class Issue:
    """An open issue of ours on the host."""

    number: int
    body: str
