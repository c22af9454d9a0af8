"""Where an approver changed posts while approving (``Approver-Edited: yes``)."""

from collections.abc import Mapping
from typing import Final

from sns_cli.approval.trailers import APPROVER_EDITED
from sns_cli.approval.verdict import Accepted
from sns_cli.approval.walk import Walk
from sns_cli.model.history import CommitId

_DECLARED: Final = f"\n{APPROVER_EDITED}: ".encode()


def edits(walk: Walk) -> Mapping[CommitId, tuple[str, ...]]:
    """Return the files that accepted commits changed beyond their clean merges.

    An accepted commit that deviates declares it, so that only declared ones are looked
    at: nearly all histories have none.
    """
    found: dict[CommitId, tuple[str, ...]] = {}
    for commit, verdict in zip(walk.chain.commits, walk.state.verdicts, strict=True):
        if _DECLARED in commit.raw and isinstance(verdict, Accepted) and commit.merges:
            check = walk.check_of(commit)
            if check is not None and check.deviating:
                found[commit.id] = check.deviating
    return found
