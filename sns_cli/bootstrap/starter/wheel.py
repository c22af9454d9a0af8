"""A wheel made by hand: a zip of the program with four files about it.

``sns init`` puts the running version into the new library, on machines that have no
build tools and no network. Nothing in the bytes depends on the machine: entries are
sorted, stored uncompressed (compressed bytes differ between versions of zlib, and git
compresses what it keeps anyway), and dated 1980-01-01, the zip format's first day. The
same files so give the same wheel, and one SHA-256 names it everywhere.

Formats: packaging.python.org, "Binary distribution format" and "Core metadata".
"""

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE: Final = 0o100644 << 16
_UNIX: Final = 3
_TAG: Final = "py3-none-any"
_WHEEL: Final = f"""\
Wheel-Version: 1.0
Generator: sns
Root-Is-Purelib: true
Tag: {_TAG}
"""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel.

    Attributes:
        name: its file name; pip reads project, version and tag from it.
        content: its bytes.
    """

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of its bytes in hex, as ``--require-hashes`` compares it."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Project:
    """What ``pyproject.toml`` says of the program.

    Attributes:
        scripts: commands to install, ``module:function`` by name.
    """

    name: str
    version: str
    summary: str
    license: str
    requires_python: str
    dependencies: tuple[str, ...]
    scripts: Mapping[str, str]


def build_wheel(
    project: Project, package: Mapping[str, bytes], license_text: bytes
) -> Wheel:
    """Return the wheel that installs ``package``.

    Args:
        project: what to tell installers.
        package: contents by path, as they are to lie in ``site-packages``.
        license_text: the file ``LICENSE``.
    """
    stem = f"{project.name}-{project.version}"
    about = f"{stem}.dist-info"
    files = {
        **package,
        f"{about}/METADATA": _metadata(project).encode(),
        f"{about}/WHEEL": _WHEEL.encode(),
        f"{about}/entry_points.txt": _entry_points(project).encode(),
        f"{about}/licenses/LICENSE": license_text,
    }
    record = f"{about}/RECORD"
    lines = [*_recorded(files), f"{record},,"]
    files[record] = ("\n".join(lines) + "\n").encode()
    return Wheel(f"{stem}-{_TAG}.whl", _zipped(files, last=record))


def _metadata(project: Project) -> str:
    lines = [
        "Metadata-Version: 2.4",
        f"Name: {project.name}",
        f"Version: {project.version}",
        f"Summary: {project.summary}",
        f"License-Expression: {project.license}",
        "License-File: LICENSE",
        f"Requires-Python: {project.requires_python}",
        *(f"Requires-Dist: {one}" for one in project.dependencies),
    ]
    return "\n".join(lines) + "\n"


def _entry_points(project: Project) -> str:
    scripts = (f"{name} = {target}" for name, target in project.scripts.items())
    return "\n".join(("[console_scripts]", *scripts)) + "\n"


def _recorded(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield a line of ``RECORD`` per file: path, hash, size."""
    for path, content in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
        yield f"{path},sha256={digest.decode().rstrip('=')},{len(content)}"


def _zipped(files: Mapping[str, bytes], last: str) -> bytes:
    """Return the archive; ``RECORD`` comes last, as the format recommends."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files, key=lambda one: (one == last, one)):
            entry = zipfile.ZipInfo(path, _FIRST_DAY)
            entry.external_attr = _PLAIN_FILE
            entry.create_system = _UNIX
            archive.writestr(entry, files[path])
    return target.getvalue()
