"""What a file was when somebody entitled last approved it."""

from collections.abc import Collection, Mapping

from sns_cli.approval.verdict import Accepted
from sns_cli.approval.walk import Walk
from sns_cli.model.history import BlobId


def last_approved(walk: Walk, paths: Collection[str]) -> Mapping[str, BlobId]:
    """Return the blob that the last accepted commit left at each of ``paths``.

    A path is missing if it was never approved, or if its removal was.

    Args:
        walk: along ``main``.
        paths: of files, whether they still exist or not.
    """
    wanted = frozenset(paths)
    introduced = walk.chain.introduced
    here: dict[str, BlobId | None] = {
        entry.path: entry.blob for entry in introduced if entry.path in wanted
    }
    approved: dict[str, BlobId | None] = {}
    for commit, verdict in zip(walk.chain.commits, walk.state.verdicts, strict=True):
        touched = [one for one in commit.changes if one.path in wanted]
        here |= {one.path: one.new_blob for one in touched}
        if isinstance(verdict, Accepted):
            known = wanted.intersection(verdict.approves)
            known |= {one.path for one in touched}
            approved |= {path: here.get(path) for path in known}
    return {path: blob for path, blob in approved.items() if blob is not None}
