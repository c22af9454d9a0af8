"""Where the archive keeps the exact bytes of a picture that was sent (design 6)."""

from typing import Final

FOLDER: Final = "archive/media/"
_ENDINGS: Final = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/gif": "gif",
}


def media_path(sha256: str, mime: str) -> str:
    """Return the path of a picture's bytes: by their SHA-256, so that each is once."""
    return f"{FOLDER}{sha256[:2]}/{sha256}.{_ENDINGS[mime]}"
