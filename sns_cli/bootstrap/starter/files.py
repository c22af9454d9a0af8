"""All files of a new library, as bytes by path."""

import re
from collections.abc import Mapping
from typing import Final

from sns_cli.bootstrap.starter.sources import (
    COPIED,
    LOCK,
    running_wheel,
    starter_file,
)
from sns_cli.bootstrap.starter.wheel import Wheel
from sns_cli.model.event import event_schema
from sns_cli.model.paths import SETTINGS
from sns_cli.model.profile import profile_schema

TOOL: Final = ".github/sns"
"""The folder the workflows take the program from; only protected hands change it."""

_BUILDS: Final = frozenset(
    {
        "editables",
        "hatchling",
        "packaging",
        "pathspec",
        "pluggy",
        "trove-classifiers",
    }
)
_CODE_OWNERS: Final = ".github/CODEOWNERS"


def library_files(settings: str, account: str | None) -> Mapping[str, bytes]:
    """Return what the introduction holds.

    Args:
        settings: its ``sns.toml``.
        account: the director's account at the git host, who then owns the files that
            decide what goes public; None leaves the lines as comments.

    Raises:
        SettingsError: the installation is damaged.
    """
    files = {path: starter_file(path) for path in COPIED}
    files[SETTINGS] = settings.encode()
    files["archive/schema/event-1.schema.json"] = event_schema()
    files["archive/schema/profile-1.schema.json"] = profile_schema()
    files.update(tool_files())
    if account is not None:
        files[_CODE_OWNERS] = _owned(files[_CODE_OWNERS].decode(), account).encode()
    return files


def tool_files() -> Mapping[str, bytes]:
    """Return the wheel of the running program, and what it needs, by path.

    Raises:
        SettingsError: the installation is damaged.
    """
    wheel = running_wheel()
    return {
        f"{TOOL}/{wheel.name}": wheel.content,
        f"{TOOL}/{LOCK}": _locked(starter_file(LOCK).decode(), wheel).encode(),
    }


def _locked(lock: str, wheel: Wheel) -> str:
    """Add the wheel to the locked packages; pip runs in the library's folder.

    What only builds the program is left out: no library does, and the job that holds
    the secrets is to load nothing it does not need.
    """
    packages = re.split(r"(?m)^(?=\S)", lock)
    kept = (one for one in packages if one.partition("==")[0] not in _BUILDS)
    own = f"./{TOOL}/{wheel.name} \\\n    --hash=sha256:{wheel.sha256}\n"
    return "".join((*kept, own))


def _owned(code_owners: str, account: str) -> str:
    """Make the commented lines count, for this account."""
    lines = []
    for line in code_owners.splitlines():
        path, found, _ = line.removeprefix("# ").partition(" @example-kancho")
        lines.append(f"{path} @{account}" if found else line)
    return "\n".join(lines) + "\n"
