"""The program installed from the wheel that a new library carries: once per test run.

Installing needs a package index and takes a while, so that all tests, and all processes
that pytest splits them over, share one.
"""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.forks import run_forked
from tests.support.git_people import make_person

MACHINE: Mapping[str, str] = {
    name: value
    for name, value in os.environ.items()
    if name.startswith("PIP_")
    or name.lower() in {"http_proxy", "https_proxy", "no_proxy"}
    or name in {"REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"}
}
"""How this machine reaches packages, as it stood before tests cleared it away."""

DIRECTOR = "山田花子 <kancho@lib.example.lg.jp>"


@dataclass(frozen=True)
class Installed:
    """An installed program and the library it came from.

    Attributes:
        program: the virtual environment.
        library: a library that ``sns init`` made from the source under test.
    """

    program: Path
    library: Path

    @property
    def python(self) -> str:
        return str(self.program / "bin" / "python")


def plain_environment(home: Path) -> dict[str, str]:
    """Return an environment that knows nothing of this machine but its programs."""
    return {"PATH": os.environ["PATH"], "HOME": str(home)}


def make_library(folder: Path, *options: str) -> Path:
    """Have the source under test make a library in ``folder/library``."""
    folder.mkdir(parents=True, exist_ok=True)
    director = make_person("kancho", "director")
    publisher = make_person("robot", "publisher")
    (folder / "kancho-key").touch(mode=0o600)
    (folder / "kancho-key").write_text(director.private_key, encoding="ascii")
    (folder / "kancho-key.pub").write_text(director.public_key, encoding="ascii")
    (folder / "publisher-key").write_text(publisher.private_key, encoding="ascii")
    made = run_forked(
        [
            "init",
            str(folder / "library"),
            "--director",
            DIRECTOR,
            "--director-key",
            str(folder / "kancho-key.pub"),
            "--publisher-key",
            str(folder / "publisher-key"),
            *options,
        ],
        plain_environment(folder),
        folder,
    )
    assert made.code == 0, made.err
    return folder / "library"


def installed(folder: Path) -> Installed:
    """Return the installed program; installs it into ``folder`` the first time.

    Skips the test when this machine reaches no package index.
    """
    with _alone(folder / "installing"):
        made = Installed(folder / "installed program", folder / "library")
        if not made.library.exists():
            make_library(folder)
        if not (folder / "installed").exists():
            _install(made, folder)
            (folder / "installed").touch()
    return made


def _install(made: Installed, folder: Path) -> None:
    if (folder / "no index").exists():
        pytest.skip("no package index can be reached")
    done = subprocess.run(
        ["bash", str(made.library / ".github/sns/install"), str(made.program)],
        env={**plain_environment(folder), **MACHINE, "PYTHON": sys.executable},
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if done.returncode and not _index_reached(folder):
        (folder / "no index").touch()
        pytest.skip("no package index can be reached")
    assert done.returncode == 0, done.stdout + done.stderr


def _index_reached(folder: Path) -> bool:
    """Whether pip can find any package at all: one that every set-up needs."""
    command = ["-m", "pip", "download", "--quiet", "--no-deps", "typer"]
    asked = subprocess.run(
        [sys.executable, *command, "--dest", str(folder / "asked")],
        env={**plain_environment(folder), **MACHINE},
        cwd=folder,
        capture_output=True,
        check=False,
    )
    return asked.returncode == 0


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Let one process at a time in."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of this test run share."""
    base = factory.getbasetemp()
    folder = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    shared = folder / "shared program"
    shared.mkdir(exist_ok=True)
    return shared
