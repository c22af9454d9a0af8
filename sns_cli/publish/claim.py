"""Taking the right to send once: the claim on top of the authenticated ``main``.

The push is the lock between runners and the proof that nothing was revoked, edited or
paused since ``main`` was read (design 5.5). We own a claim only if *our* nonce stands
at the delivery; an equal file of another run is not ours.
"""

import datetime as dt
from dataclasses import replace

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Claim, Outcome, Reason, Result
from sns_cli.model.event import Claimed, EventName
from sns_cli.model.ledger import DeliveryState
from sns_cli.model.proof import ApprovedPost
from sns_cli.ports import PushOutcome, PushResult
from sns_cli.publish import records
from sns_cli.publish.admit import stranger
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import Nonce, Now, PushFailed, Step
from sns_cli.publish.lines import Line, line_of, standing_line
from sns_cli.publish.pictures import complete, same_pictures
from sns_cli.publish.plan import Ready, Scene, judge, over_limit
from sns_cli.publish.receipts import back_off, push, refetch, refusal

_Tried = dict[str, tuple[Ready, Claimed]]
"""The claims this run pushed for a delivery, by nonce, with what they rest on. One
whose push went unanswered may turn up on ``main`` later."""


def take(desk: Desk, ready: Ready) -> Step[Claim | None]:
    """Claim a delivery; None if it was not to be had, with the reason reported."""
    tried: _Tried = {}
    for attempt in range(desk.config.bounds.attempts + 1):
        now: dt.datetime = yield Now()
        owned = _ours(desk, ready, tried)
        if owned is not None:
            return owned
        again = _again(desk, ready, now)
        if isinstance(again, Line):
            desk.put(again)
            return None
        outcome = yield from _attempt(desk, again, tried, now)
        if isinstance(outcome, Claim):
            return outcome
        stop = refusal(outcome)
        if stop is not None:
            _halted(desk, ready, stop)
            return None
        yield from back_off(attempt)
        if not (yield from refetch(desk)):
            _halted(desk, ready, desk.notes[-1])
            return None
    owned = _ours(desk, ready, tried)
    if owned is None:
        details = {"attempts": desk.config.bounds.attempts}
        desk.say(Outcome(ready.key, Result.DUE, Reason("push-lost", details)))
    return owned


def _attempt(
    desk: Desk, ready: Ready, tried: _Tried, now: dt.datetime
) -> Step[Claim | PushOutcome | PushFailed]:
    nonce: str = yield Nonce()
    delivery = desk.ledger.of(ready.key)
    event = records.claimed(ready.due, ready.message, delivery, desk.stamp(now, nonce))
    tried[nonce] = (ready, event)
    outcome = yield from push(desk, event, records.media_files(ready.message))
    if isinstance(outcome, PushOutcome) and outcome.result is PushResult.ACCEPTED:
        return Claim(ready.due, event, ready.message, desk.snapshot.tip)
    return outcome


def _ours(desk: Desk, ready: Ready, tried: _Tried) -> Claim | None:
    """Return the claim of ours that stands on ``main`` although no answer said so."""
    delivery = desk.ledger.of(ready.key)
    if delivery.state is not DeliveryState.CLAIMED:
        return None
    entry = delivery.newest(EventName.CLAIMED)
    nonce = entry.text("nonce") if entry is not None else None
    if nonce is None or nonce not in tried:
        return None
    basis, event = tried[nonce]
    return Claim(basis.due, event, basis.message, desk.snapshot.tip)


def _again(desk: Desk, ready: Ready, now: dt.datetime) -> Ready | Line:
    """Judge the delivery on the newest state of ``main``."""
    key = ready.key
    approved = _approved(desk, key.post)
    if desk.snapshot.blocked:
        reason = desk.snapshot.blocked[0]
        desk.halt(reason)
        return Line(Outcome(key, Result.BLOCKED, reason), ExitCode.CANNOT)
    if approved is None or key.account not in desk.snapshot.policy.accounts:
        return Line(Outcome(key, Result.WITHDRAWN, Reason("withdrawn-meanwhile")))
    scene = desk.scene(now)
    judged = judge(approved, key.account, scene)
    if judged is None:
        reason = Reason("taken-by-another-run")
        return standing_line(desk.ledger.of(key), reason)
    if isinstance(judged, Line):
        return judged
    whole = _equipped(judged, ready)
    return whole if isinstance(whole, Line) else _checked(desk, whole, scene)


def _checked(desk: Desk, ready: Ready, scene: Scene) -> Ready | Line:
    stop = stranger(desk, ready.key.account)
    if stop is not None:
        return Line(Outcome(ready.key, Result.DUE, stop.reason), stop.code)
    limit = over_limit(ready, scene)
    if limit is not None:
        return Line(Outcome(ready.key, Result.WAITING, limit))
    return ready


def _equipped(judged: Ready, ready: Ready) -> Ready | Line:
    """Give what is to be claimed now the pictures that the service already holds."""
    if not same_pictures(judged, ready):
        return line_of(
            Outcome(ready.key, Result.DUE, Reason("pictures-changed-meanwhile"))
        )
    return complete(replace(judged, made=ready.made)) if ready.made else judged


def _approved(desk: Desk, post: str) -> ApprovedPost | None:
    # Looked up anew on every state of main: the bytes may have changed since.
    found = (one for one in desk.snapshot.approved if one.post.id == post)
    return next(found, None)


def _halted(desk: Desk, ready: Ready, reason: Reason) -> None:
    desk.halt(reason)
    outcome = Outcome(ready.key, Result.DUE, reason)
    desk.put(Line(outcome, ExitCode.CANNOT))
