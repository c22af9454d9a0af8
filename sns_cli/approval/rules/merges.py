"""A merge brings what was proposed, and nothing else."""

from sns_cli.approval.case import Case
from sns_cli.approval.trailers import APPROVER_EDITED
from sns_cli.approval.verdict import Refused
from sns_cli.model.paths import POSTS


def clean(case: Case) -> Refused | None:
    """The tree of a merge equals the clean merge of its parents."""
    if case.check is None or not case.check.deviating:
        return None
    return Refused("merge-not-clean", case.check.deviating[0])


def clean_or_declared(case: Case) -> Refused | None:
    """A director may edit posts in the merge, and says so: ``Approver-Edited: yes``."""
    if case.trailers.all(APPROVER_EDITED) != ("yes",):
        return clean(case)
    deviating = () if case.check is None else case.check.deviating
    for path in deviating:
        if not path.startswith(POSTS):
            return Refused("merge-not-clean", path)
    return None


def posts_by_merge(case: Case) -> Refused | None:
    """Posts come in by a merge: what was proposed is told from what was approved."""
    if case.changes.posts and not case.merges:
        return Refused("posts-need-merge", case.changes.posts[0].path)
    return None
