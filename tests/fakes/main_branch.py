"""``main`` of a remote in memory: a compare-and-swap that can be told to fail."""

import datetime as dt
import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sns_cli.errors import HistoryError, RemoteError
from sns_cli.model.history import CommitId
from sns_cli.ports import NewFile, PushOutcome, PushResult

Fault = Literal["refused", "unknown-applied", "unknown-not-applied", "lost"]


@dataclass(frozen=True)
class MemoryCommit:
    """A commit: its parent and every file it holds."""

    parent: CommitId | None
    files: Mapping[str, bytes]
    message: str
    at: dt.datetime | None


@dataclass
class MemoryRemote:
    """What several runners share.

    Attributes:
        commits: every commit by id.
        faults: what the next pushes meet, first one first.
        reachable: False makes every fetch fail and every push unknown.
    """

    commits: dict[CommitId, MemoryCommit] = field(default_factory=dict)
    tip: CommitId | None = None
    faults: list[Fault] = field(default_factory=list)
    reachable: bool = True
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def put(
        self,
        files: Mapping[str, bytes],
        parent: CommitId | None = None,
        message: str = "",
        at: dt.datetime | None = None,
    ) -> CommitId:
        """Store a commit without moving ``main``."""
        held = repr((parent, sorted(files.items()), message, at)).encode()
        made = CommitId(hashlib.sha256(held).hexdigest()[:40])
        self.commits[made] = MemoryCommit(parent, dict(files), message, at)
        return made

    def next_fault(self) -> Fault | None:
        """Return what the push that comes now meets."""
        if not self.reachable:
            return "unknown-not-applied"
        return self.faults.pop(0) if self.faults else None

    def swap(self, expected: CommitId | None, new: CommitId) -> bool:
        """Move ``main`` from ``expected`` to ``new``; False if it is elsewhere."""
        with self._lock:
            if self.tip != expected:
                return False
            self.tip = new
            return True


@dataclass
class FakeMainBranch:
    """The port ``MainBranch`` of one runner."""

    remote: MemoryRemote

    def fetch(self) -> CommitId:
        if not self.remote.reachable:
            raise RemoteError("remote-unreachable", remote="memory", detail="down")
        if self.remote.tip is None:
            raise RemoteError("main-missing", remote="memory", branch="main")
        return self.remote.tip

    def add_files(
        self, base: CommitId, files: Sequence[NewFile], message: str, at: dt.datetime
    ) -> PushOutcome:
        held = dict(self.remote.commits[base].files)
        for file in files:
            if held.get(file.path, file.content) != file.content:
                raise HistoryError("archive-path-taken", path=file.path)
            held[file.path] = file.content
        made = self.remote.put(held, base, message, at)
        return self._push(base, made)

    def _push(self, base: CommitId, made: CommitId) -> PushOutcome:
        fault = self.remote.next_fault()
        if fault == "refused":
            return PushOutcome(PushResult.REFUSED, detail="hook declined")
        if fault == "lost":
            return PushOutcome(PushResult.LOST, detail="fetch first")
        if fault == "unknown-not-applied":
            return PushOutcome(PushResult.UNKNOWN, detail="no answer")
        won = self.remote.swap(base, made)
        if fault == "unknown-applied":
            return PushOutcome(PushResult.UNKNOWN, detail="no answer")
        if not won:
            return PushOutcome(PushResult.LOST, detail="fetch first")
        return PushOutcome(PushResult.ACCEPTED, made)
