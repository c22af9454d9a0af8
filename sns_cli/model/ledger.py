"""The ledger: what ``archive/`` says about every delivery, folded from its events.

A delivery is one post × one account. Its events are files named
``archive/YYYY/MM/<post>.<account>.<n>-<event>.json``; ordered by ``n`` they give its
state, so that states are known from file names alone (``git ls-tree``).

Invariants:
    - ``n`` is unique within a delivery, whatever the month.
    - The first event is ``claimed``; every event follows one that allows it
      (``_AFTER``). A sequence that breaks this is not guessed at: the delivery is
      ``broken`` and nothing is sent for it.
"""

import datetime as dt
import json
import operator
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from sns_cli.model.event import EventName
from sns_cli.model.event_path import (
    DeliveryKey,
    NamedEvent,
    read_event_path,
    read_odd_path,
)

__all__ = [
    "FINAL",
    "UNSETTLED",
    "Delivery",
    "DeliveryKey",
    "DeliveryState",
    "Entry",
    "Ledger",
    "Made",
    "NamedEvent",
    "changed_since",
    "fold",
    "fold_names",
    "read_entry",
    "read_event_path",
    "read_instant",
    "read_odd_path",
]


class DeliveryState(StrEnum):
    """State of a delivery (design 5); ``broken`` is a ledger a person must mend."""

    NONE = "none"
    CLAIMED = "claimed"
    PUBLISHED = "published"
    NOT_SENT = "not-sent"
    REJECTED = "rejected"
    IN_DOUBT = "in-doubt"
    RETRACTED = "retracted"
    BROKEN = "broken"


_NEXT: Final[Mapping[EventName, DeliveryState]] = {
    EventName.CLAIMED: DeliveryState.CLAIMED,
    EventName.PUBLISHED: DeliveryState.PUBLISHED,
    EventName.NOT_SENT: DeliveryState.NOT_SENT,
    EventName.REJECTED: DeliveryState.REJECTED,
    EventName.IN_DOUBT: DeliveryState.IN_DOUBT,
    EventName.CONFIRMED: DeliveryState.PUBLISHED,
    EventName.DIFFERS: DeliveryState.PUBLISHED,
    EventName.MISSING: DeliveryState.PUBLISHED,
    EventName.RETRACTED: DeliveryState.RETRACTED,
}
FINAL: Final = frozenset({DeliveryState.PUBLISHED, DeliveryState.RETRACTED})
"""Nothing is sent any more."""
UNSETTLED: Final = frozenset({DeliveryState.CLAIMED, DeliveryState.IN_DOUBT})
"""Whether it is public is not known yet."""
Made = tuple[str, ...]
"""The blobs of a post's file and of its pictures, in their order."""
_AFTER: Final[Mapping[EventName, frozenset[DeliveryState]]] = {
    EventName.CLAIMED: frozenset(
        {DeliveryState.NONE, DeliveryState.NOT_SENT, DeliveryState.REJECTED}
    ),
    EventName.PUBLISHED: UNSETTLED,
    EventName.NOT_SENT: UNSETTLED,
    EventName.REJECTED: frozenset({DeliveryState.CLAIMED}),
    EventName.IN_DOUBT: frozenset({DeliveryState.CLAIMED}),
    EventName.CONFIRMED: frozenset({DeliveryState.PUBLISHED}),
    EventName.DIFFERS: frozenset({DeliveryState.PUBLISHED}),
    EventName.MISSING: frozenset({DeliveryState.PUBLISHED}),
    EventName.RETRACTED: FINAL,
}
"""The states after which an event may come (design 5).

``retracted`` is never written twice, yet read twice: versions that wrote it for each of
two requests left archives in which the post is gone either way.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with what it holds, read leniently.

    Attributes:
        data: the JSON object; ``{}`` while only the name is known.
    """

    name: NamedEvent
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def event(self) -> EventName:
        """Which event."""
        return self.name.event

    @property
    def n(self) -> int:
        """Its number within the delivery."""
        return self.name.n

    @property
    def at(self) -> dt.datetime | None:
        """When it was written (aware), if its content was read."""
        return read_instant(self.data.get("at"))

    @property
    def retry_at(self) -> dt.datetime | None:
        """When the service said to try again (aware)."""
        return read_instant(self.data.get("retry_at"))

    @property
    def made_from(self) -> "Made | None":
        """What a claim rests on, if its content was read."""
        blob, media = self.text("blob"), self.data.get("media")
        if blob is None:
            return None
        items = media if isinstance(media, list) else ()
        ids = (item.get("blob") for item in items if isinstance(item, Mapping))
        return (blob, *(one for one in ids if isinstance(one, str)))

    def text(self, *keys: str) -> str | None:
        """Return the string at a path of keys such as ``payload``, ``text``."""
        value: Any = self.data
        for key in keys:
            value = value.get(key) if isinstance(value, Mapping) else None
        return value if isinstance(value, str) else None


def read_instant(value: object) -> dt.datetime | None:
    """Return an aware time from RFC 3339 text, or None."""
    if not isinstance(value, str):
        return None
    try:
        instant = dt.datetime.fromisoformat(value)
    except ValueError:
        return None
    return instant if instant.tzinfo is not None else None


def read_entry(name: NamedEvent, content: bytes) -> Entry | None:
    """Return the event with its content, or None if that is no JSON object."""
    try:
        data = json.loads(content)
    except ValueError:
        return None
    return Entry(name, data) if isinstance(data, dict) else None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery with its events in order of ``n``.

    Attributes:
        odd: a file is named like an event of this delivery and is none. As long as
            the delivery is not final that must not be taken for "nothing happened".
    """

    key: DeliveryKey
    entries: tuple[Entry, ...] = ()
    odd: bool = False

    @property
    def state(self) -> DeliveryState:
        """Fold the events into the state."""
        state = DeliveryState.NONE
        previous = 0
        for entry in self.entries:
            if entry.n == previous or state not in _AFTER[entry.event]:
                return DeliveryState.BROKEN
            state, previous = _NEXT[entry.event], entry.n
        return DeliveryState.BROKEN if self.odd and state not in FINAL else state

    @property
    def next_n(self) -> int:
        """The number the delivery's next event takes."""
        return max((entry.n for entry in self.entries), default=0) + 1

    @property
    def last(self) -> Entry | None:
        """The newest event."""
        return self.entries[-1] if self.entries else None

    def newest(self, *events: EventName) -> Entry | None:
        """Return the newest event of one of these kinds."""
        return next(
            (entry for entry in reversed(self.entries) if entry.event in events), None
        )

    @property
    def sent_from(self) -> "Made | None":
        """What it went out from; None unless it is final and its claim was read."""
        claim = self.newest(EventName.CLAIMED) if self.state in FINAL else None
        return None if claim is None else claim.made_from

    def with_entry(self, entry: Entry) -> "Delivery":
        """Return the delivery with one more event."""
        return fold(self.key, (*self.entries, entry), odd=self.odd)


def changed_since(sent: Collection[Made], current: Made) -> bool:
    """Tell whether a post went out, and never from its files as they are now.

    Who adds an account to a published post changes its file too, and once it went
    there nothing is left to correct. A picture counts as the file does; one of which a
    claim says nothing, or that cannot be read now, is not held against the post.

    Args:
        sent: what its final deliveries were made from.
        current: its file and pictures.
    """
    same = (all(map(operator.eq, one, current)) for one in sent)
    return bool(sent) and not any(same)


def fold(key: DeliveryKey, entries: Iterable[Entry], *, odd: bool = False) -> Delivery:
    """Return the delivery of these events, in whatever order they come."""
    return Delivery(key, tuple(sorted(entries, key=lambda entry: entry.n)), odd)


@dataclass(frozen=True)
class Ledger:
    """All deliveries of a library."""

    deliveries: Mapping[DeliveryKey, Delivery] = field(default_factory=dict)

    def of(self, key: DeliveryKey) -> Delivery:
        """Return the delivery, with no events if it never began."""
        return self.deliveries.get(key) or Delivery(key)

    def with_entries(self, entries: Iterable[Entry]) -> "Ledger":
        """Return the ledger with more events; events it already has stay single."""
        grown = dict(self.deliveries)
        for entry in entries:
            key = entry.name.key
            known = grown.get(key) or Delivery(key)
            others = tuple(e for e in known.entries if e.name.path != entry.name.path)
            grown[key] = fold(key, (*others, entry), odd=known.odd)
        return Ledger(grown)


def fold_names(
    names: Iterable[NamedEvent], odd: Collection[DeliveryKey] = ()
) -> Ledger:
    """Return the ledger as file names tell it, contents not yet read.

    Args:
        names: the events.
        odd: deliveries with a file that :func:`read_odd_path` named.
    """
    grouped: dict[DeliveryKey, list[Entry]] = {key: [] for key in odd}
    for name in names:
        grouped.setdefault(name.key, []).append(Entry(name))
    return Ledger(
        {key: fold(key, entries, odd=key in odd) for key, entries in grouped.items()}
    )
