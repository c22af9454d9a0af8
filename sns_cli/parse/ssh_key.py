"""Public keys as people paste them: ``<type> <base64> [comment]`` (RFC 4253, 8709)."""

import base64
import binascii
from typing import Final

from sns_cli.parse.node import Node
from sns_cli.parse.reading import BAD, Bad, Reading, clip, line_of

ED25519: Final = "ssh-ed25519"
SK_ED25519: Final = "sk-ssh-ed25519@openssh.com"
_TYPES: Final = (ED25519, SK_ED25519)
_KEY_BYTES: Final = 32


def normal_key(text: str) -> str | None:
    """Return ``<type> <base64>`` without the comment; None if it is no such key.

    The base64 must be canonical and hold exactly the type again, a key of 32 bytes
    and, for a security key, its application: one key has one spelling.
    """
    words = text.split(maxsplit=2)
    if len(words) < 2 or words[0] not in _TYPES:  # noqa: PLR2004  (type and base64)
        return None
    kind, encoded = words[0], words[1]
    try:
        blob = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return None
    if base64.b64encode(blob).decode() != encoded:
        return None
    fields = _fields(blob)
    expected = 2 if kind == ED25519 else 3
    if fields is None or len(fields) != expected or fields[0] != kind.encode():
        return None
    return f"{kind} {encoded}" if len(fields[1]) == _KEY_BYTES else None


def _fields(blob: bytes) -> list[bytes] | None:
    """Split SSH strings (4 bytes of length, then bytes); None if they do not fit."""
    fields: list[bytes] = []
    at = 0
    while at < len(blob):
        end = at + 4 + int.from_bytes(blob[at : at + 4])
        if at + 4 > len(blob) or end > len(blob):
            return None
        fields.append(blob[at + 4 : end])
        at = end
    return fields


def ssh_key(reading: Reading, node: Node) -> str | Bad:
    """Read a public key line; the result is without its comment."""
    text = line_of(reading, node)
    if text is BAD:
        return BAD
    key = normal_key(text)
    if key is not None:
        return key
    kind = text.split(maxsplit=1)[0]
    if "PRIVATE KEY" in text:
        return reading.fault("ssh-key-private", node.line)
    if kind in _TYPES:
        return reading.fault("ssh-key-broken", node.line)
    # Only the first word is shown: the rest may be anything pasted by mistake.
    return reading.fault("ssh-key-type", node.line, value=clip(kind)[:40])
