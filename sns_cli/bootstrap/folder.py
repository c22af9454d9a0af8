"""The library's folder on disk, for ``lint``, ``preview`` and ``calendar``."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.adapters.work_tree import find_root, read_settings_file
from sns_cli.calendar import local, month_days, opening_hours
from sns_cli.errors import SettingsError, UsageError
from sns_cli.model.post import FIRST_YEAR, LAST_YEAR
from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings
from sns_cli.report.calendar import CalendarMonth


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
    return folder_with(environment, root, read_settings_file(root))


def folder_with(environment: Environment, root: Path, settings: bytes) -> Folder:
    """Return a library's folder that has this ``sns.toml``.

    Raises:
        SettingsError: it has faults (all are listed).
    """
    parsed = parse_settings(settings)
    if not isinstance(parsed, Settings):
        raise SettingsError("settings-invalid", faults=parsed)
    return Folder(root, parsed, environment)


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
