"""The walk along the first-parent chain, oldest commit first.

Authority never comes from the commit that claims it: each commit is judged by the
policy that the accepted commits before it left (design 4).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sns_cli.approval.commit import MalformedCommitError, split_commit
from sns_cli.approval.judge import Court, judge
from sns_cli.approval.paths import SETTINGS, sort_changes
from sns_cli.approval.policy import Policy, introduced, succeeded, void_keys
from sns_cli.approval.rules.signer import Signatures
from sns_cli.approval.rules.words import content_fault
from sns_cli.approval.shelf import Shelf
from sns_cli.approval.sshsig import Verdict as Check
from sns_cli.approval.state import State, first_state
from sns_cli.approval.trailers import parse_trailers
from sns_cli.approval.verdict import Accepted
from sns_cli.errors import HistoryError, SettingsError
from sns_cli.model.history import REGULAR, Chain, Commit, CommitId, MergeCheck
from sns_cli.model.settings import Evidence, Settings
from sns_cli.ports import History

_MERGE_PARENTS = 2


@dataclass(frozen=True, eq=False)
class Walk:
    """A chain whose every commit was judged; grown by :func:`extend`.

    Attributes:
        history: where objects are read.
        real_now: the real time (aware) when the last commit was judged.
        chain: the introduction and the commits judged.
        state: what is known after the last of them.
        distrusted: (key blob, commit id) of every ``[[distrust]]`` that counts.
        content: whether ``Approved-Content`` was compared for all commits; if not,
            only for those in ``proven``.
        start: the policy of the introduction.
    """

    history: History
    real_now: dt.datetime
    chain: Chain
    state: State
    start: Policy
    shelf: Shelf
    checks: Mapping[CommitId, MergeCheck]
    checked: dict[CommitId, Check]
    distrusted: frozenset[tuple[bytes, str]]
    content: bool
    proven: frozenset[CommitId] = frozenset()

    @property
    def policy(self) -> Policy:
        """The policy in force after the last commit."""
        return self.state.policy

    def wants_content(self, commit: Commit) -> bool:
        """Tell whether the commit's ``Approved-Content`` is compared."""
        return self.content or commit.id in self.proven


def begin(
    history: History, chain: Chain, real_now: dt.datetime, *, content: bool = True
) -> Walk:
    """Return a walk that stands at the introduction, no commit judged yet.

    Args:
        history: where objects are read.
        chain: only its introduction counts here; hand its commits to :func:`extend`.
        real_now: the real time (aware): no commit may come from the future.
        content: compare every ``Approved-Content``, which reads every file a merge
            brought. A publisher says False and calls :func:`prove_content` for the
            commits it acts on, so that a run does not fetch every image of all time.

    Raises:
        HistoryError: an object cannot be read, or there is no ``sns.toml``.
        SettingsError: the introduction's ``sns.toml`` is invalid, or the evidence in
            force is ``platform``.
    """
    shelf = Shelf(history)
    start = introduced(_introduced_settings(shelf, chain))
    _insist_on_known_evidence(start)
    return Walk(
        history=history,
        real_now=real_now,
        chain=replace(chain, commits=()),
        state=first_state(chain, start),
        start=start,
        shelf=shelf,
        checks={},
        checked={},
        distrusted=void_keys(start.settings.distrust),
        content=content,
    )


def extend(
    walk: Walk, commits: tuple[Commit, ...], real_now: dt.datetime | None = None
) -> Walk:
    """Judge the commits that follow ``walk.chain.tip``, oldest first.

    Args:
        walk: is not changed.
        commits: without gaps.
        real_now: the real time by now (aware); None if it is still the walk's.

    Raises:
        HistoryError: an object cannot be read, or the commits do not follow the walk.
        SettingsError: an accepted change asks for platform evidence.
    """
    if commits and walk.chain.tip.id not in commits[0].parents[:1]:
        code = "history-not-continued"
        raise HistoryError(code, commit=commits[0].id, tip=walk.chain.tip.id)
    chain = replace(walk.chain, commits=walk.chain.commits + commits)
    merges = [one for one in commits if len(one.parents) == _MERGE_PARENTS]
    found = walk.history.check_merges(merges, chain.introduction.id) if merges else {}
    walk.shelf.prepare(chain, commits, walk.wants_content)
    grown = replace(
        walk,
        chain=chain,
        checks={**walk.checks, **found},
        real_now=real_now or walk.real_now,
    )
    return _judge_on(grown, walk.state.copy())


def prove_content(walk: Walk, commits: frozenset[CommitId]) -> Walk:
    """Compare ``Approved-Content`` of these accepted commits too.

    Raises:
        HistoryError: an object cannot be read.
        SettingsError: as :func:`extend`.
    """
    fresh = commits - walk.proven
    if walk.content or not fresh:
        return walk
    stricter = replace(walk, proven=walk.proven | commits)
    wanted = [
        commit
        for commit, verdict in zip(walk.chain.commits, walk.state.verdicts, strict=True)
        if commit.id in fresh and isinstance(verdict, Accepted)
    ]
    walk.shelf.prepare(walk.chain, wanted, stricter.wants_content)
    if all(_content_fits(walk.shelf, one) for one in wanted):
        return stricter
    return _judge_on(stricter, first_state(walk.chain, walk.start))


def _content_fits(shelf: Shelf, commit: Commit) -> bool:
    try:
        message = split_commit(commit.raw).message
    except MalformedCommitError:
        return True
    posts = sort_changes(commit.changes).posts
    return content_fault(parse_trailers(message), posts, shelf) is None


def _judge_on(walk: Walk, state: State) -> Walk:
    """Judge the commits that ``state`` does not know yet.

    When an accepted change distrusts a key, everything is judged again with that in
    force from the start. The set only grows, so this ends.
    """
    distrusted = walk.distrusted
    while True:
        found = _judge_all(walk, state, distrusted)
        if found <= distrusted:
            return replace(walk, state=state, distrusted=distrusted)
        distrusted |= found
        state = first_state(walk.chain, walk.start)


def _judge_all(
    walk: Walk, state: State, distrusted: frozenset[tuple[bytes, str]]
) -> frozenset[tuple[bytes, str]]:
    """Grow ``state``; stop early at a ``[[distrust]]`` not yet known and return it."""
    signatures = Signatures(_positions(walk.chain, distrusted), walk.checked)
    court = Court(
        walk.shelf,
        walk.history.side_commits,
        walk.checks,
        signatures,
        walk.wants_content,
        walk.real_now,
    )
    for commit in walk.chain.commits[len(state.verdicts) :]:
        verdict = judge(court, state, commit)
        state.record(commit, verdict)
        if isinstance(verdict, Accepted) and commit.changes:
            found = _take_policy(walk.shelf, state, commit, verdict)
            if not found <= distrusted:
                return found
    return frozenset()


def _take_policy(
    shelf: Shelf, state: State, commit: Commit, verdict: Accepted
) -> frozenset[tuple[bytes, str]]:
    """Let an accepted change of ``sns.toml`` take effect; return whom it distrusts."""
    blob = commit.changes[0].new_blob
    if commit.changes[0].path != SETTINGS or blob is None:
        return frozenset()
    settings = shelf.settings(blob)
    if not isinstance(settings, Settings):
        return frozenset()
    state.policy = succeeded(state.policy, settings, verdict.by)
    _insist_on_known_evidence(state.policy)
    return void_keys(settings.distrust)


def _positions(
    chain: Chain, distrusted: frozenset[tuple[bytes, str]]
) -> Mapping[bytes, int]:
    """Return from which position on each distrusted key is void.

    A commit that is not on the chain says nothing about when the key was lost: the key
    is void from the introduction on.
    """
    if not distrusted:
        return {}
    places = {commit.id: place for place, commit in enumerate(chain.commits)}
    void: dict[bytes, int] = {}
    for key, commit_id in distrusted:
        place = places.get(CommitId(commit_id), 0)
        void[key] = min(place, void.get(key, place))
    return void


def _introduced_settings(shelf: Shelf, chain: Chain) -> Settings:
    for entry in chain.introduced:
        if entry.path == SETTINGS and entry.mode == REGULAR:
            settings = shelf.settings(entry.blob)
            if isinstance(settings, Settings):
                return settings
            code = "introduction-settings-invalid"
            raise SettingsError(
                code,
                commit=chain.introduction.id,
                line=settings[0].line,
                count=len(settings),
                faults=settings,
            )
    code = "introduction-without-settings"
    raise HistoryError(code, introduction=chain.introduction.id)


def _insist_on_known_evidence(policy: Policy) -> None:
    if policy.evidence is Evidence.PLATFORM:
        code = "evidence-platform-unsupported"
        raise SettingsError(code)
