"""The library's folder on disk, for ``lint``, ``preview`` and ``calendar``."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.adapters.work_tree import find_root, read_posts, read_settings_file
from sns_cli.calendar import local, month_days, opening_hours
from sns_cli.errors import SettingsError, SnsError, UsageError
from sns_cli.lint.engine import PostFile, lint
from sns_cli.messages import Language
from sns_cli.model.finding import LintReport
from sns_cli.model.post import FIRST_YEAR, LAST_YEAR, Post
from sns_cli.model.settings import Settings
from sns_cli.parse.post import parse_post
from sns_cli.parse.settings import parse_settings
from sns_cli.report.calendar import CalendarMonth

_POSTS: Final = "posts"


@dataclass(frozen=True)
class Folder:
    """A library's folder with its settings as they lie there, approved or not."""

    root: Path
    settings: Settings
    environment: Environment = field(repr=False)


def open_folder(environment: Environment, repo: Path | None) -> Folder:
    """Return the library's folder around ``repo`` or the current folder.

    Raises:
        SettingsError: there is no ``sns.toml``, or it has faults (all are listed).
    """
    start = repo or Path.cwd()
    root = find_root(start) or start.resolve()
    parsed = parse_settings(read_settings_file(root))
    if not isinstance(parsed, Settings):
        raise SettingsError("settings-invalid", faults=parsed)
    return Folder(root, parsed, environment)


def lint_folder(
    folder: Folder,
    paths: Sequence[Path],
    at: dt.datetime | None,
    language: Language,
) -> LintReport:
    """Check the posts of a folder; only findings in ``paths`` are kept.

    Raises:
        UsageError: a path does not exist, lies outside the folder, or is no place for
            posts.
    """
    content = read_posts(folder.root)
    wanted = None
    if paths:
        names = [path for path, _ in content.posts]
        others = [*content.others, *content.specials]
        wanted = _wanted(folder.root, paths, [*names, *others])
    return lint(
        [PostFile(path, data) for path, data in content.posts],
        folder.settings,
        at or SystemClock().now(),
        lambda: settled_posts(folder),
        language,
        wanted=wanted,
        others=content.others,
        specials=content.specials,
    )


def settled_posts(folder: Folder) -> frozenset[str]:
    """Return the ids of posts already approved or delivered; none without git.

    A history that cannot be authenticated settles nothing: the rules about the time of
    publication then apply, which is the strict reading.
    """
    from sns_cli.bootstrap.reader import open_reader  # noqa: PLC0415  (loads git)
    from sns_cli.model.ledger import DeliveryState  # noqa: PLC0415

    try:
        reader = open_reader(folder.environment, folder.root, None)
        approved = {
            proof.id
            for proof in reader.authentication.posts
            if proof.approval is not None and proof.id is not None
        }
        delivered = {
            key.post
            for key, delivery in reader.ledger_names().deliveries.items()
            if delivery.state is not DeliveryState.NONE
        }
    except SnsError:
        return frozenset()
    return frozenset(approved | delivered)


def chosen_posts(
    folder: Folder, paths: Sequence[Path]
) -> tuple[tuple[str, Post | None], ...]:
    """Return the posts of ``paths`` (all without paths); None for unreadable ones."""
    content = read_posts(folder.root)
    names = [path for path, _ in content.posts]
    wanted = _wanted(folder.root, paths, names) if paths else frozenset(names)
    zone = folder.settings.library.timezone
    parsed = (
        (path, parse_post(path, data, zone))
        for path, data in content.posts
        if path in wanted
    )
    return tuple(
        (path, post if isinstance(post, Post) else None) for path, post in parsed
    )


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


def calendar_months(settings: Settings, month: str | None) -> list[CalendarMonth]:
    """Return one month of every calendar; without ``month``, the current one.

    Raises:
        UsageError: ``month`` is not ``YYYY-MM``.
    """
    zone = settings.library.timezone
    if month is None:
        first = local(SystemClock().now(), zone).date()
    else:
        try:
            first = dt.date.fromisoformat(f"{month}-01")
        except ValueError:
            raise UsageError("month-malformed", value=month) from None
        if not FIRST_YEAR <= first.year <= LAST_YEAR:
            raise UsageError("month-malformed", value=month)
    return [
        CalendarMonth(
            key,
            calendar.name,
            month_days(opening_hours(calendar, zone), first.year, first.month),
        )
        for key, calendar in settings.calendars.items()
    ]
