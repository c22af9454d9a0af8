"""Where each post stands, as values."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sns_cli.model.delivery import PostState, Reason

_NEVER: Final = frozenset(
    {
        "ends-before-opening",
        "hours-no-calendar",
        "hours-none-left",
        "hours-not-covered",
        "limit-budget-never",
        "limit-for-good",
        "no-opening",
    }
)
"""Reasons to wait for a time that does not come: as things are, it never goes out."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event of a delivery, as ``archive/`` tells it.

    Attributes:
        event: its name (design 5).
        at: when it was written (aware, in the library's zone), if that is known.
        by: the person who decided or asked for it.
        reason: in the words of whoever wrote it.
    """

    n: int
    event: str
    at: dt.datetime | None = None
    by: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """One delivery of a post.

    Attributes:
        state: a state of design 5, or ``waiting``, ``due``, ``overdue``, ``expired``,
            ``withdrawn``, ``blocked`` for one that never began.
        reason: why, and what to do.
        events: only in the report of one post.
    """

    account: str
    state: str
    url: str | None = None
    remote_id: str | None = None
    reason: Reason | None = None
    events: tuple[EventLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PostStatus:
    """One post with its deliveries; times are in the library's zone.

    Attributes:
        approved_by: key of ``[people]``; ``approver`` is the name.
        evidence: what proves the approval; see ``Approval``.
        title: of an approved post.
        heading: code of the few words it is headed with, if not those of its state.
    """

    id: str | None
    path: str | None
    state: PostState
    reason: Reason | None = None
    due_at: dt.datetime | None = None
    next_opening: dt.datetime | None = None
    approved_by: str | None = None
    deliveries: tuple[DeliveryStatus, ...] = ()
    title: str | None = None
    approver: str | None = None
    approved_at: dt.datetime | None = None
    evidence: str | None = None
    heading: str | None = None

    @property
    def stuck(self) -> bool:
        """Whether a delivery of it waits in vain until people act."""
        reasons = (self.reason, *(one.reason for one in self.deliveries))
        return any(one is not None and one.code in _NEVER for one in reasons)


@dataclass(frozen=True)
class StatusReport:
    """All posts, at one instant.

    Attributes:
        detailed: it is about one post, and everything is told.
    """

    at: dt.datetime
    posts: tuple[PostStatus, ...]
    detailed: bool = False

    def only(self, post_id: str) -> "StatusReport":
        """Return the report of one post alone."""
        chosen = tuple(post for post in self.posts if post.id == post_id)
        return replace(self, posts=chosen, detailed=True)


def worst_first(posts: Iterable[PostStatus]) -> list[PostStatus]:
    """Return the posts with what is in doubt first, then what is late, then the rest.

    A library has hundreds of posts, nearly all of which are done.
    """
    return sorted(posts, key=_rank)


def _rank(post: PostStatus) -> int:
    if any(one.state in {"in-doubt", "broken"} for one in post.deliveries):
        return 0
    return 1 if post.state is PostState.OVERDUE else 2
