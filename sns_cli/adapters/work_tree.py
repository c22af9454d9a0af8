"""The library's folder on disk: what ``lint`` and ``preview`` read and ``new`` writes.

Nothing is followed out of the folder: symlinks and special files are reported, never
opened (design 8.1). The publisher never comes here; it reads git's objects.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sns_cli.compose.pictures.look import MOST_BYTES
from sns_cli.errors import SettingsError
from sns_cli.model.paths import SETTINGS
from sns_cli.model.post import FILE_LIMIT, is_post_path


@dataclass(frozen=True, slots=True)
class FolderContent:
    """The files below ``posts/``.

    Attributes:
        posts: post files with their bytes (at most one more than the limit), by path.
        others: paths of all other regular files.
        specials: paths of symlinks and special files.
        read: returns the bytes of one of ``others``, at most one more than a picture
            may have.
    """

    posts: tuple[tuple[str, bytes], ...]
    others: tuple[str, ...]
    specials: tuple[str, ...]
    read: Callable[[str], bytes] = field(compare=False)

    def picture(self, path: str) -> bytes | None:
        """Return a regular file of ``others``; a link is never followed."""
        return self.read(path) if path in self.others else None


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, from ``start`` up, that looks like a library's."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file() or (folder / ".git").exists():
            return folder
    return None


def read_settings_file(root: Path) -> bytes:
    """Return the bytes of ``sns.toml``.

    Raises:
        SettingsError: there is none, or it cannot be read.
    """
    try:
        return (root / SETTINGS).read_bytes()
    except FileNotFoundError:
        raise SettingsError("settings-missing", folder=str(root)) from None
    except OSError as error:
        raise SettingsError(
            "file-unreadable", path=SETTINGS, why=error.strerror
        ) from None


def read_posts(root: Path) -> FolderContent:
    """Return everything below ``posts/``, in order of path.

    What editors and systems leave behind is left out: it is nobody's mistake unless it
    is recorded in git.

    Raises:
        SettingsError: a post file cannot be read.
    """
    posts: list[tuple[str, bytes]] = []
    others: list[str] = []
    specials: list[str] = []
    for path, mode in sorted(_listed(root)):
        if _is_left_behind(path):
            continue
        if not stat.S_ISREG(mode):
            specials.append(path)
        elif is_post_path(path):
            posts.append((path, read_post(root, path)))
        else:
            others.append(path)
    return FolderContent(
        tuple(posts),
        tuple(others),
        tuple(specials),
        lambda path: read_file(root, path, MOST_BYTES),
    )


def _is_left_behind(path: str) -> bool:
    """Tell whether a program put the file there, and nobody wrote it."""
    *folders, name = path.split("/")
    return (
        any(folder.startswith(".") for folder in folders)
        or name.startswith(("._", ".#"))
        or name.casefold() in {".ds_store", "thumbs.db", "desktop.ini"}
        or name.endswith((".swp", "~"))
    )


def _listed(root: Path) -> list[tuple[str, int]]:
    try:
        return list(_walk(root, "posts"))
    except OSError as error:
        path = str(error.filename or "posts")
        raise SettingsError("file-unreadable", path=path, why=error.strerror) from None


def read_post(root: Path, path: str) -> bytes:
    """Return a post file's bytes, no more than shows that it is over the limit.

    Raises:
        SettingsError: it cannot be read.
    """
    return read_file(root, path, FILE_LIMIT)


def read_file(root: Path, path: str, limit: int) -> bytes:
    """Return a file's bytes, at most one more than ``limit``.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        with (root / path).open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise SettingsError("file-unreadable", path=path, why=error.strerror) from None


def _walk(root: Path, relative: str) -> Iterator[tuple[str, int]]:
    folder = root / relative
    if folder.is_symlink() or not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{relative}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(root, path)
            else:
                yield path, entry.stat(follow_symlinks=False).st_mode


def archive_paths(root: Path, since: str = "") -> Iterator[str]:
    """Yield the paths of the files in the month folders of ``archive/``.

    Args:
        root: the library's folder.
        since: the first month that is wanted, such as ``2026/09``.

    Raises:
        SettingsError: a folder cannot be read.
    """
    try:
        for month in sorted(root.glob("archive/[0-9]*/[0-9]*")):
            path = month.relative_to(root).as_posix()
            if path >= f"archive/{since}":
                yield from (
                    path for path, mode in _walk(root, path) if stat.S_ISREG(mode)
                )
    except OSError as error:
        path = str(error.filename or "archive")
        raise SettingsError("file-unreadable", path=path, why=error.strerror) from None


def write_over(path: Path, content: bytes) -> None:
    """Write a file, in place of one that may be there; it is never seen half-written.

    Raises:
        SettingsError: it cannot be written; what was there is still there.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            draft.write_bytes(content)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError(
            "file-unwritable", path=str(path), why=error.strerror
        ) from None


def write_new(root: Path, path: str, content: bytes) -> bool:
    """Write a file that is not there yet; False if something of that name is.

    Args:
        root: the library's folder.
        path: repository path; folders on the way are made.
        content: the whole file. If it cannot be written whole, nothing is left behind.

    Raises:
        SettingsError: it cannot be written, or a folder on the way is a link.
    """
    target = root / path
    made: list[Path] = []
    try:
        _make_folders(root, target.parent, made)
        try:
            with target.open("xb") as file:
                _write_whole(file.fileno(), target, content)
        except FileExistsError:
            return False
    except OSError as error:
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise SettingsError("file-unwritable", path=path, why=error.strerror) from None
    return True


def _make_folders(root: Path, folder: Path, made: list[Path]) -> None:
    here = root
    for name in folder.relative_to(root).parts:
        here /= name
        if here.is_symlink():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not here.is_dir():
            here.mkdir()
            made.append(here)


def _write_whole(descriptor: int, target: Path, content: bytes) -> None:
    try:
        while content:
            content = content[os.write(descriptor, content) :]
        os.fsync(descriptor)
    except OSError:
        target.unlink()
        raise
