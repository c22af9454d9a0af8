"""WebP files in their chunks (RFC 9649 §2)."""

from typing import Final

from sns_cli.compose.pictures.anatomy import Anatomy, MalformedError, is_profile, piece

_PICTURE: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"})
_FRAME: Final = b"ANMF"
_ANIMATION: Final = frozenset({b"ANIM", _FRAME})
_TOLD: Final = 0b0000_1100
"""Flags of VP8X that announce EXIF and XMP."""
_KEY_FRAME: Final = b"\x9d\x01\x2a"
_LOSSLESS: Final = 0x2F


def take_apart(data: bytes) -> Anatomy:
    """Return the parts of a WebP file.

    Raises:
        MalformedError: it is cut off or malformed.
    """
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise MalformedError
    end = 8 + int.from_bytes(piece(data, 4, 4), "little")
    if end > len(data):
        raise MalformedError
    kept, extras = [], ["after-end"] if end < len(data) else []
    place, frames, seen = 12, 0, set()
    size: tuple[int, int] | None = None
    while place < end:
        name, chunk = _chunk(data, place)
        place += len(chunk)
        frames += name == _FRAME
        size = size or _size(name, chunk[8:])
        plain = _without_flags(chunk) if name == b"VP8X" else chunk
        picture = name in _PICTURE and name not in seen and _is_sound(chunk)
        seen.add(name)
        if picture:
            kept.append(plain)
        if not (picture or name in _ANIMATION) or plain != chunk:
            extras.append(name.decode("latin-1").strip())
    if size is None or place != end:
        raise MalformedError
    body = b"WEBP" + b"".join(kept)
    clean = b"RIFF" + len(body).to_bytes(4, "little") + body
    return Anatomy(*size, max(1, frames), clean, tuple(extras))


def is_lossless(data: bytes) -> bool:
    """Tell whether the picture in a well-formed file is stored without loss."""
    place = 12
    while place < len(data):
        name, chunk = _chunk(data, place)
        if name in {b"VP8L", b"VP8 "}:
            return name == b"VP8L"
        place += len(chunk)
    return False


def _chunk(data: bytes, place: int) -> tuple[bytes, bytes]:
    """Return a chunk's name and the whole of it, padded to an even length."""
    header = piece(data, place, 8)
    length = int.from_bytes(header[4:], "little")
    return header[:4], piece(data, place, 8 + length + length % 2)


def _is_sound(chunk: bytes) -> bool:
    """Tell whether a profile of colours is one; its padding is none of it."""
    length = int.from_bytes(chunk[4:8], "little")
    return chunk[:4] != b"ICCP" or is_profile(chunk[8 : 8 + length])


def _without_flags(chunk: bytes) -> bytes:
    flags = piece(chunk, 8, 1)[0] & ~_TOLD
    return chunk[:8] + bytes((flags,)) + chunk[9:]


def _size(name: bytes, content: bytes) -> tuple[int, int] | None:
    """Return the canvas of VP8X, or the picture of VP8 or VP8L where there is none."""
    if name == b"VP8X":
        width, height = piece(content, 4, 3), piece(content, 7, 3)
        return (
            int.from_bytes(width, "little") + 1,
            int.from_bytes(height, "little") + 1,
        )
    if name == b"VP8L":
        if piece(content, 0, 1)[0] != _LOSSLESS:
            raise MalformedError
        bits = int.from_bytes(piece(content, 1, 4), "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 ":
        if piece(content, 3, 3) != _KEY_FRAME:
            raise MalformedError
        width, height = piece(content, 6, 2), piece(content, 8, 2)
        return (
            int.from_bytes(width, "little") & 0x3FFF,
            int.from_bytes(height, "little") & 0x3FFF,
        )
    return None
