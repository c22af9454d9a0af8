"""The name git gives to an object: a digest of its kind, its length and its bytes."""

import hashlib
from typing import Final

_SHA1: Final = 40
"""Hexadecimal digits."""


def object_id(kind: str, content: bytes, algorithm: str = "sha1") -> str:
    """Return the id git gives to an object.

    Args:
        kind: of the object: ``blob``, ``commit`` …
        content: its bytes.
        algorithm: the repository's object format, ``sha1`` or ``sha256``.
    """
    digest = hashlib.new(algorithm, usedforsecurity=False)
    digest.update(f"{kind} {len(content)}\0".encode())
    digest.update(content)
    return digest.hexdigest()


def algorithm_of(name: str) -> str:
    """Return the algorithm that made an id."""
    return "sha1" if len(name) == _SHA1 else "sha256"
