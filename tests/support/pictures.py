"""Pictures of every kind, made on the spot with Pillow."""

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

RED, GREEN, BLUE, WHITE = (220, 20, 20), (20, 200, 20), (20, 20, 220), (250, 250, 250)
GPS_WORDS = (b"Hiroshima", b"SERIAL-4711", b"Exif", b"http://ns.adobe.com")
XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    b'xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="34,25.8N"/>'
    b"</rdf:RDF></x:xmpmeta>"
)


def quarters(width: int = 64, height: int = 48) -> Image.Image:
    """Return red and green over blue and white, so that every turn shows."""
    image = Image.new("RGB", (width, height), WHITE)
    half = width // 2, height // 2
    image.paste(RED, (0, 0, *half))
    image.paste(GREEN, (half[0], 0, width, half[1]))
    image.paste(BLUE, (0, half[1], half[0], height))
    return image


def corners(content: bytes) -> list[str]:
    """Return the colours top left, top right, bottom left, bottom right."""
    with Image.open(io.BytesIO(content)) as image:
        seen = image.convert("RGB")
    width, height = seen.size
    spots = [(4, 4), (width - 5, 4), (4, height - 5), (width - 5, height - 5)]
    return [_name(seen.getpixel(spot)) for spot in spots]


def _name(pixel: Any) -> str:  # noqa: ANN401  (Pillow's own type is a wide union)
    named = {"red": RED, "green": GREEN, "blue": BLUE, "white": WHITE}
    return min(named, key=lambda one: _distance(named[one], pixel))


def _distance(one: Sequence[int], two: Sequence[int]) -> int:
    return sum(abs(a - b) for a, b in zip(one, two, strict=True))


def exif(orientation: int = 1) -> Image.Exif:
    """Return EXIF data as a telephone writes it: place, device, orientation."""
    made = Image.Exif()
    made[0x010F] = "Hiroshima Optics"
    made[0x0110] = "SERIAL-4711"
    made[0x0112] = orientation
    made[0x8825] = {
        1: "N",
        2: (IFDRational(34), IFDRational(25), IFDRational(48)),
        3: "E",
        4: (IFDRational(132), IFDRational(44), IFDRational(35)),
    }
    return made


def picture(kind: str = "JPEG", image: Image.Image | None = None, **save: Any) -> bytes:  # noqa: ANN401  (Pillow's options)
    """Return a picture file with nothing in it but the picture, unless asked for."""
    out = io.BytesIO()
    (image or quarters()).save(out, kind, **save)
    return out.getvalue()


def telephone(orientation: int = 1, kind: str = "JPEG") -> bytes:
    """Return a picture with EXIF, GPS, XMP, a comment and bytes after its end."""
    save: dict[str, Any] = {"exif": exif(orientation)}
    if kind in {"JPEG", "WEBP"}:
        save["xmp"] = XMP
    if kind == "JPEG":
        save["comment"] = b"taken in Hiroshima"
    return picture(kind, **save) + b"SERIAL-4711 after the end"


def animation(frames: int = 3, kind: str = "GIF", **save: Any) -> bytes:  # noqa: ANN401  (Pillow's options)
    """Return a moving picture that moves for ever, unless asked otherwise."""
    save = {"loop": 0, **save}
    first, *others = (quarters().rotate(90 * number) for number in range(frames))
    return picture(kind, first, save_all=True, append_images=others, **save)
