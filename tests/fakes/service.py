"""A service in memory that can misbehave in every way that matters to delivery.

It counts what it accepted itself: whether something went public twice is judged here,
never by our own records.
"""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from sns_cli.model.channel import (
    Answer,
    Message,
    NoReply,
    Prepared,
    RemotePost,
    Reply,
    Timeline,
)
from sns_cli.model.ledger import DeliveryKey

DUPLICATE = "You are not allowed to create a Tweet with duplicate content."


class Fault(StrEnum):
    """What happens to one request to send."""

    NONE = "none"
    LIMIT = "429"
    LIMIT_PAST = "429-with-a-reset-in-the-past"
    CONNECT = "connect"
    ERROR = "503-not-accepted"
    ERROR_ACCEPTED = "503-accepted"
    DROPPED = "accepted-then-dropped"
    HUNG = "timeout-not-accepted"
    LATE = "accepted-after-the-timeout"
    NO_ID = "accepted-answer-without-id"
    ACCEPTED_TWICE_ASKED = "accepted-then-403-duplicate"
    BAD = "400"
    FORBIDDEN = "403"
    UNAUTHORIZED = "401"
    PAYMENT = "402"


class PictureFault(StrEnum):
    """What happens when pictures are handed over."""

    NONE = "none"
    LIMIT = "429"
    CONNECT = "connect"
    ERROR = "503"
    DROPPED = "held-then-dropped"
    HUNG = "timeout"
    UNDESCRIBED = "held-but-not-described"
    BAD = "400"
    UNAUTHORIZED = "401"
    PAYMENT = "402"


_HOLDS = frozenset({PictureFault.NONE, PictureFault.DROPPED, PictureFault.UNDESCRIBED})
_ACCEPTS = frozenset(
    {
        Fault.NONE,
        Fault.ERROR_ACCEPTED,
        Fault.DROPPED,
        Fault.NO_ID,
        Fault.ACCEPTED_TWICE_ASKED,
    }
)


Shown = tuple[str, str | None]
"""SHA-256 and description of a picture."""


@dataclass(frozen=True, slots=True)
class Public:
    """A post the service accepted.

    Attributes:
        key: the delivery it was sent for; None for one made by hand.
        nonce: of the claim it was sent on.
        visible_at: from when on the timeline shows it.
        pictures: digest and description of each.
    """

    remote_id: str
    account: str
    text: str
    at: dt.datetime
    visible_at: dt.datetime
    key: DeliveryKey | None = None
    nonce: str | None = None
    pictures: tuple[Shown, ...] = ()


@dataclass
class FakeService:
    """All accounts of one service.

    Attributes:
        refuses_duplicates: a live post with the same text is refused with 403.
        on_accept: called with each accepted post.
    """

    refuses_duplicates: bool = False
    posts: list[Public] = field(default_factory=list)
    held: dict[str, Shown] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    on_accept: Callable[[Public], None] | None = None

    def answer(self, fault: Fault, new: Public) -> Answer:
        """Answer a request to send ``new``, accepting it or not as ``fault`` says."""
        duplicate = self.refuses_duplicates and any(
            post.text == new.text and post.account == new.account
            for post in self.posts
            if post.remote_id not in self.deleted
        )
        if duplicate and fault in _ACCEPTS:
            return Reply(403, DUPLICATE)
        if fault in _ACCEPTS:
            self.accept(new)
        return _answer(fault, new)

    def hold(self, fault: PictureFault, message: Message) -> Prepared | Answer:
        """Take a message's pictures, or not, as ``fault`` says."""
        ids = []
        for item in message.payload.media if fault in _HOLDS else ():
            content = message.blobs[item.sha256]
            described = fault is not PictureFault.UNDESCRIBED
            shown = hashlib.sha256(content).hexdigest(), item.alt if described else None
            ids.append(f"media-{len(self.held)}")
            self.held[ids[-1]] = shown
        return _held(fault, tuple(ids))

    def accept(self, new: Public) -> None:
        """Make a post public."""
        self.posts.append(new)
        if self.on_accept is not None:
            self.on_accept(new)

    def timeline(
        self, account: str, since: dt.datetime | None, now: dt.datetime
    ) -> Timeline:
        """Return what the timeline shows now; a post may appear on it late."""
        return Timeline(
            tuple(
                RemotePost(post.remote_id, post.text, url_of(post.remote_id), post.at)
                for post in self.posts
                if post.account == account
                and post.visible_at <= now
                and post.remote_id not in self.deleted
                and (since is None or post.at >= since)
            )
        )

    def delete(self, remote_id: str) -> Answer:
        """Take a post down."""
        if remote_id in self.deleted:
            return Reply(404, "gone")
        self.deleted.add(remote_id)
        return Reply(200)

    def accepted(self, key: DeliveryKey) -> list[Public]:
        """Return every post accepted for a delivery, deleted ones included."""
        return [post for post in self.posts if post.key == key]


def _held(fault: PictureFault, ids: tuple[str, ...]) -> Prepared | Answer:
    return {
        PictureFault.NONE: Prepared(ids),
        PictureFault.LIMIT: Reply(429, "Too Many Requests"),
        PictureFault.CONNECT: NoReply(left=False, reason="connection-refused"),
        PictureFault.ERROR: Reply(503, "Service Unavailable"),
        PictureFault.DROPPED: NoReply(left=True, reason="connection-reset"),
        PictureFault.HUNG: NoReply(left=True, reason="timeout"),
        # The ids are of no use to anybody who does not cheat; a mutant does.
        PictureFault.UNDESCRIBED: Reply(503, "no alt text", body={"ids": list(ids)}),
        PictureFault.BAD: Reply(400, "media type unrecognized."),
        PictureFault.UNAUTHORIZED: Reply(401, "Unauthorized"),
        PictureFault.PAYMENT: Reply(402, "CreditsDepleted"),
    }[fault]


def url_of(remote_id: str) -> str:
    return f"https://social.example/lib/status/{remote_id}"


def _answer(fault: Fault, new: Public) -> Answer:
    success = Reply(201, remote_id=new.remote_id, url=url_of(new.remote_id))
    return {
        Fault.NONE: success,
        Fault.LIMIT: Reply(429, "Too Many Requests"),
        Fault.LIMIT_PAST: Reply(429, retry_at=new.at - dt.timedelta(hours=1)),
        Fault.CONNECT: NoReply(left=False, reason="connection-refused"),
        Fault.ERROR: Reply(503, "Service Unavailable"),
        Fault.ERROR_ACCEPTED: Reply(503, "Service Unavailable"),
        Fault.DROPPED: NoReply(left=True, reason="connection-reset"),
        Fault.HUNG: NoReply(left=True, reason="timeout"),
        Fault.LATE: NoReply(left=True, reason="timeout"),
        Fault.NO_ID: Reply(201),
        Fault.ACCEPTED_TWICE_ASKED: Reply(403, DUPLICATE),
        Fault.BAD: Reply(400, "Your post is invalid."),
        Fault.FORBIDDEN: Reply(403, "You are not permitted to do this."),
        Fault.UNAUTHORIZED: Reply(401, "Unauthorized"),
        Fault.PAYMENT: Reply(402, "CreditsDepleted"),
    }[fault]
