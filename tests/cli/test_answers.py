"""Keys and answers that cannot be used: nothing is approved, and it is said why."""

import os
import subprocess
import sys

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from tests.cli.calls import key_file
from tests.cli.told import told_badly
from tests.support.git_people import make_person
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.runs import Run
from tests.support.tools import needs_openssh

STRANGER = make_person("stranger", "director")


def openssh(
    key: Ed25519PrivateKey | rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey,
) -> str:
    return key.private_bytes(
        Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()
    ).decode()


KEYS = {
    "empty": "",
    "garbage": "-----BEGIN OPENSSH PRIVATE KEY-----\nxx\n",
    "a letter": "館長の鍵です",
    "rsa": openssh(rsa.generate_private_key(65537, 2048)),
    "another curve": openssh(ec.generate_private_key(ec.SECP256R1())),
    "a stranger's": STRANGER.private_key,
    "a stranger's public key": STRANGER.public_key,
}


@pytest.fixture
def proposed(library: Library) -> Library:
    library.story.branch(
        "an", {"posts/2036/06/kikaku.md": post("kikaku")}, library.tanto
    )
    library.story.flush()
    return library


@pytest.mark.parametrize("what", KEYS)
def test_a_key_that_cannot_sign(proposed: Library, what: str) -> None:
    path = proposed.folder / "鍵"
    path.write_text(KEYS[what], encoding="utf-8")
    before = proposed.tip()

    run = proposed.sns("approve", "an", "--yes", "--key", str(path))

    assert (run.code, told_badly(run)) == (4, None), run
    assert proposed.tip() == before


@needs_openssh
def test_a_public_key_without_its_private_half(proposed: Library) -> None:
    path = proposed.folder / "kancho.pub"
    path.write_text(proposed.kancho.public_key, encoding="ascii")
    before = proposed.tip()

    run = proposed.sns("approve", "an", "--yes", "--key", str(path))

    assert run.code == 4, run
    assert "エラー: " in run.err
    assert proposed.tip() == before


@needs_openssh
def test_a_locked_key_without_anybody_to_unlock_it(proposed: Library) -> None:
    path = key_file(proposed)
    lock = ["ssh-keygen", "-q", "-p", "-P", "", "-N", "secret", "-f", str(path)]
    subprocess.run(lock, check=True, capture_output=True)
    before = proposed.tip()

    run = proposed.sns("approve", "an", "--yes", "--key", str(path))

    assert run.code == 4, run
    assert run.err.splitlines()[-1].startswith("エラー: ssh-keygen"), run
    # It was asked for, since the file tells whose it is without its passphrase.
    assert "合言葉" in run.err
    assert proposed.tip() == before


def test_a_folder_is_no_key(proposed: Library) -> None:
    run = proposed.sns("approve", "an", "--yes", "--key", str(proposed.home))

    assert (run.code, told_badly(run)) == (4, None), run


def answered(library: Library, answer: bytes, **variables: str) -> Run:
    command = [sys.executable, "-m", "sns_cli", "approve", "an"]
    done = subprocess.run(
        [*command, "--key", str(key_file(library))],
        cwd=library.clone,
        env=library.environment(**variables),
        input=answer,
        capture_output=True,
        check=False,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize(
    ("answer", "variables"),
    [
        ("はい\n".encode(), {}),
        ("ｙ\n".encode(), {}),
        ("はい\r\n".encode("cp932"), {"PYTHONIOENCODING": "cp932"}),
        ("はい\n".encode("euc-jp"), {"PYTHONIOENCODING": "euc-jp"}),
    ],
)
def test_yes_is_understood_as_the_terminal_writes_it(
    proposed: Library, answer: bytes, variables: dict[str, str]
) -> None:
    before = proposed.tip()

    # Once for the checklist, once for everything.
    run = answered(proposed, answer * 2, **variables)

    assert run.code == 0, run
    assert proposed.tip() != before


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"", 2),
        (b"\n", 1),
        ("いいえ\n".encode(), 1),
        ("はい\n".encode("cp932"), 1),
        (b"\xff\xfe\n", 1),
        (b"y" * 100_000 + b"\n", 1),
    ],
)
def test_anything_else_is_no(proposed: Library, answer: bytes, code: int) -> None:
    before = proposed.tip()

    run = answered(proposed, answer)

    assert run.code == code, run
    assert "Traceback" not in run.err
    assert proposed.tip() == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser gives files away")
def test_a_repository_of_another_user_is_named(library: Library) -> None:
    for path in (library.clone, *library.clone.rglob("*")):
        os.chown(path, 12345, 12345, follow_symlinks=False)

    run = library.sns("status")

    assert (run.code, told_badly(run)) == (4, None), run
    assert "safe.directory" in run.err
