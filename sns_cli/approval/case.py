"""One commit on trial: everything its judges may look at."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sns_cli.approval.commit import RawCommit
from sns_cli.approval.paths import Sorted
from sns_cli.approval.policy import Policy
from sns_cli.approval.shelf import Shelf
from sns_cli.approval.state import State
from sns_cli.approval.trailers import Trailers
from sns_cli.approval.verdict import Asked, Refused
from sns_cli.model.history import (
    Chain,
    Change,
    Commit,
    CommitId,
    MergeCheck,
    SideCommit,
)
from sns_cli.model.settings import Evidence, Person


@dataclass(frozen=True, slots=True)
class Signer:
    """Who made a commit.

    Attributes:
        person: key of ``[people]``.
        evidence: ``signature``, ``platform`` or ``sign-off``.
        record: the commit that added the host's record of it, for ``platform``.
        asked: what the host said of it just now, if that is not on record yet.
    """

    person: str
    evidence: Evidence
    record: CommitId | None = None
    asked: Asked | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A commit whose signer is known, before the rules of their role are asked.

    Attributes:
        text: the commit object as we read it ourselves.
        signer: key of ``[people]``.
        signed: what proves that it was them.
        check: how a two-parent merge compares with the clean merge; None for others.
        chain: the one it is judged in, its own commit included.
        content: whether ``Approved-Content`` is to be compared.
        real_now: the real time (aware).
    """

    commit: Commit
    text: RawCommit
    trailers: Trailers
    signer: str
    signed: Signer
    person: Person
    changes: Sorted
    check: MergeCheck | None
    state: State
    shelf: Shelf
    side_commits: Callable[[Commit], tuple[SideCommit, ...]]
    real_now: dt.datetime
    chain: Chain
    content: bool = True

    @property
    def policy(self) -> Policy:
        """The policy in force before the commit."""
        return self.state.policy

    @property
    def merges(self) -> bool:
        """Whether the commit has two parents."""
        return self.commit.merges


Rule = Callable[[Case], Refused | None]
"""A rule returns why the commit is refused, or None if it has nothing against it."""


def first_refusal(rules: tuple[Rule, ...], case: Case) -> Refused | None:
    """Return what the first rule says that has something against the commit."""
    for rule in rules:
        refused = rule(case)
        if refused is not None:
            return refused
    return None


def about(rule: str, change: Change, **details: object) -> Refused:
    """Return a refusal about the path of a change."""
    return Refused(rule, change.path, details)
