"""URLs in a text: http and https, ASCII, as people write them (RFC 3986)."""

import re
from dataclasses import dataclass
from typing import Final

_CHARS: Final = r"A-Za-z0-9\-._~:/?#@!$&'*+,;=%"
_URL: Final = re.compile(
    rf"https?://(?:[{_CHARS}]|\([{_CHARS}]*\)|\[[{_CHARS}]*\])+", re.IGNORECASE
)
_END_OF_SENTENCE: Final = ".,;:!?'*"
_HOST: Final = re.compile(r"[a-zA-Z]+://(?:[^/?#@]*@)?(?P<host>\[[^\]]*\]|[^/?#:]*)")


@dataclass(frozen=True, slots=True)
class Url:
    """One URL of a text; ``text[start:end]`` is it."""

    start: int
    end: int
    text: str

    @property
    def host(self) -> str:
        """The host in lower case, without user and port; may be empty."""
        match = _HOST.match(self.text)
        return match["host"].lower() if match else ""


def find_urls(text: str) -> tuple[Url, ...]:
    """Return the http and https URLs of ``text`` in order.

    A URL ends before white space, before anything that is not ASCII, before a bracket
    that it did not open, and before punctuation that ends a sentence.
    """
    if "://" not in text:
        return ()
    return tuple(map(_trimmed, _URL.finditer(text)))


def _trimmed(match: re.Match[str]) -> Url:
    url = match[0].rstrip(_END_OF_SENTENCE)
    return Url(match.start(), match.start() + len(url), url)
