"""``Approved-Content``: a digest of what a commit changes under ``posts/`` (design 4).

It ties an approval to the bytes by SHA-256, where git's own ids are SHA-1.
"""

import hashlib
from collections.abc import Iterable, Mapping


def approved_content(files: Mapping[str, bytes | None]) -> str:
    """Return the value of ``Approved-Content`` for these files.

    Args:
        files: every path under ``posts/`` that the commit changes against its first
            parent, with its new bytes; None for a deleted file.
    """
    return content_digest(
        (path, None if content is None else hashlib.sha256(content).hexdigest())
        for path, content in files.items()
    )


def content_digest(files: Iterable[tuple[str, str | None]]) -> str:
    """Return ``sha256:<hex>`` over one line per file, sorted by the path's bytes.

    A line is path, NUL, the SHA-256 of the file's bytes in hex (``-`` if it is deleted)
    and LF.
    """
    lines = sorted((path_bytes(path), sha256 or "-") for path, sha256 in files)
    text = b"".join(path + b"\0" + digest.encode() + b"\n" for path, digest in lines)
    return f"sha256:{hashlib.sha256(text).hexdigest()}"


def path_bytes(path: str) -> bytes:
    """Return a path's bytes as git stores them."""
    return path.encode("utf-8", "surrogateescape")
