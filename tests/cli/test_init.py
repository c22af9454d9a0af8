"""`sns init`: a ready library, from a checkout and from the wheel alike."""

import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.git_people import Person, make_person

ROOT = Path(__file__).parents[2]
DIRECTOR = "山田花子 <kancho@lib.example.lg.jp>"


@pytest.fixture
def director(tmp_path: Path) -> Person:
    made = make_person("kancho", "director")
    (tmp_path / "director.pub").write_text(made.public_key, encoding="ascii")
    return made


def init(
    folder: Path, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sns_cli", "init", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def tracked(folder: Path) -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=folder, capture_output=True, check=True, text=True
    )
    return set(listed.stdout.split())


EXPECTED = {
    ".gitattributes",
    "archive/README.md",
    "archive/schema/event-1.schema.json",
    "posts/README.md",
    "sns.toml",
}


@pytest.mark.usefixtures("director")
def test_a_new_library_has_one_commit_and_lints(tmp_path: Path) -> None:
    options = ("--director", DIRECTOR, "--director-key", "director.pub")

    done = init(tmp_path, "図書館 1", *options)

    made = tmp_path / "図書館 1"
    assert done.returncode == 0, done.stderr
    assert tracked(made) == EXPECTED
    key = tmp_path / "図書館 1-publisher-key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_text(encoding="ascii") not in done.stdout
    log = subprocess.run(
        ["git", "log", "--format=%H"], cwd=made, capture_output=True, check=True
    )
    introduction = log.stdout.decode().strip()
    assert introduction in done.stdout
    again = init(tmp_path, "図書館 1", *options)
    assert again.returncode == 2


@pytest.mark.usefixtures("director")
def test_what_the_user_ignores_elsewhere_is_not_left_out(tmp_path: Path) -> None:
    (tmp_path / "ignore").write_text("archive/\n*.json\n", encoding="utf-8")
    (tmp_path / ".gitconfig").write_text(
        f'[core]\n\texcludesFile = "{tmp_path / "ignore"}"\n', encoding="utf-8"
    )

    done = init(
        tmp_path, "new", "--director", DIRECTOR, "--director-key", "director.pub"
    )

    assert done.returncode == 0, done.stderr
    assert tracked(tmp_path / "new") == EXPECTED


def test_a_wrong_key_leaves_nothing_behind(tmp_path: Path, director: Person) -> None:
    (tmp_path / "broken.pub").write_text("ssh-ed25519 AAAA", encoding="ascii")
    (tmp_path / "public-only").write_text(director.public_key, encoding="ascii")
    who = ("--director", DIRECTOR)

    broken = init(tmp_path, "new", *who, "--director-key", "broken.pub")
    missing = init(tmp_path, "new", *who, "--director-key", "no-such-file")
    public = init(
        tmp_path,
        "new",
        *who,
        "--director-key",
        "director.pub",
        "--publisher-key",
        "public-only",
    )
    nobody = init(tmp_path, "new", "--director", "x", "--director-key", "director.pub")

    codes = [one.returncode for one in (broken, missing, public, nobody)]
    assert codes == [4, 2, 4, 2]
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / "new-publisher-key").exists()


def test_one_key_for_two_people_is_said_plainly(
    tmp_path: Path, director: Person
) -> None:
    (tmp_path / "secret").write_text(director.private_key, encoding="ascii")

    done = init(
        tmp_path,
        "new",
        "--director",
        DIRECTOR,
        "--director-key",
        "director.pub",
        "--publisher-key",
        "secret",
    )

    assert done.returncode == 2
    assert not (tmp_path / "new").exists()


@pytest.mark.usefixtures("director")
def test_the_wheel_carries_what_a_new_library_starts_with(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    subprocess.run(
        [*build, "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(unpacked)

    done = init(
        tmp_path,
        "new",
        "--director",
        DIRECTOR,
        "--director-key",
        "director.pub",
        PYTHONPATH=str(unpacked),
    )

    assert done.returncode == 0, done.stderr
    assert tracked(tmp_path / "new") == EXPECTED
