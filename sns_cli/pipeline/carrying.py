"""Which records of one ``main`` another one lacks, and how they fit there. Pure.

Two copies of a library moved on apart: the host was down, and somebody published from
another place. What was recorded there must come back, before anything else is done,
or it would go out again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sns_cli.model.event import EventName, to_json
from sns_cli.model.event_path import NamedEvent
from sns_cli.model.history import BlobId
from sns_cli.model.ledger import Delivery, DeliveryKey, DeliveryState, Entry, fold
from sns_cli.model.media_path import FOLDER
from sns_cli.pipeline.ledger import LedgerFiles
from sns_cli.ports import NewFile


@dataclass(frozen=True, slots=True)
class Conflict:
    """A delivery that both sides recorded, in ways that do not go together."""

    key: DeliveryKey
    here: DeliveryState
    there: DeliveryState


@dataclass(frozen=True, slots=True)
class Moved:
    """An event that is to come here, and the number it takes here."""

    name: NamedEvent
    blob: BlobId
    n: int


@dataclass(frozen=True, slots=True)
class Carriage:
    """What is to be carried.

    Attributes:
        events: in order, by delivery.
        states: what each delivery is with them.
        conflicts: if there is any, nothing is to be carried.
    """

    events: tuple[Moved, ...]
    states: Mapping[DeliveryKey, DeliveryState]
    conflicts: tuple[Conflict, ...]


def carriage(
    here: LedgerFiles, there: LedgerFiles, nonces: Mapping[BlobId, str]
) -> Carriage:
    """Return what ``here`` lacks of ``there``.

    Args:
        here: the records of the one side.
        there: those of the other.
        nonces: of the events that only one side has (see :func:`apart`): an event
            that was numbered anew when it came here is still the same.
    """
    events: list[Moved] = []
    states: dict[DeliveryKey, DeliveryState] = {}
    conflicts: list[Conflict] = []
    known = _identities(here, nonces)
    for key, delivery in sorted(there.ledger.deliveries.items()):
        new = [
            (one.name, blob)
            for one in delivery.entries
            if nonces.get(blob := there.blobs[one.name], blob) not in known
        ]
        if not new:
            continue
        own = here.ledger.of(key)
        shared = _identities(there, nonces)
        blobs = (here.blobs[one.name] for one in own.entries)
        moved_on = any(nonces.get(blob, blob) not in shared for blob in blobs)
        fitted = _fitted(own, new, moved_on=moved_on)
        if fitted is None:
            conflicts.append(Conflict(key, own.state, delivery.state))
        else:
            events += fitted
            states[key] = delivery.state
    return Carriage(tuple(events), states, tuple(conflicts))


def apart(here: LedgerFiles, there: LedgerFiles) -> frozenset[BlobId]:
    """Return the events that only one side has, or has under another number."""
    one, other = set(here.blobs.items()), set(there.blobs.items())
    return frozenset(blob for _, blob in one ^ other)


def nonce_of(content: bytes) -> str | None:
    """Return the random text that marks an event, None if it cannot be read."""
    try:
        data = json.loads(content)
    except ValueError:
        return None
    nonce = data.get("nonce") if isinstance(data, dict) else None
    return nonce if isinstance(nonce, str) else None


def _identities(files: LedgerFiles, nonces: Mapping[BlobId, str]) -> frozenset[str]:
    return frozenset(nonces.get(blob, blob) for blob in files.blobs.values())


def _fitted(
    own: Delivery, new: list[tuple[NamedEvent, BlobId]], *, moved_on: bool
) -> list[Moved] | None:
    """Return the events as they go on from what is here, None if they cannot.

    Args:
        own: the delivery as it is here.
        new: what is to come, in order.
        moved_on: whether something happened here that the other side does not know.
    """
    begins = new[0][0].event is EventName.CLAIMED
    if moved_on and not begins:
        return None
    shift = own.next_n - new[0][0].n
    moved = [Moved(name, blob, name.n + shift) for name, blob in new]
    entries = (*own.entries, *(Entry(_named(one)) for one in moved))
    whole = fold(own.key, entries, odd=own.odd)
    return None if whole.state is DeliveryState.BROKEN else moved


def _named(one: Moved) -> NamedEvent:
    folder = one.name.path.rpartition("/")[0]
    stem = f"{one.name.key.post}.{one.name.key.account}.{one.n}-{one.name.event}"
    path = f"{folder}/{stem}.json"
    return NamedEvent(one.name.key, one.n, one.name.event, path)


def files_of(carried: Carriage, contents: Mapping[BlobId, bytes]) -> list[NewFile]:
    """Return the event files to add; only the number in them may be another."""
    files = []
    for one in carried.events:
        content = contents[one.blob]
        if one.n != one.name.n:
            content = to_json({**json.loads(content), "n": one.n})
        files.append(NewFile(_named(one).path, content))
    return files


def is_picture(path: str) -> bool:
    """Tell whether an archived file is a picture that was sent."""
    return path.startswith(FOLDER)
