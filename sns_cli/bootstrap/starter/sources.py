"""The running program's own files: what its wheel and a new library are made of.

They lie in two arrangements. An installed program has the starter files inside its
package (``sns_cli/starter``); a checkout of its repository has them at its top, where
they serve the repository itself. Both give the same bytes.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from sns_cli.bootstrap.starter.wheel import Project, Wheel, build_wheel
from sns_cli.errors import SettingsError
from sns_cli.model.paths import SETTINGS

_PACKAGE: Final = Path(__file__).resolve().parents[2]
_STARTER: Final = "starter"
_PROJECT: Final = "pyproject.toml"
_LICENSE: Final = "LICENSE"
LOCK: Final = "requirements.lock"

COPIED: Final = (
    ".gitattributes",
    ".github/CODEOWNERS",
    ".github/ISSUE_TEMPLATE/incident.md",
    ".github/ISSUE_TEMPLATE/request.md",
    ".github/pull_request_template.md",
    ".github/sns/clone",
    ".github/sns/install",
    ".github/sns/known_hosts",
    ".github/workflows/check.yml",
    ".github/workflows/publish.yml",
    ".github/workflows/watch.yml",
    "archive/README.md",
    "archive/schema/approval-1.schema.json",
    "posts/README.md",
)
"""What a new library takes over as it is."""

CARRIED: Final = (*COPIED, SETTINGS, LOCK, _PROJECT, _LICENSE)
"""What the wheel carries, so that ``sns init`` works without a checkout."""


def starter_file(path: str) -> bytes:
    """Return one of :data:`CARRIED`.

    Raises:
        SettingsError: the installation is damaged.
    """
    packed = _PACKAGE / _STARTER
    source = (packed if packed.is_dir() else _PACKAGE.parent) / path
    try:
        return source.read_bytes()
    except OSError:
        raise SettingsError("program-incomplete", path=str(source)) from None


def running_wheel() -> Wheel:
    """Return the wheel of this very program, the same on every machine.

    Raises:
        SettingsError: the installation is damaged.
    """
    return build_wheel(_project(), _package(), starter_file(_LICENSE))


def _project() -> Project:
    table = tomllib.loads(starter_file(_PROJECT).decode())["project"]
    return Project(
        name=table["name"],
        version=table["version"],
        summary=table["description"],
        license=table["license"],
        requires_python=table["requires-python"],
        dependencies=tuple(table["dependencies"]),
        scripts=table["scripts"],
    )


def _package() -> Mapping[str, bytes]:
    """Return everything that belongs into ``site-packages``, by path."""
    name = _PACKAGE.name
    code = {f"{name}/{path}": content for path, content in _code()}
    carried = {f"{name}/{_STARTER}/{path}": starter_file(path) for path in CARRIED}
    return {**code, **carried}


def _code() -> Iterator[tuple[str, bytes]]:
    """Yield the package's files without what Python or an editor left beside them."""
    for path in sorted(_PACKAGE.rglob("*")):
        inside = path.relative_to(_PACKAGE)
        hidden = any(part.startswith((".", "__pycache__")) for part in inside.parts)
        if inside.parts[0] != _STARTER and not hidden and path.is_file():
            yield inside.as_posix(), path.read_bytes()
