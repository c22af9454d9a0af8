"""Recording what ``verify`` found, where it is not what was recorded last."""

from collections.abc import Mapping, Sequence
from typing import Final

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Reason
from sns_cli.model.event import (
    Confirmed,
    Differs,
    Event,
    EventName,
    Missing,
    event_bytes,
    event_path,
)
from sns_cli.model.ledger import Delivery, DeliveryState, Entry
from sns_cli.model.profile import ProfileSeen
from sns_cli.model.verification import Checked, Seen
from sns_cli.ports import PushOutcome, PushResult
from sns_cli.publish.desk import Desk, Receipt
from sns_cli.publish.effects import Nonce, Now, Step
from sns_cli.publish.profiles import files_of, keep, kept, new_profiles
from sns_cli.publish.receipts import back_off, push, refetch, refusal
from sns_cli.publish.records import Stamp

_SHOWN: Final = 50
"""Events shown in full where they cannot be written."""


def was_missing(desk: Desk, one: Checked) -> bool:
    """Tell whether it is on record already that the post is missing."""
    last = _last(desk.ledger.of(one.key))
    return last is not None and last.event is EventName.MISSING


def record(desk: Desk, checked: Sequence[Checked]) -> Step[tuple[str, ...]]:
    """Put what is new onto ``main``, in one commit; return the paths written.

    New is also a profile that was not seen so before.

    A lost push is made anew on the new tip, without what another run recorded
    meanwhile. Where nothing can be written, the notes say what would have been.
    """
    tried: list[Receipt] = []
    shown: Mapping[str, ProfileSeen] = {}
    attempts = desk.config.bounds.attempts
    for attempt in range(attempts + 1):
        desk.pending = yield from _news(desk, checked)
        profiles = yield from new_profiles(desk)
        if not desk.pending and not profiles:
            return _written(desk, tried) + kept(desk, shown)
        tried, shown = list(desk.pending), profiles
        if desk.snapshot.blocked:
            _put_off(desk, desk.snapshot.blocked[0])
            return ()
        outcome = yield from push(desk, media=files_of(profiles))
        if isinstance(outcome, PushOutcome) and outcome.result is PushResult.ACCEPTED:
            keep(desk, profiles)
            return (*(event_path(one.event) for one in tried), *profiles)
        stop = refusal(outcome)
        if stop is not None:
            _put_off(desk, stop)
            return ()
        desk.pending.clear()
        yield from back_off(attempt)
        if not (yield from refetch(desk)):
            return ()
    desk.note(Reason("push-lost", {"attempts": attempts}), ExitCode.CANNOT)
    return ()


def _news(desk: Desk, checked: Sequence[Checked]) -> Step[list[Receipt]]:
    """Return the events that say what the ledger does not say yet."""
    found: list[Receipt] = []
    for one in checked:
        delivery = desk.ledger.of(one.key)
        if _is_news(delivery, one):
            now = yield Now()
            nonce = yield Nonce()
            event = _event(delivery, one, desk.stamp(now, nonce))
            found.append(Receipt(event, None))
    return found


def _is_news(delivery: Delivery, one: Checked) -> bool:
    if one.state is Seen.UNKNOWN or delivery.state is not DeliveryState.PUBLISHED:
        return False
    last = _last(delivery)
    if last is None or last.event is not _EVENT[one.state]:
        return True
    return one.state is Seen.DIFFERS and last.text("text") != one.text


_EVENT: Final = {
    Seen.OK: EventName.CONFIRMED,
    Seen.DIFFERS: EventName.DIFFERS,
    Seen.MISSING: EventName.MISSING,
}


def _last(delivery: Delivery) -> Entry | None:
    return delivery.newest(*_EVENT.values())


def _event(delivery: Delivery, one: Checked, stamp: Stamp) -> Event:
    header = stamp.header(delivery)
    remote_id = one.remote_id or ""
    match one.state:
        case Seen.DIFFERS:
            return Differs(
                **header, remote_id=remote_id, reason="text-differs", text=one.text
            )
        case Seen.MISSING:
            return Missing(**header, remote_id=remote_id, reason="not-on-timeline")
        case _:
            return Confirmed(**header)


def _written(desk: Desk, tried: Sequence[Receipt]) -> tuple[str, ...]:
    """Return those that a push without an answer brought to ``main`` even so."""
    there = {
        entry.text("nonce")
        for receipt in tried
        for entry in desk.ledger.of(receipt.key).entries
    }
    return tuple(event_path(one.event) for one in tried if one.event.nonce in there)


def _put_off(desk: Desk, why: Reason) -> None:
    """Say why nothing was written, and what would have been (design 6).

    A profile alone is for the next run that can write: whoever only looks need not.
    """
    desk.note(why, ExitCode.CANNOT if desk.pending else ExitCode.OK)
    for receipt in desk.pending[:_SHOWN]:
        content = " ".join(event_bytes(receipt.event).decode().split())
        details = {"path": event_path(receipt.event), "content": content}
        desk.note(Reason("resolve-would-write", details))
    rest = len(desk.pending) - _SHOWN
    if rest > 0:
        desk.note(Reason("verify-would-write-more", {"count": rest}))
    desk.pending.clear()
