"""Which lines are public keys."""

import base64

import pytest

from sns_cli.parse.ssh_key import normal_key
from tests.parse.samples import ssh_line

KEY = ssh_line(1)
SECURITY_KEY = ssh_line(1, "sk-ssh-ed25519@openssh.com")


def blob_line(kind: str, blob: bytes) -> str:
    return f"{kind} {base64.b64encode(blob).decode()}"


def fields(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4) + part for part in parts)


@pytest.mark.parametrize("key", [KEY, SECURITY_KEY])
def test_a_comment_is_dropped_and_nothing_else(key: str) -> None:
    assert normal_key(key) == key
    assert normal_key(f"{key} a comment of words") == key
    assert normal_key(f"  {key}\t") == key


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ssh-ed25519",
        KEY.split()[1],
        KEY.replace("ssh-ed25519", "ssh-rsa"),
        KEY.replace("ssh-ed25519", "SSH-ED25519"),
        f"no-pty {KEY}",
        KEY[:-1],
        KEY[:-4],
        f"{KEY[:-2]}.{KEY[-2:]}",
        ssh_line(1, size=31),
        ssh_line(1, size=33),
        blob_line("ssh-ed25519", fields(b"ssh-rsa", b"x" * 32)),
        blob_line("ssh-ed25519", fields(b"ssh-ed25519", b"x" * 32, b"ssh:")),
        blob_line("ssh-ed25519", fields(b"ssh-ed25519", b"x" * 32) + b"\0"),
        blob_line("ssh-ed25519", fields(b"ssh-ed25519") + b"\xff\xff\xff\xff"),
        blob_line("sk-ssh-ed25519@openssh.com", fields(b"ssh-ed25519", b"x" * 32, b"")),
        SECURITY_KEY.replace("sk-ssh-ed25519@openssh.com", "ssh-ed25519"),
        blob_line("ssh-ed25519", b""),
    ],
)
def test_what_is_no_such_key_is_none(line: str) -> None:
    assert normal_key(line) is None


def test_a_key_has_one_spelling() -> None:
    kind, encoded = SECURITY_KEY.split()
    assert encoded.endswith("=")
    loose = encoded[:-2] + chr(ord(encoded[-2]) + 1) + "="
    assert base64.b64decode(loose) == base64.b64decode(encoded)
    assert normal_key(f"{kind} {loose}") is None
