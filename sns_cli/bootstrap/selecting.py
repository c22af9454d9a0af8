"""Which posts a command is about: those named, those staged, those of a proposal."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sns_cli.adapters.environment import Environment
from sns_cli.adapters.work_tree import FolderContent, read_posts
from sns_cli.bootstrap.folder import Folder, folder_with, open_folder
from sns_cli.errors import SettingsError, UsageError
from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings
from sns_cli.pipeline.showing import posts_showing

if TYPE_CHECKING:
    from sns_cli.adapters.git.repository import Repository
    from sns_cli.model.history import CommitId

_POSTS: Final = "posts"


@dataclass(frozen=True, slots=True)
class Selection:
    """Some posts of a folder, with all the others around them.

    Attributes:
        folder: the library's; its settings are the ones to judge by.
        content: everything below ``posts/``.
        wanted: the paths asked for, of posts or not; None means all.
        before: the settings as they were, where they are among the changes.
    """

    folder: Folder
    content: FolderContent
    wanted: frozenset[str] | None = None
    before: Settings | None = None

    def wants(self, path: str) -> bool:
        """Tell whether ``path`` is asked for."""
        return self.wanted is None or path in self.wanted


@dataclass(frozen=True, slots=True)
class Asked:
    """How somebody said which posts; at most one of the three.

    Attributes:
        paths: files and folders.
        staged: what the next commit would change.
        base: what ``HEAD`` does not hold as this commit does.
    """

    paths: Sequence[Path] = ()
    staged: bool = False
    base: str | None = None


def select(environment: Environment, repo: Path | None, asked: Asked) -> Selection:
    """Return the posts asked for, and open the library's folder.

    Raises:
        UsageError: two ways of asking at once, a path that does not exist, lies
            outside the folder or is no place for posts, or no such commit.
        SettingsError: there is no usable ``sns.toml``, or a file cannot be read.
        HistoryError: git is asked for, and cannot answer.
    """
    if bool(asked.paths) + asked.staged + (asked.base is not None) > 1:
        raise UsageError("selection-twice")
    if asked.staged:
        return _staged(environment, repo)
    if asked.base is not None:
        return _changed(environment, repo, asked.base)
    return named(open_folder(environment, repo), asked.paths)


def named(folder: Folder, paths: Sequence[Path]) -> Selection:
    """Return the posts of ``paths``; without paths, all.

    Raises:
        UsageError, SettingsError: as :func:`select`.
    """
    content = read_posts(folder.root)
    if not paths:
        return Selection(folder, content)
    posts = [path for path, _ in content.posts]
    known = [*posts, *content.others, *content.specials]
    return Selection(folder, content, _wanted(folder.root, paths, known))


def _staged(environment: Environment, repo: Path | None) -> Selection:
    from sns_cli.adapters.git.staged import Staged  # noqa: PLC0415  (loads git)

    # Git tells its hooks which index they are about; the scrubbing takes that away.
    index_file = os.environ.get("GIT_INDEX_FILE")
    repository = _repository(repo or Path.cwd())
    root = repository.work_tree or repository.git_dir
    staged = Staged(repository, index_file)
    settings = staged.settings()
    if settings is None:
        raise SettingsError("settings-missing", folder=str(root))
    folder = folder_with(environment, root, settings)
    head = repository.find("HEAD")
    before = None if head is None else _before(repository, head, settings)
    changed = staged.changed()
    return _with_shown(Selection(folder, staged.content(), changed, before))


def _changed(environment: Environment, repo: Path | None, name: str) -> Selection:
    from sns_cli.adapters.git.recorded import (  # noqa: PLC0415  (loads git)
        Recorded,
        comparison_base,
    )

    repository = _repository(repo or Path.cwd())
    base = comparison_base(repository, name)
    # What would be approved is what is recorded, not what lies in the folder.
    recorded = Recorded(repository, repository.find("HEAD") or base)
    root = repository.work_tree or repository.git_dir
    folder = folder_with(environment, root, recorded.settings())
    before = _before(repository, base, recorded.settings())
    # Whoever proposes a change of the records is told so: nobody may (design 4).
    records = recorded.records_touched(base)
    content = recorded.content()
    content = replace(content, others=(*content.others, *records))
    changed = recorded.changed(base).union(records)
    return _with_shown(Selection(folder, content, changed, before))


def _before(
    repository: "Repository", commit: "CommitId", now: bytes
) -> Settings | None:
    """Return the settings of ``commit``; None if they are the same, or are none."""
    from sns_cli.adapters.git.recorded import Recorded  # noqa: PLC0415  (loads git)

    try:
        then = Recorded(repository, commit).settings()
    except SettingsError:
        return None
    parsed = None if then == now else parse_settings(then)
    return parsed if isinstance(parsed, Settings) else None


def _repository(start: Path) -> "Repository":
    from sns_cli.adapters.git.process import scrub_environment  # noqa: PLC0415
    from sns_cli.adapters.git.repository import open_repository  # noqa: PLC0415

    scrub_environment(os.environ)
    return open_repository(start)


def _with_shown(selection: Selection) -> Selection:
    """Return the selection with the posts that show one of its files."""
    content, wanted = selection.content, selection.wanted or frozenset()
    files = wanted - {path for path, _ in content.posts}
    zone = selection.folder.settings.library.timezone
    shown = posts_showing(files, content.posts, zone)
    return replace(selection, wanted=wanted | shown) if shown else selection


def _wanted(root: Path, paths: Sequence[Path], known: Sequence[str]) -> frozenset[str]:
    """Return which of the ``known`` paths are named, one by one or by their folder."""
    wanted: set[str] = set()
    for path in paths:
        found = _existing(root, path)
        relative = _relative(root, found)
        if found.is_dir():
            prefix = "" if relative == "." else f"{relative}/"
            inside = [name for name in known if name.startswith(prefix)]
        else:
            inside = [relative]
        if not _may_hold_posts(relative):
            raise UsageError("path-without-posts", path=str(path))
        wanted.update(inside)
    return frozenset(wanted)


def _existing(root: Path, path: Path) -> Path:
    """Return ``path`` as it is meant: from the current folder, else from ``root``.

    What a report prints is written from the library's folder and can be pasted.
    """
    for one in (path, root / path):
        if one.exists() or one.is_symlink():
            return one
    raise UsageError("path-missing", path=str(path))


def _relative(root: Path, path: Path) -> str:
    """Return ``path`` as the repository writes it; ``.`` is the library's folder."""
    # The folder is resolved and not the file: a symlink is named, not followed.
    where = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
    try:
        return where.relative_to(root).as_posix()
    except ValueError:
        raise UsageError("path-outside", path=str(path), root=str(root)) from None


def _may_hold_posts(relative: str) -> bool:
    return relative == "." or relative.partition("/")[0] == _POSTS
