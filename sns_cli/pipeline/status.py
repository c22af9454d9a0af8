"""Where each post stands: derived from the proofs, the ledger and the time."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sns_cli.calendar import OpeningHours, local
from sns_cli.model.delivery import PostState, Reason, Timing
from sns_cli.model.event import EventName
from sns_cli.model.ledger import Delivery, DeliveryKey, DeliveryState, Ledger
from sns_cli.model.proof import ApprovedPost, Authentication, PostProof
from sns_cli.model.settings import Settings
from sns_cli.pipeline.candidates import Candidates
from sns_cli.report.status import DeliveryStatus, PostStatus, StatusReport
from sns_cli.schedule.timing import timing

_FINAL = frozenset({DeliveryState.PUBLISHED, DeliveryState.RETRACTED})
_URGENCY = (PostState.WAITING, PostState.EXPIRED, PostState.DUE, PostState.OVERDUE)


def status(
    authentication: Authentication,
    found: Candidates,
    ledger: Ledger,
    now: dt.datetime,
) -> StatusReport:
    """Return the state of every post at the head, and of those gone from it.

    The ledger holds the contents of all ``published`` events. ``now`` is aware.
    """
    policy = authentication.policy
    approved = {one.post.path: one for one in found.approved}
    unfit = {one.path: one.reason for one in found.unpublishable}
    posts = [
        _approved(approved[proof.path], ledger, policy, now)
        if proof.path in approved
        else _not_approved(proof, unfit.get(proof.path), ledger)
        for proof in authentication.posts
    ]
    here = {proof.id for proof in authentication.posts}
    posts += _gone(ledger, here)
    return StatusReport(local(now, policy.library.timezone), tuple(posts))


def _approved(
    one: ApprovedPost, ledger: Ledger, policy: Settings, now: dt.datetime
) -> PostStatus:
    post = one.post
    deliveries: list[DeliveryStatus] = []
    timings: list[Timing] = []
    for account in policy.accounts_of(post.meta.accounts):
        delivery = ledger.of(DeliveryKey(post.id, account))
        if delivery.state in _FINAL:
            deliveries.append(_delivered(delivery))
            continue
        when = timing(one, account, policy, now)
        timings.append(when)
        if delivery.state is DeliveryState.NONE:
            deliveries.append(
                DeliveryStatus(account, when.state.value, reason=when.reason)
            )
        else:
            deliveries.append(_delivered(delivery))
    worst = max(timings, key=lambda when: _URGENCY.index(when.state), default=None)
    shown = PostStatus(
        id=post.id,
        path=post.path,
        state=PostState.DONE,
        reason=_changed_since(one, ledger, policy),
        next_opening=_next_opening(policy, post.meta.accounts, now),
        approved_by=one.approval.by,
        deliveries=tuple(deliveries),
    )
    if worst is None:
        return shown
    zone = policy.library.timezone
    return replace(
        shown,
        state=worst.state,
        reason=worst.reason,
        due_at=None if worst.due_at is None else local(worst.due_at, zone),
        next_opening=None
        if worst.next_opening is None
        else local(worst.next_opening, zone),
    )


def _changed_since(
    one: ApprovedPost, ledger: Ledger, policy: Settings
) -> Reason | None:
    """Say that the file is not what went out: it is never sent again (design 5)."""
    for account in policy.accounts_of(one.post.meta.accounts):
        claim = ledger.of(DeliveryKey(one.post.id, account)).newest(EventName.CLAIMED)
        sent = None if claim is None else claim.text("blob")
        if sent is not None and sent != one.blob:
            return Reason("changed-after-publication")
    return None


def _next_opening(
    policy: Settings, chosen: tuple[str, ...] | None, now: dt.datetime
) -> dt.datetime | None:
    openings = [
        OpeningHours(policy.calendar_of(account), policy.library.timezone).next_opening(
            now
        )
        for account in policy.accounts_of(chosen)
    ]
    return min((at for at in openings if at is not None), default=None)


def _not_approved(proof: PostProof, unfit: Reason | None, ledger: Ledger) -> PostStatus:
    if proof.approval is not None:
        return PostStatus(
            proof.id,
            proof.path,
            PostState.APPROVED,
            unfit,
            approved_by=proof.approval.by,
            deliveries=_all_of(ledger, proof.id),
        )
    state = (
        PostState.DRAFT if proof.reason == "before-introduction" else PostState.REFUSED
    )
    deliveries = _all_of(ledger, proof.id)
    if deliveries and all(one.state == "published" for one in deliveries):
        state = PostState.DONE
    reason = None if proof.reason is None else Reason(proof.reason, proof.details)
    return PostStatus(proof.id, proof.path, state, reason, deliveries=deliveries)


def _gone(ledger: Ledger, here: Iterable[str | None]) -> list[PostStatus]:
    known = set(here)
    by_post: dict[str, list[Delivery]] = {}
    for key, delivery in sorted(ledger.deliveries.items()):
        if key.post not in known:
            by_post.setdefault(key.post, []).append(delivery)
    return [
        PostStatus(
            id=post,
            path=None,
            state=PostState.DONE
            if all(one.state in _FINAL for one in deliveries)
            else PostState.WITHDRAWN,
            deliveries=tuple(_delivered(one) for one in deliveries),
        )
        for post, deliveries in by_post.items()
    ]


def _all_of(ledger: Ledger, post: str | None) -> tuple[DeliveryStatus, ...]:
    return tuple(
        _delivered(delivery)
        for key, delivery in sorted(ledger.deliveries.items())
        if key.post == post
    )


def _delivered(delivery: Delivery) -> DeliveryStatus:
    published = delivery.newest(EventName.PUBLISHED)
    last = delivery.last
    why = last.text("reason") if last is not None else None
    return DeliveryStatus(
        account=delivery.key.account,
        state=delivery.state.value,
        url=published.text("url") if published else None,
        remote_id=published.text("remote_id") if published else None,
        reason=Reason("event-reason", {"reason": why}) if why else None,
    )


def needs_people(authentication: Authentication, delivered: Mapping[str, bool]) -> bool:
    """Tell whether ``authenticate`` must exit with 1 (design 8.3).

    True when a refused change still stands at the head, or a post that was not
    delivered is not approved. ``delivered`` says for a post id whether it was.
    """
    standing = any(not refusal.superseded for refusal in authentication.refusals)
    return standing or any(
        proof.approval is None and not delivered.get(proof.id or "", False)
        for proof in authentication.posts
    )
