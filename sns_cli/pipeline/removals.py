"""Where a request to take a post down stands, and how a post that is gone is headed.

Such a request is never sent: the next run carries it out, at any hour and under any
pause (design 5, "Taking down"), so that no time of its own is worth telling.
"""

import datetime as dt
from collections.abc import Sequence

from sns_cli.model.delivery import PostState, Reason, Snapshot
from sns_cli.model.ledger import UNSETTLED, Delivery, DeliveryState
from sns_cli.model.proof import ApprovedPost
from sns_cli.report.status import DeliveryStatus
from sns_cli.schedule.timing import OVERDUE_AFTER

STANDS = UNSETTLED | {DeliveryState.PUBLISHED}
"""As long as one of these is left, something may still be public."""


def request_state(
    one: ApprovedPost, snapshot: Snapshot, now: dt.datetime
) -> tuple[PostState, Reason]:
    """Return where an approved post with ``retracts`` stands, and what that means.

    Args:
        one: the request.
        snapshot: with the ledger in which the post it is about is looked up.
        now: aware.
    """
    details = {"id": one.post.meta.retracts}
    states = {delivery.state for delivery in about(one, snapshot)}
    if states & STANDS:
        if snapshot.blocked:
            return PostState.APPROVED, snapshot.blocked[0]
        late = now >= one.approval.at + OVERDUE_AFTER
        state = PostState.OVERDUE if late else PostState.DUE
        return state, Reason("status-to-be-taken-down", details)
    if DeliveryState.RETRACTED in states:
        return PostState.DONE, Reason("status-was-taken-down", details)
    return PostState.DONE, Reason("status-nothing-to-take-down", details)


def about(one: ApprovedPost, snapshot: Snapshot) -> list[Delivery]:
    """Return the deliveries that the request is about."""
    meta = one.post.meta
    return [
        delivery
        for key, delivery in snapshot.ledger.deliveries.items()
        if key.post == meta.retracts
        and (meta.accounts is None or key.account in meta.accounts)
    ]


def heading(deliveries: Sequence[DeliveryStatus]) -> str | None:
    """Return the words for a post that went out and is nowhere public any more."""
    states = {one.state for one in deliveries}
    gone = states == {DeliveryState.RETRACTED.value}
    return "status-heading-taken-down" if gone else None
