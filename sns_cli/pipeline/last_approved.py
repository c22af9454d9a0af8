"""What a file was when somebody entitled last approved or changed it."""

from collections.abc import Collection, Mapping

from sns_cli.approval.verdict import Accepted
from sns_cli.approval.walk import Walk
from sns_cli.model.history import BlobId, TreeEntry


def last_approved(walk: Walk, paths: Collection[str]) -> Mapping[str, BlobId]:
    """Return the blob of each of ``paths`` that a commit last approved.

    What the introduction holds is not approved (design 4). A path is missing if it was
    never approved, or if its removal was.

    Args:
        walk: along ``main``.
        paths: of files, whether they still exist or not.
    """
    return {path: one.blob for path, one in _followed(walk, paths, {}).items()}


def last_accepted(walk: Walk, paths: Collection[str]) -> Mapping[str, TreeEntry]:
    """Return each of ``paths`` as the introduction or an accepted commit left it.

    What lies on ``main`` may be a refused change, and approving another change of the
    same file takes that over: so this is what an approver must be shown it against.

    Args:
        walk: along ``main``.
        paths: of files, whether they still exist or not.
    """
    return _followed(walk, paths, _introduced(walk, frozenset(paths)))


def _introduced(walk: Walk, wanted: frozenset[str]) -> dict[str, TreeEntry]:
    return {one.path: one for one in walk.chain.introduced if one.path in wanted}


def _followed(
    walk: Walk, paths: Collection[str], start: Mapping[str, TreeEntry]
) -> Mapping[str, TreeEntry]:
    wanted = frozenset(paths)
    here: dict[str, TreeEntry | None] = {**_introduced(walk, wanted)}
    found: dict[str, TreeEntry | None] = {**start}
    for commit, verdict in zip(walk.chain.commits, walk.state.verdicts, strict=True):
        touched = {one.path: one for one in commit.changes if one.path in wanted}
        for path, one in touched.items():
            blob = one.new_blob
            here[path] = None if blob is None else TreeEntry(path, one.new_mode, blob)
        if isinstance(verdict, Accepted):
            for path in wanted.intersection((*touched, *verdict.approves)):
                found[path] = here.get(path)
    return {path: one for path, one in found.items() if one is not None}
