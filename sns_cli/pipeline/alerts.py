"""What of a run's findings calls for people. Pure."""

import datetime as dt
from collections.abc import Iterator

from sns_cli.calendar import local
from sns_cli.model.alarm import digest
from sns_cli.model.alert import Alert, AlertKind, line_of
from sns_cli.model.delivery import PostState, Reason, Snapshot
from sns_cli.model.event import EventName
from sns_cli.model.ledger import (
    Delivery,
    DeliveryKey,
    DeliveryState,
)
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.verification import Checked, Seen, Verification
from sns_cli.pipeline.removals import STANDS, about, request_state
from sns_cli.schedule.timing import timing

_STATES = {
    DeliveryState.IN_DOUBT: AlertKind.IN_DOUBT,
    DeliveryState.BROKEN: AlertKind.BROKEN,
}
_FOUND = {
    EventName.DIFFERS: AlertKind.DIFFERS,
    EventName.MISSING: AlertKind.MISSING,
}
_LOOKED = (EventName.CONFIRMED, *_FOUND)
_NOT_SENT_YET = frozenset(
    {DeliveryState.NONE, DeliveryState.NOT_SENT, DeliveryState.CLAIMED}
)


def alerts_on_record(snapshot: Snapshot, now: dt.datetime) -> tuple[Alert, ...]:
    """Return what ``main`` alone tells, of all accounts, whatever a run looked at.

    Args:
        snapshot: as the run left ``main``.
        now: the run's time (aware).
    """
    return (
        *_blocked(snapshot),
        *_deliveries(snapshot),
        *_overdue(snapshot, now),
    )


def _blocked(snapshot: Snapshot) -> Iterator[Alert]:
    for one in snapshot.blocked:
        commit = str(one.details.get("commit", ""))
        yield Alert(AlertKind.BLOCKED, None, commit, (), one)


def _deliveries(snapshot: Snapshot) -> Iterator[Alert]:
    for key, delivery in sorted(snapshot.ledger.deliveries.items()):
        kind = _STATES.get(delivery.state)
        last = delivery.newest(*_LOOKED)
        if kind is not None:
            facts = (
                (str(delivery.next_n),)
                if kind is AlertKind.BROKEN
                else _claim(delivery)
            )
            yield Alert(kind, key.account, key.post, facts)
        elif delivery.state is DeliveryState.PUBLISHED and last is not None:
            found = _FOUND.get(last.event)
            if found is not None:
                receipt = delivery.newest(EventName.PUBLISHED)
                url = receipt.text("url") if receipt is not None else None
                facts = (str(last.n),)
                yield Alert(found, key.account, key.post, facts, url=url or "")


def _claim(delivery: Delivery) -> tuple[str, ...]:
    """Each claim can be in doubt once, whatever each later look says of it."""
    claim = delivery.newest(EventName.CLAIMED)
    return ("" if claim is None else str(claim.n),)


def _overdue(snapshot: Snapshot, now: dt.datetime) -> Iterator[Alert]:
    """Yield what should have gone out, or been taken down, a day ago.

    A pause holds back on purpose what is to go out; nothing that is to be taken down.
    """
    for approved in snapshot.approved:
        if approved.post.meta.retracts is not None:
            yield from _still_public(approved, snapshot, now)
            continue
        if snapshot.paused is not None:
            continue
        for account in snapshot.policy.accounts_of(approved.post.meta.accounts):
            known = snapshot.policy.accounts.get(account)
            if known is not None and not known.paused:
                yield from _late(approved, account, snapshot, now)


def _still_public(
    request: ApprovedPost, snapshot: Snapshot, now: dt.datetime
) -> Iterator[Alert]:
    """Yield each delivery that somebody approved the taking down of a day ago."""
    state, reason = request_state(request, snapshot, now)
    if state is not PostState.OVERDUE:
        return
    for one in about(request, snapshot):
        if one.state in STANDS:
            facts = (request.post.id,)
            yield Alert(AlertKind.OVERDUE, one.key.account, one.key.post, facts, reason)


def _late(
    approved: ApprovedPost, account: str, snapshot: Snapshot, now: dt.datetime
) -> Iterator[Alert]:
    key = DeliveryKey(approved.post.id, account)
    if snapshot.ledger.of(key).state not in _NOT_SENT_YET:
        return
    when = timing(approved, account, snapshot.policy, now)
    if when.state is PostState.OVERDUE and when.due_at is not None:
        due_at = local(when.due_at, snapshot.policy.library.timezone)
        reason = Reason("overdue", {"due_at": due_at})
        facts = (due_at.isoformat(),)
        yield Alert(AlertKind.OVERDUE, account, approved.post.id, facts, reason)


def alerts_at_service(report: Verification) -> tuple[Alert, ...]:
    """Return what only the services could tell."""
    found = [
        *_again(report),
        *(
            Alert(
                AlertKind.STRANGER,
                one.account,
                one.remote_id,
                (one.text,),
                url=one.url,
                text=one.text,
                made=one.made,
            )
            for one in report.strangers
        ),
        *(
            Alert(
                AlertKind.WRONG_ACCOUNT, account, "", (str(sorted(_plain(why))),), why
            )
            for account, why in report.wrong.items()
        ),
        *(
            Alert(
                AlertKind.PROFILE,
                one.account,
                "",
                (one.seen.digest,),
                Reason("verify-profile", {"account": one.account, "change": one}),
            )
            for one in report.profiles
        ),
    ]
    return tuple(found)


def _plain(why: Reason) -> list[str]:
    return [f"{key}={value}" for key, value in why.details.items()]


def _again(report: Verification) -> Iterator[Alert]:
    """Yield what was taken down and shows again; what is on record tells the rest."""
    for one in report.deliveries:
        if one.state is Seen.DIFFERS and _was_retracted(one, report):
            facts = (one.text or "",)
            account, post = one.key.account, one.key.post
            yield Alert(AlertKind.AGAIN, account, post, facts, url=one.url or "")


def _was_retracted(one: Checked, report: Verification) -> bool:
    seen = report.seen
    return seen is not None and seen.ledger.of(one.key).state is DeliveryState.RETRACTED


def unrecorded(report: Verification) -> Iterator[Alert]:
    """Yield what differs or is missing and could not be written down."""
    kinds = {Seen.DIFFERS: AlertKind.DIFFERS, Seen.MISSING: AlertKind.MISSING}
    for one in report.deliveries:
        kind = kinds.get(one.state)
        if kind is not None and not _was_retracted(one, report):
            account, post = one.key.account, one.key.post
            yield Alert(kind, account, post, url=one.url or "", unrecorded=True)


def settled(snapshot: Snapshot) -> frozenset[str]:
    """Return what a director acknowledged: lines of posts, what is told of profiles."""
    entries = snapshot.policy.acknowledged
    profiles = {one.account: one.profile for one in entries if one.profile is not None}
    return frozenset(
        {
            *(
                line_of(AlertKind.STRANGER, one.account, one.remote_id)
                for one in entries
                if one.remote_id is not None
            ),
            # Only the last one of an account is in order.
            *(digest(profile) for profile in profiles.values()),
        }
    )
