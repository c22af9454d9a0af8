"""Whether a delivery that ended ``not-sent`` or ``rejected`` may be claimed anew. Pure.

A rejection stands until an accepted change alters the post's file or media. What was
proven unsent is tried again after the service's reset time or 15 minutes, until 24
hours after the first claim of these very bytes; a person's decision starts that anew.
"""

import datetime as dt

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Outcome, Reason, Result
from sns_cli.model.event import EventName
from sns_cli.model.ledger import Delivery, DeliveryState, Entry
from sns_cli.model.proof import ApprovedPost
from sns_cli.publish.config import Bounds
from sns_cli.publish.lines import Line


def standing(
    delivery: Delivery,
    approved: ApprovedPost,
    now: dt.datetime,
    bounds: Bounds,
) -> Line | None:
    """Return what keeps the delivery from being claimed anew, None if nothing does."""
    last = delivery.last
    if delivery.state is DeliveryState.REJECTED and last is not None:
        claim = delivery.newest(EventName.CLAIMED)
        if claim is not None and not _same(claim, approved):
            return None
        details = {"reason": last.text("reason") or ""}
        return _line(delivery, Result.REJECTED, Reason("rejected-stands", details))
    if delivery.state is DeliveryState.NOT_SENT and last is not None:
        return _unsent(delivery, last, _first(delivery, approved), now, bounds)
    return None


def _unsent(
    delivery: Delivery,
    last: Entry,
    first: dt.datetime | None,
    now: dt.datetime,
    bounds: Bounds,
) -> Line | None:
    if last.at is None:
        return _line(delivery, Result.BROKEN, Reason("event-unreadable"))
    if first is not None and now >= first + bounds.give_up_after:
        details = {"reason": last.text("reason") or ""}
        return _line(delivery, Result.NOT_SENT, Reason("given-up", details))
    again = last.retry_at or last.at + bounds.retry_after
    if now >= again:
        return None
    # The event's own offset is the library's: shown as it was written.
    shown = f"{again.astimezone(last.at.tzinfo):%Y-%m-%d %H:%M}"
    details = {"again_at": shown, "reason": last.text("reason") or ""}
    reason = Reason("retry-later", details)
    outcome = Outcome(delivery.key, Result.NOT_SENT, reason)
    return Line(outcome, ExitCode.UNDELIVERED, again)


def _first(delivery: Delivery, approved: ApprovedPost) -> dt.datetime | None:
    """Return when these bytes were first claimed since the last decision."""
    first = None
    for entry in reversed(delivery.entries):
        decided = entry.event is EventName.NOT_SENT and entry.text("by") is not None
        if decided or entry.event is EventName.REJECTED:
            break
        if entry.event is EventName.CLAIMED:
            if not _same(entry, approved):
                break
            first = entry.at or first
    return first


def _same(claim: Entry, approved: ApprovedPost) -> bool:
    """Tell whether a claim rests on the same file and media as are approved now."""
    media = claim.data.get("media")
    items = media if isinstance(media, list) else ()
    then = [item.get("blob") for item in items if isinstance(item, dict)]
    same = then == list(approved.media_blobs)
    return claim.text("blob") in {approved.blob, None} and same


def _line(delivery: Delivery, state: Result, reason: Reason) -> Line:
    return Line(Outcome(delivery.key, state, reason), ExitCode.PEOPLE)
