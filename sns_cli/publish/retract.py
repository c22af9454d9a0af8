"""Taking published posts down, as approved posts with ``retracts`` ask (design 5).

Carried out without regard to hours, spacing, limits, budget or pause: stopping needs
less authority than starting.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from sns_cli.errors import ExitCode
from sns_cli.model.channel import Answer, NoReply
from sns_cli.model.delivery import Outcome, Reason, Result
from sns_cli.model.event import EventName
from sns_cli.model.ledger import Delivery, DeliveryKey, DeliveryState
from sns_cli.model.proof import ApprovedPost
from sns_cli.publish import records
from sns_cli.publish.admit import admit
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import Delete, Nonce, Now, Step
from sns_cli.publish.lines import Line
from sns_cli.publish.receipts import flush
from sns_cli.publish.status import Status

_GONE = frozenset({Status.OK, Status.NOT_FOUND})
"""404: somebody took it down already; what was asked for is the case.

A channel answers either only where the service says so itself (``ports.Channel``).
"""

_REFUSED: Final = 400
_BROKEN: Final = 500
"""From 400 to below 500 it was refused (RFC 9110 §15.5); of others nobody knows."""


def retract(desk: Desk) -> Step[None]:
    """Carry out every request that stands."""
    if any(requests(desk)):
        # A delivery just settled must be on main before its next event is.
        yield from flush(desk)
    # Only now: writing may have shown what other runs did meanwhile.
    for request, delivery in list(requests(desk)):
        # Nor may a second request delete again what the first just took down.
        stands = desk.ledger.of(delivery.key).state is DeliveryState.PUBLISHED
        if stands and not desk.halted:
            yield from _take_down(desk, request, delivery)


def requests(desk: Desk) -> Iterator[tuple[ApprovedPost, Delivery]]:
    """Yield each request with a published delivery it asks to take down."""
    for approved in desk.snapshot.approved:
        meta = approved.post.meta
        if meta.retracts is None:
            continue
        for key in sorted(desk.ledger.deliveries):
            delivery = desk.ledger.of(key)
            named = meta.accounts is None or key.account in meta.accounts
            if (
                key.post == meta.retracts
                and named
                and desk.config.serves(key.account)
                and delivery.state is DeliveryState.PUBLISHED
            ):
                yield approved, delivery


def report_baseless(desk: Desk) -> None:
    """Say which requests name a post that never was: a slip leaves the real one up."""
    known = {key.post for key in desk.ledger.deliveries}
    known |= {one.post.id for one in desk.snapshot.approved}
    known |= {one.id or one.path for one in desk.snapshot.unpublishable}
    for one in desk.snapshot.approved:
        target = one.post.meta.retracts
        if target is not None and target not in known:
            reason = Reason("retracts-unknown", {"target": target})
            desk.say(Outcome(DeliveryKey(one.post.id, ""), Result.BLOCKED, reason))


def _take_down(desk: Desk, request: ApprovedPost, delivery: Delivery) -> Step[None]:
    key = delivery.key
    receipt = delivery.newest(EventName.PUBLISHED)
    remote_id = receipt.text("remote_id") if receipt is not None else None
    url = receipt.text("url") if receipt is not None else None
    if not remote_id:
        reason = Reason("event-unreadable")
        desk.put(Line(Outcome(key, Result.PUBLISHED, reason), ExitCode.CANNOT))
        return
    if not (yield from admit(desk, key.account)):
        stop = desk.stopped[key.account]
        outcome = Outcome(key, Result.PUBLISHED, stop.reason, url, remote_id)
        desk.put(Line(outcome, stop.code))
        return
    answer: Answer = yield Delete(key.account, remote_id)
    if isinstance(answer, NoReply) or answer.status not in _GONE:
        code = "retraction-unknown" if _is_open(answer) else "retraction-failed"
        reason = Reason(code, {"reason": answer.reason})
        outcome = Outcome(key, Result.PUBLISHED, reason, url, remote_id)
        desk.put(Line(outcome, ExitCode.UNDELIVERED))
        return
    now: dt.datetime = yield Now()
    nonce: str = yield Nonce()
    stamp = desk.stamp(now, nonce)
    event = records.retracted(
        desk.ledger.of(key), remote_id, request, answer.status, stamp
    )
    desk.keep(event, None)
    reason = Reason("retracted-because", {"request": request.post.id})
    desk.say(Outcome(key, Result.RETRACTED, reason, url, remote_id))


def _is_open(answer: Answer) -> bool:
    """Tell whether the post may be gone although nobody said so."""
    if isinstance(answer, NoReply):
        return answer.left
    return not _REFUSED <= answer.status < _BROKEN
