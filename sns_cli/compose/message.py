"""Post and account → the exact message; shared by lint, preview and publish.

:func:`compose` reads no picture: the message names them, and :func:`with_pictures`
completes it with the bytes once it is about to be sent.
"""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sns_cli.compose.channel_spec import ChannelSpec, channel_spec
from sns_cli.compose.media import pictures_of, refusal
from sns_cli.compose.plain_text import plain_text
from sns_cli.compose.prices import prices_of
from sns_cli.compose.urls import find_urls
from sns_cli.compose.weighted_length import holds_link
from sns_cli.model.channel import Message
from sns_cli.model.event import ClaimedMedia, Payload, PayloadMedia
from sns_cli.model.history import BlobId
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.post import Post
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Service, Settings


@dataclass(frozen=True, slots=True)
class Unsendable:
    """This post cannot go to this account as it stands; people must change it."""

    reason: Reason


def compose(post: Post, account: str, settings: Settings) -> Message | Unsendable:
    """Return exactly what would be sent to ``account``, or why nothing can be."""
    if account not in settings.accounts:
        return _unsendable(
            "account-unknown", account=account, **_near(account, settings)
        )
    service = settings.accounts[account].service
    spec = channel_spec(service)
    if spec is None:
        return _unsendable(
            "service-unsupported", account=account, service=service.value
        )
    source = source_text(post, account)
    refused = refusal(post, source, account, spec)
    if refused is not None:
        return Unsendable(refused)
    text = plain_text(source)
    pictures = pictures_of(post)
    alts = sum(one.alt is not None for one in pictures)
    return _refusal(text, account, spec) or Message(
        payload=Payload(text=text),
        links=links_of(text),
        cost_usd=cost_usd(text, service, settings, alts=alts),
        pictures=pictures,
    )


def with_pictures(
    message: Message, blobs: Sequence[BlobId], made: Sequence[PreparedPicture]
) -> Message:
    """Return the message with the pictures that go out.

    Args:
        message: composed from the post.
        blobs: the approved file of each picture.
        made: what was prepared from it.
    """
    named = list(zip(message.pictures, blobs, made, strict=True))
    frozen = tuple(
        PayloadMedia(path=one.path, sha256=new.sha256, mime=new.mime, alt=one.alt)
        for one, _, new in named
    )
    about = tuple(
        ClaimedMedia(
            path=one.path,
            blob=blob,
            size=len(new.content),
            width=new.width,
            height=new.height,
            rights=one.rights,
            kind=one.kind,
        )
        for one, blob, new in named
    )
    return replace(
        message,
        payload=Payload(text=message.payload.text, media=frozen),
        media=about,
        blobs={new.sha256: new.content for new in made},
    )


def source_text(post: Post, account: str) -> str:
    """Return the Markdown that ``account`` gets: its own, or the post's body."""
    override = post.meta.overrides.get(account)
    return post.body if override is None or override.body is None else override.body


def links_of(text: str) -> tuple[str, ...]:
    """Return the different URLs of ``text`` in order."""
    return tuple(dict.fromkeys(url.text for url in find_urls(text)))


def cost_usd(
    text: str, service: Service, settings: Settings, *, alts: int = 0
) -> float:
    """Return the estimated price of sending ``text``, in US dollars.

    Args:
        text: what is sent.
        service: where.
        settings: may override prices.
        alts: how many pictures with a description go with it; a picture costs nothing.
    """
    prices = prices_of(service, settings)
    create = prices.create_with_url if holds_link(text) else prices.create
    # Sums of such prices have tails like 0.020000000000000004.
    return round(create + alts * prices.alt_text, 6)


def _refusal(text: str, account: str, spec: ChannelSpec) -> Unsendable | None:
    if not text.strip():
        return _unsendable("text-empty", account=account)
    length = spec.length(text)
    if length > spec.limit:
        over = length - spec.limit
        return _unsendable(
            "text-too-long", account=account, length=length, limit=spec.limit, over=over
        )
    return None


def _near(account: str, settings: Settings) -> dict[str, str]:
    near = difflib.get_close_matches(account, settings.accounts, n=3)
    return {"near": "・".join(near or settings.accounts) or "—"}


def _unsendable(code: str, **details: object) -> Unsendable:
    return Unsendable(Reason(code, details))
