"""The public half inside a private key's file, which no passphrase hides.

OpenSSH's own format (PROTOCOL.key) holds the public key in the clear, before the part
that may be encrypted, so that a locked key needs no ``.pub`` file beside it.
"""

import base64
from typing import Final

from sns_cli.parse.ssh_wire import MalformedError, Reader, key_type

_MAGIC: Final = b"openssh-key-v1\0"
_FIRST: Final = "-----BEGIN OPENSSH PRIVATE KEY-----"
_LAST: Final = "-----END OPENSSH PRIVATE KEY-----"
_ONE: Final = (1).to_bytes(4, "big")


def public_half(text: str) -> str | None:
    """Return ``<type> <base64>`` of a private key's file, None if it is no such file.

    Args:
        text: of the file; an encrypted one will do.
    """
    lines = text.split()
    armored = " ".join(lines)
    if not (armored.startswith(_FIRST) and armored.endswith(_LAST)):
        return None
    try:
        data = base64.b64decode(
            "".join(armored.removeprefix(_FIRST).removesuffix(_LAST).split()),
            validate=True,
        )
        key = _public_blob(data)
        kind = key_type(key).decode("ascii")
    except ValueError:  # of base64, of a cut wire string, of a type in other letters
        return None
    return f"{kind} {base64.b64encode(key).decode()}"


def _public_blob(data: bytes) -> bytes:
    reader = Reader(data)
    if reader.take(len(_MAGIC)) != _MAGIC:
        raise MalformedError
    for _ in ("cipher", "kdf", "kdf options"):
        reader.string()
    if reader.take(len(_ONE)) != _ONE:
        raise MalformedError
    return reader.string()
