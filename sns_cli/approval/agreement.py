"""Which ``[[distrust]]`` entries count: those that agree with each other.

An entry voids what its key signed before, and so perhaps the very change that made
another entry, or a director of whoever made one. The entries that count are a set that
agrees with itself: made by exactly those commits that are accepted while just these
entries count. What a refused commit says counts for nothing, whenever it came to be
refused.

There may be several such sets (two directors void each other's key), or none (a change
that voids the key it is signed with). Authority is carried along the history, so the
history decides: commit by commit, new entries are weighed against the set that counted
before them. Whoever came first wins, since the other was no director any more when they
wrote, and nobody whose key is void can undo that afterwards (decision 0002).
"""

from collections.abc import Callable
from typing import Final

Entries = frozenset[tuple[bytes, str]]
"""Key blob and commit id (``from``) of each entry."""

ROUNDS: Final = 16
"""Rounds of "this voids what voids that" that are followed. People need two."""


def agreement(counted: Entries, made: Callable[[Entries], Entries]) -> Entries | None:
    """Return the set of entries that agrees with itself, None if none is found.

    Args:
        counted: where to begin.
        made: tells which entries the commits make that are accepted while others count.
    """
    for _ in range(ROUNDS):
        found = made(counted)
        if found == counted:
            return counted
        counted = found
    return None
