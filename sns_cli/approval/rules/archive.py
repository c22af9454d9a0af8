"""``archive/`` is added to and never changed (design 4, 5, 6)."""

from typing import Final

from sns_cli.approval.case import Case, about
from sns_cli.approval.state import Entry
from sns_cli.approval.verdict import Refused
from sns_cli.model.event import EventName
from sns_cli.model.event_path import read_event_path
from sns_cli.model.history import REGULAR, Change
from sns_cli.model.settings import Evidence

_RESOLVING: Final = frozenset(
    {EventName.PUBLISHED, EventName.NOT_SENT, EventName.CONFIRMED}
)
"""What a person finds out by looking. A confirmation says that one did (K9(2))."""


def publisher_alone(case: Case) -> Refused | None:
    """The publisher makes plain commits; it merges nothing."""
    return Refused("publisher-merge") if case.merges else None


def publisher_in_archive(case: Case) -> Refused | None:
    """The publisher changes nothing outside the ledger part of ``archive/``."""
    sorted_ = case.changes
    settings = () if sorted_.settings is None else (sorted_.settings,)
    for change in (*sorted_.posts, *settings, *sorted_.others):
        return about("publisher-outside-archive", change)
    return None


def only_added(case: Case) -> Refused | None:
    """What is in ``archive/`` stays: files are added, plain ones, and nothing else."""
    for change in case.changes.ledger:
        if not _is_addition(case, change):
            return about("archive-not-added", change)
        if change.new_mode != REGULAR:
            return about("mode-not-regular", change, mode=change.new_mode)
    return None


def director_in_archive(case: Case) -> Refused | None:
    """A director resolves a delivery, or repairs what a refused commit did."""
    changes = case.changes.ledger
    if not changes:
        return None
    if case.merges and not _merged_as_repair(case):
        return about("archive-merge", changes[0])
    if _is_repair(case):
        return None
    for change in changes:
        named = read_event_path(change.path)
        if named is None or named.event not in _RESOLVING:
            return about("archive-not-resolution", change)
    return only_added(case)


def _is_addition(case: Case, change: Change) -> bool:
    """A path that a refused commit deleted was there before: it is not free."""
    return change.added and change.path not in case.state.damaged


def _merged_as_repair(case: Case) -> bool:
    """In a web page one can only merge: there a repair comes as a merge."""
    return case.signed.evidence is Evidence.PLATFORM and _is_repair(case)


def _is_repair(case: Case) -> bool:
    """Only paths last changed by refused commits, each put back as it was."""
    return all(
        case.state.damaged.get(change.path) == Entry(change.new_mode, change.new_blob)
        for change in case.commit.changes
    )
