"""JPEG files in their segments (ITU-T T.81 annex B)."""

import re
from collections.abc import Iterator
from typing import Final

from sns_cli.compose.pictures.anatomy import Anatomy, MalformedError, is_profile, piece

_START: Final = b"\xff\xd8"
_END: Final = b"\xff\xd9"
_SCAN: Final = 0xDA
_NOT_FRAMES: Final = frozenset({0xC4, 0xC8, 0xCC})
"""Among the markers C0 to CF these three are no start of a frame."""
_DRAWING: Final = frozenset({0xC4, 0xCC, 0xDB, 0xDD, _SCAN})
"""Huffman and arithmetic tables, quantization, restart interval, scan."""
_ALONE: Final = frozenset({0x00, 0x01, 0xD8, *range(0xD0, 0xD8)})
"""Markers without a length; none of them belongs between segments."""
_NEXT_MARKER: Final = re.compile(rb"\xff[^\x00\xd0-\xd7]")
_MOST_SCANS: Final = 100
"""Real pictures have at most some dozens; each passes over every pixel once more."""
_PROFILE: Final = b"ICC_PROFILE\0"
_JFIF_LENGTH: Final = 18
"""Of the segment without a thumbnail."""
_ADOBE_LENGTH: Final = 16


def take_apart(data: bytes) -> Anatomy:
    """Return the parts of a JPEG file; the first picture is the one that counts.

    Raises:
        MalformedError: it is cut off or malformed.
    """
    if not data.startswith(_START):
        raise MalformedError
    kept, extras = [_START], []
    size: tuple[int, int] | None = None
    end = len(_START)
    segments = _all(data)
    profiled = _has_profile(segments)
    for after, marker, segment in segments:
        end = after
        if _is_frame(marker):
            size = size or _size(segment)
        if _is_picture(marker, segment, profiled=profiled):
            # Fill bytes before a marker are left out.
            kept.append(segment)
        else:
            extras.append(_name(marker))
    if size is None:
        raise MalformedError
    kept.append(_END)
    clean = b"".join(kept)
    if data.find(_END, end) + 2 < len(data):
        extras.append("after-end")
    if len(clean) != len(data) and not extras:
        extras.append("fill")
    return Anatomy(*size, 1, clean, tuple(extras))


def _all(data: bytes) -> list[tuple[int, int, bytes]]:
    """Return the segments; a file of very many scans would be decoded for hours."""
    found, scans = [], 0
    for one in _segments(data):
        scans += one[1] == _SCAN
        if scans > _MOST_SCANS:
            raise MalformedError
        found.append(one)
    return found


def _has_profile(segments: list[tuple[int, int, bytes]]) -> bool:
    """Tell whether what the segments call a profile of colours is one (ICC.1 B.4)."""
    parts = [
        (part[16], part[18:])
        for _, marker, part in segments
        if marker == 0xE2 and part[4:].startswith(_PROFILE) and len(part) > 18  # noqa: PLR2004  (APP2; what stands before the profile)
    ]
    return is_profile(b"".join(content for _, content in sorted(parts)))


def _segments(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield the end, the marker and the whole of each segment up to the end marker."""
    place, marker = _marker(data, len(_START))
    while marker != _END[1]:
        segment = _segment(data, place, marker)
        yield place + len(segment), marker, segment
        place, marker = _marker(data, place + len(segment))


def _marker(data: bytes, place: int) -> tuple[int, int]:
    """Return where the next marker stands, fill bytes passed over, and which it is."""
    while piece(data, place, 2) == b"\xff\xff":
        place += 1
    if data[place] != 0xFF or data[place + 1] in _ALONE:  # noqa: PLR2004  (a marker)
        raise MalformedError
    return place, data[place + 1]


def _segment(data: bytes, place: int, marker: int) -> bytes:
    length = int.from_bytes(piece(data, place + 2, 2), "big")
    if length < 2:  # noqa: PLR2004  (it counts its own two bytes)
        raise MalformedError
    segment = piece(data, place, 2 + length)
    if marker != _SCAN:
        return segment
    end = _NEXT_MARKER.search(data, place + len(segment))
    if end is None:
        raise MalformedError
    return data[place : end.start()]


def _is_frame(marker: int) -> bool:
    return 0xC0 <= marker <= 0xCF and marker not in _NOT_FRAMES  # noqa: PLR2004  (SOF)


def _size(segment: bytes) -> tuple[int, int]:
    height, width = piece(segment, 5, 2), piece(segment, 7, 2)
    return int.from_bytes(width, "big"), int.from_bytes(height, "big")


def _is_picture(marker: int, segment: bytes, *, profiled: bool) -> bool:
    """Tell whether a segment is needed to show the picture as it is."""
    if marker in _DRAWING or _is_frame(marker):
        return True
    content = segment[4:]
    if marker == 0xE0:  # noqa: PLR2004  (APP0)
        return content.startswith(b"JFIF\0") and len(segment) == _JFIF_LENGTH
    if marker == 0xE2:  # noqa: PLR2004  (APP2)
        return profiled and content.startswith(_PROFILE)
    adobe = content.startswith(b"Adobe") and len(segment) == _ADOBE_LENGTH
    return marker == 0xEE and adobe  # noqa: PLR2004  (APP14)


def _name(marker: int) -> str:
    if 0xE0 <= marker <= 0xEF:  # noqa: PLR2004  (APP0 to APP15)
        return f"APP{marker - 0xE0}"
    return "COM" if marker == 0xFE else f"{marker:02X}"  # noqa: PLR2004  (a comment)
