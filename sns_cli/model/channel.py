"""What goes to a service and what comes back, the same for every channel."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sns_cli.model.event import ClaimedMedia, Payload
from sns_cli.model.picture import Picture
from sns_cli.model.profile import Profile


@dataclass(frozen=True, slots=True)
class Message:
    """The exact message for one account.

    Attributes:
        payload: what is sent. Its media are known only once their bytes were read,
            which a run that sends nothing does not do.
        links: URLs in the text.
        cost_usd: estimated price of sending it.
        pictures: the post's pictures in order, as the post names them.
        media: what is known of each picture beside what is sent.
        blobs: the bytes that are sent, by sha256.
    """

    payload: Payload
    links: tuple[str, ...] = ()
    cost_usd: float = 0.0
    pictures: tuple[Picture, ...] = ()
    media: tuple[ClaimedMedia, ...] = ()
    blobs: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a service holds for a message and shows to nobody before it is sent.

    Attributes:
        media_ids: the service's names of the pictures, in the message's order.
        wait_seconds: how long the service asks to wait before they are used.
    """

    media_ids: tuple[str, ...] = ()
    wait_seconds: float = 0.0


NOTHING: Final = Prepared()
"""What is prepared for a message without pictures."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A service answered with a status.

    Attributes:
        status: HTTP status.
        detail: the service's own words, never a credential; may be empty.
        remote_id: id of the created post; None when the answer names none.
        url: address of the created post.
        retry_at: when the service's limit resets (aware), if it said so.
        server_time: the service's ``Date`` (aware), if it said so.
        body: the answer as JSON, for the archive; None if it is no JSON object.
    """

    status: int
    detail: str = ""
    remote_id: str | None = None
    url: str | None = None
    retry_at: dt.datetime | None = None
    server_time: dt.datetime | None = None
    body: Mapping[str, Any] | None = None

    @property
    def reason(self) -> str:
        """Why it is no success: the service's own words, or its status."""
        return self.detail or f"http-{self.status}"


@dataclass(frozen=True, slots=True)
class NoReply:
    """No answer that can be read came back.

    Attributes:
        left: whether any byte of the request may have left this machine. False is
            proof that nothing was accepted; True proves nothing.
        reason: short kebab-case cause, such as ``timeout`` or ``connection-reset``.
    """

    left: bool
    reason: str


Answer = Reply | NoReply


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose credentials these are, as the service says.

    Attributes:
        profile: what the account says of itself, where that was asked for.
    """

    user_id: str
    handle: str
    server_time: dt.datetime | None = None
    profile: Profile | None = None


@dataclass(frozen=True, slots=True)
class RemotePost:
    """A post of our account as the service shows it.

    Attributes:
        text: as people read it: HTML entities undone, shortened links expanded.
        created_at: aware; None if the service did not say.
        earlier: ids it had before it was edited at the service, if that gives new ones.
    """

    remote_id: str
    text: str
    url: str
    created_at: dt.datetime | None = None
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Our newest posts since an instant, all of them.

    Where it cannot be read whole there is an :data:`Answer` instead: ``Timeline |
    Answer``.

    Attributes:
        whole: False where the service may have older posts that it does not show any
            more: what is older than the oldest one here is neither there nor missing.
    """

    posts: tuple[RemotePost, ...]
    whole: bool = True
