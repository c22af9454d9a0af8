"""What the next commit would hold: git's index instead of the folder on disk."""

from functools import cached_property
from pathlib import Path
from typing import Final

from sns_cli.adapters.git.objects import Objects
from sns_cli.adapters.git.recorded import content_of
from sns_cli.adapters.git.repository import Repository
from sns_cli.adapters.work_tree import FolderContent
from sns_cli.model.history import BlobId, TreeEntry
from sns_cli.model.paths import POSTS, SETTINGS

_MERGED: Final = "0"
"""The stage of a file about which git has no question."""


class Staged:
    """The index of a repository.

    Args:
        repository: whose.
        index_file: ``GIT_INDEX_FILE`` as git sets it for its hooks: ``git commit -a``
            and ``git commit PATH`` prepare an index of their own.
    """

    def __init__(self, repository: Repository, index_file: str | None = None) -> None:
        self._repository = repository
        self._objects = Objects(repository)
        self._env = _environment(repository, index_file)

    @cached_property
    def files(self) -> tuple[TreeEntry, ...]:
        """``sns.toml`` and the files below ``posts/``, in order of path.

        Raises:
            HistoryError: ``git-failed``.
        """
        arguments = ("ls-files", "--stage", "-z", "--", POSTS, SETTINGS)
        out = self._repository.git.output(*arguments, env=self._env)
        entries = []
        for record in out.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            about, _, path = record.partition("\t")
            mode, blob, stage = about.split(" ")
            if stage == _MERGED:
                entries.append(TreeEntry(path, mode, BlobId(blob)))
        return tuple(entries)

    def settings(self) -> bytes | None:
        """Return ``sns.toml``; None if there is none.

        Raises:
            HistoryError: it cannot be read.
        """
        for file in self.files:
            if file.path == SETTINGS:
                return self._objects.read([file.blob])[file.blob]
        return None

    def content(self) -> FolderContent:
        """Return everything below ``posts/``, as ``work_tree.read_posts`` does.

        Raises:
            HistoryError: it cannot be read.
        """
        files = [one for one in self.files if one.path.startswith(POSTS)]
        return content_of(self._objects, files)

    def changed(self) -> frozenset[str]:
        """Return the paths below ``posts/`` that are new, other or gone since ``HEAD``.

        Raises:
            HistoryError: it cannot be read.
        """
        head = self._repository.find("HEAD")
        before = set(() if head is None else self._objects.files(head, POSTS))
        after = {one for one in self.files if one.path.startswith(POSTS)}
        return frozenset(one.path for one in before ^ after)


def _environment(repository: Repository, index_file: str | None) -> dict[str, str]:
    if not index_file:
        return {}
    path = Path(index_file).absolute()
    # A hook of another repository may have started us: its index is not ours.
    if path.parent.resolve() != repository.git_dir.resolve():
        return {}
    return {"GIT_INDEX_FILE": str(path)}
