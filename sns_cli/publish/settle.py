"""Settling what another run left claimed or in doubt, before anything new (design 5.2).

Only a positive read-back settles. A young claim is left alone, since its runner may
still be sending; an old one becomes ``in-doubt``, and what is in doubt stays so until
it is found or a person decides.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from sns_cli.model.channel import RemotePost, Timeline
from sns_cli.model.delivery import Outcome, Reason, Result
from sns_cli.model.event import Event, EventName, Payload, Source
from sns_cli.model.history import BlobId
from sns_cli.model.ledger import UNSETTLED, Delivery, DeliveryState, Entry
from sns_cli.publish import records
from sns_cli.publish.admit import admit
from sns_cli.publish.classify import Unknown
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import Nonce, Now, ReadSource, Step
from sns_cli.publish.lines import standing_line
from sns_cli.publish.look import bound, find, look
from sns_cli.publish.reconcile import NoMatch

_NO_SOURCE = Source(front_matter="", body="")


def report_standing(desk: Desk) -> list[Delivery]:
    """Report what the ledger alone shows to be unsettled or broken.

    Returns:
        The unsettled deliveries this run looks after, by account and post.
    """
    unsettled = []
    for key, delivery in desk.ledger.deliveries.items():
        state = delivery.state
        if not desk.config.looks_after(key):
            continue
        if state is DeliveryState.BROKEN:
            desk.put(standing_line(delivery, Reason("ledger-broken")))
        elif state in UNSETTLED:
            desk.put(standing_line(delivery, _standing_reason(delivery)))
            unsettled.append(delivery)
    return sorted(unsettled, key=lambda one: (one.key.account, one.key.post))


def settle(desk: Desk) -> Step[None]:
    """Read back every unsettled delivery, account by account."""
    unsettled = report_standing(desk)
    for account, group in groupby(unsettled, key=lambda one: one.key.account):
        deliveries = list(group)
        timeline = yield from _timeline(desk, account, deliveries)
        for delivery in deliveries:
            yield from _settle(desk, delivery, timeline)


def _timeline(
    desk: Desk, account: str, deliveries: Sequence[Delivery]
) -> Step[Timeline | str]:
    if not (yield from admit(desk, account)):
        return desk.stopped[account].reason.code
    bounds = [bound(desk, one.newest(EventName.CLAIMED)) for one in deliveries]
    known = [since for since in bounds if since is not None]
    since = min(known) if len(known) == len(bounds) else None
    return (yield from look(account, since))


def _settle(desk: Desk, delivery: Delivery, timeline: Timeline | str) -> Step[None]:
    claim = delivery.newest(EventName.CLAIMED)
    payload = records.payload_of(claim) if claim is not None else None
    if claim is None or payload is None:
        # What it was to send cannot be known, so nothing can be recognised as it.
        yield from _missing(desk, delivery, claim, "event-unreadable")
        return
    found = timeline if isinstance(timeline, str) else find(desk, delivery, timeline)
    if isinstance(found, RemotePost):
        yield from _found(desk, delivery, claim, payload, found)
    else:
        yield from _missing(desk, delivery, claim, found)


def _found(
    desk: Desk, delivery: Delivery, claim: Entry, payload: Payload, found: RemotePost
) -> Step[None]:
    source = yield from source_of_claim(desk, claim)
    now: dt.datetime = yield Now()
    nonce: str = yield Nonce()
    stamp = desk.stamp(now, nonce)
    media = records.media_of(claim)
    event = records.published_by_read_back(
        delivery, payload, source, found, stamp, media
    )
    desk.keep(event, claim.text("nonce"))
    reason = Reason("settled-by-read-back")
    desk.say(
        Outcome(delivery.key, Result.PUBLISHED, reason, found.url, found.remote_id)
    )


def _missing(
    desk: Desk, delivery: Delivery, claim: Entry | None, why: NoMatch | str
) -> Step[None]:
    reason = str(why)
    if delivery.state is DeliveryState.IN_DOUBT:
        desk.put(
            standing_line(delivery, Reason("in-doubt-because", {"reason": reason}))
        )
        return
    now: dt.datetime = yield Now()
    at = claim.at if claim is not None else None
    if at is not None and now - at < desk.config.bounds.settle_after:
        return  # already reported: its runner may still be sending
    nonce: str = yield Nonce()
    event: Event = records.in_doubt(delivery, Unknown(reason), desk.stamp(now, nonce))
    desk.keep(event, claim.text("nonce") if claim is not None else None)
    why_doubted = Reason("in-doubt-because", {"reason": reason})
    desk.say(Outcome(delivery.key, Result.IN_DOUBT, why_doubted))


def source_of_claim(desk: Desk, claim: Entry) -> Step[Source]:
    """Return the post file the claim rests on, as it was then."""
    source = records.approved_source(desk.snapshot, claim)
    if source is None:
        source = yield ReadSource(BlobId(claim.text("blob") or ""))
    return source or _NO_SOURCE


def _standing_reason(delivery: Delivery) -> Reason:
    if delivery.state is DeliveryState.CLAIMED:
        return Reason("claimed-by-another-run")
    last = delivery.last
    reason = last.text("reason") if last is not None else None
    return Reason("in-doubt-because", {"reason": reason or ""})
