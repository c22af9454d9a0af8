"""When one delivery may go out (design 5.3). Pure.

Lower bounds: the approval and ``publish_at``. Upper bounds: ``expires_at`` and the end
of the grant it was approved under. In between, opening hours decide, unless the post
is an emergency or gives a reason for going out at another time.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sns_cli.calendar import OpeningHours, local, opening_hours, why_not_before
from sns_cli.model.delivery import DuePost, PostState, Reason, Timing
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Settings
from sns_cli.schedule.granted import not_granted

OVERDUE_AFTER: Final = dt.timedelta(hours=24)
"""How long after its due time an unsent delivery is overdue."""


def timing(
    approved: ApprovedPost, account: str, policy: Settings, now: dt.datetime
) -> Timing:
    """Return when the post may go to ``account``, seen from ``now`` (aware)."""
    window = _window(approved, account, policy)
    due_at = window.first(window.lower)
    late = _too_late(approved, now, window) or not_granted(approved, account, policy)
    if late is not None:
        return Timing(PostState.EXPIRED, due_at, None, late)
    if due_at is None:
        return Timing(PostState.WAITING, None, None, _never(window, window.lower))
    following = window.first(max(now, window.lower))
    if now < window.lower:
        early = _early(approved, window, due_at)
        return Timing(PostState.WAITING, due_at, following, early)
    overdue = now >= due_at + OVERDUE_AFTER
    if following is None or following > now:
        # Overdue counts at night too, although nothing can be sent before opening.
        state = PostState.OVERDUE if overdue else PostState.WAITING
        return Timing(state, due_at, following, _closed(window, now, following))
    if not overdue:
        return Timing(PostState.DUE, due_at, now)
    reason = Reason("overdue", {"due_at": window.shown(due_at)})
    return Timing(PostState.OVERDUE, due_at, now, reason)


def due_post(
    approved: ApprovedPost, account: str, policy: Settings, now: dt.datetime
) -> DuePost | Timing:
    """Return the post as one to be sent now, or when it may be instead."""
    when = timing(approved, account, policy, now)
    if when.due_at is None or when.next_opening is None or when.next_opening > now:
        return when
    window = _window(approved, account, policy)
    closing = window.hours.closes_at(now) if window.hours is not None else None
    return DuePost(approved, account, when.due_at, _earliest(closing, window.upper))


@dataclass(frozen=True, slots=True)
class _Window:
    """The bounds of one delivery.

    Attributes:
        lower: not before this.
        upper: before this, if there is an end.
        hours: opening hours in between; None if they do not bind the post.
        timezone: of the library, for what people read.
    """

    lower: dt.datetime
    upper: dt.datetime | None
    hours: OpeningHours | None
    timezone: str

    def first(self, at: dt.datetime) -> dt.datetime | None:
        """Return the first instant from ``at`` on at which the post may be sent."""
        first = at if self.hours is None else self.hours.next_opening(at)
        if first is None or (self.upper is not None and first >= self.upper):
            return None
        return first

    def shown(self, at: dt.datetime) -> dt.datetime:
        """Return the instant for people to read, in the library's time zone."""
        return local(at, self.timezone)


def _window(approved: ApprovedPost, account: str, policy: Settings) -> _Window:
    meta = approved.post.meta
    approved_at = approved.approval.at
    zone = policy.library.timezone
    return _Window(
        lower=max(approved_at, meta.publish_at or approved_at),
        upper=_earliest(meta.expires_at, approved.approval.claim_before),
        hours=None
        if meta.any_hour
        else opening_hours(policy.calendar_of(account), zone),
        timezone=zone,
    )


def _earliest(*ends: dt.datetime | None) -> dt.datetime | None:
    return min((end for end in ends if end is not None), default=None)


def _too_late(
    approved: ApprovedPost, now: dt.datetime, window: _Window
) -> Reason | None:
    if window.upper is None or now < window.upper:
        return None
    shown = window.shown(window.upper)
    if window.upper == approved.post.meta.expires_at:
        return Reason("post-expired", {"expires_at": shown})
    grant = approved.approval.ending_grant or ""
    return Reason("grant-ended", {"grant": grant, "ended_at": shown})


def _never(window: _Window, at: dt.datetime) -> Reason:
    """Return why no instant from ``at`` on will do."""
    closed = window.hours is not None and window.hours.next_opening(at) is None
    if closed or window.upper is None:
        return _closed_now(window, at)
    return Reason("ends-before-opening", {"ends_at": window.shown(window.upper)})


def _early(approved: ApprovedPost, window: _Window, due_at: dt.datetime) -> Reason:
    lower = window.shown(window.lower)
    if window.lower == approved.approval.at:
        return Reason("approval-in-future", {"approved_at": lower})
    if window.hours is None or due_at == window.lower:
        return Reason("not-before", {"publish_at": lower})
    opening = window.shown(due_at)
    why = why_not_before(window.hours, lower, opening)
    details = {"publish_at": lower, "next_opening": opening, "why": why}
    return Reason("not-before-opening", details)


def _closed(window: _Window, now: dt.datetime, following: dt.datetime | None) -> Reason:
    """Return why it cannot go out now although its time has come, and when it will."""
    if following is None or window.hours is None:
        return _never(window, now)
    opening = window.shown(following)
    why = why_not_before(window.hours, window.shown(now), opening)
    return Reason("waits-for-opening", {"why": why, "next_opening": opening})


def _closed_now(window: _Window, at: dt.datetime) -> Reason:
    why = window.hours.why_closed(at) if window.hours is not None else None
    return why or Reason("no-opening")
