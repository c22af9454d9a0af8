"""What of a library wants looking after, before it stops anything (``sns doctor``)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sns_cli.calendar import local
from sns_cli.model.endings import calendar_endings, grant_endings, key_endings
from sns_cli.model.history import CommitId
from sns_cli.model.paths import SETTINGS
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Evidence, Service, Settings
from sns_cli.pipeline.introducing import undelivered
from sns_cli.pipeline.ledger import ledger_files
from sns_cli.pipeline.left_unapproved import left_unapproved
from sns_cli.pipeline.proof import Proof
from sns_cli.pipeline.settings_in_force import refused_pause
from sns_cli.ports import History

_YEAR: Final = dt.timedelta(days=365)
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a library's clone says beside its history.

    Attributes:
        pin: the introduction as pinned; None if it is not.
        branches: proposals that are open, as far as this clone knows.
    """

    pin: CommitId | None
    branches: tuple[str, ...]


def examine(
    history: History, proof: Proof, around: Surroundings, now: dt.datetime
) -> tuple[Reason, ...]:
    """Return what somebody should do, most pressing first.

    Args:
        history: where objects are read.
        proof: of the head.
        around: what is known beside it.
        now: aware.
    """
    proven = proof.authentication
    policy = proven.policy
    today = local(now, policy.library.timezone).date()
    return (
        *_refused(history, proof),
        *_trust(policy, around),
        *_keys(policy, today),
        *_lapsed(proof),
        *grant_endings(policy, today),
        *calendar_endings(policy, today),
        *_introduction(history, proof, around, now),
    )


def _refused(history: History, proof: Proof) -> Iterator[Reason]:
    proven = proof.authentication
    paused = refused_pause(history, proof)
    if paused is not None:
        yield Reason("doctor-paused-unsigned", {"refusal": paused})
    for refusal in proven.unanswered:
        yield Reason("doctor-unanswered", {"refusal": refusal})
    for refusal in proven.blocking:
        if refusal in proven.unanswered:
            continue
        if refusal != paused or refusal.blocked_paths != (SETTINGS,):
            yield Reason("doctor-blocked", {"refusal": refusal})
    unanswered = {refusal.code for refusal in proven.unanswered}
    ledger = ledger_files(history, proven.head).ledger
    posts = [
        one.path
        for one in left_unapproved(history, proven, ledger)
        if one.reason not in unanswered
    ]
    if posts:
        details = {"count": len(posts), "posts": _few(posts)}
        page = proven.policy.approval.evidence is Evidence.PLATFORM
        code = "doctor-unapproved-page" if page else "doctor-unapproved"
        yield Reason(code, details)


def _trust(policy: Settings, around: Surroundings) -> Iterator[Reason]:
    if around.pin is None:
        yield Reason("doctor-unpinned")
    if policy.approval.evidence is Evidence.SIGN_OFF:
        public = any(
            one.service is not Service.REHEARSAL for one in policy.accounts.values()
        )
        yield Reason("doctor-sign-off" if public else "doctor-sign-off-training")
    if not policy.approval.require_target:
        yield Reason("doctor-no-target")


def _keys(policy: Settings, today: dt.date) -> Iterator[Reason]:
    yield from key_endings(policy, today)
    if policy.approval.evidence is not Evidence.SIGNATURE:
        return
    lost = {one.key for one in policy.distrust}
    usable = [
        key
        for name in policy.directors()
        for key in policy.people[name].keys
        if key.key not in lost and (key.until is None or key.until >= today)
    ]
    if len(usable) == 1:
        yield Reason("doctor-one-key")
    elif not usable:
        yield Reason("doctor-no-key")


def _lapsed(proof: Proof) -> Iterator[Reason]:
    policy = proof.walk.policy
    for grant in policy.settings.grants:
        if policy.lapsed(grant):
            yield Reason("doctor-lapsed", {"grant": grant.id})


def _introduction(
    history: History, proof: Proof, around: Surroundings, now: dt.datetime
) -> Iterator[Reason]:
    start = proof.walk.chain.introduction
    if now - start.committed_at < _YEAR:
        return
    zone = proof.authentication.policy.library.timezone
    details: dict[str, object] = {
        "since": local(start.committed_at, zone).date(),
        "commits": proof.authentication.commits,
    }
    waiting = [one.post.id for one in undelivered(history, proof, now)]
    if waiting:
        yield Reason("doctor-forward-later", {**details, "posts": _few(waiting)})
        return
    yield Reason("doctor-forward", details)
    if around.branches:
        yield Reason("doctor-branches", {"branches": _few(around.branches)})


def _few(names: Sequence[str]) -> str:
    more = " …" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
