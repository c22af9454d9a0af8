"""What travels through ``schedule`` and ``publish``: due posts, claims, outcomes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sns_cli.errors import ExitCode
from sns_cli.model.channel import Message
from sns_cli.model.event import Claimed
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import DeliveryKey, Ledger
from sns_cli.model.post import Post
from sns_cli.model.profile import KnownProfile
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.reason import Reason as Reason  # noqa: PLC0414  (travels with it)
from sns_cli.model.settings import Settings


class PostState(StrEnum):
    """State of a post as ``status`` shows it (design 8.3)."""

    DRAFT = "draft"
    REFUSED = "refused"
    APPROVED = "approved"
    WAITING = "waiting"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Timing:
    """When one delivery may go out.

    Attributes:
        state: WAITING, DUE, OVERDUE or EXPIRED.
        due_at: first instant that satisfies approval, ``publish_at`` and opening
            hours; None if there is none in the time the calendar covers.
        next_opening: next instant from now at which it may be sent, None if none.
        reason: for people, when it is not due.
    """

    state: PostState
    due_at: dt.datetime | None
    next_opening: dt.datetime | None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class DuePost:
    """An approved post that may be sent to one account now. Built by ``schedule``."""

    approved: ApprovedPost
    account: str
    due_at: dt.datetime
    closes_at: dt.datetime | None
    """Not to be sent from this instant on: closing time, expiry, end of the grant."""

    @property
    def key(self) -> DeliveryKey:
        """The delivery this is about."""
        return DeliveryKey(self.approved.post.id, self.account)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of ours that stands on ``main``: the right to send once.

    Built by the engine only after the push that carried it was accepted.
    """

    due: DuePost
    event: Claimed
    message: Message
    tip: CommitId


class Result(StrEnum):
    """What became of a delivery in a run, beyond its ledger state."""

    WAITING = "waiting"
    DUE = "due"
    EXPIRED = "expired"
    BLOCKED = "blocked"
    CLAIMED = "claimed"
    PUBLISHED = "published"
    NOT_SENT = "not-sent"
    REJECTED = "rejected"
    IN_DOUBT = "in-doubt"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of the report of ``publish``.

    Attributes:
        due_since: when it became due, if that is so long ago that it is overdue.
    """

    key: DeliveryKey
    state: Result
    reason: Reason | None = None
    url: str | None = None
    remote_id: str | None = None
    due_since: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did and left.

    Attributes:
        outcomes: one per delivery that is not long since final, in order of planning.
        exit_code: the worst that applies (design 8.3).
        notes: what concerns the whole run: a pause, a refused push, no remote.
        seen: ``main`` as the run left it, its ledger with what the run did; None if it
            could not be read.
    """

    outcomes: tuple[Outcome, ...]
    exit_code: ExitCode
    notes: tuple[Reason, ...] = ()
    seen: "Snapshot | None" = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Unpublishable:
    """An approved post that cannot be sent as it is; people must edit."""

    path: str
    post: Post | None
    reason: Reason
    id: str | None = None
    """The id, where it can be read although the post cannot."""


@dataclass(frozen=True)
class Snapshot:
    """One authenticated state of ``main``: everything a decision rests on.

    Attributes:
        tip: the commit that was authenticated. A claim is pushed on top of it.
        approved: posts that may go out, each parsed and proven, ids unique.
        unpublishable: approved posts that cannot be sent as they are.
        ledger: every delivery; contents are present for events not yet final and for
            events of this and the previous month.
        policy: the settings in force.
        paused: why nothing is sent, or None.
        blocked: why nothing may be published (a refused change outside ``posts/``).
        profiles: what the accounts said of themselves, oldest first; only ``verify``
            reads them.
        unproven: changes that the host of the repository would have to tell of, and
            does not; what rests on them is not sent, everything else goes on.
    """

    tip: CommitId
    approved: tuple[ApprovedPost, ...]
    ledger: Ledger
    policy: Settings
    unpublishable: tuple[Unpublishable, ...] = ()
    unapproved: tuple[str, ...] = ()
    paused: Reason | None = None
    blocked: tuple[Reason, ...] = ()
    unproven: tuple[Reason, ...] = ()
    profiles: Mapping[str, tuple[KnownProfile, ...]] = field(default_factory=dict)

    def only(self, post: str) -> "Snapshot":
        """Return the snapshot as if nothing else were to be done than about a post.

        What asks for it to be taken down belongs to it; the ledger stays whole, since
        limits and read-backs count everything.
        """
        return replace(
            self,
            approved=tuple(
                one
                for one in self.approved
                if post in {one.post.id, one.post.meta.retracts}
            ),
            unpublishable=tuple(one for one in self.unpublishable if one.id == post),
        )
