"""Judging what follows: a walk grows commit by commit, oldest first.

Authority never comes from the commit that claims it: each commit is judged by the
policy that the accepted commits before it left (design 4).
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from sns_cli.approval.agreement import Entries, agreement
from sns_cli.approval.judge import Court, judge
from sns_cli.approval.paths import sort_changes
from sns_cli.approval.policy import succeeded, void_keys
from sns_cli.approval.records import Records, adds_records
from sns_cli.approval.rules.signer import Signatures
from sns_cli.approval.rules.words import content_fault
from sns_cli.approval.shelf import Shelf
from sns_cli.approval.state import State, first_state
from sns_cli.approval.trailers import parse_trailers
from sns_cli.approval.unreadable import needed_for
from sns_cli.approval.verdict import Accepted
from sns_cli.approval.walk import Walk
from sns_cli.approval.witness import Witness
from sns_cli.errors import HistoryError
from sns_cli.model.history import Chain, Commit, CommitId
from sns_cli.model.paths import SETTINGS
from sns_cli.model.settings import Evidence, Settings


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
    """
    if commits and walk.chain.tip.id not in commits[0].parents[:1]:
        code = "history-not-continued"
        raise HistoryError(code, commit=commits[0].id, tip=walk.chain.tip.id)
    chain = replace(walk.chain, commits=walk.chain.commits + commits)
    if walk.policy.evidence is Evidence.SIGNATURE:
        walk.witness.expect(commits)
    merges = [one for one in commits if one.merges]
    found = walk.history.check_merges(merges, chain.introduction.id) if merges else {}
    try:
        walk.shelf.prepare(chain, commits, walk.wants_content)
    except HistoryError as error:
        raise needed_for(error, commits) from error
    grown = replace(
        walk,
        chain=chain,
        checks=(*walk.checks, found),
        real_now=real_now or walk.real_now,
    )
    if adds_records(commits):
        # What was refused for want of a record may be accepted now, and so on.
        return _judge_anew(grown)
    known = _Known(walk.distrusted, walk.unsound, walk.undone)
    return _judge_on(grown, walk.state.copy(), known)


def prove_content(walk: Walk, commits: frozenset[CommitId]) -> Walk:
    """Compare ``Approved-Content`` of these accepted commits too.

    Raises:
        HistoryError: an object cannot be read.
    """
    fresh = commits - walk.proven
    if walk.content or not fresh:
        return walk
    stricter = replace(walk, proven=walk.proven | commits)
    wanted = [
        commit
        for commit, verdict in zip(walk.chain.commits, walk.state.verdicts, strict=True)
        if commit.id in fresh
        and isinstance(verdict, Accepted)
        and verdict.evidence != Evidence.PLATFORM
    ]
    walk.shelf.prepare(walk.chain, wanted, stricter.wants_content)
    if all(_content_fits(walk.shelf, walk.witness, one) for one in wanted):
        return stricter
    return _judge_anew(stricter)


def _content_fits(shelf: Shelf, witness: Witness, commit: Commit) -> bool:
    text = witness.text(commit)
    if isinstance(text, str):
        return False
    posts = sort_changes(commit.changes).posts
    return content_fault(parse_trailers(text.message), posts, shelf) is None


class _Known(NamedTuple):
    """What later commits tell about earlier ones; each see :class:`Walk`."""

    distrusted: Entries
    unsound: frozenset[CommitId] = frozenset()
    undone: frozenset[CommitId] = frozenset()


class _News(NamedTuple):
    """What one more commit tells.

    Attributes:
        entries: the ``[[distrust]]`` of an accepted change of ``sns.toml``.
        unsound: a refused commit whose record of the host was leaned on before.
    """

    entries: Entries = frozenset()
    unsound: CommitId | None = None


def _judge_anew(walk: Walk) -> Walk:
    """Judge all commits, as if none had been yet."""
    known, state = _anew(walk, frozenset())
    return _judge_on(walk, state, known)


def _anew(walk: Walk, unsound: frozenset[CommitId]) -> tuple[_Known, State]:
    """Return what is known, and the state, before any commit was judged."""
    known = _Known(void_keys(walk.start.settings.distrust), unsound)
    return known, first_state(walk.chain, walk.start)


def _judge_on(walk: Walk, state: State, known: _Known) -> Walk:
    """Judge the commits that ``state`` does not know yet.

    When an accepted change distrusts a key, what is known of the commits so far is
    weighed anew. When a record was leaned on that its own commit had no right to add,
    everything is judged again without it; such commits only grow, so this ends.
    """
    news = next(_news(walk, state, known), None)
    while news is not None:
        if news.unsound is not None:
            known, state = _anew(walk, known.unsound | {news.unsound})
        else:
            known, state = _weighed(walk, state, known, news.entries)
        news = next(_news(walk, state, known), None)
    return replace(walk, state=state, **known._asdict())


def _weighed(
    walk: Walk, state: State, known: _Known, entries: Entries
) -> tuple[_Known, State]:
    """Return what is known and the state once the last change distrusts keys.

    If no set of entries agrees with itself while that change is accepted, it undoes
    itself: it is refused for good, and everything else stays as it was before it.
    """
    upto = len(state.verdicts)
    at_start = void_keys(walk.start.settings.distrust)
    told: list[_News] = []

    def made(counted: Entries) -> Entries:
        nonlocal state, told
        state = first_state(walk.chain, walk.start)
        told = [*_told(walk, state, known._replace(distrusted=counted), upto)]
        return at_start.union(*(news.entries for news in told))

    agreed = agreement(known.distrusted | entries, made)
    unsound = {one.unsound for one in told if one.unsound is not None}
    if unsound:
        return _anew(walk, known.unsound | unsound)
    if agreed is not None and isinstance(state.verdicts[-1], Accepted):
        return known._replace(distrusted=agreed), state
    undone = walk.chain.commits[upto - 1].id
    known = known._replace(undone=known.undone | {undone})
    return known, first_state(walk.chain, walk.start)


def _news(walk: Walk, state: State, known: _Known) -> Iterator[_News]:
    """Grow ``state`` to the end; yield what was not known yet."""
    for news in _told(walk, state, known, len(walk.chain.commits)):
        if news.unsound is not None or not news.entries <= known.distrusted:
            yield news


def _told(walk: Walk, state: State, known: _Known, upto: int) -> Iterator[_News]:
    """Grow ``state`` commit by commit; yield what each of them tells, if anything."""
    records = Records(walk.chain, walk.shelf, walk.witness, walk.host, known.unsound)
    signatures = Signatures(
        _positions(walk.chain, known.distrusted), walk.witness, records
    )
    court = Court(
        walk.shelf,
        walk.history.side_commits,
        walk.check_of,
        signatures,
        walk.wants_content,
        walk.real_now,
        walk.chain,
        known.undone,
    )
    leaned: set[CommitId] = set()
    for commit in walk.chain.commits[len(state.verdicts) : upto]:
        try:
            verdict = judge(court, state, commit)
        except HistoryError as error:
            raise needed_for(error, [commit]) from error
        state.record(commit, verdict)
        if not isinstance(verdict, Accepted):
            if commit.id in leaned:
                yield _News(unsound=commit.id)
            continue
        if verdict.record is not None:
            leaned.add(verdict.record)
        if commit.changes:
            entries = _take_policy(walk.shelf, state, commit, verdict)
            if entries:
                yield _News(entries)


def _take_policy(
    shelf: Shelf, state: State, commit: Commit, verdict: Accepted
) -> Entries:
    """Let an accepted change of ``sns.toml`` take effect; return whom it distrusts."""
    blob = commit.changes[0].new_blob
    if commit.changes[0].path != SETTINGS or blob is None:
        return frozenset()
    settings = shelf.settings(blob)
    if not isinstance(settings, Settings):
        return frozenset()
    state.policy = succeeded(state.policy, settings, verdict.by)
    return void_keys(settings.distrust)


def _positions(chain: Chain, distrusted: Entries) -> Mapping[bytes, int]:
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
