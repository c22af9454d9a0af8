"""What a commit holds instead of the folder on disk: the bytes that would be approved.

Whoever proposes posts can also have git write other bytes into the folder than it
recorded (``working-tree-encoding``, ``ident``, ``text`` of gitattributes). The objects
themselves are the same for everybody.
"""

import stat
from collections.abc import Sequence
from typing import Final

from sns_cli.adapters.git.objects import Objects
from sns_cli.adapters.git.repository import Repository
from sns_cli.adapters.work_tree import FolderContent
from sns_cli.errors import SettingsError, UsageError
from sns_cli.model.history import CommitId, TreeEntry
from sns_cli.model.paths import ARCHIVE, POSTS, SETTINGS
from sns_cli.model.post import is_post_path

_BLOB: Final = "blob"
_NO_RECORDS: Final = (f"{ARCHIVE}README.md", f"{ARCHIVE}schema/")
"""What the maintainer may change there (design 4)."""


class Recorded:
    """The files of a commit.

    Args:
        repository: whose.
        commit: which.
    """

    def __init__(self, repository: Repository, commit: CommitId) -> None:
        self._repository = repository
        self._objects = Objects(repository)
        self._commit = commit
        self._files = self._objects.files(commit, POSTS)

    def settings(self) -> bytes:
        """Return ``sns.toml``.

        Raises:
            SettingsError: there is none.
            HistoryError: it cannot be read.
        """
        name = f"{self._commit}:{SETTINGS}"
        kind, content = self._objects.named([name]).get(name, ("", b""))
        if kind != _BLOB:
            root = self._repository.work_tree or self._repository.git_dir
            raise SettingsError("settings-missing", folder=str(root))
        return content

    def content(self) -> FolderContent:
        """Return everything below ``posts/``, as ``work_tree.read_posts`` does.

        Raises:
            HistoryError: it cannot be read.
        """
        return content_of(self._objects, self._files)

    def changed(self, base: CommitId) -> frozenset[str]:
        """Return the paths below ``posts/`` that are new, other or gone since ``base``.

        Raises:
            HistoryError: the files of ``base`` cannot be listed.
        """
        before = self._objects.files(base, POSTS)
        return frozenset(one.path for one in {*before} ^ {*self._files})

    def records_touched(self, base: CommitId) -> tuple[str, ...]:
        """Return the paths of records in ``archive/`` that are not as in ``base``.

        Raises:
            HistoryError: the two cannot be compared.
        """
        arguments = ("diff-tree", "-r", "-z", "--name-only", "--no-renames")
        between = ("--end-of-options", base, self._commit, "--", ARCHIVE)
        out = self._repository.git.output(*arguments, *between)
        paths = out.decode("utf-8", "surrogateescape").split("\0")[:-1]
        return tuple(path for path in paths if not path.startswith(_NO_RECORDS))


def content_of(objects: Objects, files: Sequence[TreeEntry]) -> FolderContent:
    """Return files below ``posts/`` with what is in them.

    Raises:
        HistoryError: a post cannot be read.
    """
    regular = [one for one in files if stat.S_ISREG(int(one.mode, 8))]
    posts = [one for one in regular if is_post_path(one.path)]
    contents = objects.read(one.blob for one in posts)
    blobs = {one.path: one.blob for one in regular}
    return FolderContent(
        posts=tuple((one.path, contents[one.blob]) for one in posts),
        others=tuple(one.path for one in regular if not is_post_path(one.path)),
        specials=tuple(one.path for one in files if one not in regular),
        read=lambda path: objects.read([blobs[path]])[blobs[path]],
    )


def comparison_base(repository: Repository, name: str) -> CommitId:
    """Return the commit to compare with: where this work parted from ``name``.

    So what others changed there meanwhile is not taken for ours. In a clone that was
    cut short, where that commit may be out of reach, ``name`` itself.

    Raises:
        UsageError: ``name`` stands for no commit, or has no history in common with
            ours.
    """
    base = repository.find(name)
    if base is None:
        raise UsageError("base-unknown", name=name)
    head = repository.find("HEAD")
    if head is None or head == base:
        return base
    done = repository.git.run("merge-base", "--end-of-options", base, head)
    lines = done.out.decode("ascii", "replace").split()
    if done.status == 0 and lines:
        return CommitId(lines[0])
    if repository.shallow:
        return base
    raise UsageError("base-unrelated", name=name)
