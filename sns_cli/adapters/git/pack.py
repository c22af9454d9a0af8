"""New objects as one pack, so that a whole commit costs one process. Pure."""

import hashlib
import struct
import zlib
from collections.abc import Iterable
from typing import Final, Literal

Kind = Literal["commit", "tree", "blob"]
NewObject = tuple[Kind, bytes]

_TYPES: Final[dict[Kind, int]] = {"commit": 1, "tree": 2, "blob": 3}
_VERSION: Final = 2
_LEVEL: Final = 1
"""Least compression: git packs again by itself."""


def pack(objects: Iterable[NewObject], algorithm: str = "sha1") -> bytes:
    """Return a pack file (gitformat-pack) of whole objects.

    Args:
        objects: kind and content of each.
        algorithm: the repository's object format, which also names the checksum.
    """
    bodies = [
        _header(_TYPES[kind], len(content)) + zlib.compress(content, _LEVEL)
        for kind, content in objects
    ]
    whole = b"PACK" + struct.pack(">II", _VERSION, len(bodies)) + b"".join(bodies)
    digest = hashlib.new(algorithm, whole, usedforsecurity=False)
    return whole + digest.digest()


def _header(kind: int, size: int) -> bytes:
    """Return type and size: 4 bits of size first, then 7 at a time, lowest first."""
    byte = (kind << 4) | (size & 0x0F)
    size >>= 4
    header = bytearray()
    while size:
        header.append(byte | 0x80)
        byte = size & 0x7F
        size >>= 7
    header.append(byte)
    return bytes(header)
