"""The local history at HEAD: what ``authenticate``, ``status`` and ``lint`` read."""

import datetime as dt
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment, commit_id
from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.process import scrub_environment
from sns_cli.adapters.git.repository import Repository, open_repository
from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId

if TYPE_CHECKING:
    from sns_cli.model.ledger import Ledger
    from sns_cli.model.proof import Authentication
    from sns_cli.pipeline.proof import Proof
    from sns_cli.ports import Platform
    from sns_cli.report.status import StatusReport


@dataclass(frozen=True)
class Reader:
    """A library's local clone, authenticated when first asked.

    Attributes:
        pin: the introduction given from outside; None when it was not pinned.
        paused_by: ``SNS_PAUSED``.
        platform: asked who merged what, where that is evidence and not on record.
    """

    repository: Repository
    history: GitHistory
    clock: SystemClock
    pin: CommitId | None
    paused_by: str | None = None
    platform: "Platform | None" = None

    def expect(self) -> None:
        """Let git begin to read what :attr:`proof` will need, and return at once.

        What proves approval takes as long to load as git to read a long history.
        """
        head = self.repository.find("HEAD")
        if self.pin is not None and head is not None:
            self.history.expect(head, self.pin)

    def look_ahead(self) -> None:
        """Read the ledger while git reads the history."""
        with suppress(HistoryError):  # told when it is needed
            _ = self._ledger

    @cached_property
    def proof(self) -> "Proof":
        """The proof of the local HEAD.

        Raises:
            HistoryError, SettingsError: see :func:`sns_cli.pipeline.proof.prove`.
        """
        from sns_cli.pipeline.proof import prove  # noqa: PLC0415  (see expect)

        return prove(
            self.history,
            self.repository.head(),
            self.pin,
            self.clock.real_now(),
            platform=self.platform,
        )

    @property
    def authentication(self) -> "Authentication":
        """What the history proves."""
        return self.proof.authentication

    def ledger_names(self) -> "Ledger":
        """Return the ledger as file names tell it."""
        head, ledger = self._ledger
        proven = self.authentication.head
        return ledger if head == proven else self._read_ledger(proven)

    @cached_property
    def _ledger(self) -> "tuple[CommitId, Ledger]":
        head = self.repository.head()
        return head, self._read_ledger(head)

    def _read_ledger(self, head: CommitId) -> "Ledger":
        from sns_cli.pipeline.ledger import ledger_files  # noqa: PLC0415  (see expect)

        return ledger_files(self.history, head).ledger

    def needs_people(self) -> bool:
        """Tell whether ``authenticate`` exits with 1 (design 8.3).

        It does when a refused change still stands at the head, or a post that was not
        delivered is not approved.
        """
        from sns_cli.pipeline.left_unapproved import left_unapproved  # noqa: PLC0415  (see expect)

        proven = self.authentication
        if any(not refusal.superseded for refusal in proven.refusals):
            return True
        return bool(left_unapproved(self.history, proven, self.ledger_names()))

    def status(self, now: dt.datetime, post: str | None = None) -> "StatusReport":
        """Return where each post stands at ``now`` (aware).

        Args:
            now: the time to tell it for.
            post: id or file of the one post that is asked for, with all that happened
                to it.
        """
        from sns_cli.bootstrap.local_drafts import tell_drafts  # noqa: PLC0415
        from sns_cli.model.event import EventName  # noqa: PLC0415  (see expect)
        from sns_cli.pipeline.ledger import ledger_files, read_entries  # noqa: PLC0415
        from sns_cli.pipeline.snapshot import take_snapshot  # noqa: PLC0415
        from sns_cli.pipeline.status import status  # noqa: PLC0415  (loads the plan)

        proof, snapshot = take_snapshot(
            self.history, self.proof, now, self.paused_by, whole=True
        )
        if post is not None:
            post = self._id_of(post)
        # Their contents tell where a post is, and of which file it came.
        telling = {EventName.PUBLISHED, EventName.CLAIMED}
        told = {
            name: blob
            for name, blob in ledger_files(self.history, snapshot.tip).blobs.items()
            if name.event in telling or name.key.post == post
        }
        ledger = snapshot.ledger.with_entries(read_entries(self.history, told))
        whole = replace(snapshot, ledger=ledger)
        report = status(proof.authentication, whole, self._removed(), now)
        report = tell_drafts(report, self.repository, snapshot.tip)
        return report if post is None else report.only(post)

    def _id_of(self, name: str) -> str:
        """Return the id of the post whose file is called ``name``, or the name."""
        typed = f"/{PurePath(name).as_posix()}"
        found = {
            one.id
            for one in self.authentication.posts
            if typed.endswith(f"/{one.path}") or f"/{one.path}".endswith(typed)
        }
        return next((one for one in found if one is not None and len(found) == 1), name)

    def _removed(self) -> tuple[str, ...]:
        """Return the ids of posts that were on ``main`` and are gone from the head."""
        from sns_cli.model.post import is_post_path  # noqa: PLC0415  (see expect)
        from sns_cli.parse.post import scan_id  # noqa: PLC0415  (see expect)

        here = {proof.path for proof in self.authentication.posts}
        blobs = {
            change.old_blob
            for commit in self.proof.walk.chain.commits
            for change in commit.changes
            if change.deleted and is_post_path(change.path) and change.path not in here
        }
        contents = self.history.read(blob for blob in blobs if blob is not None)
        ids = (scan_id(content) for content in contents.values())
        return tuple({one for one in ids if one is not None})


def open_reader(
    environment: Environment,
    repo: Path | None,
    introduction: str | None,
) -> Reader:
    """Open the repository around ``repo`` or the current folder for reading.

    Args:
        environment: may pin the introduction.
        repo: ``--repo``.
        introduction: ``--introduction``; wins over the environment.

    Raises:
        HistoryError: there is no repository, or git is missing or too old.
        SettingsError: the pin is no full commit id.
    """
    pin = pinned(environment, introduction)
    scrub_environment(os.environ)
    repository = open_repository(repo or Path.cwd())
    history = GitHistory(repository)
    paused = environment.paused
    return Reader(repository, history, SystemClock(), pin, paused)


def pinned(environment: Environment, introduction: str | None) -> CommitId | None:
    """Return the pinned introduction, if any.

    Raises:
        SettingsError: it is no full commit id.
    """
    if introduction is not None:
        return CommitId(commit_id(introduction, "--introduction"))
    value = environment.introduction
    return None if value is None else CommitId(value)
