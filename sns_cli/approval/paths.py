"""Which part of a library a path belongs to, and which paths no library may have."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from sns_cli.model.history import Change, Commit
from sns_cli.model.paths import ARCHIVE, POSTS, SETTINGS

_ARCHIVE_README: Final = f"{ARCHIVE}README.md"
_ARCHIVE_SCHEMA: Final = f"{ARCHIVE}schema/"
_RESERVED: Final = frozenset({POSTS.rstrip("/"), ARCHIVE.rstrip("/"), SETTINGS})
_DOTTED: Final = frozenset({"", ".", "..", ".git"})


@dataclass(frozen=True, slots=True)
class Sorted:
    """The changes of a commit by the part of the library they touch (design 4)."""

    posts: tuple[Change, ...] = ()
    ledger: tuple[Change, ...] = ()
    settings: Change | None = None
    others: tuple[Change, ...] = ()


def sort_changes(changes: tuple[Change, ...]) -> Sorted:
    """Sort changes into posts, ledger (``archive/``), settings and everything else."""
    if len(changes) == 1 and changes[0].path.startswith(POSTS):
        return Sorted(posts=changes)
    posts: list[Change] = []
    ledger: list[Change] = []
    others: list[Change] = []
    settings = None
    for change in changes:
        path = change.path
        if path.startswith(POSTS):
            posts.append(change)
        elif is_ledger(path):
            ledger.append(change)
        elif path == SETTINGS:
            settings = change
        else:
            others.append(change)
    return Sorted(tuple(posts), tuple(ledger), settings, tuple(others))


def changes_more_than_posts(commit: Commit) -> bool:
    """Tell whether a commit changes something else, or leaves no file in ``posts/``.

    So does one that changes nothing.
    """
    return all(one.deleted for one in commit.changes) or any(
        not one.path.startswith(POSTS) for one in commit.changes
    )


def is_ledger(path: str) -> bool:
    """Tell whether a path is of the part of ``archive/`` that is only ever added to."""
    return (
        path.startswith(ARCHIVE)
        and path != _ARCHIVE_README
        and not path.startswith(_ARCHIVE_SCHEMA)
    )


def month_folder(path: str) -> str:
    """Return the folder ``posts/YYYY/MM`` of a path below it."""
    return "/".join(path.split("/")[:3])


def folded(path: str) -> str:
    """Return what two paths share that a file system may take for the same one.

    Canonical caseless matching (Unicode 3.13, D145): macOS and Windows ignore case, and
    macOS also how a letter with a mark is composed.
    """
    if path.isascii():
        return path.lower()
    decomposed = unicodedata.normalize("NFD", path).casefold()
    return unicodedata.normalize("NFD", decomposed)


def is_composed(path: str) -> bool:
    """Tell whether a path is UTF-8 in normal form C."""
    if path.isascii():
        return True
    surrogates = any("\ud800" <= char <= "\udfff" for char in path)
    return not surrogates and unicodedata.is_normalized("NFC", path)


def is_unsafe(path: str) -> bool:
    """Tell whether a path has segments or characters that no honest tool writes."""
    if not _DOTTED.isdisjoint(path.lower().split("/")):
        return True
    return not path.isprintable() and any(c < " " or c == "\x7f" for c in path)


def shadows(path: str) -> bool:
    """Tell whether a path of "everything else" stands in for a protected one.

    ``Posts/x`` is ``posts/x`` to a file system that ignores case; a file ``posts``
    would take the folder's place.
    """
    return folded(path.partition("/")[0]) in _RESERVED and not path.startswith(ARCHIVE)
