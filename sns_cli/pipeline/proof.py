"""History → proof, the first time and when ``main`` moved on."""

import datetime as dt
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sns_cli.approval.authenticate import (
    Walk,
    begin,
    conclude,
    extend,
    prove_content,
)
from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId
from sns_cli.model.proof import Authentication
from sns_cli.ports import History, Platform


@dataclass(frozen=True)
class Proof:
    """A history that was authenticated, ready to be continued."""

    walk: Walk
    authentication: Authentication


def prove(
    history: History,
    head: CommitId,
    introduction: CommitId | None,
    real_now: dt.datetime,
    *,
    content: bool = True,
    platform: Platform | None = None,
) -> Proof:
    """Authenticate the history of ``head`` since the introduction.

    Args:
        history: where objects are read.
        head: the commit to prove.
        introduction: where trust starts; None for the first with ``sns.toml``.
        real_now: the real time (aware).
        content: compare every ``Approved-Content``; see :func:`prove_content_of`.
        platform: asked who merged what, where that is evidence and not on record.

    Raises:
        HistoryError: the history does not reach the introduction or is unreadable.
        SettingsError: the introduction's ``sns.toml`` is not usable.
    """
    chain = history.chain(head, introduction)
    walk = begin(history, chain, real_now, content=content, platform=platform)
    return _concluded(extend(walk, chain.commits))


def prove_more(
    proof: Proof, history: History, head: CommitId, real_now: dt.datetime
) -> Proof:
    """Authenticate only what came after ``proof``.

    Raises:
        HistoryError: ``head`` does not continue the history that was proven.
    """
    new = history.extend(proof.walk.chain, head)
    if new is None:
        raise HistoryError("main-rewritten")
    return _concluded(extend(proof.walk, new, real_now))


def prove_content_of(proof: Proof, paths: AbstractSet[str]) -> Proof:
    """Compare ``Approved-Content`` of all that changed these files.

    Which others are compared in any case: :meth:`Walk.wants_content`.

    Args:
        proof: of a history.
        paths: posts and pictures that are about to be acted on.

    Raises:
        HistoryError: a file cannot be read.
    """
    if not paths:
        return proof
    commits = frozenset(
        commit.id
        for commit in proof.walk.chain.commits
        if any(change.path in paths for change in commit.changes)
    )
    walk = prove_content(proof.walk, commits)
    return proof if walk is proof.walk else _concluded(walk)


def _concluded(walk: Walk) -> Proof:
    return Proof(walk, conclude(walk))
