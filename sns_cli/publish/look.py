"""Looking for a post of ours on the service's timeline (design 5.2, 5.9)."""

import datetime as dt

from sns_cli.model.channel import Answer, Timeline
from sns_cli.model.event import EventName
from sns_cli.model.ledger import UNSETTLED, Delivery, DeliveryKey, Entry, Ledger
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import ReadBack, Step
from sns_cli.publish.reconcile import Match, Sought


def bound(desk: Desk, claim: Entry | None) -> dt.datetime | None:
    """Return before when, in the service's time, a post cannot rest on ``claim``.

    ``--at`` moves the run's clock and never the service's. If this run's clock is moved
    and the claim does not say by how much its own was, there is no bound.
    """
    at = claim.at if claim is not None else None
    if claim is None or at is None:
        return None
    run = claim.data.get("run")
    shifted = run.get("shifted_by") if isinstance(run, dict) else None
    if isinstance(shifted, int):
        # The service's clock is the real one, or was moved as ours was.
        at = min(at, at - dt.timedelta(seconds=shifted))
    elif desk.config.run.shifted_by is not None:
        return None
    return at - desk.config.bounds.skew


def look(account: str, since: dt.datetime | None) -> Step[Timeline | str]:
    """Return what the service shows, or why it shows nothing."""
    answer: Timeline | Answer = yield ReadBack(account, since)
    if isinstance(answer, Timeline):
        return answer
    return answer.reason


def find(desk: Desk, delivery: Delivery, timeline: Timeline) -> Match:
    """Return the post that the delivery's claim put on the timeline, if one is."""
    claim = delivery.newest(EventName.CLAIMED)
    return desk.config.match(
        Sought(
            text=(claim.text("payload", "text") if claim is not None else None) or "",
            since=bound(desk, claim),
            timeline=timeline,
            taken=taken_ids(desk.ledger, delivery.key.account),
            rivals=_rivals(desk, delivery.key),
        )
    )


def taken_ids(ledger: Ledger, account: str) -> frozenset[str]:
    """Return the remote ids of the account's receipts; an unsettled one has none."""
    ids = (
        entry.text("remote_id")
        for other, delivery in ledger.deliveries.items()
        if other.account == account
        for entry in delivery.entries
        if entry.event is EventName.PUBLISHED
    )
    return frozenset(one for one in ids if one is not None)


def _rivals(desk: Desk, key: DeliveryKey) -> tuple[str, ...]:
    """Return the texts of the account's other deliveries that are unsettled too."""
    claims = (
        delivery.newest(EventName.CLAIMED)
        for other, delivery in desk.ledger.deliveries.items()
        if other.account == key.account and other != key and delivery.state in UNSETTLED
    )
    texts = (claim.text("payload", "text") for claim in claims if claim is not None)
    return tuple(text for text in texts if text is not None)
