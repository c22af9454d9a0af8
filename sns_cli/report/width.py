"""Columns and lines on a terminal, where Japanese characters take two cells.

How wide a character of ambiguous width is (``○``, ``…``; Unicode Standard Annex 11)
depends on the terminal and cannot be asked. They count as one cell here, which is what
terminals take unless told otherwise. So that columns hold where they take two, such
signs stand in every row of a column or in the last one.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_ASCII: Final = re.compile(r"[ -~]*")
_ZERO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
_JOINER: Final = "\u200d"
_EMOJI_STYLE: Final = "\ufe0f"
_OPENING: Final = "([{「『【〔〈《（［｛“‘"
_CLOSING: Final = (
    ")]}」』】〕〉》）］｝”’、。，．,.:;!?：；！？・ー～…‥々ゝゞ"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%％"
)
_WORD: Final = r"[!-'*-+\--Z\\^-z|~]"
_PIECE: Final = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:{_WORD}+|[^ ])"
    rf"(?:[{re.escape(_CLOSING)}]|[\u0300-\u036f\u3099\u309a\ufe0e\ufe0f]|\u200d.)*| +"
)
"""What a line is not broken inside: a Latin word, or one other character; with the
brackets before and the punctuation after it (JIS X 4051 calls that kinsoku)."""


_READABLE: Final = 8
"""Cells; a narrower column is not read any more."""


@lru_cache(maxsize=4096)
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


def wrap(text: str, width: int) -> list[str]:
    """Return ``text`` (one line) broken into lines of at most ``width`` cells.

    Japanese breaks between any two characters, except before closing punctuation and
    after an opening bracket. A word wider than ``width``, such as a URL, stays whole.
    """
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if line and display_width((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def columns(
    rows: Sequence[Sequence[str]], width: int | None = None, indent: str = ""
) -> list[str]:
    """Return rows of cells (each one line) as lines with aligned columns.

    Args:
        rows: cells; every row has the same number of them.
        width: cells of the terminal. The last column is broken to fit, below itself;
            where little is left for it, below the row.
            None breaks nothing: files and pipes have no edge.
        indent: what every line begins with.
    """
    if not rows:
        return []
    *widths, _ = (max(map(display_width, column)) for column in zip(*rows, strict=True))
    start = display_width(indent) + sum(size + 2 for size in widths)
    lines: list[str] = []
    for *cells, last in rows:
        padded = [pad(cell, size) for cell, size in zip(cells, widths, strict=True)]
        head = indent + "".join(f"{cell}  " for cell in padded)
        lines += (
            [f"{head}{last}".rstrip()]
            if width is None
            else _fit(head, start, last, width)
        )
    return lines


def _fit(head: str, start: int, last: str, width: int) -> list[str]:
    """Return a row; ``start`` is how many cells ``head`` takes."""
    if not last or display_width(last) <= width - start:
        return [f"{head}{last}".rstrip()]
    if width - start >= max(width // 3, _READABLE):
        first, *rest = wrap(last, width - start)
        return [f"{head}{first}", *(f"{' ' * start}{line}" for line in rest)]
    below = "    "
    return [head.rstrip(), *(f"{below}{one}" for one in wrap(last, width - len(below)))]


def _cells(char: str, previous: str) -> int:
    if previous == _JOINER:
        return 0
    if char == _EMOJI_STYLE:
        # The style makes a narrow sign wide, and leaves a wide one alone.
        return 1 if previous and unicodedata.east_asian_width(previous) in "NA" else 0
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
