"""What the host's record of a merge proves: who pressed the button, after what look.

The record is believed about who merged (``merged_by``) and reviewed; who may do what
stays a matter of the policy. Committer, author and text of the commit carry nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sns_cli.approval.policy import Policy
from sns_cli.approval.verdict import Refused
from sns_cli.model.history import Commit
from sns_cli.model.platform import PullMerge, Review

_MAIN: Final = "main"
_PERSON: Final = "User"
_APPROVED: Final = "APPROVED"
_OPINIONS: Final = frozenset({_APPROVED, "CHANGES_REQUESTED", "DISMISSED"})
"""A comment neither gives an approval nor takes it back."""


@dataclass(frozen=True, slots=True)
class Merger:
    """Who merged a pull request by a merge that counts.

    Attributes:
        person: key of ``[people]``.
        merge: the record that says so.
    """

    person: str
    merge: PullMerge


def merger(
    merges: Sequence[PullMerge], commit: Commit, policy: Policy
) -> Merger | Refused:
    """Return who made ``commit`` by merging one of these pull requests.

    Args:
        merges: what the host ties to the commit; one that counts is enough.
        commit: to be judged.
        policy: in force before it.
    """
    refused: Refused | None = None
    for merge in merges:
        found = _merger(merge, commit, policy)
        if isinstance(found, Merger):
            return found
        refused = refused or found
    return refused or _unknown_to_the_host(commit)


def _unknown_to_the_host(commit: Commit) -> Refused:
    if commit.merges:
        return Refused("platform-no-pull")
    return Refused("platform-direct")


def _merger(merge: PullMerge, commit: Commit, policy: Policy) -> Merger | Refused:
    about = {"number": merge.number, "person": merge.merged_by or "-"}
    if not commit.merges:
        return Refused("platform-squash", details=about)
    if merge.merge_commit != commit.id or merge.head != commit.parents[1]:
        return _unknown_to_the_host(commit)
    if merge.base != _MAIN:
        return Refused("platform-base", details={**about, "base": merge.base})
    if merge.merged_by_kind != _PERSON:
        return Refused("platform-bot", details=about)
    login = (merge.merged_by or "").casefold()
    holders = [
        key
        for key, person in policy.settings.people.items()
        if login and (person.github or "").casefold() == login
    ]
    if len(holders) != 1:
        # Of two with one account nobody can tell who it was.
        return Refused("platform-account-unknown", details=about)
    return _reviewed(merge, login, about) or Merger(holders[0], merge)


def _reviewed(merge: PullMerge, login: str, about: dict[str, object]) -> Refused | None:
    """Tell why the merger's own last word on the proposal is no approval of its head.

    Somebody else's approval does not count: it is the one who brings it to ``main``
    that answers for it.
    """
    said: Review | None = None
    for review in merge.reviews:
        if review.login.casefold() == login and review.state in _OPINIONS:
            said = review
    if said is None:
        return Refused("platform-review-missing", details=about)
    if said.state != _APPROVED:
        return Refused("platform-review-withdrawn", details=about)
    if said.commit != merge.head:
        return Refused("platform-review-stale", details=about)
    return None
