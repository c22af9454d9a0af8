"""Which files of the folder on disk are not as they were in a commit."""

from pathlib import Path
from typing import Final

from sns_cli.adapters.git.object_id import object_id, streamed_id
from sns_cli.adapters.git.objects import Objects
from sns_cli.adapters.git.repository import Repository
from sns_cli.adapters.work_tree import FolderContent
from sns_cli.errors import SettingsError, UsageError
from sns_cli.model.history import CommitId
from sns_cli.model.paths import POSTS
from sns_cli.model.post import FILE_LIMIT

_CHUNK: Final = 1 << 20


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


def changed_since(
    repository: Repository, base: CommitId, root: Path, content: FolderContent
) -> frozenset[str]:
    """Return the paths of ``content`` that are new, other or gone since ``base``.

    Files are compared by what they hold, so that neither git's index nor a filter that
    somebody configured has a say.

    Raises:
        HistoryError: the commit's files cannot be listed.
        SettingsError: a file cannot be read.
    """
    before = {one.path: one.blob for one in Objects(repository).files(base, POSTS)}
    here = {path for path, _ in content.posts}
    changed = {*content.specials, *before.keys() - here - set(content.others)}
    for path, data in content.posts:
        whole = len(data) <= FILE_LIMIT  # else only its beginning was read
        name = object_id("blob", data, repository.object_format) if whole else None
        if before.get(path) != (name or _file_id(repository, root / path)):
            changed.add(path)
    for path in content.others:
        if path not in before or before[path] != _file_id(repository, root / path):
            changed.add(path)
    return frozenset(changed)


def _file_id(repository: Repository, path: Path) -> str:
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            chunks = iter(lambda: file.read(_CHUNK), b"")
            return streamed_id("blob", size, chunks, repository.object_format)
    except OSError as error:
        raise SettingsError(
            "file-unreadable", path=str(path), why=error.strerror
        ) from None
