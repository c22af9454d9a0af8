"""GIF files in their blocks (Graphics Interchange Format, version 89a)."""

from typing import Final

from sns_cli.compose.pictures.anatomy import Anatomy, MalformedError, piece

_IMAGE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOP_LENGTH: Final = 19
_LOOPS: Final = (b"\x21\xff\x0bNETSCAPE2.0\x03\x01", b"\x21\xff\x0bANIMEXTS1.0\x03\x01")
"""How often an animation is repeated, and nothing else."""


def take_apart(data: bytes) -> Anatomy:
    """Return the parts of a GIF file.

    Raises:
        MalformedError: it is cut off or malformed.
    """
    header = piece(data, 0, 13)
    if header[:6] not in {b"GIF87a", b"GIF89a"}:
        raise MalformedError
    place = 13 + _colours(header[10])
    kept, extras, frames = [piece(data, 0, place)], [], 0
    while True:
        kind = piece(data, place, 1)[0]
        if kind == _TRAILER:
            break
        end = _end_of(data, place, kind)
        block = data[place:end]
        place = end
        frames += kind == _IMAGE
        if kind == _IMAGE and not _fits(block, header):
            raise MalformedError
        if _is_picture(block):
            kept.append(block)
        else:
            extras.append(f"extension-{block[1]:02X}")
    if place + 1 < len(data):
        extras.append("after-end")
    if not frames:
        raise MalformedError
    kept.append(bytes((_TRAILER,)))
    width = int.from_bytes(header[6:8], "little")
    height = int.from_bytes(header[8:10], "little")
    return Anatomy(width, height, frames, b"".join(kept), tuple(extras))


def _fits(block: bytes, header: bytes) -> bool:
    """Tell whether a frame lies on the screen (§20); beyond it memory has no limit."""
    number = [int.from_bytes(block[at : at + 2], "little") for at in (1, 3, 5, 7)]
    left, top, width, height = number
    across = left + width <= int.from_bytes(header[6:8], "little")
    return across and top + height <= int.from_bytes(header[8:10], "little")


def _end_of(data: bytes, place: int, kind: int) -> int:
    if kind == _EXTENSION:
        return _after_blocks(data, place + 2)
    if kind == _IMAGE:
        colours = _colours(piece(data, place + 9, 1)[0])
        return _after_blocks(data, place + 10 + colours + 1)
    raise MalformedError


def _after_blocks(data: bytes, place: int) -> int:
    while length := piece(data, place, 1)[0]:
        place += 1 + length
    return place + 1


def _colours(flags: int) -> int:
    """Return the length of the colour table that the flags announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _is_picture(block: bytes) -> bool:
    if block[0] == _IMAGE or block[1] == _CONTROL:
        return True
    return len(block) == _LOOP_LENGTH and block.startswith(_LOOPS)
