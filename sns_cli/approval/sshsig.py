"""SSH signatures (SSHSIG, OpenSSH's PROTOCOL.sshsig), read strictly and in process.

A signature of git is text between ``-----BEGIN SSH SIGNATURE-----`` and
``-----END SSH SIGNATURE-----``. ``git verify-commit`` tolerates text around it, two
blocks, and other line lengths, so that anybody could mint a second commit id that
still carries the director's signature. Here what would not be written again byte for
byte is refused. Two spellings remain, with lines of 70 and of 76 letters, since both
are written by honest programs: of a commit signed in one, anybody can make a twin in
the other. The twin has another id and the same content, parents, time and signer, so
that no byte gets in by it that was not approved; who named only the first by its id
(``[[distrust]] from`` that is not on the chain) voids the key from the introduction.
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

from sns_cli.parse.ssh_wire import (
    BEGIN,
    ED25519,
    END,
    MAGIC,
    NOT_BASE64,
    PUBLIC_LENGTH,
    SK_ED25519,
    VERSION,
    MalformedError,
    Reader,
    armor,
    insist,
    key_type,
    open_key,
    wire,
)

NAMESPACE: Final = b"git"

_LINES: Final = (70, 76)
"""Only two widths are canonical: what OpenSSH writes, and the one its description of
the format (PROTOCOL.sshsig) recommends."""
_LONGEST: Final = 4096
_TOUCHED: Final = 0x01
_SIGNATURE_LENGTH: Final = 64
_SK_TAIL: Final = 5
"""A flag byte and a four-byte counter follow the signature of a security key."""


_HASHES: Final[Mapping[bytes, Callable[[bytes], "hashlib._Hash"]]] = {
    b"sha512": hashlib.sha512,
    b"sha256": hashlib.sha256,
}


_KEY_TYPE: Final = wire(ED25519) + (PUBLIC_LENGTH).to_bytes(4, "big")
_USUAL_HEAD: Final = (
    MAGIC
    + VERSION.to_bytes(4, "big")
    + (len(_KEY_TYPE) + PUBLIC_LENGTH).to_bytes(4, "big")
    + _KEY_TYPE
)
_SIGNATURE_TYPE: Final = wire(ED25519) + (_SIGNATURE_LENGTH).to_bytes(4, "big")
_USUAL_MIDDLE: Final = (
    wire(NAMESPACE)
    + wire(b"")
    + wire(b"sha512")
    + (len(_SIGNATURE_TYPE) + _SIGNATURE_LENGTH).to_bytes(4, "big")
    + _SIGNATURE_TYPE
)
_KEY_AT: Final = len(_USUAL_HEAD) - len(_KEY_TYPE)
_MIDDLE_AT: Final = _KEY_AT + len(_KEY_TYPE) + PUBLIC_LENGTH
_SIGNATURE_AT: Final = _MIDDLE_AT + len(_USUAL_MIDDLE)
_USUAL_LENGTH: Final = _SIGNATURE_AT + _SIGNATURE_LENGTH


class SignatureCheck(StrEnum):
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


def parse_signature(armored: str) -> SshSignature:
    """Return the signature that ``armored`` spells.

    Raises:
        MalformedError: it is not exactly one SSH signature in its canonical spelling,
            or of a namespace, hash or key type other than those above.
    """
    blob = _dearmor(armored)
    usual = _usual(blob)
    if usual is not None:
        return usual
    reader = Reader(blob)
    magic = reader.take(len(MAGIC))
    version = int.from_bytes(reader.take(4), "big")
    insist(magic == MAGIC and version == VERSION, "not an SSH signature, version 1")
    key = reader.string()
    insist(reader.string() == NAMESPACE, "made for another purpose than git")
    insist(reader.string() == b"", "reserved field in use")
    hash_name = reader.string()
    insist(hash_name in _HASHES, "unknown hash")
    inner = reader.string()
    reader.end()
    return _inner_signature(key, hash_name, inner)


def _usual(blob: bytes) -> SshSignature | None:
    """Return the signature if it is what ssh-keygen makes of an Ed25519 key.

    Every length is fixed then, so that three comparisons do the reader's work.
    """
    if len(blob) != _USUAL_LENGTH:
        return None
    if (
        not blob.startswith(_USUAL_HEAD)
        or blob[_MIDDLE_AT:_SIGNATURE_AT] != _USUAL_MIDDLE
    ):
        return None
    return SshSignature(blob[_KEY_AT:_MIDDLE_AT], b"sha512", blob[_SIGNATURE_AT:])


def _dearmor(armored: str) -> bytes:
    insist(len(armored) <= _LONGEST, "too long")
    insist(armored.startswith(BEGIN) and armored.endswith(END), "no SSH signature")
    body = armored[len(BEGIN) : -len(END)]
    try:
        blob = base64.b64decode(body.replace("\n", ""), validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedError(NOT_BASE64) from error
    width = body.find("\n")
    insist(
        armored == armor(blob, width if width in _LINES else _LINES[0]),
        "not the canonical spelling",
    )
    return blob


def _inner_signature(key: bytes, hash_name: bytes, inner: bytes) -> SshSignature:
    kind = key_type(key)
    reader = Reader(inner)
    insist(reader.string() == kind, "signature and key are of different types")
    signature = reader.string()
    insist(len(signature) == _SIGNATURE_LENGTH, "wrong length")
    tail = reader.take(_SK_TAIL) if kind == SK_ED25519 else b""
    reader.end()
    return SshSignature(key, hash_name, signature, tail)


@lru_cache(maxsize=512)
def _load(key: bytes) -> tuple[Ed25519PublicKey, bytes]:
    """Return the key and the hash of its application, loaded once per key."""
    _, public, application = open_key(key)
    hashed = hashlib.sha256(application).digest() if application else b""
    return Ed25519PublicKey.from_public_bytes(public), hashed


def verify(payload: bytes, signature: SshSignature) -> SignatureCheck:
    """Tell whether ``signature`` is over ``payload`` by the key it names.

    A security key signs its application, flags and counter too (PROTOCOL.u2f); the flag
    "user present" is required, since a key that needs no touch is just a file that a
    virus can use.
    """
    digest = _HASHES[signature.hash_name](payload).digest()
    signed = b"".join(
        (
            MAGIC,
            wire(NAMESPACE),
            wire(b""),
            wire(signature.hash_name),
            wire(digest),
        )
    )
    public, application = _load(signature.key)
    if signature.tail:
        if not signature.tail[0] & _TOUCHED:
            return SignatureCheck.UNTOUCHED
        signed = application + signature.tail + hashlib.sha256(signed).digest()
    try:
        public.verify(signature.signature, signed)
    except InvalidSignature:
        return SignatureCheck.BAD
    return SignatureCheck.GOOD
