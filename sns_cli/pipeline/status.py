"""Where each post stands: derived from the proofs, the ledger and the time.

The same pure plan as ``publish --dry-run`` says what keeps a delivery back, so that
the two can never tell different stories.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sns_cli.calendar import local, opening_hours
from sns_cli.model.delivery import Outcome, PostState, Reason, Result, Snapshot, Timing
from sns_cli.model.event import Run
from sns_cli.model.ledger import FINAL, DeliveryKey, DeliveryState, changed_since
from sns_cli.model.proof import ApprovedPost, Authentication, PostProof
from sns_cli.model.settings import Settings
from sns_cli.pipeline.removals import heading, request_state
from sns_cli.pipeline.standing import all_standing, may_approve, standing
from sns_cli.publish.config import Config
from sns_cli.publish.plan import Scene, plan, withheld
from sns_cli.report.status import DeliveryStatus, PostStatus, StatusReport
from sns_cli.schedule.timing import due_post, timing

_HELD = frozenset({Result.WAITING, Result.BLOCKED, Result.EXPIRED, Result.WITHDRAWN})
_URGENCY = (
    PostState.WITHDRAWN,
    PostState.EXPIRED,
    PostState.WAITING,
    PostState.APPROVED,
    PostState.DUE,
    PostState.OVERDUE,
)
_WENT_OUT = frozenset({"published", "retracted"})
"""States of deliveries that a post has behind it."""


@dataclass(frozen=True)
class Scenery:
    """What the state of a post is derived from.

    Attributes:
        snapshot: of the head; its ledger holds the contents of all claims and receipts.
        planned: what the plan says of deliveries that are not sent now.
        now: aware.
    """

    snapshot: Snapshot
    planned: Mapping[DeliveryKey, Outcome]
    now: dt.datetime


def status(
    authentication: Authentication,
    snapshot: Snapshot,
    removed: Sequence[str],
    now: dt.datetime,
) -> StatusReport:
    """Return the state of every post at the head, and of those gone from it.

    Args:
        authentication: of the head.
        snapshot: of the head; see :class:`Scenery`.
        removed: ids of posts that were on ``main`` and are gone.
        now: aware.
    """
    config = Config(
        run=Run(job="status", runner="local", version="0"),
        due=due_post,
        channels=frozenset(snapshot.policy.accounts),
    )
    seen = Scene(
        config, snapshot, snapshot.ledger, now, frozenset(), withheld(snapshot)
    )
    outcomes = {line.outcome.key: line.outcome for line in plan(seen).lines}
    scenery = Scenery(snapshot, outcomes, now)
    approved = {one.post.path: one for one in snapshot.approved}
    unfit = {one.path: one.reason for one in snapshot.unpublishable}
    posts = [
        _approved(approved[proof.path], scenery)
        if proof.path in approved
        else _not_approved(proof, unfit.get(proof.path), scenery)
        for proof in authentication.posts
    ]
    here = {proof.id for proof in authentication.posts}
    gone = {key.post for key in snapshot.ledger.deliveries} | set(removed)
    posts += [_gone(post, scenery) for post in sorted(gone - here)]
    zone = snapshot.policy.library.timezone
    return StatusReport(local(now, zone), tuple(posts))


def _request(one: ApprovedPost, scenery: Scenery) -> PostStatus:
    """Return where a request to take a post down stands; nothing of it is sent."""
    state, reason = request_state(one, scenery.snapshot, scenery.now)
    policy = scenery.snapshot.policy
    return PostStatus(
        id=one.post.id,
        path=one.post.path,
        state=state,
        reason=reason,
        approved_by=one.approval.by,
        title=one.post.meta.title,
        approver=_name(policy, one.approval.by),
        approved_at=local(one.approval.at, policy.library.timezone),
        evidence=one.approval.evidence,
        heading="status-heading-request",
    )


def _approved(one: ApprovedPost, scenery: Scenery) -> PostStatus:
    if one.post.meta.retracts is not None:
        return _request(one, scenery)
    policy = scenery.snapshot.policy
    accounts = policy.accounts_of(one.post.meta.accounts)
    found = [_delivery(one, account, scenery) for account in accounts]
    open_ones = [(state, when) for state, when, _ in found if when is not None]
    deliveries = tuple(shown for _, _, shown in found)
    if not open_ones:
        state, reason = PostState.DONE, _changed_since(one, scenery)
        due_at = None
        following = _next_opening(one, scenery)
    else:
        state, when = max(open_ones, key=lambda pair: _URGENCY.index(pair[0]))
        reason = _first_reason(scenery, found, state)
        due_at, following = when.due_at, when.next_opening
    zone = policy.library.timezone
    return PostStatus(
        id=one.post.id,
        path=one.post.path,
        state=state,
        reason=reason,
        due_at=None if due_at is None else local(due_at, zone),
        next_opening=None if following is None else local(following, zone),
        approved_by=one.approval.by,
        deliveries=deliveries,
        title=one.post.meta.title,
        approver=_name(policy, one.approval.by),
        approved_at=local(one.approval.at, zone),
        evidence=one.approval.evidence,
        heading=heading(deliveries) if state is PostState.DONE else None,
    )


def _name(policy: Settings, person: str) -> str:
    known = policy.people.get(person)
    return person if known is None else known.name


_Found = tuple[PostState, Timing | None, DeliveryStatus]


def _delivery(one: ApprovedPost, account: str, scenery: Scenery) -> _Found:
    """Return a delivery's part in the post's state; no timing once it is final."""
    key = DeliveryKey(one.post.id, account)
    policy = scenery.snapshot.policy
    zone = policy.library.timezone
    delivery = scenery.snapshot.ledger.of(key)
    if delivery.state in FINAL:
        return PostState.DONE, None, standing(delivery, zone)
    when = timing(one, account, policy, scenery.now)
    planned = scenery.planned.get(key)
    held = planned if planned is not None and planned.state in _HELD else None
    state = _state(when, held)
    if delivery.state is not DeliveryState.NONE:
        return state, when, standing(delivery, zone, planned)
    shown = state.value if state is not PostState.APPROVED else Result.BLOCKED.value
    reason = held.reason if held is not None else when.reason
    if state is PostState.DUE and reason is None:
        reason = Reason("status-due")
    return state, when, DeliveryStatus(account, shown, reason=reason)


def _state(when: Timing, held: Outcome | None) -> PostState:
    if held is None or when.state is PostState.OVERDUE:
        return when.state
    if held.state is Result.BLOCKED:
        return PostState.APPROVED
    if held.state is Result.WITHDRAWN:
        return PostState.WITHDRAWN
    return PostState.EXPIRED if held.state is Result.EXPIRED else PostState.WAITING


def _first_reason(
    scenery: Scenery, found: Sequence[_Found], state: PostState
) -> Reason | None:
    if scenery.snapshot.blocked:
        return scenery.snapshot.blocked[0]
    reasons = [
        shown.reason or when.reason
        for its, when, shown in found
        if its is state and when is not None
    ]
    return next((reason for reason in reasons if reason is not None), None)


def _changed_since(one: ApprovedPost, scenery: Scenery) -> Reason | None:
    """Say that the file is not what went out: it is never sent again (design 5)."""
    policy, ledger = scenery.snapshot.policy, scenery.snapshot.ledger
    accounts = policy.accounts_of(one.post.meta.accounts)
    deliveries = [ledger.of(DeliveryKey(one.post.id, key)) for key in accounts]
    sent = {made for each in deliveries if (made := each.sent_from) is not None}
    if not changed_since(sent, (one.blob, *one.media_blobs)):
        return None
    return Reason("changed-after-publication", {"id": one.post.id})


def _next_opening(one: ApprovedPost, scenery: Scenery) -> dt.datetime | None:
    policy = scenery.snapshot.policy
    zone = policy.library.timezone
    openings = [
        opening_hours(policy.calendar_of(account), zone).next_opening(scenery.now)
        for account in policy.accounts_of(one.post.meta.accounts)
    ]
    return min((at for at in openings if at is not None), default=None)


def _not_approved(
    proof: PostProof, unfit: Reason | None, scenery: Scenery
) -> PostStatus:
    snapshot = scenery.snapshot
    zone = snapshot.policy.library.timezone
    deliveries = all_standing(snapshot.ledger, proof.id, zone)
    by, reason = None, unfit
    # What an earlier introduction held and saw through is history, not work.
    history = proof.reason == "before-introduction"
    done_with = history and proof.path not in snapshot.unapproved
    went_out = bool(deliveries) and all(one.state in _WENT_OUT for one in deliveries)
    if proof.approval is not None:
        state, by = PostState.APPROVED, proof.approval.by
    elif went_out or done_with:
        state = PostState.DONE
    elif proof.reason == "before-introduction":
        state = PostState.DRAFT
    else:
        state = PostState.REFUSED
    if done_with:
        reason = None
    elif proof.approval is None and proof.reason is not None:
        reason = Reason(proof.reason, proof.details)
        if state is PostState.REFUSED:
            people = may_approve(snapshot.policy, local(scenery.now, zone).date())
            reason = Reason("status-refused", {"why": reason, "people": people})
    return PostStatus(
        proof.id,
        proof.path,
        state,
        reason,
        approved_by=by,
        deliveries=deliveries,
        heading=heading(deliveries),
    )


def _gone(post: str, scenery: Scenery) -> PostStatus:
    zone = scenery.snapshot.policy.library.timezone
    deliveries = all_standing(scenery.snapshot.ledger, post, zone)
    done = bool(deliveries) and all(one.state in _WENT_OUT for one in deliveries)
    if done:
        return PostStatus(
            post,
            None,
            PostState.DONE,
            deliveries=deliveries,
            heading=heading(deliveries),
        )
    reason = Reason("status-gone")
    return PostStatus(post, None, PostState.WITHDRAWN, reason, deliveries=deliveries)
