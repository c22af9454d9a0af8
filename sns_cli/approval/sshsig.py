"""SSH signatures (SSHSIG, OpenSSH's PROTOCOL.sshsig), read strictly and in process.

A signature of git is text between ``-----BEGIN SSH SIGNATURE-----`` and
``-----END SSH SIGNATURE-----``. ``git verify-commit`` tolerates text around it, two
blocks, and other line lengths, so that anybody could mint a second commit id that
still carries the director's signature. Here one signature has one spelling: what would
not be written again byte for byte is refused.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

NAMESPACE: Final = b"git"
ED25519: Final = b"ssh-ed25519"
SK_ED25519: Final = b"sk-ssh-ed25519@openssh.com"

_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----\n"
_END: Final = "\n-----END SSH SIGNATURE-----"
_LINE: Final = 70
_LONGEST: Final = 4096
_MAGIC: Final = b"SSHSIG"
_VERSION: Final = 1
_TOUCHED: Final = 0x01
_PUBLIC_LENGTH: Final = 32
_SIGNATURE_LENGTH: Final = 64
_SK_TAIL: Final = 5
"""A flag byte and a four-byte counter follow the signature of a security key."""

_CUT_SHORT: Final = "cut short"
_LEFT_OVER: Final = "bytes left over"
_NOT_BASE64: Final = "not base64"

_HASHES: Final[Mapping[bytes, Callable[[bytes], "hashlib._Hash"]]] = {
    b"sha512": hashlib.sha512,
    b"sha256": hashlib.sha256,
}


class MalformedError(ValueError):
    """The bytes are not the one spelling of a signature or key."""


class Verdict(StrEnum):
    """What checking a signature came to."""

    GOOD = "good"
    BAD = "bad"
    UNTOUCHED = "untouched"
    """A security key signed without anybody touching it."""


@dataclass(frozen=True, slots=True)
class SshSignature:
    """A signature of the right form; whether it is true is for :func:`verify`.

    Attributes:
        key: the signer's public key as SSH's wire blob, the identity to look up.
        hash_name: ``sha512`` or ``sha256``.
        signature: 64 bytes of Ed25519.
        tail: of a security key, its flag byte and counter; else empty.
    """

    key: bytes
    hash_name: bytes
    signature: bytes
    tail: bytes = b""


class _Reader:
    """Reads SSH wire strings and insists that nothing is left over."""

    __slots__ = ("_at", "_data")

    def __init__(self, data: bytes, at: int = 0) -> None:
        self._data = data
        self._at = at

    def take(self, length: int) -> bytes:
        """Return the next ``length`` bytes."""
        end = self._at + length
        if end > len(self._data):
            raise MalformedError(_CUT_SHORT)
        part = self._data[self._at : end]
        self._at = end
        return part

    def string(self) -> bytes:
        """Return the next length-prefixed string."""
        return self.take(int.from_bytes(self.take(4), "big"))

    def end(self) -> None:
        """Insist that everything was read."""
        if self._at != len(self._data):
            raise MalformedError(_LEFT_OVER)


def parse_signature(armored: str) -> SshSignature:
    """Return the signature that ``armored`` spells.

    Raises:
        MalformedError: it is not exactly one SSH signature in its canonical spelling,
            or of a namespace, hash or key type other than those above.
    """
    blob = _dearmor(armored)
    reader = _Reader(blob)
    magic = reader.take(len(_MAGIC))
    version = int.from_bytes(reader.take(4), "big")
    _insist(magic == _MAGIC and version == _VERSION, "not an SSH signature, version 1")
    key = reader.string()
    _insist(reader.string() == NAMESPACE, "made for another purpose than git")
    _insist(reader.string() == b"", "reserved field in use")
    hash_name = reader.string()
    _insist(hash_name in _HASHES, "unknown hash")
    inner = reader.string()
    reader.end()
    return _inner_signature(key, hash_name, inner)


def _dearmor(armored: str) -> bytes:
    _insist(len(armored) <= _LONGEST, "too long")
    _insist(armored.startswith(_BEGIN) and armored.endswith(_END), "no SSH signature")
    body = armored[len(_BEGIN) : -len(_END)]
    try:
        blob = base64.b64decode(body.replace("\n", ""), validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedError(_NOT_BASE64) from error
    _insist(armored == armor(blob), "not the canonical spelling")
    return blob


def armor(blob: bytes) -> str:
    """Return the one spelling of a signature blob, without a line end at the end."""
    text = base64.b64encode(blob).decode("ascii")
    lines = [text[at : at + _LINE] for at in range(0, len(text), _LINE)]
    return _BEGIN + "\n".join(lines) + _END


def _inner_signature(key: bytes, hash_name: bytes, inner: bytes) -> SshSignature:
    kind = key_type(key)
    reader = _Reader(inner)
    _insist(reader.string() == kind, "signature and key are of different types")
    signature = reader.string()
    _insist(len(signature) == _SIGNATURE_LENGTH, "wrong length")
    tail = reader.take(_SK_TAIL) if kind == SK_ED25519 else b""
    reader.end()
    return SshSignature(key, hash_name, signature, tail)


@lru_cache(maxsize=512)
def key_type(key: bytes) -> bytes:
    """Return the type of a public key blob after checking its form.

    Raises:
        MalformedError: it is no ``ssh-ed25519`` or ``sk-ssh-ed25519@openssh.com`` key.
    """
    kind, _, _ = _open_key(key)
    return kind


def _open_key(key: bytes) -> tuple[bytes, bytes, bytes]:
    """Return type, the 32 bytes of Ed25519, and a security key's application."""
    reader = _Reader(key)
    kind = reader.string()
    _insist(kind in (ED25519, SK_ED25519), "unknown type of key")
    public = reader.string()
    _insist(len(public) == _PUBLIC_LENGTH, "wrong length of key")
    application = reader.string() if kind == SK_ED25519 else b""
    reader.end()
    return kind, public, application


@lru_cache(maxsize=512)
def _load(key: bytes) -> tuple[Ed25519PublicKey, bytes]:
    """Return the key and the hash of its application, loaded once per key."""
    _, public, application = _open_key(key)
    hashed = hashlib.sha256(application).digest() if application else b""
    return Ed25519PublicKey.from_public_bytes(public), hashed


def verify(payload: bytes, signature: SshSignature) -> Verdict:
    """Tell whether ``signature`` is over ``payload`` by the key it names.

    A security key signs its application, flags and counter too (PROTOCOL.u2f); the flag
    "user present" is required, since a key that needs no touch is just a file that a
    virus can use.
    """
    digest = _HASHES[signature.hash_name](payload).digest()
    signed = b"".join(
        (
            _MAGIC,
            _wire(NAMESPACE),
            _wire(b""),
            _wire(signature.hash_name),
            _wire(digest),
        )
    )
    public, application = _load(signature.key)
    if signature.tail:
        if not signature.tail[0] & _TOUCHED:
            return Verdict.UNTOUCHED
        signed = application + signature.tail + hashlib.sha256(signed).digest()
    try:
        public.verify(signature.signature, signed)
    except InvalidSignature:
        return Verdict.BAD
    return Verdict.GOOD


def public_key_blob(line: str) -> bytes:
    """Return the wire blob of a public key line ``type base64 [comment]``.

    Raises:
        MalformedError: it is no key of a type we accept.
    """
    kind, _, rest = line.strip().partition(" ")
    text = rest.strip().partition(" ")[0]
    try:
        blob = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedError(_NOT_BASE64) from error
    _insist(
        key_type(blob) == kind.encode(), "the line and the key name different types"
    )
    return blob


def _wire(value: bytes) -> bytes:
    return len(value).to_bytes(4, "big") + value


def _insist(condition: bool, message: str) -> None:  # noqa: FBT001  (the condition is the point)
    if not condition:
        raise MalformedError(message)
