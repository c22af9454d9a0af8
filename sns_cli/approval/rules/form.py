"""The form every commit must have, whoever signed it: parents and time."""

import datetime as dt
from typing import Final

from sns_cli.approval.case import Case
from sns_cli.approval.commit import RawCommit
from sns_cli.approval.verdict import Refused
from sns_cli.model.history import Commit

SLACK: Final = dt.timedelta(minutes=5)
"""How far apart the clocks of two machines may be."""


def same_object(commit: Commit, text: RawCommit) -> Refused | None:
    """Our reading of the commit object and git's must agree on what it contains."""
    if text.tree == commit.tree and text.parents == commit.parents:
        return None
    return Refused("commit-malformed", details={"detail": "read differently by git"})


def parents(commit: Commit) -> Refused | None:
    """A merge has two parents: with more nobody can say whose change is whose."""
    if len(commit.parents) > 1 and not commit.merges:
        return Refused("octopus", details={"count": len(commit.parents)})
    return None


def not_before_the_last(case: Case) -> Refused | None:
    """A commit's time is never before the last accepted commit's."""
    last = case.state.accepted_at
    if case.text.committed_at >= last - SLACK:
        return None
    details = {"at": _shown(case, case.text.committed_at), "last": _shown(case, last)}
    return Refused("time-backwards", details=details)


def not_in_the_future(case: Case) -> Refused | None:
    """A commit's time is never later than the real time."""
    if case.text.committed_at <= case.real_now + SLACK:
        return None
    details = {"at": _shown(case, case.text.committed_at)}
    return Refused("time-future", details=details)


def branch_not_too_old(case: Case) -> Refused | None:
    """A merge's side starts after the introduction, or nothing vouches for it."""
    if case.check is None or case.check.bounded:
        return None
    return Refused("branch-too-old")


def _shown(case: Case, at: dt.datetime) -> str:
    return at.astimezone(case.policy.zone).isoformat(timespec="seconds")
