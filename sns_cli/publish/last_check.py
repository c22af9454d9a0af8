"""The last check before a claim of ours is sent on (design 5.6). Pure.

After a push that was answered, ``main`` is as it was when the plan was made. After one
that was not, it was fetched again and may say otherwise: then everything that could
keep the delivery from being claimed keeps it from being sent.
"""

import datetime as dt

from sns_cli.model.delivery import Claim, DuePost
from sns_cli.publish.admit import stranger
from sns_cli.publish.desk import Desk
from sns_cli.publish.plan import is_withheld, paused_for, withheld


def too_late(desk: Desk, claim: Claim, now: dt.datetime) -> str | None:
    """Return why the claim must not be sent on any more, None if it may be."""
    if abs(now - claim.event.at) > desk.config.bounds.fresh:
        return "claim-too-old"
    closes_at = claim.due.closes_at
    if closes_at is not None and now >= closes_at:
        return "closed-meanwhile"
    return _forbidden(desk, claim, now)


def _forbidden(desk: Desk, claim: Claim, now: dt.datetime) -> str | None:
    """Return what the newest known ``main`` has against the delivery."""
    snapshot, key = desk.snapshot, claim.due.key
    if snapshot.blocked or paused_for(key.account, snapshot) is not None:
        return "paused-meanwhile"
    basis = claim.due.approved
    bytes_ = (basis.post.id, basis.blob, basis.media_blobs)
    same = (
        one
        for one in snapshot.approved
        if (one.post.id, one.blob, one.media_blobs) == bytes_
    )
    approved = next(same, None)
    known = key.account in snapshot.policy.accounts
    if approved is None or not known or is_withheld(key, withheld(snapshot)):
        return "withdrawn-meanwhile"
    if stranger(desk, key.account) is not None:
        return "account-changed-meanwhile"
    due = desk.config.due(approved, key.account, snapshot.policy, now)
    return None if isinstance(due, DuePost) else "closed-meanwhile"
