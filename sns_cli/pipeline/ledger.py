"""``archive/`` at a commit → the ledger."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

from sns_cli.model.history import BlobId, CommitId, TreeEntry
from sns_cli.model.ledger import (
    DeliveryState,
    Entry,
    Ledger,
    NamedEvent,
    fold_names,
    read_entry,
    read_event_path,
    read_odd_path,
)
from sns_cli.ports import History

_OPEN_STATES = frozenset(
    {
        DeliveryState.CLAIMED,
        DeliveryState.IN_DOUBT,
        DeliveryState.NOT_SENT,
        DeliveryState.REJECTED,
    }
)


def read_ledger(
    history: History,
    head: CommitId,
    now: dt.datetime,
    asked_for: Collection[str] = (),
) -> Ledger:
    """Return the ledger at ``head``.

    States come from file names alone. Contents are read of events of deliveries that
    are not final, and of this and the previous month (limits and budget need them).

    Args:
        history: where objects are read.
        head: a commit.
        now: in the library's time zone.
        asked_for: ids of posts whose events are read whatever their age, such as
            those to be taken down.
    """
    files = history.files(head, "archive/")
    named = _event_files(files)
    ledger = _by_names(files, named)
    months = _months(now)
    wanted = {
        name: blob
        for name, blob in named.items()
        if name.path.startswith(months)
        or name.key.post in asked_for
        or ledger.of(name.key).state in _OPEN_STATES
    }
    return ledger.with_entries(read_entries(history, wanted))


def read_entries(
    history: History, files: Mapping[NamedEvent, BlobId]
) -> tuple[Entry, ...]:
    """Return events with their contents; what is no JSON object keeps its name only."""
    contents = history.read(files.values())
    return tuple(
        read_entry(name, contents[blob]) or Entry(name) for name, blob in files.items()
    )


def ledger_by_names(history: History, head: CommitId) -> Ledger:
    """Return the ledger at ``head`` as file names tell it."""
    files = history.files(head, "archive/")
    return _by_names(files, _event_files(files))


def _by_names(files: Iterable[TreeEntry], named: Iterable[NamedEvent]) -> Ledger:
    odd = (read_odd_path(file.path) for file in files)
    return fold_names(named, frozenset(key for key in odd if key is not None))


def event_files(history: History, head: CommitId) -> Mapping[NamedEvent, BlobId]:
    """Return all event files at ``head``."""
    return _event_files(history.files(head, "archive/"))


def _event_files(files: Iterable[TreeEntry]) -> dict[NamedEvent, BlobId]:
    named = ((read_event_path(file.path), file.blob) for file in files)
    return {name: blob for name, blob in named if name is not None}


def _months(now: dt.datetime) -> tuple[str, str]:
    last = now.replace(day=1) - dt.timedelta(days=1)
    return (f"archive/{now:%Y/%m}/", f"archive/{last:%Y/%m}/")
