"""PNG files in their chunks (W3C PNG specification, third edition, §5)."""

import zlib
from collections.abc import Mapping
from typing import Final

from sns_cli.compose.pictures.anatomy import Anatomy, MalformedError, is_profile, piece

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_DATA: Final = b"IDAT"
_PROFILE: Final = b"iCCP"
_PICTURE: Final[Mapping[bytes, int | None]] = {
    b"IHDR": 13,
    b"PLTE": 768,
    _DATA: None,
    b"IEND": 0,
    b"tRNS": 256,
    b"cHRM": 32,
    b"gAMA": 4,
    _PROFILE: None,
    b"sBIT": 4,
    b"sRGB": 1,
    b"cICP": 4,
    b"bKGD": 6,
    b"pHYs": 9,
}
"""The chunks that make the picture, with the most bytes of each; once but for IDAT."""
_END: Final = b"\0\0\0\0IEND\xaeB`\x82"
_LARGEST_PROFILE: Final = 4 << 20
_SAMPLES: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Of each pixel, by colour type (§11.2.1)."""
_PASSES: Final = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
"""Of an interlaced picture: first column and row, and the steps (§8.1)."""
_PIECE: Final = 1 << 20
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
    seen: set[bytes] = set()
    width, height = _size(data)
    while name != b"IEND":
        chunk = _chunk(data, place)
        place += len(chunk)
        name = chunk[4:8]
        if name == _ANIMATION:
            frames = int.from_bytes(piece(chunk, 8, 4), "big")
        if _is_picture(name, chunk) and (name == _DATA or name not in seen):
            kept.append(chunk)
        else:
            extras.append(name.decode("latin-1"))
        seen.add(name)
    if kept[-1] != _END:
        kept.append(_END)
    if place < len(data):
        extras.append("after-end")
    return Anatomy(width, height, frames, b"".join(kept), tuple(extras))


def is_exact(data: bytes) -> bool:
    """Tell whether the picture's data end where the picture does.

    They are unpacked for it, never further than the header says that the picture goes.

    Args:
        data: a well-formed PNG file.
    """
    left, unpacking = _length(data), zlib.decompressobj()
    place, name = len(_SIGNATURE), b""
    while name != b"IEND":
        chunk = _chunk(data, place)
        place, name = place + len(chunk), chunk[4:8]
        packed = chunk[8:-4] if name == _DATA else b""
        if packed and unpacking.eof:
            return False
        while packed:
            left -= len(unpacking.decompress(packed, _PIECE))
            packed = unpacking.unconsumed_tail
            if left < 0:
                return False
    return unpacking.eof and not unpacking.unused_data and not left


def _length(data: bytes) -> int:
    """Return how many bytes the unpacked data of the whole picture are (§7.2, §9)."""
    header = _chunk(data, len(_SIGNATURE))[8:-4]
    width, height = _size(data)
    bits = header[8] * _SAMPLES.get(header[9], 0)
    passes = _PASSES if header[12] else ((0, 0, 1, 1),)
    length = 0
    for column, row, across, down in passes:
        columns = -((column - width) // across)
        rows = -((row - height) // down)
        if columns > 0 and rows > 0:
            length += rows * (1 + (columns * bits + 7) // 8)
    return length


def _is_picture(name: bytes, chunk: bytes) -> bool:
    if name not in _PICTURE:
        return False
    if name == _PROFILE:
        return _is_profile(chunk[8:-4])
    most = _PICTURE[name]
    return most is None or len(chunk) - 12 <= most


def _is_profile(content: bytes) -> bool:
    """Tell whether a chunk holds a profile: its name, 0, the method, packed bytes."""
    unpacking = zlib.decompressobj()
    try:
        profile = unpacking.decompress(
            content.partition(b"\0")[2][1:], _LARGEST_PROFILE
        )
    except zlib.error:
        return False
    whole = unpacking.eof and not unpacking.unused_data
    return whole and is_profile(profile)


def _size(data: bytes) -> tuple[int, int]:
    header = _chunk(data, len(_SIGNATURE))
    if header[4:8] != b"IHDR" or len(header) != 25:  # noqa: PLR2004  (§11.2.1)
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
