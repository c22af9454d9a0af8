"""PNG files in their chunks (W3C PNG specification, third edition, §5)."""

import zlib
from typing import Final

from sns_cli.compose.pictures.anatomy import Anatomy, MalformedError, piece

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_PICTURE: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs".split()
)
_ANIMATION: Final = b"acTL"


def take_apart(data: bytes) -> Anatomy:
    """Return the parts of a PNG file.

    Raises:
        MalformedError: it is cut off, malformed, or a checksum is wrong.
    """
    if not data.startswith(_SIGNATURE):
        raise MalformedError
    kept, extras = [_SIGNATURE], []
    place, frames, name = len(_SIGNATURE), 1, b""
    width, height = _size(data)
    while name != b"IEND":
        chunk = _chunk(data, place)
        place += len(chunk)
        name = chunk[4:8]
        if name == _ANIMATION:
            frames = int.from_bytes(piece(chunk, 8, 4), "big")
        if name in _PICTURE:
            kept.append(chunk)
        else:
            extras.append(name.decode("latin-1"))
    if place < len(data):
        extras.append("after-end")
    return Anatomy(width, height, frames, b"".join(kept), tuple(extras))


def _size(data: bytes) -> tuple[int, int]:
    header = _chunk(data, len(_SIGNATURE))
    if header[4:8] != b"IHDR":
        raise MalformedError
    width, height = piece(header, 8, 4), piece(header, 12, 4)
    return int.from_bytes(width, "big"), int.from_bytes(height, "big")


def _chunk(data: bytes, place: int) -> bytes:
    """Return a whole chunk: length, name, content, checksum."""
    length = int.from_bytes(piece(data, place, 4), "big")
    chunk = piece(data, place, 12 + length)
    if zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
        raise MalformedError
    return chunk
