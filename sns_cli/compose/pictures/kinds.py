"""What a file is: by its first bytes, which count; its name must agree."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """The formats that can be sent; the value is the ending in the archive."""

    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"

    @property
    def mime(self) -> str:
        """The media type (RFC 6838)."""
        return "image/jpeg" if self is Kind.JPEG else f"image/{self.value}"


_ENDINGS: Final[Mapping[str, Kind]] = {
    "jpg": Kind.JPEG,
    "jpeg": Kind.JPEG,
    "png": Kind.PNG,
    "webp": Kind.WEBP,
    "gif": Kind.GIF,
}
_STARTS: Final[tuple[tuple[re.Pattern[bytes], Kind], ...]] = (
    (re.compile(rb"\xff\xd8\xff"), Kind.JPEG),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), Kind.PNG),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), Kind.WEBP),
    (re.compile(rb"GIF8[79]a"), Kind.GIF),
)
_OTHERS: Final[tuple[tuple[re.Pattern[bytes], str], ...]] = (
    (re.compile(rb".{4}ftyp(?:avif|avis)", re.DOTALL), "AVIF"),
    (re.compile(rb".{4}ftyp(?:hei|hev|mif1|msf1)", re.DOTALL), "HEIC"),
    (re.compile(rb".{4}ftyp", re.DOTALL), "MP4"),
    (re.compile(rb"II\*\0|MM\0\*"), "TIFF"),
    (re.compile(rb"BM"), "BMP"),
    (re.compile(rb"%PDF-"), "PDF"),
    (re.compile(rb"PK\x03\x04"), "ZIP"),
    (re.compile(rb".*<svg[\s>]", re.DOTALL | re.IGNORECASE), "SVG"),
    (re.compile(rb"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE), "HTML"),
    (re.compile(rb"version https://git-lfs"), "Git LFS"),
    (re.compile(rb"[^\x00-\x08\x0e-\x1f]+\Z"), "TEXT"),
)
_SNIFFED: Final = 1024
UNKNOWN: Final = "?"


def kind_of(data: bytes) -> Kind | None:
    """Return the format by content, None if it is none that can be sent."""
    return next((kind for start, kind in _STARTS if start.match(data)), None)


def kind_named(path: str) -> Kind | None:
    """Return the format that the file's name promises, None if it promises none."""
    name = path.rpartition("/")[2]
    return _ENDINGS.get(name.rpartition(".")[2].lower()) if "." in name else None


def other_name(data: bytes) -> str:
    """Return a short word for a file that is none of the formats, for people."""
    start = data[:_SNIFFED]
    return next((word for form, word in _OTHERS if form.match(start)), UNKNOWN)
