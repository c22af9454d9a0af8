"""SSH's wire format (RFC 4251, 5): public keys and signatures, in the forms we accept.

Keys are of two types; signatures are spelled as OpenSSH's PROTOCOL.sshsig says.
"""

import base64
import binascii
from functools import lru_cache
from typing import Final

ED25519: Final = b"ssh-ed25519"
SK_ED25519: Final = b"sk-ssh-ed25519@openssh.com"
PUBLIC_LENGTH: Final = 32
MAGIC: Final = b"SSHSIG"
"""What a signature, and what it signs, begin with."""
VERSION: Final = 1
BEGIN: Final = "-----BEGIN SSH SIGNATURE-----\n"
END: Final = "\n-----END SSH SIGNATURE-----"

_CUT_SHORT: Final = "cut short"
_LEFT_OVER: Final = "bytes left over"
NOT_BASE64: Final = "not base64"


class MalformedError(ValueError):
    """The bytes are not the one spelling of a signature or key."""


class Reader:
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


@lru_cache(maxsize=512)
def key_type(key: bytes) -> bytes:
    """Return the type of a public key blob after checking its form.

    Raises:
        MalformedError: it is no ``ssh-ed25519`` or ``sk-ssh-ed25519@openssh.com`` key.
    """
    kind, _, _ = open_key(key)
    return kind


def open_key(key: bytes) -> tuple[bytes, bytes, bytes]:
    """Return type, the 32 bytes of Ed25519, and a security key's application."""
    reader = Reader(key)
    kind = reader.string()
    insist(kind in (ED25519, SK_ED25519), "unknown type of key")
    public = reader.string()
    insist(len(public) == PUBLIC_LENGTH, "wrong length of key")
    application = reader.string() if kind == SK_ED25519 else b""
    reader.end()
    return kind, public, application


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
        raise MalformedError(NOT_BASE64) from error
    insist(key_type(blob) == kind.encode(), "the line and the key name different types")
    return blob


def wire(value: bytes) -> bytes:
    """Return bytes as a length-prefixed string."""
    return len(value).to_bytes(4, "big") + value


def armor(blob: bytes, width: int = 70) -> str:
    """Return a signature blob as text, without a line end at the end.

    Lines of 70 characters are what OpenSSH writes.
    """
    text = base64.b64encode(blob).decode("ascii")
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    return BEGIN + "\n".join(lines) + END


def insist(condition: bool, message: str) -> None:  # noqa: FBT001  (the condition is the point)
    """Raise :class:`MalformedError` unless ``condition`` holds."""
    if not condition:
        raise MalformedError(message)
