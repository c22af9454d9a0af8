"""Merge checks made while their reader does something else.

Merging ten thousand pairs of trees takes git a third of the time that verifying ten
thousand signatures takes us. Side by side it costs nothing (design 9).
"""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

from sns_cli.adapters.git.merges import compare, descendants
from sns_cli.adapters.git.repository import Repository
from sns_cli.model.history import Commit, CommitId, MergeCheck

_FIRST: Final = 100
"""Merges in the first batch, which the reader waits for."""
_GROWTH: Final = 4
"""How much larger every later batch is: each is a process that starts anew, and git
merges faster than its reader reads."""

_Checks = Mapping[CommitId, MergeCheck]


class MergeChecks(_Checks):
    """The checks of ``merges`` by commit; reading one waits until it is made.

    Reading raises what went wrong: ``HistoryError``.
    """

    def __init__(
        self,
        repository: Repository,
        merges: Sequence[Commit],
        introduction: CommitId,
        first: int = _FIRST,
    ) -> None:
        self._batches: dict[CommitId, Future[_Checks]] = {}
        # One worker keeps the order, and git is the one that works anyway.
        pool = ThreadPoolExecutor(1, "merges")
        within = pool.submit(descendants, repository, merges, introduction)

        def check(batch: Sequence[Commit]) -> _Checks:
            return compare(repository, batch, within.result())

        for batch in _in_batches(merges, first):
            future = pool.submit(check, batch)
            self._batches.update((merge.id, future) for merge in batch)
        pool.shutdown(wait=False)

    def __getitem__(self, commit: CommitId) -> MergeCheck:
        return self._batches[commit].result()[commit]

    def __iter__(self) -> Iterator[CommitId]:
        return iter(self._batches)

    def __len__(self) -> int:
        return len(self._batches)


def _in_batches(merges: Sequence[Commit], size: int) -> Iterator[Sequence[Commit]]:
    start = 0
    while start < len(merges):
        yield merges[start : start + size]
        start += size
        size *= _GROWTH
