"""What taking a picture file apart comes to, whatever its format."""

from dataclasses import dataclass


class MalformedError(ValueError):
    """The file is cut off or is not built as its format asks."""


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A picture file in its parts.

    Attributes:
        width, height: in pixels as stored, before any orientation is applied.
        frames: 1 for a still picture.
        clean: the file with nothing but the picture and its colours: no EXIF, XMP,
            IPTC, comments, thumbnails, further pictures or bytes after its end.
        extras: what ``clean`` leaves out, by the names the format gives it.
    """

    width: int
    height: int
    frames: int
    clean: bytes
    extras: tuple[str, ...]


def piece(data: bytes, start: int, length: int) -> bytes:
    """Return ``length`` bytes from ``start``.

    Raises:
        MalformedError: there are not that many.
    """
    part = data[start : start + length]
    if len(part) < length:
        raise MalformedError
    return part


def is_profile(data: bytes) -> bool:
    """Tell whether ``data`` is a profile of colours and nothing after it (ICC.1 §7.2).

    What only calls itself one may hold anything.
    """
    size = int.from_bytes(data[:4], "big")
    return size == len(data) and data[36:40] == b"acsp"
