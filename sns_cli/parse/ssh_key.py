"""Public keys as people paste them: ``<type> <base64> [comment]`` (RFC 4253, 8709)."""

import base64
from typing import Final

from sns_cli.parse import ssh_wire
from sns_cli.parse.node import Node
from sns_cli.parse.reading import BAD, Bad, Reading, clip, line_of
from sns_cli.parse.ssh_wire import MalformedError, public_key_blob

ED25519: Final = ssh_wire.ED25519.decode()
SK_ED25519: Final = ssh_wire.SK_ED25519.decode()
_TYPES: Final = (ED25519, SK_ED25519)


def normal_key(text: str) -> str | None:
    """Return ``<type> <base64>`` without the comment; None if it is no such key.

    The base64 must be canonical and hold exactly the type again, a key of 32 bytes
    and, for a security key, its application: one key has one spelling.
    """
    words = text.split(maxsplit=2)
    if len(words) < 2 or words[0] not in _TYPES:  # noqa: PLR2004  (type and base64)
        return None
    line = " ".join(words[:2])
    try:
        blob = public_key_blob(line)
    except MalformedError:
        return None
    return line if base64.b64encode(blob).decode() == words[1] else None


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
