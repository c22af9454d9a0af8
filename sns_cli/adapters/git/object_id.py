"""The name git gives to an object: a digest of its kind, its length and its bytes."""

import hashlib
from collections.abc import Iterable
from typing import Final

_SHA1: Final = 40
"""Hexadecimal digits."""


def object_id(kind: str, content: bytes, algorithm: str = "sha1") -> str:
    """Return the id git gives to an object of ``kind`` (``blob``, ``commit`` …)."""
    return streamed_id(kind, len(content), [content], algorithm)


def streamed_id(kind: str, size: int, chunks: Iterable[bytes], algorithm: str) -> str:
    """Return the id of an object that is not held in memory as a whole.

    Args:
        kind: of the object.
        size: of its content, in bytes.
        chunks: its content.
        algorithm: the repository's object format, ``sha1`` or ``sha256``.
    """
    digest = hashlib.new(algorithm, usedforsecurity=False)
    digest.update(f"{kind} {size}\0".encode())
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def algorithm_of(name: str) -> str:
    """Return the algorithm that made an id."""
    return "sha1" if len(name) == _SHA1 else "sha256"
