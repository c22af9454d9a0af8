"""People of a story, with keys that are the same in every run."""

import base64
import hashlib
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from sns_cli.adapters.git.commit import Who
from sns_cli.adapters.sshsig_signer import public_line, sign_with_key


@dataclass(frozen=True)
class Person:
    """Somebody with an Ed25519 key made from the key of ``[people]``."""

    key: str
    role: str
    name: str
    email: str
    secret: Ed25519PrivateKey = field(repr=False)

    @property
    def who(self) -> Who:
        return Who(self.name, self.email)

    @property
    def sign_off(self) -> str:
        return f"{self.name} <{self.email}>"

    @property
    def public_key(self) -> str:
        return public_line(self.secret)

    @property
    def private_key(self) -> str:
        """The text of an OpenSSH private key file."""
        options = (Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
        return self.secret.private_bytes(*options).decode()

    def sign(self, payload: bytes) -> str:
        return sign_with_key(payload, self.secret)


def make_person(
    key: str, role: str, name: str | None = None, email: str | None = None
) -> Person:
    """Return somebody whose Ed25519 key follows from ``key``."""
    seed = hashlib.sha256(key.encode()).digest()
    secret = Ed25519PrivateKey.from_private_bytes(seed)
    email = email or f"{key}@lib.example.lg.jp"
    return Person(key, role, name or f"人 {key}", email, secret)


def key_bytes(public_key: str) -> bytes:
    """Return the binary form of a public key line."""
    return base64.b64decode(public_key.split(" ")[1])
