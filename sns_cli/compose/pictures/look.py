"""What a picture file is, from its headers alone; or why it cannot be sent."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from sns_cli.compose.pictures import gif, jpeg, png, webp
from sns_cli.compose.pictures.anatomy import Anatomy, MalformedError
from sns_cli.compose.pictures.kinds import Kind, kind_named, kind_of, other_name
from sns_cli.model.reason import Reason

MOST_BYTES: Final = 5 * 1024 * 1024
"""X takes images of up to 5 MB (services.md §5); the source file may be no larger."""
MOST_PIXELS: Final = 25_000_000
"""Of one picture: a few bytes can announce more than a machine's memory holds."""
MOST_FRAMES: Final = 350
MOST_PIXELS_MOVING: Final = 300_000_000
"""Of all frames together; both figures are X's for animated GIFs."""

_PARTS: Final[Mapping[Kind, Callable[[bytes], Anatomy]]] = {
    Kind.JPEG: jpeg.take_apart,
    Kind.PNG: png.take_apart,
    Kind.WEBP: webp.take_apart,
    Kind.GIF: gif.take_apart,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the headers of a picture file say.

    Attributes:
        size: of the file, in bytes.
        width, height: in pixels as stored, before its orientation is applied.
        frames: more than 1 only for an animated GIF.
        extras: what is in the file beside the picture and does not go out.
    """

    kind: Kind
    size: int
    width: int
    height: int
    frames: int
    extras: tuple[str, ...]

    @property
    def mime(self) -> str:
        """The media type, such as ``image/jpeg``."""
        return self.kind.mime


def take_apart(kind: Kind, data: bytes) -> Anatomy:
    """Return the parts of a file of that kind.

    Raises:
        MalformedError: it is cut off or malformed.
    """
    return _PARTS[kind](data)


def describe(path: str, data: bytes) -> Facts | Reason:
    """Return what a picture file is, or why it cannot be sent.

    Args:
        path: its name must agree with its content.
        data: the whole file; nothing of it is decoded.
    """
    kind = kind_of(data)
    if kind is None:
        return _no("picture-type-refused", path, found=other_name(data))
    if kind is not kind_named(path):
        return _no("picture-type-mismatch", path, found=kind.name)
    if len(data) > MOST_BYTES:
        return too_large(path, len(data))
    try:
        found = take_apart(kind, data)
    except MalformedError:
        return unreadable(path)
    facts = Facts(
        kind, len(data), found.width, found.height, found.frames, found.extras
    )
    return _refusal(path, facts) or facts


def _refusal(path: str, facts: Facts) -> Reason | None:
    pixels = facts.width * facts.height
    if not pixels:
        return unreadable(path)
    size = {"width": facts.width, "height": facts.height}
    if pixels > MOST_PIXELS:
        return _no("picture-too-many-pixels", path, **size, limit=MOST_PIXELS // 10**4)
    if facts.frames > 1 and facts.kind is not Kind.GIF:
        return _no("picture-animated", path, found=facts.kind.name)
    if facts.frames > MOST_FRAMES or pixels * facts.frames > MOST_PIXELS_MOVING:
        return _no("picture-too-long", path, frames=facts.frames, limit=MOST_FRAMES)
    return None


def too_large(path: str, size: int) -> Reason:
    """Return the refusal of a file of that many bytes."""
    # Rounded up: "5.0 MB, up to 5 MB" would help nobody.
    megabytes = f"{math.ceil(size * 10 / 1024 / 1024) / 10:.1f}"
    return _no("picture-too-large", path, size=megabytes, limit=MOST_BYTES >> 20)


def unreadable(path: str) -> Reason:
    """Return the refusal of a file that is damaged."""
    return _no("picture-unreadable", path)


def _no(code: str, path: str, **details: object) -> Reason:
    return Reason(code, {"path": path, **details})
