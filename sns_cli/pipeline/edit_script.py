"""The shortest way from one sequence to another, given up where it becomes long.

E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
Python's own ``difflib`` takes a minute for two hostile lines of 4 KiB; here whoever
proposes a change cannot make the director wait.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Block(NamedTuple):
    """Some items, and the ones in their place; equal if nothing changed."""

    equal: bool
    old: Sequence[str]
    new: Sequence[str]


def edit_script(old: Sequence[str], new: Sequence[str], most: int) -> Iterator[Block]:
    """Yield what leads from ``old`` to ``new``, in order.

    Args:
        old: items before.
        new: items after.
        most: edits looked for; with more, everything between the common beginning and
            the common end counts as replaced.
    """
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    if head:
        yield Block(equal=True, old=old[:head], new=new[:head])
    ours, theirs = old[head : len(old) - tail], new[head : len(new) - tail]
    yield from _between(ours, theirs, most)
    if tail:
        yield Block(equal=True, old=old[len(old) - tail :], new=new[len(new) - tail :])


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    ends = (at for at, (one, two) in pairs if one != two)
    return next(ends, min(len(old), len(new)))


def _between(old: Sequence[str], new: Sequence[str], most: int) -> Iterator[Block]:
    if not old and not new:
        return
    kept = _kept(old, new, most) if old and new else []
    x = y = 0
    for start, other, length in _runs(kept):
        if x < start or y < other:
            yield Block(equal=False, old=old[x:start], new=new[y:other])
        x, y = start + length, other + length
        yield Block(equal=True, old=old[start:x], new=new[other:y])
    if x < len(old) or y < len(new):
        yield Block(equal=False, old=old[x:], new=new[y:])


def _runs(kept: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Join pairs of equal items that follow each other."""
    start = 0
    for at, (x, y) in enumerate(kept):
        if at + 1 == len(kept) or kept[at + 1] != (x + 1, y + 1):
            first = kept[start]
            yield first[0], first[1], at + 1 - start
            start = at + 1


def _kept(old: Sequence[str], new: Sequence[str], most: int) -> list[tuple[int, int]]:
    """Return the positions of items that stay, as (old, new); none if it is given up.

    ``reached[k]`` is how far into ``old`` the paths on diagonal ``k`` come.
    """
    reached = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(most + 1):
        trace.append(dict(reached))
        for k in range(-edits, edits + 1, 2):
            x = _step(reached, k, edits)
            while x < len(old) and 0 <= x - k < len(new) and old[x] == new[x - k]:
                x += 1
            reached[k] = x
            if x >= len(old) and x - k >= len(new):
                return _walked_back(trace, len(old), len(new))
    return []


def _step(reached: dict[int, int], k: int, edits: int) -> int:
    if k == -edits or (k != edits and reached[k - 1] < reached[k + 1]):
        return reached[k + 1]
    return reached[k - 1] + 1


def _walked_back(trace: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for edits in range(len(trace) - 1, -1, -1):
        reached, k = trace[edits], x - y
        down = k == -edits or (k != edits and reached[k - 1] < reached[k + 1])
        before = k + 1 if down else k - 1
        start = reached[before]
        while x > max(start, 0) and y > max(start - before, 0):
            if edits and (x, y) == _after(start, before, down=down):
                break
            x, y = x - 1, y - 1
            kept.append((x, y))
        x, y = start, start - before
    return kept[::-1]


def _after(start: int, before: int, *, down: bool) -> tuple[int, int]:
    """Return where one edit leads from the end of a path on diagonal ``before``."""
    return (start, start - before + 1) if down else (start + 1, start - before)
