"""One delivery from the plan to its receipt: claim, check again, send once, record."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from sns_cli.model.channel import Answer, Prepared, RemotePost
from sns_cli.model.delivery import Claim, Outcome, Reason, Result
from sns_cli.model.event import Event, EventName
from sns_cli.model.ledger import Delivery
from sns_cli.publish import records
from sns_cli.publish.admit import admit
from sns_cli.publish.claim import take
from sns_cli.publish.classify import Accepted, Decision, Refused, Unknown, Unwanted
from sns_cli.publish.desk import Desk, ended
from sns_cli.publish.effects import Nonce, Now, Send, Step, Stopping
from sns_cli.publish.last_check import too_late
from sns_cli.publish.lines import Line
from sns_cli.publish.look import bound, find, look
from sns_cli.publish.pictures import equip
from sns_cli.publish.plan import Ready, plan
from sns_cli.publish.second_look import keep_public, public_after_all


def send_due(desk: Desk) -> Step[None]:
    """Send everything the plan allows, in its order."""
    now: dt.datetime = yield Now()
    planned = plan(desk.scene(now))
    for line in planned.lines:
        desk.put(line)
    for place, ready in enumerate(planned.ready):
        stopping: bool = yield Stopping()
        if stopping:
            desk.say(Outcome(ready.key, Result.DUE, Reason("stopping")))
        elif desk.halted:
            reason = desk.notes[-1] if desk.notes else Reason("stopping")
            desk.say(Outcome(ready.key, Result.DUE, reason))
        else:
            yield from deliver(desk, ready, planned.ready[place + 1 :])


def deliver(desk: Desk, ready: Ready, later: Sequence[Ready] = ()) -> Step[None]:
    """Carry one delivery as far as it goes in this run; ``later`` ones come after."""
    account = ready.key.account
    if not (yield from admit(desk, account)):
        stop = desk.stopped[account]
        desk.put(Line(Outcome(ready.key, Result.DUE, stop.reason), stop.code))
        return
    public = yield from public_after_all(desk, ready.key)
    if isinstance(public, Line):
        desk.put(public)
        return
    equipped = yield from equip(desk, ready, later)
    if equipped is None:
        return
    stopping: bool = yield Stopping()
    if stopping:
        desk.say(Outcome(ready.key, Result.DUE, Reason("stopping")))
        return
    claim = yield from take(desk, equipped.ready)
    if claim is not None and public is not None:
        yield from keep_public(desk, claim, public)
    elif claim is not None:
        yield from _send(desk, claim, equipped.held)


def _send(desk: Desk, claim: Claim, held: Prepared | Unwanted) -> Step[None]:
    now: dt.datetime = yield Now()
    late = too_late(desk, claim, now)
    if late is not None:
        yield from _record(desk, claim, Refused(late), now)
        return
    if isinstance(held, Unwanted):
        # Nothing was sent: the claim is what a standing refusal rests on.
        yield from _record(desk, claim, held, now)
        return
    shift = desk.config.shift
    answer: Answer = yield Send(claim, held)
    now = yield Now()
    # The service names times of its own clock, which --at never moves.
    decision = _moved(desk.config.classify(answer, now - shift), shift)
    stop = ended(claim.due.account, answer, decision)
    if stop is not None:
        desk.end(claim.due.account, stop)
    yield from _record(desk, claim, decision, now)


def _record(
    desk: Desk, claim: Claim, decision: Decision, now: dt.datetime
) -> Step[None]:
    """Turn a decision into an event and a line of the report."""
    if isinstance(decision, Unknown):
        yield from _doubt(desk, claim, decision)
        return
    key = claim.due.key
    nonce: str = yield Nonce()
    stamp = desk.stamp(now, nonce)
    to = desk.ledger.of(key)
    event, outcome = _receipt(claim, decision, to, stamp)
    desk.say(outcome)
    desk.keep(event, claim.event.nonce)


def _receipt(
    claim: Claim,
    decision: Accepted | Refused | Unwanted,
    to: Delivery,
    stamp: records.Stamp,
) -> tuple[Event, Outcome]:
    key = to.key
    match decision:
        case Accepted(reply, remote_id):
            event: Event = records.published_by_reply(claim, to, decision, stamp)
            return event, Outcome(key, Result.PUBLISHED, None, reply.url, remote_id)
        case Refused(reason):
            event = records.not_sent(to, decision, stamp)
            return event, Outcome(
                key, Result.NOT_SENT, _why("not-sent-because", reason)
            )
        case Unwanted(reason):
            event = records.rejected(to, decision, stamp)
            return event, Outcome(
                key, Result.REJECTED, _why("rejected-because", reason)
            )
        case _:
            assert_never(decision)


def _doubt(desk: Desk, claim: Claim, unknown: Unknown) -> Step[None]:
    """Read back at once; only a positive answer settles it (design 5.9)."""
    key = claim.due.key
    to = desk.ledger.of(key)
    since = bound(desk, to.newest(EventName.CLAIMED))
    shown = yield from look(key.account, since)
    found = shown if isinstance(shown, str) else find(desk, to, shown)
    now: dt.datetime = yield Now()
    nonce: str = yield Nonce()
    stamp = desk.stamp(now, nonce)
    if isinstance(found, RemotePost):
        source = records.source_of(claim.due.approved.post)
        payload = claim.message.payload
        event: Event = records.published_by_read_back(
            to, payload, source, found, stamp, claim.event.media
        )
        desk.say(Outcome(key, Result.PUBLISHED, None, found.url, found.remote_id))
    else:
        event = records.in_doubt(to, unknown, stamp)
        desk.say(
            Outcome(key, Result.IN_DOUBT, _why("in-doubt-because", unknown.reason))
        )
    desk.keep(event, claim.event.nonce)


def _moved(decision: Decision, shift: dt.timedelta) -> Decision:
    if isinstance(decision, Refused) and decision.retry_at is not None:
        return replace(decision, retry_at=decision.retry_at + shift)
    return decision


def _why(code: str, reason: str) -> Reason:
    return Reason(code, {"reason": reason})
