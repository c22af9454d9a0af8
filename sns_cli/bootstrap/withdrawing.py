"""``withdraw``: a post that has not gone out is taken back from the work tree."""

from dataclasses import dataclass
from typing import Final

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.remote import Remote
from sns_cli.adapters.git.repository import Repository
from sns_cli.bootstrap.proposing import Shelf
from sns_cli.errors import (
    HistoryError,
    RefusedError,
    RemoteError,
    SettingsError,
    UsageError,
)
from sns_cli.model.ledger import FINAL, UNSETTLED, DeliveryState
from sns_cli.model.paths import POSTS
from sns_cli.pipeline.ledger import ledger_files

_TIMEOUT: Final = 20.0
"""Seconds after which the remote counts as not reachable: a look, and no more."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What was removed from the work tree.

    Attributes:
        unsure: the remote could not be asked whether it went out meanwhile.
    """

    paths: tuple[str, ...]
    unsure: bool = False


def withdraw(shelf: Shelf, post_id: str) -> Withdrawn:
    """Remove a post's file, and media that no other post uses.

    Everything removed is in the history, so that nothing can be lost.

    Raises:
        UsageError: there is no such post, or two files have its id.
        RefusedError: it went out, may be going out, or its files hold what is nowhere
            else.
        HistoryError: this is no git repository.
        SettingsError: a file cannot be removed.
    """
    repository = shelf.repository
    if repository is None:
        path = str(shelf.folder.root)
        raise shelf.why_none or HistoryError("head-missing", path=path)
    original = shelf.original(post_id)
    states, unsure = _states(repository, post_id)
    _refuse_if_gone_out(post_id, {*original.states.values(), *states})
    if len(original.paths) > 1:
        raise UsageError("id-in-two-files", id=post_id, paths=", ".join(original.paths))
    if not original.paths:
        raise RefusedError("withdraw-gone", id=post_id)
    paths = (original.paths[0], *_own_media(shelf, original.paths[0]))
    _refuse_if_unsaved(shelf, repository, paths)
    for path in paths:
        _remove(shelf, path)
    return Withdrawn(paths, unsure)


def _states(repository: Repository, post_id: str) -> tuple[set[DeliveryState], bool]:
    """Return the post's delivery states on the remote's ``main``, if it answers."""
    try:
        tip = Remote(repository, timeout=_TIMEOUT).fetch("main")
    except RemoteError as error:
        return set(), error.code != "remote-missing"
    ledger = ledger_files(GitHistory(repository), tip).ledger
    found = ledger.deliveries.items()
    return {one.state for key, one in found if key.post == post_id}, False


def _refuse_if_gone_out(post_id: str, states: set[DeliveryState]) -> None:
    if states and states <= {DeliveryState.RETRACTED}:
        raise RefusedError("withdraw-taken-down", id=post_id)
    if states & FINAL:
        raise RefusedError("withdraw-published", id=post_id)
    if states & (UNSETTLED | {DeliveryState.BROKEN}):
        raise RefusedError("withdraw-in-doubt", id=post_id)


def _own_media(shelf: Shelf, path: str) -> list[str]:
    """Return the media of a post that no other post names, and that are there."""
    post = shelf.parsed(path)
    if post is None:
        return []
    others = (shelf.parsed(other) for other in shelf.posts if other != path)
    shared = {one for other in others if other is not None for one in other.media_paths}
    root = shelf.folder.root
    mine = dict.fromkeys(post.media_paths)
    return [one for one in mine if one not in shared and (root / one).is_file()]


def _refuse_if_unsaved(
    shelf: Shelf, repository: Repository, paths: tuple[str, ...]
) -> None:
    """Refuse if a file is not in the history exactly as it lies in the folder."""
    entries = GitHistory(repository).files(repository.head(), POSTS)
    recorded = {entry.path: entry.blob for entry in entries if entry.path in paths}
    known = GitHistory(repository).read(recorded.values())
    for path in paths:
        here = (shelf.folder.root / path).read_bytes()
        if path not in recorded or known[recorded[path]] != here:
            raise RefusedError("withdraw-unsaved", path=path)


def _remove(shelf: Shelf, path: str) -> None:
    try:
        (shelf.folder.root / path).unlink()
    except OSError as error:
        raise SettingsError("file-unwritable", path=path, why=error.strerror) from None
