"""Post and account → the exact message; shared by lint, preview and publish."""

import difflib
from dataclasses import dataclass

from sns_cli.compose.channel_spec import ChannelSpec, channel_spec
from sns_cli.compose.plain_text import holds_image, plain_text
from sns_cli.compose.prices import prices_of
from sns_cli.compose.urls import find_urls
from sns_cli.compose.weighted_length import holds_link
from sns_cli.model.channel import Message
from sns_cli.model.event import Payload
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
    if len(post.meta.media) > spec.images or holds_image(source_text(post, account)):
        return _unsendable("media-unsupported", account=account, service=service.value)
    text = plain_text(source_text(post, account))
    return _refusal(text, account, spec) or Message(
        payload=Payload(text=text),
        links=links_of(text),
        cost_usd=cost_usd(text, service, settings),
    )


def source_text(post: Post, account: str) -> str:
    """Return the Markdown that ``account`` gets: its own, or the post's body."""
    override = post.meta.overrides.get(account)
    return post.body if override is None or override.body is None else override.body


def links_of(text: str) -> tuple[str, ...]:
    """Return the different URLs of ``text`` in order."""
    return tuple(dict.fromkeys(url.text for url in find_urls(text)))


def cost_usd(text: str, service: Service, settings: Settings) -> float:
    """Return the estimated price of sending ``text`` without media, in US dollars."""
    prices = prices_of(service, settings)
    return prices.create_with_url if holds_link(text) else prices.create


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
