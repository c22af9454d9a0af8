"""Putting a new library into its place: whole, or not at all."""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sns_cli.adapters.git.commit import Who
from sns_cli.adapters.git.process import GitProcess, scrub_environment


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Give a temporary folder on the disk of ``folder``, cleared away at the end.

    Folders above that had to be made go too, unless something was put there.

    Raises:
        OSError: nothing can be written there.
    """
    above = folder.resolve()
    if not above.is_dir():
        above = above.parent
    missing = [one for one in (above, *above.parents) if not one.exists()]
    above.mkdir(parents=True, exist_ok=True)
    try:
        made = Path(tempfile.mkdtemp(prefix=".sns-init-", dir=above))
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except BaseException:
        for one in missing:
            _remove_if_empty(one)
        raise


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by path.

    Raises:
        OSError: one cannot be written.
    """
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def commit_all(folder: Path, who: Who, now: dt.datetime) -> str:
    """Make ``folder`` a repository with one commit of everything in it.

    Args:
        folder: holds the files.
        who: author and committer; nobody's git settings are asked.
        now: time of the commit (aware).

    Returns:
        The commit's id.

    Raises:
        HistoryError: git is missing or fails.
    """
    scrub_environment(os.environ)
    git = GitProcess(folder)
    date = f"{int(now.timestamp())} +0000"
    identity = {
        "GIT_AUTHOR_NAME": who.name,
        "GIT_AUTHOR_EMAIL": who.email,
        "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_NAME": who.name,
        "GIT_COMMITTER_EMAIL": who.email,
        "GIT_COMMITTER_DATE": date,
    }
    git.output("init", "--quiet", "--initial-branch=main")
    # Whatever the user ignores elsewhere belongs to the library all the same.
    git.output("-c", "core.autocrlf=false", "add", "--all", "--force")
    git.output(
        "-c",
        "commit.gpgsign=false",
        "commit",
        "--quiet",
        "--message=信頼の起点 / Introduction",
        env=identity,
    )
    return git.output("rev-parse", "HEAD").decode().strip()


def move(made: Path, folder: Path) -> None:
    """Put what was made into its place: a new folder, or one empty until now.

    A folder that exists stays the same one, since somebody may be standing in it.
    ``.git`` comes last, so that a half-filled folder is no repository.

    Raises:
        OSError: it cannot be put there; what was moved is gone from there again.
    """
    place = folder.resolve()
    if not place.is_dir():
        made.chmod(0o777 & ~_umask())  # a temporary folder lets nobody else in
        made.rename(place)
        return
    moved: list[Path] = []
    try:
        for one in sorted(made.iterdir(), key=lambda path: (path.name == ".git", path)):
            one.rename(place / one.name)
            moved.append(place / one.name)
    except BaseException:
        for one in moved:
            one.rename(made / one.name)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
