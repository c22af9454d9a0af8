"""Everything outside us, as small Protocols.

A port promises its errors: an adapter raises the ones named here and no others. The
fakes in ``tests/fakes`` pass the same contract tests as the adapters.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sns_cli.model.alarm import Issue
from sns_cli.model.channel import Answer, Identity, Message, Prepared, Timeline
from sns_cli.model.history import (
    BlobId,
    Chain,
    Commit,
    CommitId,
    MergeCheck,
    SideCommit,
    TreeEntry,
)
from sns_cli.model.notice import Notice
from sns_cli.model.platform import PullMerge


class Clock(Protocol):
    """The time."""

    def now(self) -> dt.datetime:
        """Return the run's time (aware). ``--at`` moves it."""
        ...

    def real_now(self) -> dt.datetime:
        """Return the real time (aware), never moved."""
        ...


class Blobs(Protocol):
    """Contents of git objects."""

    def read(self, blobs: Iterable[BlobId]) -> Mapping[BlobId, bytes]:
        """Return the contents; all missing ones are fetched in one round trip.

        Raises:
            HistoryError: an object cannot be read.
        """
        ...


class History(Blobs, Protocol):
    """Git history, read from the object store, never from the work tree."""

    def chain(self, head: CommitId, introduction: CommitId | None) -> Chain:
        """Return the first-parent chain from the introduction to ``head``.

        Args:
            head: tip of the chain.
            introduction: None means the first commit that holds ``sns.toml``.

        Raises:
            HistoryError: the introduction is not on the first-parent chain, the clone
                does not reach it, it holds no ``sns.toml``, or there are replace refs.
        """
        ...

    def extend(self, chain: Chain, head: CommitId) -> tuple[Commit, ...] | None:
        """Return the commits after ``chain.tip`` up to ``head``, oldest first.

        None if ``chain.tip`` is not on the first-parent chain of ``head``.
        """
        ...

    def check_merges(
        self, merges: Sequence[Commit], introduction: CommitId
    ) -> Mapping[CommitId, MergeCheck]:
        """Compare two-parent merges with the clean merges of their parents."""
        ...

    def side_commits(self, merge: Commit) -> tuple[SideCommit, ...]:
        """Return the commits that ``merge`` brought in beside its first parent's."""
        ...

    def files(self, commit: CommitId, prefix: str = "") -> tuple[TreeEntry, ...]:
        """Return the files of a commit's tree below ``prefix`` (such as ``posts/``)."""
        ...

    def beside(self, holds: Callable[[int], bool], count: int) -> Callable[[int], bool]:
        """Begin to find out for ``count`` places whether something pure holds.

        Somebody else does it at the same time as the caller, from the last place to
        the first. The answer is asked of the places from the first to the last: True
        if it is known that it holds there. False says nothing, and is all that is
        ever heard of one who does not come, or does not come far.
        """
        ...


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to add to ``main``."""

    path: str
    content: bytes


class PushResult(StrEnum):
    """What a push came to."""

    ACCEPTED = "accepted"
    LOST = "lost"
    """Somebody else was first: build again on the new tip."""
    REFUSED = "refused"
    """The remote does not let us: a hook, a protected branch, no permission."""
    UNKNOWN = "unknown"
    """No answer; it may have been applied."""


@dataclass(frozen=True, slots=True)
class PushOutcome:
    """The result of a push; ``tip`` is our commit when it was accepted."""

    result: PushResult
    tip: CommitId | None = None
    detail: str = ""


class MainBranch(Protocol):
    """``main`` of the git remote."""

    def fetch(self) -> CommitId:
        """Fetch ``main`` and return its tip.

        Raises:
            RemoteError: the remote cannot be reached.
        """
        ...

    def add_files(
        self, base: CommitId, files: Sequence[NewFile], message: str, at: dt.datetime
    ) -> PushOutcome:
        """Commit new files on top of exactly ``base``, sign, and push without force.

        Raises:
            SettingsError: the publisher's key is missing.
            HistoryError: the commit cannot be made.
        """
        ...


class Platform(Protocol):
    """The host of the repository, as far as it knows who merged what."""

    def merges_of(self, commit: Commit) -> tuple[PullMerge, ...]:
        """Return the merged pull requests that the host ties to a commit of ``main``.

        For a commit of one parent a single one is enough, and who merged it need not
        be looked up.

        Raises:
            PlatformError: the host does not answer, or not in a way to rely on;
                ``details`` has one value, ``detail``.
        """
        ...


class Channel(Protocol):
    """One account on one service. Never raises for what a service may do."""

    def identify(self) -> Identity | Answer:
        """Ask whose credentials these are; anything but an Identity is a failure."""
        ...

    def prepare(self, message: Message) -> Prepared | Answer:
        """Hand over the message's pictures with their descriptions, all or nothing.

        Nothing of it is public before :meth:`send`. Without pictures nothing is asked.
        """
        ...

    def send(self, message: Message, prepared: Prepared) -> Answer:
        """Send once, with what was prepared. No retry, no redirect, in the timeouts."""
        ...

    def read_back(self, since: dt.datetime | None) -> Timeline | Answer:
        """Return our newest posts since ``since`` (service time), all pages."""
        ...

    def delete(self, remote_id: str) -> Answer:
        """Delete a post of ours.

        200 means that the service says it is gone now, 404 that it says it has none
        such. A status without those words (a gateway's) is a ``NoReply``.
        """
        ...


class Notices(Protocol):
    """Where the people of a proposal are told what became of its post.

    Two runs that tell at the same moment may say the same thing twice; nothing worse.
    """

    def news(self, notices: Sequence[Notice]) -> tuple[Notice, ...]:
        """Return those of which something may not have been told yet.

        One look for all; what it does not show is kept, for ``tell`` to find out.

        Raises:
            HostError: the host does not let us look.
        """
        ...

    def tell(self, notice: Notice) -> None:
        """Write what of a notice is new onto its proposal, in one comment.

        Nothing, if all of it was told before or the host knows no proposal.

        Raises:
            HostError: the host does not take it; ``HostDownError`` if it would
                take no other either.
        """
        ...

    def close(self) -> None:
        """Let go of the host."""
        ...


class Alarms(Protocol):
    """The issue on the host that calls for people; there is one, or none.

    Two runs at the same moment may open two; nothing worse. Every method raises
    ``HostError`` where the host does not answer, or does not take it.
    """

    def standing(self) -> tuple[Issue, ...]:
        """Return the open issues of ours, oldest first."""
        ...

    def open(self, title: str, body: str) -> None:
        """Open an issue that :meth:`standing` finds."""
        ...

    def edit(self, number: int, body: str) -> None:
        """Change the text of an issue."""
        ...

    def say(self, number: int, text: str) -> None:
        """Add a comment to an issue, which people are told of by the host."""
        ...

    def close_issue(self, number: int) -> None:
        """Close an issue as done."""
        ...

    def close(self) -> None:
        """Let go of the host."""
        ...


__all__ = [
    "Alarms",
    "Answer",
    "Blobs",
    "Channel",
    "Clock",
    "History",
    "MainBranch",
    "NewFile",
    "Notices",
    "Platform",
    "PushOutcome",
    "PushResult",
]
