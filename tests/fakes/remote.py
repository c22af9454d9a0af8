"""``main`` of a remote, in memory: append-only, compare-and-swap, as git's refs are."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sns_cli.model.delivery import Reason, Snapshot, Unpublishable
from sns_cli.model.event_path import read_event_path
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import Ledger, read_entry
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Settings
from sns_cli.ports import NewFile


@dataclass(frozen=True)
class State:
    """What ``main`` holds at one commit."""

    policy: Settings
    approved: tuple[ApprovedPost, ...] = ()
    unpublishable: tuple[Unpublishable, ...] = ()
    paused: Reason | None = None
    blocked: tuple[Reason, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)


class OverwrittenError(AssertionError):
    """Somebody changed a file under ``archive/`` that was there already."""


class FakeRemote:
    """Commits by id, each on top of one other.

    ``watch`` is called with the state before and after each commit and its files.
    """

    def __init__(self, state: State) -> None:
        self.tip = CommitId(hashlib.sha1(b"introduction").hexdigest())  # noqa: S324
        self.states: dict[CommitId, State] = {self.tip: state}
        self.parents: dict[CommitId, CommitId] = {}
        self.watch: Callable[[CommitId, State, Sequence[NewFile]], None] | None = None
        self._snapshots: dict[CommitId, Snapshot] = {}

    @property
    def state(self) -> State:
        return self.states[self.tip]

    def people_commit(self, **changes: object) -> None:
        """Put an accepted change by people on top of the tip."""
        self._append(self._id(self.tip, repr(len(self.states)).encode()), changes)

    def publisher_commit(
        self, base: CommitId, files: Sequence[NewFile]
    ) -> CommitId | None:
        """Put files on top of ``base``; None if ``base`` is not the tip any more.

        As in git, pushing the very same commit a second time succeeds.
        """
        content = repr([(file.path, file.content) for file in files]).encode()
        commit = self._id(base, content)
        if commit == self.tip:
            return commit
        if base != self.tip:
            return None
        before = self.state
        for file in files:
            if before.files.get(file.path, file.content) != file.content:
                raise OverwrittenError(file.path)
        entries = []
        for file in files:
            name = read_event_path(file.path)
            entry = read_entry(name, file.content) if name is not None else None
            if entry is not None:
                entries.append(entry)
        added = {file.path: file.content for file in files}
        self._append(
            commit,
            {
                "files": {**before.files, **added},
                "ledger": before.ledger.with_entries(entries),
            },
        )
        if self.watch is not None:
            self.watch(commit, before, files)
        return commit

    def snapshot(self) -> Snapshot:
        """Return what a run sees that fetches now."""
        if self.tip not in self._snapshots:
            state = self.state
            self._snapshots[self.tip] = Snapshot(
                tip=self.tip,
                approved=state.approved,
                ledger=state.ledger,
                policy=state.policy,
                unpublishable=state.unpublishable,
                paused=state.paused,
                blocked=state.blocked,
            )
        return self._snapshots[self.tip]

    def _append(self, commit: CommitId, changes: Mapping[str, object]) -> None:
        self.states[commit] = replace(self.state, **changes)  # type: ignore[arg-type]
        self.parents[commit] = self.tip
        self.tip = commit

    @staticmethod
    def _id(base: CommitId, content: bytes) -> CommitId:
        digest = hashlib.sha1(base.encode() + content)  # noqa: S324  (names, no trust)
        return CommitId(digest.hexdigest())
