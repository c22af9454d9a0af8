"""The newer program into a library that is there already: into the work tree alone.

What comes of it is a change like any other, which the director or the maintainer signs.
"""

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from sns_cli.adapters.work_tree import write_over
from sns_cli.bootstrap.starter.files import TOOL, tool_files
from sns_cli.bootstrap.starter.sources import COPIED, starter_file
from sns_cli.errors import SettingsError

WORKFLOWS: Final = ".github/workflows/"


class Done(StrEnum):
    """What became of a file."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Update:
    """What an update did.

    Attributes:
        files: what became of each file, by path.
    """

    files: Mapping[str, Done]


def update_library(root: Path) -> Update:
    """Write the running program and its workflows into a library's folder.

    Raises:
        SettingsError: the installation is damaged, or a file cannot be written.
    """
    parts = (f"{TOOL}/", WORKFLOWS)
    wanted = {path: starter_file(path) for path in COPIED if path.startswith(parts)}
    wanted |= tool_files()
    _check_folders(root)
    done = {path: _put(root, path, content) for path, content in wanted.items()}
    for old in sorted((root / TOOL).glob("*.whl")):
        path = old.relative_to(root).as_posix()
        if path not in wanted:
            _remove(old, path)
            done[path] = Done.REMOVED
    return Update(dict(sorted(done.items())))


def _check_folders(root: Path) -> None:
    """Make the folders, and never write through a link to somewhere else.

    Raises:
        SettingsError: one is a link, or cannot be made.
    """
    for folder in (".github", TOOL, WORKFLOWS.rstrip("/")):
        place = root / folder
        if place.is_symlink():
            raise SettingsError(
                "file-unwritable", path=folder, why=os.strerror(errno.ENOTDIR)
            )
        try:
            place.mkdir(exist_ok=True)
        except OSError as error:
            why = error.strerror
            raise SettingsError("file-unwritable", path=folder, why=why) from None


def _put(root: Path, path: str, content: bytes) -> Done:
    target = root / path
    before = target.read_bytes() if target.is_file() else None
    if before == content:
        return Done.SAME
    write_over(target, content)
    return Done.NEW if before is None else Done.CHANGED


def _remove(target: Path, path: str) -> None:
    try:
        target.unlink()
    except OSError as error:
        raise SettingsError("file-unwritable", path=path, why=error.strerror) from None
