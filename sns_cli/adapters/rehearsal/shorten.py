"""Texts as X shows them: links shortened to ``https://t.co/…``, ``& < >`` escaped."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sns_cli.compose.urls import find_urls

_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CODE_LENGTH: Final = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as the API shows it, with its ``entities``."""

    text: str
    entities: dict[str, Any]


def shown(text: str, post_number: int, pictures: Sequence[str] = ()) -> Shown:
    """Return how X would show ``text``.

    The short addresses follow from the post's number, so that they stay the same.

    Args:
        text: as it was received.
        post_number: of the post.
        pictures: addresses of its pictures; one short address at the end stands for
            all of them.
    """
    parts: list[str] = []
    urls: list[dict[str, Any]] = []
    done = 0
    for link in find_urls(text):
        parts.append(_escape(text[done : link.start]))
        done = link.end
        short = f"https://t.co/{_code(post_number, len(urls))}"
        start = sum(map(len, parts))
        parts.append(short)
        urls.append(
            {
                "start": start,
                "end": start + len(short),
                "url": short,
                "expanded_url": link.text,
                "display_url": link.text.partition("://")[2][:30],
            }
        )
    parts.append(_escape(text[done:]))
    if pictures:
        short = f"https://t.co/{_code(post_number, len(urls))}"
        start = sum(map(len, parts)) + 1
        parts += [" ", short]
        place = {"start": start, "end": start + len(short), "url": short}
        urls += [
            {**place, "expanded_url": one, "display_url": "pic"} for one in pictures
        ]
    return Shown("".join(parts), {"urls": urls} if urls else {})


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _code(post_number: int, place: int) -> str:
    digest = hashlib.sha256(f"{post_number}/{place}".encode()).digest()
    return "".join(_DIGITS[byte % len(_DIGITS)] for byte in digest[:_CODE_LENGTH])
