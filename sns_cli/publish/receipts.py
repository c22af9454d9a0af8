"""Getting what is true onto ``main``: pushes, lost races, renumbering (design 5.8)."""

import zlib
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Outcome, Reason, Snapshot
from sns_cli.model.event import (
    Claimed,
    Event,
    EventName,
    NotSent,
    Rejected,
    event_bytes,
    event_path,
)
from sns_cli.model.ledger import FINAL, Delivery, DeliveryState, Ledger
from sns_cli.ports import NewFile, PushOutcome, PushResult
from sns_cli.publish.desk import Desk, Receipt, entry_of, unwritten
from sns_cli.publish.effects import (
    Fetch,
    FetchFailed,
    Nonce,
    Push,
    PushFailed,
    Sleep,
    Step,
)
from sns_cli.publish.lines import Line, standing_line


class Fate(Enum):
    """What becomes of a receipt on a newer ledger."""

    WRITTEN = auto()
    """It is there already: an unanswered push of ours was applied."""
    SETTLED = auto()
    """Another run wrote what it says, or what makes it needless."""
    CONFLICT = auto()
    """The ledger says otherwise; nothing is overwritten, a person must look."""


def push(
    desk: Desk, claim: Claimed | None = None, media: Sequence[NewFile] = ()
) -> Step[PushOutcome | PushFailed]:
    """Push the pending receipts, and ``claim`` in the same push, on the newest tip.

    The bytes of the pictures come with the claim that names them, so that the receipt
    can be written from ``main`` alone, whatever happens after.
    """
    events: list[Event] = [receipt.event for receipt in desk.pending]
    if claim is not None:
        events.append(claim)
    files = tuple(NewFile(event_path(one), event_bytes(one)) for one in events)
    outcome: PushOutcome | PushFailed
    outcome = yield Push(desk.snapshot.tip, (*files, *media), _message(events))
    if isinstance(outcome, PushOutcome) and outcome.result is PushResult.ACCEPTED:
        if outcome.tip is None:
            message = "an accepted push names its commit"
            raise ValueError(message)
        desk.advance(outcome.tip, events)
    return outcome


def refetch(desk: Desk) -> Step[bool]:
    """Fetch ``main`` anew and put the pending receipts on it; False if that fails.

    It also fails where ``main`` lacks an event that it had before.
    """
    fetched: Snapshot | FetchFailed = yield Fetch()
    if isinstance(fetched, FetchFailed):
        desk.halt(fetched.reason, fetched.exit_code)
        return False
    if not desk.snapshot.blocked and _shrunk(desk.snapshot.ledger, fetched.ledger):
        # The ledger only grows. Whoever put main elsewhere took claims from it, and the
        # next run would send on them once more: people must look first.
        desk.halt(Reason("main-rewritten"), ExitCode.IN_DOUBT)
        return False
    desk.snapshot = fetched
    _renumber(desk)
    return True


def _shrunk(before: Ledger, after: Ledger) -> bool:
    """Tell whether an event is gone that was on ``main``."""
    return any(
        {entry.name for entry in delivery.entries}
        - {entry.name for entry in after.of(key).entries}
        for key, delivery in before.deliveries.items()
    )


def back_off(attempt: int) -> Step[None]:
    """Wait a moment before pushing again, differently long for every runner."""
    nonce: str = yield Nonce()
    fraction = zlib.crc32(nonce.encode()) / 2**32
    yield Sleep(min(0.2 * 2**attempt, 10.0) * (0.5 + fraction))


def flush(desk: Desk) -> Step[None]:
    """Write the pending receipts; report in full those that cannot be written."""
    reason: Reason | None = Reason(
        "push-lost", {"attempts": desk.config.bounds.attempts}
    )
    for attempt in range(desk.config.bounds.attempts + 1):
        if not desk.pending:
            return
        outcome = yield from push(desk)
        stop = refusal(outcome)
        if stop is not None:
            reason = stop
            break
        if desk.pending:
            yield from back_off(attempt)
            if not (yield from refetch(desk)):
                reason = None  # already said
                break
    for receipt in desk.pending:
        desk.put(unwritten(receipt, desk.lines.get(receipt.key)))
    if desk.pending and reason is not None:
        desk.halt(reason)


def refusal(outcome: PushOutcome | PushFailed) -> Reason | None:
    """Return why trying the push again is no use, None if it may be of use."""
    if isinstance(outcome, PushFailed):
        return outcome.reason
    if outcome.result is PushResult.REFUSED:
        return Reason("push-refused", {"detail": outcome.detail})
    return None


def rebase(receipt: Receipt, delivery: Delivery) -> Receipt | Fate:
    """Return the receipt as it fits the delivery now, or what became of it.

    It is numbered anew, never written over another event, and never attached to a
    claim other than its own.
    """
    if any(entry.text("nonce") == receipt.event.nonce for entry in delivery.entries):
        return Fate.WRITTEN
    claim = delivery.newest(EventName.CLAIMED)
    owner = claim.text("nonce") if claim is not None else None
    if receipt.claim_nonce is not None and owner != receipt.claim_nonce:
        # The claim was settled and another one stands. That nothing was accepted, or
        # that it was in doubt, is no news then; that it is public is.
        return Fate.CONFLICT if receipt.event.event == "published" else Fate.SETTLED
    if receipt.event.event == "retracted" and delivery.state is DeliveryState.RETRACTED:
        return Fate.SETTLED
    for event in _forms(receipt.event, delivery.next_n):
        if delivery.with_entry(entry_of(event)).state is not DeliveryState.BROKEN:
            return Receipt(event, receipt.claim_nonce)
    return Fate.SETTLED if _agrees(receipt.event, delivery) else Fate.CONFLICT


def _forms(event: Event, n: int) -> Iterator[Event]:
    """Return the event numbered ``n``, then in the form it takes after a doubt."""
    yield event.model_copy(update={"n": n})
    if isinstance(event, Rejected):
        # After ``in-doubt`` the ledger knows no ``rejected``. What matters there is
        # the proof that nothing was accepted; the next run meets the refusal again.
        yield NotSent(
            post=event.post,
            account=event.account,
            n=n,
            at=event.at,
            nonce=event.nonce,
            run=event.run,
            reason=event.reason,
            http_status=event.http_status,
        )


def _agrees(event: Event, delivery: Delivery) -> bool:
    """Tell whether the ledger's state makes the event needless."""
    if event.event in {"published", "retracted"}:
        return delivery.state in FINAL
    if event.event == "in-doubt":
        return True  # whoever settled or doubted it knew at least as much
    return delivery.state not in FINAL


def _renumber(desk: Desk) -> None:
    pending, desk.pending = desk.pending, []
    desk.ledger = desk.snapshot.ledger
    for receipt in pending:
        delivery = desk.ledger.of(receipt.key)
        new = rebase(receipt, delivery)
        if isinstance(new, Receipt):
            desk.pending.append(new)
            desk.ledger = desk.ledger.with_entries([entry_of(new.event)])
        elif new is Fate.SETTLED:
            desk.put(standing_line(delivery, Reason("settled-by-another-run")))
        elif new is Fate.CONFLICT:
            desk.put(_conflict(receipt, desk.lines.get(receipt.key), delivery))


def _conflict(receipt: Receipt, line: Line | None, delivery: Delivery) -> Line:
    told = unwritten(receipt, line).outcome
    details = {**(told.reason.details if told.reason else {}), "state": delivery.state}
    outcome = Outcome(
        told.key,
        told.state,
        Reason("receipt-conflicts", details),
        url=told.url,
        remote_id=told.remote_id,
    )
    return Line(outcome, ExitCode.IN_DOUBT)


def _message(events: list[Event]) -> str:
    """Return the message of the commit that adds these events."""
    names = [f"{one.post}.{one.account}.{one.n}-{one.event}" for one in events]
    if not names:
        return "Record what an account says of itself\n"
    if len(names) == 1:
        return f"Record {names[0]}\n"
    return f"Record {len(names)} events\n\n" + "".join(f"- {name}\n" for name in names)
