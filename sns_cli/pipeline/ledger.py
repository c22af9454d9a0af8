"""``archive/`` at a commit → the ledger."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sns_cli.model.event_path import NamedEvent, read_event_path, read_odd_path
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.ledger import (
    DeliveryState,
    Entry,
    Ledger,
    fold_names,
    read_entry,
)
from sns_cli.model.paths import ARCHIVE
from sns_cli.model.profile import PROFILES, KnownProfile, read_profiles
from sns_cli.ports import History

_OPEN_STATES = frozenset(
    {
        DeliveryState.CLAIMED,
        DeliveryState.IN_DOUBT,
        DeliveryState.NOT_SENT,
        DeliveryState.REJECTED,
    }
)


@dataclass(frozen=True)
class LedgerFiles:
    """The event files at a commit, and the ledger as their names alone tell it."""

    blobs: Mapping[NamedEvent, BlobId]
    ledger: Ledger


def ledger_files(history: History, head: CommitId) -> LedgerFiles:
    """Return the event files at ``head``; no content is read."""
    files = history.files(head, ARCHIVE)
    blobs = {
        name: file.blob
        for file in files
        if (name := read_event_path(file.path)) is not None
    }
    odd = (read_odd_path(file.path) for file in files)
    ledger = fold_names(blobs, frozenset(key for key in odd if key is not None))
    return LedgerFiles(blobs, ledger)


def read_ledger(
    history: History,
    files: LedgerFiles,
    now: dt.datetime,
    asked_for: Collection[str] = (),
) -> Ledger:
    """Return the ledger with the contents that decisions need.

    States come from file names alone. Contents are read of events of deliveries that
    are not final, and of this and the previous month (limits and budget need them).

    Args:
        history: where objects are read.
        files: at the head.
        now: in the library's time zone.
        asked_for: ids of posts whose events are read whatever their age, such as
            those to be taken down.
    """
    months = _months(now)
    wanted = {
        name: blob
        for name, blob in files.blobs.items()
        if name.path.startswith(months)
        or name.key.post in asked_for
        or files.ledger.of(name.key).state in _OPEN_STATES
    }
    return files.ledger.with_entries(read_entries(history, wanted))


def read_entries(
    history: History, files: Mapping[NamedEvent, BlobId]
) -> tuple[Entry, ...]:
    """Return events with their contents; what is no JSON object keeps its name only."""
    contents = history.read(files.values())
    return tuple(
        read_entry(name, contents[blob]) or Entry(name) for name, blob in files.items()
    )


def known_profiles(
    history: History, head: CommitId
) -> Mapping[str, tuple[KnownProfile, ...]]:
    """Return what the accounts said of themselves, by account, oldest first."""
    files = {file.path: file.blob for file in history.files(head, PROFILES)}
    contents = history.read(files.values())
    return read_profiles({path: contents[blob] for path, blob in files.items()})


def _months(now: dt.datetime) -> tuple[str, str]:
    last = now.replace(day=1) - dt.timedelta(days=1)
    return (f"archive/{now:%Y/%m}/", f"archive/{last:%Y/%m}/")
