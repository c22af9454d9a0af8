"""Columns on a terminal, where Japanese characters take two cells."""

import re
import unicodedata
from typing import Final

_ASCII: Final = re.compile(r"[ -~]*")
_ZERO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
_JOINER: Final = "\u200d"
_EMOJI_STYLE: Final = "\ufe0f"


def display_width(text: str) -> int:
    """Return how many terminal cells ``text`` (one line) takes.

    Full-width and wide characters take two, combining marks none, an emoji sequence
    two, as modern terminals show them. Ambiguous characters take one.
    """
    if _ASCII.fullmatch(text):
        return len(text)
    total = 0
    previous = ""
    for char in text:
        total += _cells(char, previous)
        previous = char
    return total


def pad(text: str, width: int) -> str:
    """Return ``text`` filled with blanks on the right to ``width`` cells."""
    return text + " " * max(0, width - display_width(text))


def clip(text: str, width: int) -> str:
    """Return ``text`` (one line) cut to at most ``width`` cells, ``…`` at a cut."""
    if display_width(text) <= width:
        return text
    kept = ""
    for char in text:
        if display_width(kept + char) >= width:
            break
        kept += char
    # Half an emoji sequence would take the mark into itself.
    return kept.rstrip(_JOINER) + "…" if width > 0 else ""


def _cells(char: str, previous: str) -> int:
    if previous == _JOINER:
        return 0
    if char == _EMOJI_STYLE:
        # The style makes a narrow sign wide, and leaves a wide one alone.
        return 1 if previous and unicodedata.east_asian_width(previous) in "NA" else 0
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
