"""What is public of a post beside what was approved, for a person to confirm (K9(2)).

A generator of effects like ``verify``; nothing is sent and nothing written.
"""

import datetime as dt

from sns_cli.model.channel import Timeline
from sns_cli.model.delivery import Reason, Snapshot
from sns_cli.model.event import Confirmed, EventName, event_bytes, event_path
from sns_cli.model.ledger import Delivery, DeliveryState, Entry
from sns_cli.model.verification import Checked, Public
from sns_cli.ports import NewFile
from sns_cli.publish.admit import admit
from sns_cli.publish.compare import View, compare, receipt_of, sent_text, unknown
from sns_cli.publish.config import Config
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import Fetch, FetchFailed, Now, Step
from sns_cli.publish.look import bound, look
from sns_cli.publish.records import Stamp

LOOKED = (EventName.CONFIRMED, EventName.DIFFERS, EventName.MISSING)


def look_at(
    config: Config, post: str, account: str | None
) -> Step[tuple[Public, ...] | FetchFailed]:
    """Return what is public of a post, by account.

    Args:
        config: whose credentials this run has.
        post: its id.
        account: only this one; None for all.
    """
    fetched: Snapshot | FetchFailed = yield Fetch()
    if isinstance(fetched, FetchFailed):
        return fetched
    desk = Desk(config, fetched)
    found: list[Public] = []
    for key, delivery in sorted(desk.ledger.deliveries.items()):
        wanted = key.post == post and account in {None, key.account}
        if wanted and delivery.state is DeliveryState.PUBLISHED:
            checked = yield from _checked(desk, delivery)
            found.append(_public(delivery, checked))
    return tuple(found)


def _public(delivery: Delivery, checked: Checked) -> Public:
    receipt = receipt_of(delivery)
    media = receipt.data.get("media") if receipt is not None else None
    count = len(media) if isinstance(media, list) else 0
    return Public(
        delivery, sent_text(delivery) or "", checked, _standing(delivery), count
    )


def _standing(delivery: Delivery) -> tuple[Entry, ...]:
    """Return what people confirmed since it was last found to be otherwise."""
    standing: list[Entry] = []
    for entry in delivery.entries:
        if entry.event in {EventName.DIFFERS, EventName.MISSING}:
            standing.clear()
        elif entry.event is EventName.CONFIRMED and entry.text("by"):
            standing.append(entry)
    return tuple(standing)


def _checked(desk: Desk, delivery: Delivery) -> Step[Checked]:
    account = delivery.key.account
    if account not in desk.snapshot.policy.accounts:
        return unknown(delivery, Reason("verify-account-gone", {"account": account}))
    if not (yield from admit(desk, account)):
        return unknown(delivery, desk.stopped[account].reason)
    since = bound(desk, delivery.newest(EventName.CLAIMED))
    shown: Timeline | str = yield from look(account, since)
    if not isinstance(shown, Timeline):
        details = {"account": account, "detail": shown}
        return unknown(delivery, Reason("verify-no-answer", details))
    now: dt.datetime = yield Now()
    settled = desk.config.bounds.settle_after
    view = View(account, shown, now, now - desk.config.shift, settled)
    return compare(delivery, view, since)


def confirmation(
    delivery: Delivery, by: str, note: str | None, stamp: Stamp
) -> NewFile | Reason:
    """Return the event that records that a person looked, or why there is none."""
    if delivery.state is not DeliveryState.PUBLISHED:
        state = Reason(f"delivery-{delivery.state.value}")
        details = {"post": delivery.key.post, "account": delivery.key.account}
        return Reason("confirm-not-public", {**details, "state": state})
    event = Confirmed(**stamp.header(delivery), by=by, note=note)
    return NewFile(event_path(event), event_bytes(event))
