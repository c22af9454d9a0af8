"""The library's folder on disk, for ``lint``, ``preview`` and ``calendar``."""

from dataclasses import dataclass, field
from pathlib import Path

from sns_cli.adapters.environment import Environment
from sns_cli.adapters.work_tree import find_root, read_settings_file
from sns_cli.errors import SettingsError
from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings


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
