"""A chain that is read while its reader does something else.

What each commit changes and what each says are two questions to git, asked side by
side: in a long history either takes as long as starting this program.
"""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

from sns_cli.adapters.git.objects import Objects
from sns_cli.adapters.git.repository import Repository
from sns_cli.adapters.git.walk import Step, ids, steps
from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId


class Read(NamedTuple):
    """What git says of a stretch of the chain.

    Attributes:
        found: commits with their changes, oldest first; see :func:`steps`.
        raws: the bytes of those commits, as far as they could be read.
    """

    found: list[Step]
    raws: Mapping[CommitId, bytes]


class Reading:
    """The commits after ``base`` up to ``head``, being read from now on."""

    def __init__(
        self, repository: Repository, objects: Objects, base: CommitId, head: CommitId
    ) -> None:
        self.ends = (base, head)
        self._pool = ThreadPoolExecutor(2, "chain")
        self._found = self._pool.submit(steps, repository, base, head)
        self._raws: Future[Mapping[CommitId, bytes]] = self._pool.submit(
            lambda: objects.present(ids(repository, base, head))
        )

    def wait(self) -> Read:
        """Return what was read, once it is, and leave no thread behind.

        Raises:
            HistoryError: ``git-failed``, of the changes; commits that cannot be read
                are only missing.
        """
        try:
            found = self._found.result()
            try:
                return Read(found, self._raws.result())
            except HistoryError:
                return Read(found, {})
        finally:
            self._pool.shutdown()
