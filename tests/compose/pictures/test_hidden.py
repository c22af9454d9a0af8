"""What hides in a picture file, or would be decoded for hours."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from sns_cli.compose.pictures.look import describe
from sns_cli.compose.pictures.prepare import prepared
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.reason import Reason
from tests.support.pictures import animation, picture, quarters

SECRET = b"SERIAL-4711 of a telephone in Hiroshima"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
PATHS = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp", "GIF": "a.gif"}


def made(kind: str, data: bytes) -> bytes:
    found = prepared(PATHS[kind], data)
    assert isinstance(found, PreparedPicture), found
    return found.content


def seen(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGBA").tobytes()


def chunk(name: bytes, content: bytes) -> bytes:
    crc = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + crc


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    place, found = 8, []
    while place < len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        found.append(
            (data[place + 4 : place + 8], data[place + 8 : place + 8 + length])
        )
        place += 12 + length
    return found


def png(*parts: tuple[bytes, bytes]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in parts)


# --- bombs


def scans(times: int) -> bytes:
    """Return a progressive photo whose last scan comes so many times more."""
    data = picture("JPEG", progressive=True)
    last, end = data.rfind(b"\xff\xda"), data.rfind(b"\xff\xd9")
    return data[:end] + data[last:end] * times + data[end:]


def test_a_photo_of_very_many_scans_is_refused_unseen() -> None:
    found = describe("a.jpg", scans(4000))
    assert isinstance(found, Reason)
    assert found.code == "picture-unreadable"
    assert isinstance(prepared("a.jpg", scans(100)), Reason)


def test_a_photo_of_as_many_scans_as_there_can_be_is_taken() -> None:
    assert not isinstance(describe("a.jpg", scans(50)), Reason)
    assert seen(made("JPEG", picture("JPEG", progressive=True)))


def test_a_frame_beyond_the_screen_of_a_gif_is_refused() -> None:
    data = bytearray(animation())
    at = data.rfind(b"\x2c\0\0\0\0")
    data[at + 5 : at + 9] = b"\xff\xff\xff\xff"
    found = describe("a.gif", bytes(data))
    assert isinstance(found, Reason)
    assert found.code == "picture-unreadable"


def test_of_a_webp_only_the_first_picture_goes_out() -> None:
    data = picture("WEBP")
    second = picture("WEBP", quarters().rotate(180))[12:]
    body = b"WEBP" + data[12:] + second * 3
    twice = b"RIFF" + len(body).to_bytes(4, "little") + body
    assert made("WEBP", twice) == data


# --- what is hidden


@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_a_picture_that_hides_nothing_is_left_as_it_is(
    mode: str, *, interlaced: bool
) -> None:
    image = quarters(61, 43).convert("L" if ";" in mode else mode)
    plain = picture("PNG", image.convert(mode))
    data = interlace(plain) if interlaced else plain
    assert made("PNG", data) == data


def interlace(data: bytes) -> bytes:
    """Return a blank picture of the same kind in seven passes (Adam7)."""
    header = chunks(data)[0][1]
    width, height = struct.unpack(">II", header[:8])
    bits = header[8] * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[header[9]]
    steps = ["0088", "4088", "0448", "2044", "0224", "1022", "0112"]
    packed = b""
    for column, row, across, down in (map(int, one) for one in steps):
        columns = len(range(column, width, across))
        packed += bytes(1 + (columns * bits + 7) // 8) * len(range(row, height, down))
    others = [one for one in chunks(data) if one[0] in {b"PLTE", b"tRNS"}]
    header = header[:12] + b"\1"
    return png(
        (b"IHDR", header), *others, (b"IDAT", zlib.compress(packed)), (b"IEND", b"")
    )


HEADER, *MIDDLE, END = chunks(picture("PNG"))
PACKED = b"".join(content for name, content in MIDDLE if name == b"IDAT")
GAMMA = (b"gAMA", b"\0\0\xb1\x8f")


def named(profile: bytes) -> tuple[bytes, bytes]:
    return b"iCCP", b"icc\0\0" + profile


HIDDEN = {
    "end": png(HEADER, *MIDDLE, (b"IEND", SECRET)),
    "bits": png(HEADER, (b"sBIT", SECRET), *MIDDLE, END),
    "twice": png(HEADER, GAMMA, (b"gAMA", SECRET), *MIDDLE, END),
    "profile": png(HEADER, named(zlib.compress(SECRET, 0)), *MIDDLE, END),
    "after-profile": png(
        HEADER, named(zlib.compress(PROFILE + SECRET, 0)), *MIDDLE, END
    ),
    "behind-profile": png(HEADER, named(zlib.compress(PROFILE) + SECRET), *MIDDLE, END),
    "after-data": png(HEADER, (b"IDAT", PACKED + SECRET), END),
    "further-data": png(HEADER, (b"IDAT", PACKED), (b"IDAT", SECRET), END),
    "more-rows": png(
        HEADER, (b"IDAT", zlib.compress(zlib.decompress(PACKED) + SECRET, 0)), END
    ),
}
"""A PNG with :data:`SECRET` in each of its corners."""


@pytest.mark.parametrize("where", HIDDEN)
def test_nothing_hidden_in_a_png_goes_out(where: str) -> None:
    data = HIDDEN[where]
    assert SECRET in data
    sent = made("PNG", data)
    assert SECRET not in sent
    assert seen(sent) == seen(picture("PNG"))
    assert made("PNG", sent) == sent


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
@pytest.mark.parametrize("profile", [SECRET, PROFILE + SECRET])
def test_a_profile_that_is_none_does_not_go_out(kind: str, profile: bytes) -> None:
    data = picture(kind, icc_profile=profile)
    assert SECRET in data
    sent = made(kind, data)
    assert SECRET not in sent
    assert seen(sent) == seen(picture(kind))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_a_profile_that_is_one_stays(kind: str) -> None:
    data = picture(kind, icc_profile=PROFILE)
    assert made(kind, data) == data
