"""``Approves:``, a director's word for files as they already stand on ``main``."""

import string
from typing import Final

from sns_cli.approval.case import Case
from sns_cli.approval.paths import folded, is_composed, is_unsafe
from sns_cli.approval.trailers import APPROVES
from sns_cli.approval.verdict import Refused
from sns_cli.model.history import REGULAR, BlobId
from sns_cli.model.paths import POSTS

_HEX: Final = frozenset(string.digits + "abcdef")
_HEX_LENGTH: Final = 64


def approves_nothing(case: Case) -> Refused | None:
    """Only a director vouches for what is already there."""
    found = case.trailers.all(APPROVES)
    return Refused("approves-not-director", approved_path(found[0])) if found else None


def approves_as_it_stands(case: Case) -> Refused | None:
    """An approving commit changes nothing and names the exact bytes it approves."""
    said = case.trailers.all(APPROVES)
    if not said:
        return None
    if case.merges or case.commit.changes:
        return Refused("approves-with-changes")
    for value in said:
        refused = _matches(case, value)
        if refused is not None:
            return refused
    return None


def approved_path(value: str) -> str:
    """Return the path that the value of an ``Approves:`` trailer names."""
    return value.rpartition(" sha256:")[0]


def _matches(case: Case, value: str) -> Refused | None:
    path, _, digest = value.rpartition(" sha256:")
    if len(digest) != _HEX_LENGTH or not _HEX.issuperset(digest):
        return Refused("approves-malformed", details={"value": value})
    blob = _plain_post(case, path)
    if blob is None:
        return Refused("approves-missing", path)
    if case.shelf.sha256(blob) != digest:
        return Refused("approves-mismatch", path)
    return None


def _plain_post(case: Case, path: str) -> BlobId | None:
    """Return the blob at a path below ``posts/``, if a merge could have brought it."""
    entry = case.state.post_entry(path)
    fit = (
        entry is not None
        and entry.mode == REGULAR
        and path.startswith(POSTS)
        and is_composed(path)
        and not is_unsafe(path)
        and case.state.twins[folded(path)] <= 1
    )
    return entry.blob if entry is not None and fit else None
