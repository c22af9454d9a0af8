"""What goes out for a picture: the picture, the right way up, and nothing else."""

import io
import struct
import subprocess
import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from sns_cli.compose.pictures.look import (
    MOST_BYTES,
    MOST_FRAMES,
    Facts,
    describe,
    take_apart,
)
from sns_cli.compose.pictures.prepare import prepared
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.reason import Reason
from tests.support.pictures import (
    GPS_WORDS,
    XMP,
    animation,
    corners,
    exif,
    picture,
    quarters,
    telephone,
)

KINDS = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp", "GIF": "a.gif"}
CAMERAS = ("JPEG", "PNG", "WEBP")
each_kind = pytest.mark.parametrize("kind", KINDS)
each_camera = pytest.mark.parametrize("kind", CAMERAS)

TURNS = {
    1: ["red", "green", "blue", "white"],
    2: ["green", "red", "white", "blue"],
    3: ["white", "blue", "green", "red"],
    4: ["blue", "white", "red", "green"],
    5: ["red", "blue", "green", "white"],
    6: ["blue", "red", "white", "green"],
    7: ["white", "green", "blue", "red"],
    8: ["green", "white", "red", "blue"],
}
"""How each orientation of EXIF is to be seen (CIPA DC-008 tag 274)."""


def made(kind: str, data: bytes) -> PreparedPicture:
    found = prepared(KINDS[kind], data)
    assert isinstance(found, PreparedPicture), found
    return found


def refusal(path: str, data: bytes) -> str:
    found = prepared(path, data)
    assert isinstance(found, Reason), found
    return found.code


@each_kind
def test_a_picture_with_nothing_to_take_away_goes_out_as_it_is(kind: str) -> None:
    data = picture(kind)
    one = made(kind, data)
    assert one.content == data
    assert (one.width, one.height) == (64, 48)


@each_camera
@pytest.mark.parametrize("orientation", TURNS)
def test_a_photo_is_turned_and_tells_nothing(kind: str, orientation: int) -> None:
    one = made(kind, telephone(orientation, kind))
    assert corners(one.content) == TURNS[orientation]
    assert not any(word in one.content for word in GPS_WORDS)
    with Image.open(io.BytesIO(one.content)) as image:
        assert (image.format, image.size) == (kind, (one.width, one.height))
        assert not len(image.getexif())
        assert image.getexif().get_ifd(0x8825) == {}


@each_camera
def test_what_needs_no_turning_is_not_encoded_anew(kind: str) -> None:
    plain, photo = picture(kind), telephone(1, kind)
    sent = io.BytesIO(made(kind, photo).content)
    with Image.open(sent) as seen, Image.open(io.BytesIO(plain)) as wanted:
        assert seen.tobytes() == wanted.tobytes()


@each_camera
def test_the_same_bytes_give_the_same_bytes(kind: str) -> None:
    photo = telephone(6, kind)
    assert made(kind, photo) == made(kind, photo)
    # In a process of its own: nothing of this one's state decides.
    program = (
        "import sys; from sns_cli.compose.pictures.prepare import prepared;"
        f"print(prepared('{KINDS[kind]}', sys.stdin.buffer.read()).sha256)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=photo, capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == made(kind, photo).sha256


@each_camera
def test_what_was_made_needs_nothing_made_of_it(kind: str) -> None:
    once = made(kind, telephone(6, kind))
    assert made(kind, once.content) == once


@each_camera
@pytest.mark.parametrize("orientation", [1, 6])
def test_colours_are_kept_as_they_were_meant(kind: str, orientation: int) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = picture(kind, icc_profile=profile, exif=exif(orientation))
    with Image.open(io.BytesIO(made(kind, data).content)) as image:
        assert image.info["icc_profile"] == profile


def test_an_orientation_only_xmp_knows_is_not_followed() -> None:
    told = XMP.replace(
        b"exif:GPSLatitude",
        b'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" '
        b'tiff:Orientation="6" exif:GPSLatitude',
    )
    one = made("JPEG", picture(xmp=told))
    assert corners(one.content) == TURNS[1]
    assert b"adobe" not in one.content


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "RGBA", "1", "LA", "I;16"])
@pytest.mark.parametrize("orientation", [1, 8])
def test_pictures_of_every_mode_are_turned(mode: str, orientation: int) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = quarters().convert("L").convert(mode) if ";" in mode else quarters()
    image = image if ";" in mode else image.convert(mode)
    one = made(kind, picture(kind, image, exif=exif(orientation)))
    with Image.open(io.BytesIO(one.content)) as seen:
        seen.load()
        assert seen.mode == mode
        assert seen.size == ((64, 48) if orientation == 1 else (48, 64))


def test_a_palette_keeps_what_is_transparent() -> None:
    image = quarters().convert("P")
    data = picture("PNG", image, transparency=3, exif=exif(6))
    with Image.open(io.BytesIO(made("PNG", data).content)) as seen:
        assert seen.info["transparency"] == 3


def test_a_lossless_picture_stays_lossless() -> None:
    data = picture("WEBP", lossless=True, exif=exif(3))
    with Image.open(io.BytesIO(made("WEBP", data).content)) as seen:
        turned = quarters().transpose(Image.Transpose.ROTATE_180)
        assert seen.convert("RGB").tobytes() == turned.tobytes()


def test_a_progressive_photo_stays_progressive() -> None:
    one = made("JPEG", picture(progressive=True, exif=exif(6)))
    with Image.open(io.BytesIO(one.content)) as seen:
        assert seen.info.get("progressive")


def test_only_the_first_of_several_pictures_in_a_photo_goes_out() -> None:
    out = io.BytesIO()
    second = quarters().rotate(180)
    quarters().save(out, "MPO", save_all=True, append_images=[second])
    one = made("JPEG", out.getvalue())
    assert corners(one.content) == TURNS[1]
    assert one.content.count(b"\xff\xd8\xff") == 1
    assert len(one.content) < len(out.getvalue()) / 1.5


def test_a_moving_gif_keeps_moving_and_loses_its_comment() -> None:
    data = picture(
        "GIF",
        quarters(),
        save_all=True,
        append_images=[quarters().rotate(90)],
        loop=0,
        comment=b"SERIAL-4711",
    )
    one = made("GIF", data)
    assert b"SERIAL-4711" not in one.content
    with Image.open(io.BytesIO(one.content)) as seen:
        assert (seen.n_frames, seen.info["loop"]) == (2, 0)


# --- what is refused


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("a.jpg", b"", "picture-type-refused"),
        ("a.jpg", "これは文です。".encode(), "picture-type-refused"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-type-refused"),
        ("a.jpg", b"\0\0\0\x18ftypheic" + bytes(99), "picture-type-refused"),
        ("a.gif", b"<html><script>", "picture-type-refused"),
        ("a.bmp", b"BM" + bytes(60), "picture-type-refused"),
        ("a.png", picture("JPEG"), "picture-type-mismatch"),
        ("a.txt", picture("JPEG"), "picture-type-mismatch"),
        ("a", picture("PNG"), "picture-type-mismatch"),
        ("a.jpg", picture("JPEG") + bytes(MOST_BYTES), "picture-too-large"),
        ("a.webp", animation(kind="WEBP"), "picture-animated"),
        ("a.png", animation(kind="PNG"), "picture-animated"),
        ("a.jpg", picture("JPEG")[:300], "picture-unreadable"),
        ("a.png", picture("PNG")[:-20], "picture-unreadable"),
        ("a.webp", picture("WEBP")[:-20], "picture-unreadable"),
        ("a.gif", picture("GIF")[:-20], "picture-unreadable"),
    ],
)
def test_what_cannot_be_sent_is_refused(path: str, data: bytes, code: str) -> None:
    assert refusal(path, data) == code


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that announces a huge picture."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(99))), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("side", [5001, 20_000, 2**31 - 1])
def test_a_bomb_is_refused_before_it_is_decoded(side: int) -> None:
    assert refusal("a.png", bomb(side, side)) == "picture-too-many-pixels"


def test_a_picture_of_25_million_pixels_is_not_refused_for_that() -> None:
    data = picture("PNG", Image.new("1", (5000, 5000)))
    assert made("PNG", data).width == 5000
    assert refusal("a.png", picture("PNG", Image.new("1", (5001, 5000)))) == (
        "picture-too-many-pixels"
    )


def test_a_gif_of_many_frames_is_refused() -> None:
    one_frame = picture("GIF", Image.new("L", (2, 2)))
    start = one_frame.index(b"\x2c")
    frame = one_frame[start:-1]
    data = one_frame[:start] + frame * (MOST_FRAMES + 1) + b";"
    assert refusal("a.gif", data) == "picture-too-long"


# --- files built with malice


def test_a_damaged_exif_says_nothing_on_the_screen(
    recwarn: pytest.WarningsRecorder,
) -> None:
    data = telephone(6)
    place = data.index(b"Exif") + 16
    broken = data[:place] + b"\xff" * 12 + data[place + 12 :]
    assert isinstance(prepared("a.jpg", broken), PreparedPicture | Reason)
    assert list(recwarn) == []


@each_kind
@given(place=st.integers(0, 2000), byte=st.integers(0, 255), cut=st.integers(0, 400))
def test_a_damaged_file_is_refused_or_still_tells_nothing(
    kind: str, place: int, byte: int, cut: int
) -> None:
    data = bytearray(telephone(6, kind) if kind in CAMERAS else picture(kind))
    data[place % len(data)] = byte
    found = prepared(KINDS[kind], bytes(data[: len(data) - cut]))
    if isinstance(found, PreparedPicture):
        facts = describe(KINDS[kind], found.content)
        assert isinstance(facts, Facts)
        assert facts.extras == ()


@each_kind
@given(st.binary(max_size=300))
def test_nonsense_behind_a_good_beginning_is_no_crash(kind: str, tail: bytes) -> None:
    start = picture(kind)[: 20 + len(tail) % 90]
    found = prepared(KINDS[kind], start + tail)
    assert isinstance(found, PreparedPicture | Reason)


@each_kind
@given(st.binary(max_size=200))
def test_whatever_follows_the_picture_is_taken_away(kind: str, tail: bytes) -> None:
    data = picture(kind)
    assert made(kind, data + tail).content == data


@given(st.binary(min_size=1, max_size=500))
def test_chunks_of_any_name_are_taken_away(content: bytes) -> None:
    data = picture("PNG")
    chunk = b"prVt" + content
    added = (
        struct.pack(">I", len(content)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )
    place = data.index(b"IDAT") - 4
    one = made("PNG", data[:place] + added + data[place:])
    assert one.content == data


@pytest.mark.parametrize("marker", [*range(0xE0, 0xF0), 0xFE])
def test_segments_of_any_program_are_taken_away(marker: int) -> None:
    data = picture("JPEG")
    content = b"SERIAL-4711"
    added = bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content
    one = made("JPEG", data[:20] + added + data[20:])
    assert one.content == data


@each_kind
def test_looking_decodes_nothing_and_loads_no_library(kind: str) -> None:
    data = telephone(6, kind) if kind in CAMERAS else picture(kind)
    program = (
        "import sys; from sns_cli.compose.pictures.look import describe;"
        f"found = describe('{KINDS[kind]}', sys.stdin.buffer.read());"
        "print(found.width, found.height, 'PIL' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=data, capture_output=True, check=True
    )
    assert done.stdout.decode().split() == ["64", "48", "False"]


@each_kind
def test_the_parts_are_those_that_pillow_sees(kind: str) -> None:
    data = picture(kind, quarters(131, 77))
    facts = describe(KINDS[kind], data)
    assert isinstance(facts, Facts)
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (facts.width, facts.height)
    assert take_apart(facts.kind, data).clean == data


@pytest.mark.parametrize(
    ("kind", "extras"),
    [
        ("JPEG", {"APP1", "COM", "after-end"}),
        ("PNG", {"eXIf", "after-end"}),
        ("WEBP", {"VP8X", "EXIF", "XMP", "after-end"}),
    ],
)
def test_what_is_left_out_is_named(kind: str, extras: set[str]) -> None:
    facts = describe(KINDS[kind], telephone(6, kind))
    assert isinstance(facts, Facts)
    assert set(facts.extras) == extras


def test_a_turned_photo_is_no_worse_than_it_was() -> None:
    data = picture(exif=exif(6), quality=95, subsampling=0)
    with Image.open(io.BytesIO(data)) as before:
        tables = before.quantization  # type: ignore[attr-defined]  # of JPEG files
    with Image.open(io.BytesIO(made("JPEG", data).content)) as after:
        assert after.quantization == tables  # type: ignore[attr-defined]
        assert after.layer[0][1:3] == (1, 1)  # type: ignore[attr-defined]


def test_a_webp_announces_nothing_that_is_gone() -> None:
    content = made("WEBP", telephone(1, "WEBP")).content
    place = content.index(b"VP8X") + 8
    assert content[place] & 0b1100 == 0


def test_a_gif_hides_nothing_where_it_says_how_often_it_repeats() -> None:
    data = animation()
    hidden = b"\x0bSERIAL-4711"
    # The name (11 bytes), one block of 3 bytes with its length, and then the end.
    end = data.index(b"NETSCAPE2.0") + 11 + 4
    assert data[end] == 0
    one = made("GIF", data[:end] + hidden + data[end:])
    assert b"SERIAL-4711" not in one.content
