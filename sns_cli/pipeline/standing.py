"""What the ledger says of a delivery, and what people are to do about it."""

import datetime as dt

from sns_cli.calendar import local
from sns_cli.model.delivery import Outcome, Reason, Result
from sns_cli.model.event import EventName
from sns_cli.model.ledger import Delivery, DeliveryState, Entry, Ledger
from sns_cli.model.settings import Settings
from sns_cli.report.status import DeliveryStatus, EventLine

_READ_BACK = {
    EventName.DIFFERS: "delivery-differs-now",
    EventName.MISSING: "delivery-missing-now",
}
_OPEN = {
    DeliveryState.CLAIMED: "status-claimed",
    DeliveryState.NOT_SENT: "status-not-sent",
    DeliveryState.REJECTED: "status-rejected",
    DeliveryState.IN_DOUBT: "status-in-doubt",
    DeliveryState.BROKEN: "ledger-broken",
}


def standing(
    delivery: Delivery, zone: str, planned: Outcome | None = None
) -> DeliveryStatus:
    """Return a delivery that began.

    Args:
        delivery: with its events.
        zone: of the library.
        planned: what the plan says of it.
    """
    published = delivery.newest(EventName.PUBLISHED)
    return DeliveryStatus(
        account=delivery.key.account,
        state=delivery.state.value,
        url=published.text("url") if published else None,
        remote_id=published.text("remote_id") if published else None,
        reason=_why(delivery, planned),
        events=tuple(_line(one, zone) for one in delivery.entries),
    )


def all_standing(
    ledger: Ledger, post: str | None, zone: str
) -> tuple[DeliveryStatus, ...]:
    """Return every delivery of a post that ever began."""
    return tuple(
        standing(delivery, zone)
        for key, delivery in sorted(ledger.deliveries.items())
        if key.post == post
    )


def may_approve(policy: Settings, today: dt.date) -> tuple[Reason | str, ...]:
    """Return who may approve: the directors, and whoever holds a grant today."""
    people = policy.people
    names: list[Reason | str] = [people[key].name for key in policy.directors()]
    for grant in policy.grants:
        if grant.to in people and grant.valid[0] <= today <= grant.valid[1]:
            held = {"name": people[grant.to].name, "grant": grant.id}
            names.append(Reason("status-granted", held))
    return tuple(names)


def _why(delivery: Delivery, planned: Outcome | None) -> Reason | None:
    last = delivery.last
    if last is not None and last.event in _READ_BACK:
        return Reason(_READ_BACK[last.event])
    said = last.text("reason") if last is not None else None
    code = _OPEN.get(delivery.state)
    if code is None:
        return Reason("event-reason", {"reason": said}) if said else None
    if planned is not None and planned.state in {Result.NOT_SENT, Result.WAITING}:
        return planned.reason
    key = delivery.key
    details = {"reason": said or "-", "post": key.post, "account": key.account}
    return Reason(code, details)


def _line(one: Entry, zone: str) -> EventLine:
    return EventLine(
        n=one.n,
        event=one.event.value,
        at=None if one.at is None else local(one.at, zone),
        by=one.text("by"),
        reason=one.text("reason"),
    )
