"""Where the limits of signatures and trailers lie, to the character."""

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sns_cli.approval.sshsig import SshSignature, parse_signature
from sns_cli.approval.trailers import parse_trailers
from sns_cli.parse.ssh_wire import MalformedError, armor, public_key_blob, wire

LONGEST = 4096


def spelled(application: int) -> str:
    """Return a signature by a security key whose application has so many letters."""
    secret = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
    kind = b"sk-ssh-ed25519@openssh.com"
    public = secret.public_key().public_bytes_raw()
    key = wire(kind) + wire(public) + wire(b"a" * application)
    signed = wire(secret.sign(hashlib.sha512(b"").digest()))
    inner = wire(kind) + signed + b"\x01\0\0\0\7"
    head = b"SSHSIG" + (1).to_bytes(4, "big")
    return armor(head + b"".join(map(wire, (key, b"git", b"", b"sha512", inner))))


def test_a_signature_may_be_as_long_as_that_and_no_longer() -> None:
    longest = max(n for n in range(2500, 2900) if len(spelled(n)) <= LONGEST)

    assert isinstance(parse_signature(spelled(longest)), SshSignature)
    with pytest.raises(MalformedError, match="too long"):
        parse_signature(spelled(longest + 1))


def test_a_key_of_another_type_is_none_though_it_is_as_long() -> None:
    blob = wire(b"ssh-ed25519x") + wire(b"k" * 32)

    with pytest.raises(MalformedError, match="unknown type of key"):
        public_key_blob(f"ssh-ed25519x {base64.b64encode(blob).decode()}")


@pytest.mark.parametrize("char", ["\x00", "\x1f", "\x7f", "\x80", "\x9f"])
def test_a_value_holds_no_control_character(char: str) -> None:
    assert parse_trailers(f"件名\n\nA: x{char}y\n").pairs == ()


@pytest.mark.parametrize("char", [" ", "~", "\xa0", "\u3000", "\u3000 "])
def test_a_value_holds_every_space(char: str) -> None:
    assert parse_trailers(f"件名\n\nA: x{char}y\n").last("A") == f"x{char}y"
