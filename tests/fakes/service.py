"""A service in memory that can misbehave in every way that matters to delivery.

It counts what it accepted itself: whether something went public twice is judged here,
never by our own records.
"""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from sns_cli.model.channel import (
    Answer,
    Identity,
    Message,
    NoReply,
    Prepared,
    RemotePost,
    Reply,
    Timeline,
)
from sns_cli.model.ledger import DeliveryKey
from tests.fakes.faults import (
    ACCEPTS,
    DUPLICATE,
    HOLDS,
    DeleteFault,
    Fault,
    IdentifyFault,
    PictureFault,
    TimelineFault,
    answered,
    held,
    undeleted,
    unidentified,
    unread,
)

HANDLE = "lib_example"
STRANGER = "somebody_else"
STALE = dt.timedelta(minutes=10)
"""How old a stale timeline is."""


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
        offset: how far the service's clock is off.
        edited: what people made of a post at the service, by its first id: the number
            and the text that it has now.
    """

    refuses_duplicates: bool = False
    posts: list[Public] = field(default_factory=list)
    held: dict[str, Shown] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    on_accept: Callable[[Public], None] | None = None
    offset: dt.timedelta = dt.timedelta()
    edited: dict[str, tuple[str, str]] = field(default_factory=dict)

    def identify(self, fault: IdentifyFault, now: dt.datetime) -> Identity | Answer:
        """Say whose credentials these are."""
        name = STRANGER if fault is IdentifyFault.STRANGER else HANDLE
        if fault in {IdentifyFault.NONE, IdentifyFault.STRANGER}:
            return Identity("1", name, now + self.offset)
        return unidentified(fault)

    def answer(self, fault: Fault, new: Public) -> Answer:
        """Answer a request to send ``new``, accepting it or not as ``fault`` says."""
        duplicate = self.refuses_duplicates and any(
            post.text == new.text and post.account == new.account
            for post in self.posts
            if post.remote_id not in self.deleted
        )
        if duplicate and fault in ACCEPTS:
            return Reply(403, DUPLICATE)
        if fault in ACCEPTS:
            self.accept(new)
        url = url_of(new.remote_id)
        return answered(fault, Reply(201, remote_id=new.remote_id, url=url), new.at)

    def hold(self, fault: PictureFault, message: Message) -> Prepared | Answer:
        """Take a message's pictures, or not, as ``fault`` says."""
        ids = []
        for item in message.payload.media if fault in HOLDS else ():
            content = message.blobs[item.sha256]
            described = fault is not PictureFault.UNDESCRIBED
            shown = hashlib.sha256(content).hexdigest(), item.alt if described else None
            ids.append(f"media-{len(self.held)}")
            self.held[ids[-1]] = shown
        return held(fault, tuple(ids))

    def accept(self, new: Public) -> None:
        """Make a post public."""
        self.posts.append(new)
        if self.on_accept is not None:
            self.on_accept(new)

    def timeline(
        self, account: str, since: dt.datetime | None, now: dt.datetime
    ) -> Timeline:
        """Return what the timeline shows now, newest first; a post may appear late."""
        return Timeline(
            tuple(
                self._shown(post)
                for post in reversed(self.posts)
                if post.account == account
                and self.shows(post, now)
                and (since is None or post.at >= since)
            )
        )

    def shows(self, post: Public, now: dt.datetime) -> bool:
        """Tell whether a post is on the timeline now."""
        return post.visible_at <= now and post.remote_id not in self.deleted

    def _shown(self, post: Public) -> RemotePost:
        if post.remote_id not in self.edited:
            url = url_of(post.remote_id)
            return RemotePost(post.remote_id, post.text, url, post.at)
        number, text = self.edited[post.remote_id]
        return RemotePost(number, text, url_of(number), post.at, (post.remote_id,))

    def read(
        self,
        fault: TimelineFault,
        account: str,
        since: dt.datetime | None,
        now: dt.datetime,
    ) -> Timeline | Answer:
        """Answer a request for the timeline; a later page lost is no timeline."""
        if fault is TimelineFault.STALE:
            return self.timeline(account, since, now - STALE)
        if fault is TimelineFault.NONE:
            return self.timeline(account, since, now)
        return unread(fault)

    def delete(self, remote_id: str, fault: DeleteFault = DeleteFault.NONE) -> Answer:
        """Take a post down, or not, as ``fault`` says."""
        if fault not in {DeleteFault.NONE, DeleteFault.DROPPED}:
            return undeleted(fault)
        gone = remote_id in self.deleted
        self.deleted.add(remote_id)
        if fault is DeleteFault.DROPPED:
            return NoReply(left=True, reason="connection-reset")
        return Reply(404, "gone") if gone else Reply(200)

    def accepted(self, key: DeliveryKey) -> list[Public]:
        """Return every post accepted for a delivery, deleted ones included."""
        return [post for post in self.posts if post.key == key]


def url_of(remote_id: str) -> str:
    return f"https://x.com/{HANDLE}/status/{remote_id}"
