"""Signatures that git and OpenSSH themselves accept, and keys that cannot sign."""

import os
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from sns_cli.adapters.sshsig_signer import (
    agent_keys,
    public_key_of,
    sign_ssh,
    sign_with_ssh_keygen,
    ssh_signer,
)
from sns_cli.errors import SettingsError
from tests.support.git_people import make_person
from tests.support.tools import needs_openssh

PERSON = make_person("kantyo", "director")
Key = Ed25519PrivateKey | rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


def openssh(key: Key) -> str:
    options = (Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    return key.private_bytes(*options).decode()


def key_file(folder: Path, text: str) -> Path:
    path = folder / "key"
    path.write_text(text)
    path.chmod(0o600)
    return path


def accepted(folder: Path, payload: bytes, signature: str, public_key: str) -> bool:
    signers, file = folder / "signers", folder / "signature"
    signers.write_text(f"someone {public_key}\n")
    file.write_text(signature)
    done = subprocess.run(
        [
            *("ssh-keygen", "-Y", "verify", "-n", "git", "-I", "someone"),
            *("-f", str(signers), "-s", str(file)),
        ],
        input=payload,
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


@needs_openssh
@pytest.mark.parametrize("payload", [b"", b"tree 1\n", "承認".encode() * 1000, b"\0"])
def test_openssh_accepts_what_is_signed_in_process(
    tmp_path: Path, payload: bytes
) -> None:
    signature = sign_ssh(payload, PERSON.private_key)
    assert accepted(tmp_path, payload, signature, PERSON.public_key)
    assert not accepted(tmp_path, payload + b"x", signature, PERSON.public_key)


@needs_openssh
def test_a_signature_in_process_is_the_very_one_ssh_keygen_makes(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    # Ed25519 is deterministic, so that two right implementations agree on every byte.
    file = key_file(tmp_path, PERSON.private_key)
    theirs = sign_with_ssh_keygen(b"payload", str(file))
    assert sign_ssh(b"payload", PERSON.private_key) == theirs
    # It says nothing of its own beside what it asks of people.
    assert capfd.readouterr() == ("", "")


@needs_openssh
def test_the_public_key_is_the_one_openssh_derives(tmp_path: Path) -> None:
    file = key_file(tmp_path, PERSON.private_key)
    derived = subprocess.run(
        ["ssh-keygen", "-y", "-f", str(file)], capture_output=True, check=True
    ).stdout.decode()
    assert public_key_of(PERSON.private_key) == " ".join(derived.split()[:2])


def test_a_key_may_come_without_its_last_line_end_or_with_crlf() -> None:
    plain = public_key_of(PERSON.private_key)
    assert public_key_of(PERSON.private_key.strip()) == plain
    assert public_key_of(PERSON.private_key.replace("\n", "\r\n")) == plain


def test_a_key_that_cannot_sign_is_told_before_it_is_needed() -> None:
    with pytest.raises(SettingsError):
        ssh_signer("no key")
    signer = ssh_signer(PERSON.private_key)
    assert signer(b"x") == sign_ssh(b"x", PERSON.private_key)


SECRET = make_person("secret", "director").private_key


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "key-invalid"),
        ("secret", "key-invalid"),
        (SECRET.replace("b3BlbnNzaC1rZXk", "c3BlbnNzaC1rZXk"), "key-invalid"),
        ("\n".join(SECRET.split("\n")[:3]), "key-invalid"),
        (PERSON.public_key, "key-invalid"),
        (openssh(rsa.generate_private_key(65537, 2048)), "key-unsupported"),
        (openssh(ec.generate_private_key(ec.SECP256R1())), "key-unsupported"),
    ],
    ids=["empty", "words", "damaged", "cut", "public", "rsa", "ecdsa"],
)
def test_a_key_that_is_none_is_refused_and_never_shown(text: str, code: str) -> None:
    with pytest.raises(SettingsError) as caught:
        public_key_of(text)
    assert caught.value.code == code
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    lines = [line for line in text.splitlines() if len(line) > 8]
    assert not any(line in str(caught.value) for line in lines)


@needs_openssh
def test_a_key_with_a_passphrase_is_for_the_agent(tmp_path: Path) -> None:
    file = key_file(tmp_path, PERSON.private_key)
    command = ["ssh-keygen", "-q", "-p", "-f", str(file), "-N", "a passphrase"]
    subprocess.run(command, check=True, stdout=subprocess.PIPE)
    with pytest.raises(SettingsError) as caught:
        public_key_of(file.read_text())
    assert caught.value.code == "key-encrypted"


@needs_openssh
def test_ssh_keygen_that_cannot_sign_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        sign_with_ssh_keygen(b"x", str(tmp_path / "nothing"))
    assert caught.value.code == "ssh-keygen-failed"


def test_without_openssh_the_error_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsError) as caught:
        sign_with_ssh_keygen(b"x", "key")
    assert caught.value.code == "ssh-keygen-missing"
    assert agent_keys() == []


@needs_openssh
def test_a_key_in_the_agent_signs_by_its_public_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A socket's path is short, unlike pytest's folders.
    socket = Path(os.path.relpath(tmp_path / "s"))
    agent = subprocess.Popen(
        ["ssh-agent", "-D", "-a", str(socket)], stdout=subprocess.PIPE
    )
    try:
        assert agent.stdout is not None
        agent.stdout.readline()  # it listens when it says where
        monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
        assert agent_keys() == []
        private = key_file(tmp_path, PERSON.private_key)
        subprocess.run(["ssh-add", "-q", str(private)], check=True)
        private.unlink()
        assert agent_keys() == [PERSON.public_key]
        public = key_file(tmp_path, PERSON.public_key + "\n")
        signature = sign_with_ssh_keygen(b"payload", str(public))
        assert accepted(tmp_path, b"payload", signature, PERSON.public_key)
    finally:
        agent.terminate()
        agent.communicate()
