"""The program as others get it: a wheel, without the source anywhere near."""

import contextlib
import importlib.metadata
import io
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import sns_cli
from sns_cli.bootstrap.starter.files import tool_files
from sns_cli.bootstrap.starter.sources import CARRIED, running_wheel
from tests.support.installed import (
    DIRECTOR,
    MACHINE,
    Installed,
    installed,
    plain_environment,
    shared_folder,
)

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return installed(shared_folder(tmp_path_factory))


def run(
    program: Installed, folder: Path, *arguments: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program.python, "-I", "-m", "sns_cli", *arguments],
        cwd=folder,
        env={**plain_environment(folder), "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def wheel_in(library: Path) -> Path:
    (found,) = (library / ".github" / "sns").glob("*.whl")
    return found


def test_the_wheel_installs_and_runs_the_demo(
    program: Installed, tmp_path: Path
) -> None:
    done = run(program, tmp_path, "--lang", "en", "demo")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "killed" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_an_installed_program_makes_the_same_library(
    program: Installed, tmp_path: Path
) -> None:
    key = program.library.parent / "kancho-key.pub"
    options = ("--director", DIRECTOR, "--director-key", str(key))

    done = run(program, tmp_path, "init", "図書館", *options)

    assert done.returncode == 0, done.stderr
    made = tmp_path / "図書館"
    first, second = wheel_in(program.library), wheel_in(made)
    assert second.name == first.name
    assert second.read_bytes() == first.read_bytes()
    for path in (".github/sns/install", ".github/sns/requirements.lock"):
        assert (made / path).read_bytes() == (program.library / path).read_bytes()


def test_a_library_installs_its_own_program(program: Installed, tmp_path: Path) -> None:
    """As the guide for staff says: in the library's folder, by the hashes there."""
    environment = tmp_path / "sns"
    make = [sys.executable, "-m", "venv", "--without-pip", str(environment)]
    subprocess.run(make, check=True, capture_output=True)
    # What the guide's line downloads, the shared program has downloaded already.
    pip = [program.python, "-m", "pip", "--python", str(environment / "bin" / "python")]
    lock = ("--require-hashes", "-r", ".github/sns/requirements.lock")

    done = subprocess.run(
        [*pip, "install", "--quiet", "--dry-run", *lock],
        cwd=program.library,
        env={**plain_environment(tmp_path), **MACHINE},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_program_that_was_tampered_with_is_not_installed(
    program: Installed, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    for name in ("requirements.lock", "install", wheel_in(program.library).name):
        source = program.library / ".github" / "sns" / name
        target = library / ".github" / "sns" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    wheel = wheel_in(library)
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("sitecustomize.py", "")

    done = subprocess.run(
        ["bash", str(library / ".github/sns/install"), str(tmp_path / "program")],
        env={**plain_environment(tmp_path), **MACHINE, "PYTHON": sys.executable},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert done.returncode != 0
    assert "HASH" in done.stderr.upper()


def test_without_the_host_of_the_packages_it_says_so(
    program: Installed, tmp_path: Path
) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0"}
    nowhere |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1"}
    done = subprocess.run(
        ["bash", str(program.library / ".github/sns/install"), str(tmp_path / "sns")],
        env={**plain_environment(tmp_path), **nowhere, "PYTHON": sys.executable},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert done.returncode == 4, done.stderr
    assert "::error::プログラムの部品をそろえられませんでした" in done.stdout


def test_a_library_installs_nothing_that_only_builds() -> None:
    def names(lock: str) -> set[str]:
        found = re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)
        return {re.sub(r"[-_.]+", "-", one).lower() for one in found}

    ours = names((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    (lock,) = (text for path, text in tool_files().items() if path.endswith(".lock"))

    assert names(lock.decode()) == ours & needed()
    assert ours - names(lock.decode()) >= {"hatchling", "editables"}


def needed() -> set[str]:
    """Return the packages that ours need, by what is installed here says of itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = list(project["project"]["dependencies"])
    found: set[str] = set()
    while asked:
        wish = asked.pop()
        if "extra ==" in wish:
            continue
        name = re.match(r"[A-Za-z0-9._-]+", wish)
        assert name is not None, wish
        plain = re.sub(r"[-_.]+", "-", name[0]).lower()
        if plain not in found:
            found.add(plain)
            with contextlib.suppress(importlib.metadata.PackageNotFoundError):
                asked += importlib.metadata.requires(plain) or []
    return found


def test_the_wheel_says_what_pyproject_says() -> None:
    wheel = running_wheel()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert carried == {path: f"sns_cli/starter/{path}" for path in CARRIED}
    assert project["project"]["version"] == sns_cli.__version__
    assert wheel.name == f"sns-{sns_cli.__version__}-py3-none-any.whl"


def test_the_wheel_holds_the_program_and_nothing_of_this_machine() -> None:
    wheel = running_wheel()

    with zipfile.ZipFile(io.BytesIO(wheel.content)) as archive:
        names = archive.namelist()
        times = {entry.date_time for entry in archive.infolist()}
        modes = {entry.external_attr >> 16 for entry in archive.infolist()}

    assert names[-1].endswith(".dist-info/RECORD")
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert modes == {0o100644}
    assert not any("__pycache__" in name or name.endswith(".pyc") for name in names)
    assert str(ROOT).encode() not in wheel.content
    assert running_wheel() == wheel
