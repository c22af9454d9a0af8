"""A history that stands before the real one, for what the real one never shows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sns_cli.model.history import (
    BlobId,
    Chain,
    Commit,
    CommitId,
    MergeCheck,
    SideCommit,
    TreeEntry,
)
from sns_cli.ports import History


@dataclass
class Watched:
    """A history that notes what is read from it."""

    inner: History
    reads: list[frozenset[BlobId]] = field(default_factory=list)
    checked: list[int] = field(default_factory=list)

    def read(self, blobs: Iterable[BlobId]) -> Mapping[BlobId, bytes]:
        wanted = frozenset(blobs)
        self.reads.append(wanted)
        return self.inner.read(wanted)

    def chain(self, head: CommitId, introduction: CommitId | None) -> Chain:
        return self.inner.chain(head, introduction)

    def extend(self, chain: Chain, head: CommitId) -> tuple[Commit, ...] | None:
        return self.inner.extend(chain, head)

    def check_merges(
        self, merges: Sequence[Commit], introduction: CommitId
    ) -> Mapping[CommitId, MergeCheck]:
        self.checked.append(len(merges))
        return self.inner.check_merges(merges, introduction)

    def side_commits(self, merge: Commit) -> tuple[SideCommit, ...]:
        return self.inner.side_commits(merge)

    def files(self, commit: CommitId, prefix: str = "") -> tuple[TreeEntry, ...]:
        return self.inner.files(commit, prefix)

    def beside(self, holds: Callable[[int], bool], count: int) -> Callable[[int], bool]:
        return self.inner.beside(holds, count)
