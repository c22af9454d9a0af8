"""Two versions of a file → what changed, word by word.

Japanese has no blanks between words: a word here is a run of characters of one script
(漢字, ひらがな, カタカナ, Latin letters, digits), which is about what a reader takes in
at once. A changed date shows as one changed number, not as two changed lines.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sns_cli.model.difference import Difference, Line, Part, PartKind
from sns_cli.pipeline.edit_script import Block, edit_script

_WORD: Final = re.compile(
    r"[0-9０-９]+|[A-Za-z]+|[ァ-ヴーｦ-ﾟ]+|[ぁ-ん]+|[々〆一-鿿㐀-䶿豈-﫿]+|\s+|.",
    re.DOTALL,
)
_LONGEST: Final = 256 * 1024
"""Bytes; a longer file is only said to have changed."""
_MOST_LINES: Final = 400
"""Changed lines looked for one by one."""
_MOST_WORDS: Final = 100
"""Changed words looked for in one line."""
_AROUND: Final = 2
"""Unchanged lines shown beside a change."""

_Lines = Sequence[str]


def difference(old: bytes, new: bytes) -> Difference:
    """Return what changed from ``old`` to ``new``; every changed byte is in it."""
    if old == new:
        return Difference()
    if b"\0" in old + new or max(len(old), len(new)) > _LONGEST:
        return Difference(whole=True)
    try:
        before, after = (text.decode("utf-8").split("\n") for text in (old, new))
    except UnicodeDecodeError:
        return Difference(whole=True)
    blocks = list(edit_script(before, after, _MOST_LINES))
    return Difference(tuple(_lines(blocks)))


def _lines(blocks: Sequence[Block]) -> Iterator[Line | None]:
    for at, block in enumerate(blocks):
        if block.equal:
            yield from _context(block.old, first=at == 0, last=at == len(blocks) - 1)
        else:
            yield from _changed(block.old, block.new)


def _context(lines: _Lines, *, first: bool, last: bool) -> Iterator[Line | None]:
    head = 0 if first else _AROUND
    tail = 0 if last else _AROUND
    if len(lines) <= head + tail + 1:
        yield from (_line(PartKind.SAME, line) for line in lines)
        return
    yield from (_line(PartKind.SAME, line) for line in lines[:head])
    yield None
    yield from (_line(PartKind.SAME, line) for line in lines[len(lines) - tail :])


def _changed(old: _Lines, new: _Lines) -> Iterator[Line]:
    """Yield lines beside the ones they replace; what is left over stands alone."""
    together = min(len(old), len(new))
    for before, after in zip(old, new, strict=False):
        yield tuple(_parts(before, after))
    yield from (_line(PartKind.REMOVED, line) for line in old[together:])
    yield from (_line(PartKind.ADDED, line) for line in new[together:])


def _parts(before: str, after: str) -> Iterator[Part]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    blocks = list(edit_script(old, new, _MOST_WORDS))
    kept = sum(len("".join(block.old)) for block in blocks if block.equal)
    if kept < _ALIKE * max(len(before), len(after)):
        blocks = [Block(equal=False, old=[before], new=[after])]
    for block in blocks:
        if block.equal:
            yield Part(PartKind.SAME, "".join(block.old))
            continue
        for kind, words in ((PartKind.REMOVED, block.old), (PartKind.ADDED, block.new)):
            if text := "".join(words):
                yield Part(kind, text)


_ALIKE: Final = 0.3
"""Lines less alike than this are told one after the other, not woven together."""


def _line(kind: PartKind, text: str) -> Line:
    return (Part(kind, text),)
