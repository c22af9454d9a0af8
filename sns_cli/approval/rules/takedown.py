"""Taking a post down under a grant: the post itself must lie within the grant."""

from collections.abc import Iterator
from typing import Final

from sns_cli.approval.case import Case
from sns_cli.approval.rules.scope import (
    Mandate,
    MandateRule,
    Touched,
    accounts_in_scope,
    basis_in_scope,
    category_in_scope,
    emergencies_granted,
    outside,
)
from sns_cli.approval.verdict import Refused
from sns_cli.model.history import REGULAR, BlobId
from sns_cli.model.post import Post, is_post_path

_SCOPE: Final[tuple[MandateRule, ...]] = (
    accounts_in_scope,
    category_in_scope,
    basis_in_scope,
    emergencies_granted,
)


def retracted_in_scope(case: Case, mandate: Mandate) -> Refused | None:
    """What a post asks to take down is covered by the grant, as the post itself is.

    Both before and after: to take back a request lets the post it is about go out.
    """
    for one in mandate.touched:
        for post in one.versions:
            target = post.meta.retracts
            if target is not None and not _covered(case, mandate, target):
                return outside("grant-retracts", mandate, one, target)
    return None


def _covered(case: Case, mandate: Mandate, target: str) -> bool:
    """Tell whether the grant covers every version of a post since the introduction.

    Every version, approved or not, under whatever path: which of them went out is
    written in the ledger, and whoever puts another file in its place changes nothing.
    One that is nowhere to be seen is not covered.
    """
    found = tuple(Touched(post.path, None, post) for post in _versions(case, target))
    originals = Mandate(mandate.grant, found)
    return bool(found) and not any(rule(case, originals) for rule in _SCOPE)


def _versions(case: Case, target: str) -> Iterator[Post]:
    files = tuple(dict.fromkeys(_posts_so_far(case)))
    case.shelf.read_texts(blob for _, blob in files)
    timezone = case.policy.settings.library.timezone
    for path, blob in files:
        if case.shelf.post_id(path, blob, timezone) == target:
            post = case.shelf.post(path, blob, timezone)
            if post is not None:  # else it could never go out
                yield post


def _posts_so_far(case: Case) -> Iterator[tuple[str, BlobId]]:
    """Yield path and blob of every post file up to the commit on trial."""
    for entry in case.chain.introduced:
        if entry.mode == REGULAR and is_post_path(entry.path):
            yield entry.path, entry.blob
    for commit in case.chain.commits[: len(case.state.verdicts) + 1]:
        for change in commit.changes:
            blob = change.new_blob
            if change.new_mode == REGULAR and blob and is_post_path(change.path):
                yield change.path, blob
