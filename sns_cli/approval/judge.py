"""One commit before its judges: accepted, or refused by the first rule against it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from sns_cli.approval.case import Case, Rule, first_refusal
from sns_cli.approval.commit import RawCommit
from sns_cli.approval.paths import sort_changes
from sns_cli.approval.rules import (
    again,
    archive,
    drafted,
    files,
    form,
    grants,
    merges,
    policy,
    rights,
    scope,
    takedown,
    words,
)
from sns_cli.approval.rules.signer import Signatures, identify
from sns_cli.approval.shelf import Shelf
from sns_cli.approval.state import State
from sns_cli.approval.trailers import APPROVES, CONFIRMED, GRANT, parse_trailers
from sns_cli.approval.verdict import Accepted, Counted, Refused, Verdict
from sns_cli.model.history import Chain, Commit, CommitId, MergeCheck, SideCommit
from sns_cli.model.paths import SETTINGS
from sns_cli.model.settings import Evidence, Grant, Role

_EVERYBODY: Final[tuple[Rule, ...]] = (
    form.not_before_the_last,
    form.not_in_the_future,
    form.branch_not_too_old,
    files.paths_safe,
    files.no_submodules,
)
_WORDS: Final[tuple[Rule, ...]] = (
    words.trailers_strict,
    words.signed_off,
    words.meant_for_this_library,
)
_SIGNED_OFF: Final[tuple[Rule, ...]] = (*_EVERYBODY, *_WORDS)
_POSTS: Final[tuple[Rule, ...]] = (
    files.posts_plain,
    files.posts_composed,
    files.posts_distinct,
    words.content_as_approved,
)
_DIRECTOR: Final[tuple[Rule, ...]] = (
    *_SIGNED_OFF,
    merges.clean_or_declared,
    merges.posts_by_merge,
    *_POSTS,
    archive.director_in_archive,
    policy.settings_alone,
    policy.settings_kept,
    policy.settings_readable,
    again.approves_as_it_stands,
)
_MAINTAINER: Final[tuple[Rule, ...]] = (
    *_SIGNED_OFF,
    merges.clean,
    rights.maintainer_elsewhere,
    words.content_as_approved,
    again.approves_nothing,
)
_GRANTEE: Final[tuple[Rule, ...]] = (
    *_SIGNED_OFF,
    grants.grantee_merges,
    grants.grantee_in_posts,
    merges.clean,
    *_POSTS,
    again.approves_nothing,
)
_PUBLISHER: Final[tuple[Rule, ...]] = (
    *_EVERYBODY,
    archive.publisher_alone,
    archive.publisher_in_archive,
    archive.only_added,
)
_NOBODY: Final[tuple[Rule, ...]] = (
    *_EVERYBODY,
    rights.grant_to_be_named,
    rights.no_right,
)
_MANDATE: Final[tuple[scope.MandateRule, ...]] = (
    scope.accounts_in_scope,
    scope.category_in_scope,
    scope.basis_in_scope,
    scope.emergencies_granted,
    scope.hours_granted,
    scope.published_in_period,
    takedown.retracted_in_scope,
    drafted.others_drafted,
    scope.few_enough,
)
_OWN_RIGHT: Final[Mapping[Role, tuple[Rule, ...]]] = {
    Role.DIRECTOR: _DIRECTOR,
    Role.MAINTAINER: _MAINTAINER,
    Role.PUBLISHER: _PUBLISHER,
    Role.STAFF: _NOBODY,
    Role.MANAGER: _NOBODY,
}
_NEVER_GRANTEE: Final = frozenset({Role.DIRECTOR, Role.PUBLISHER})
"""A director needs no grant; a machine is given none."""


@dataclass(frozen=True, slots=True, eq=False)
class Court:
    """What stays the same for all commits of one walk.

    Attributes:
        check_of: compares a two-parent merge with the clean one.
        content: tells of which commits ``Approved-Content`` is compared, beside those
            that end drafts.
        real_now: the real time (aware).
        chain: whose commits are judged.
        undone: changes that distrust a key and thereby void themselves.
    """

    shelf: Shelf
    side_commits: Callable[[Commit], tuple[SideCommit, ...]]
    check_of: Callable[[Commit], MergeCheck | None]
    signatures: Signatures
    content: Callable[[Commit], bool]
    real_now: dt.datetime
    chain: Chain
    undone: frozenset[CommitId] = frozenset()


def judge(court: Court, state: State, commit: Commit) -> Verdict:
    """Judge the commit that follows the ones ``state`` knows.

    Raises:
        HistoryError: an object the judgement needs cannot be read.
    """
    text = court.signatures.witness.text(commit)
    if isinstance(text, str):
        return Refused("commit-malformed", details={"detail": text})
    refused = form.parents(commit) or form.same_object(commit, text)
    if refused is not None:
        return refused
    if commit.id in court.undone:
        return Refused("distrust-undoes-itself", SETTINGS)
    return _judge_text(court, state, commit, text)


def _judge_text(court: Court, state: State, commit: Commit, text: RawCommit) -> Verdict:
    trailers = parse_trailers(text.message)
    position = len(state.verdicts)
    signed = identify(commit, text, trailers, state.policy, court.signatures, position)
    if isinstance(signed, Refused):
        return signed
    if state.policy.evidence is Evidence.PLATFORM:
        trailers = words.typed_by_the_merger(text.message)
    case = Case(
        commit,
        text,
        trailers,
        signed.person,
        signed,
        state.policy.person(signed.person),
        sort_changes(commit.changes),
        court.check_of(commit) if commit.merges else None,
        state,
        court.shelf,
        court.side_commits,
        court.real_now,
        court.chain,
        court.content(commit) or _ends_drafts(state, commit),
    )
    if case.merges and case.check is None:
        return Refused("merge-not-clean")
    return _judge_case(case)


def _ends_drafts(state: State, commit: Commit) -> bool:
    """Tell whether a draft on ``main`` is nobody's any more if this is accepted."""
    return bool(state.drafts) and any(
        change.path in state.drafts for change in commit.changes
    )


def _judge_case(case: Case) -> Verdict:
    role = case.person.role
    if case.trailers.all(GRANT) and role not in _NEVER_GRANTEE:
        return _judge_grantee(case)
    return first_refusal(_asked_of(_OWN_RIGHT[role], case), case) or _accepted(case)


def _judge_grantee(case: Case) -> Verdict:
    refused = first_refusal(_asked_of(_GRANTEE, case), case)
    if refused is not None:
        return refused
    grant = grants.named_grant(case)
    if isinstance(grant, Refused):
        return grant
    mandate = scope.mandate(case, grant)
    if isinstance(mandate, Refused):
        return mandate
    for rule in _MANDATE:
        refused = rule(case, mandate)
        if refused is not None:
            return refused
    return _accepted(case, grant, mandate.counted)


def _asked_of(rules: tuple[Rule, ...], case: Case) -> tuple[Rule, ...]:
    """Return those of the rules that the evidence in force leaves to be asked.

    Whoever presses a button in a web page writes no trailers (design 4).
    """
    if case.signed.evidence is not Evidence.PLATFORM:
        return rules
    return tuple(rule for rule in rules if rule not in _WORDS)


def _accepted(
    case: Case, grant: Grant | None = None, counted: tuple[Counted, ...] = ()
) -> Accepted:
    publisher = case.person.role is Role.PUBLISHER
    approves = () if publisher else case.trailers.all(APPROVES)
    return Accepted(
        commit=case.commit.id,
        by=case.signer,
        at=case.text.committed_at,
        evidence=case.signed.evidence.value,
        grant=None if grant is None else grant.id,
        ends=None if grant is None else case.policy.end_of(grant.valid[1]),
        approves=tuple(again.approved_path(value) for value in approves),
        counted=counted,
        confirmed=_confirmed(case.trailers.all(CONFIRMED)),
        record=case.signed.record,
        asked=case.signed.asked,
    )


def _confirmed(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = (value.partition(" ") for value in values)
    return tuple((rule, post.strip()) for rule, _, post in pairs)
