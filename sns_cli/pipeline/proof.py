"""History → proof, the first time and when ``main`` moved on."""

import datetime as dt
from dataclasses import dataclass

from sns_cli.approval.authenticate import Walk, begin, conclude, extend
from sns_cli.errors import HistoryError
from sns_cli.model.history import Chain, CommitId
from sns_cli.model.proof import Authentication
from sns_cli.ports import History


@dataclass(frozen=True)
class Proof:
    """A history that was authenticated, ready to be continued."""

    chain: Chain
    walk: Walk
    authentication: Authentication


def prove(
    history: History,
    head: CommitId,
    introduction: CommitId | None,
    real_now: dt.datetime,
) -> Proof:
    """Authenticate the history of ``head`` since the introduction.

    Raises:
        HistoryError: the history does not reach the introduction or is unreadable.
        SettingsError: the introduction's ``sns.toml`` is not usable.
    """
    chain = history.chain(head, introduction)
    walk = extend(begin(history, chain, real_now), chain.commits)
    return Proof(chain, walk, conclude(walk))


def prove_more(
    proof: Proof, history: History, head: CommitId, real_now: dt.datetime
) -> Proof:
    """Authenticate only what came after ``proof``.

    Raises:
        HistoryError: ``head`` does not continue the history that was proven.
    """
    new = history.extend(proof.chain, head)
    if new is None:
        raise HistoryError("main-rewritten")
    chain = Chain(
        proof.chain.introduction, proof.chain.introduced, (*proof.chain.commits, *new)
    )
    walk = extend(proof.walk, new)
    return Proof(chain, walk, conclude(walk))
