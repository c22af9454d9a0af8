"""Approved bytes → the bytes to send: the same picture, the right way up, nothing else.

A pure function of the bytes. What needs no turning is not encoded anew: the parts that
are not the picture are left out and every other byte stays, so that a picture with
nothing to leave out goes out exactly as it was approved. What has to be turned is
encoded once, which gives the same bytes with the same version of Pillow.
"""

import hashlib
import io
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from sns_cli.compose.pictures.anatomy import MalformedError
from sns_cli.compose.pictures.kinds import Kind
from sns_cli.compose.pictures.look import (
    MOST_BYTES,
    MOST_PIXELS,
    Facts,
    describe,
    take_apart,
    too_large,
    unreadable,
)
from sns_cli.compose.pictures.png import is_exact
from sns_cli.compose.pictures.webp import is_lossless
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.reason import Reason

if TYPE_CHECKING:
    from PIL import Image

_ORIENTATION: Final = 0x0112
"""EXIF tag 274."""
_TOLD_BY_PILLOW: Final = ("exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop")
_LOSSY_WEBP_QUALITY: Final = 90


def prepared(path: str, data: bytes) -> PreparedPicture | Reason:
    """Return what goes out for a picture file, or why it cannot be sent.

    Args:
        path: of the file in the repository; its ending must agree with its content.
        data: the approved bytes.
    """
    facts = describe(path, data)
    if isinstance(facts, Reason):
        return facts
    try:
        with warnings.catch_warnings():
            # Pillow tells of damage on the screen of whoever runs us, too.
            warnings.simplefilter("ignore")
            clean = _clean(facts, data)
            width, height = _proven(facts.kind, clean)
    except Exception:  # noqa: BLE001  (decoders fail in every way on hostile bytes)
        return unreadable(path)
    if len(clean) > MOST_BYTES:
        return too_large(path, len(clean))
    return PreparedPicture(
        content=clean,
        sha256=hashlib.sha256(clean).hexdigest(),
        mime=facts.kind.mime,
        width=width,
        height=height,
    )


def _clean(facts: Facts, data: bytes) -> bytes:
    with _opened(facts.kind, data) as image:
        _decode(image)
        turned = _turned(image)
        if turned is None and _hides_data(facts.kind, data):
            turned = image.copy()
        if turned is not None:
            data = _encoded(facts.kind, image, turned, data)
    return take_apart(facts.kind, data).clean


def _hides_data(kind: Kind, data: bytes) -> bool:
    """Tell whether more is packed with the picture than the picture."""
    return kind is Kind.PNG and not is_exact(data)


def _opened(kind: Kind, data: bytes) -> "Image.Image":
    from PIL import Image  # noqa: PLC0415  (only who sends a picture loads it)

    image = Image.open(io.BytesIO(data), formats=[kind.name])
    width, height = image.size
    if width * height > MOST_PIXELS:  # the headers told less than the decoder saw
        raise MalformedError
    return image


def _decode(image: "Image.Image") -> None:
    """Decode every frame, so that damage shows here and not at the service."""
    from PIL import GifImagePlugin  # noqa: PLC0415  (as above)

    if not isinstance(image, GifImagePlugin.GifImageFile):
        image.load()
        return
    for frame in range(image.n_frames):
        image.seek(frame)
        image.load()


def _turned(image: "Image.Image") -> "Image.Image | None":
    """Return the picture the right way up, None if it is already."""
    from PIL.Image import Transpose  # noqa: PLC0415  (as above)

    ways: Mapping[object, Transpose] = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    # EXIF alone: what XMP says of the orientation no browser follows, so the director
    # has not seen it either.
    for name in ("xmp", "XML:com.adobe.xmp"):
        image.info.pop(name, None)
    way = ways.get(image.getexif().get(_ORIENTATION))
    return None if way is None else image.transpose(way)


def _encoded(
    kind: Kind, image: "Image.Image", turned: "Image.Image", data: bytes
) -> bytes:
    """Return the turned picture in its format, as little changed as can be."""
    kept = {"transparency", "gamma", "dpi"}
    turned.info = {key: one for key, one in image.info.items() if key in kept}
    out = io.BytesIO()
    options = {"icc_profile": image.info.get("icc_profile")}
    turned.save(out, kind.name, **options, **_options(kind, image, data))
    return out.getvalue()


def _options(kind: Kind, image: "Image.Image", data: bytes) -> dict[str, Any]:
    from PIL import JpegImagePlugin  # noqa: PLC0415  (as above)

    if isinstance(image, JpegImagePlugin.JpegImageFile):
        return {
            "qtables": image.quantization,
            "subsampling": JpegImagePlugin.get_sampling(image),
            "progressive": bool(image.info.get("progressive")),
            "optimize": True,
        }
    if kind is Kind.WEBP:
        lossless = is_lossless(data)
        return {"lossless": lossless, "quality": _LOSSY_WEBP_QUALITY, "exact": True}
    return {}


def _proven(kind: Kind, clean: bytes) -> tuple[int, int]:
    """Read the bytes to send again; return their size in pixels.

    Raises:
        MalformedError: something that is not the picture is still in them.
    """
    if take_apart(kind, clean).extras:
        raise MalformedError
    with _opened(kind, clean) as image:
        image.load()
        told = [name for name in _TOLD_BY_PILLOW if image.info.get(name)]
        if told or len(image.getexif()):
            raise MalformedError
        return image.size
