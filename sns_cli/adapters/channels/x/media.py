"""Handing pictures to X: ``POST /2/media/upload`` and ``POST /2/media/metadata``.

tweepy 4.17 knows neither (services.md §1), so its client is used for signing alone.
Nothing of this is public: X shows a picture once a post names it, and forgets it after
a day if none does.
"""

from collections.abc import Mapping
from typing import Any, Final, Protocol

from sns_cli.compose.pictures.kinds import Kind
from sns_cli.compose.pictures.look import take_apart
from sns_cli.model.event import PayloadMedia

_UPLOAD: Final = "https://api.twitter.com/2/media/upload"
"""One-shot upload; the transport leads it elsewhere when told to."""
_METADATA: Final = "/2/media/metadata"


class Client(Protocol):
    """What is used of ``tweepy.Client`` here."""

    session: Any
    consumer_key: str
    consumer_secret: str
    access_token: str
    access_token_secret: str

    def request(
        self, method: str, route: str, *, json: object, user_auth: bool
    ) -> object:
        """Make one signed request with a JSON body."""
        ...


def upload(client: Client, media: PayloadMedia, content: bytes) -> object:
    """Hand over one picture: multipart, signed by OAuth 1.0a without the body."""
    from requests_oauthlib import OAuth1  # noqa: PLC0415  (only who sends loads it)

    signed = OAuth1(
        client.consumer_key,
        client_secret=client.consumer_secret,
        resource_owner_key=client.access_token,
        resource_owner_secret=client.access_token_secret,
    )
    # The name says nothing: the file's own might tell more than the picture does.
    files = {"media": ("media", content, media.mime)}
    fields = {"media_category": category_of(media, content), "media_type": media.mime}
    return client.session.post(_UPLOAD, files=files, data=fields, auth=signed)


def describe(client: Client, media_id: str, alt: str) -> object:
    """Tell what the picture shows, for people who cannot see it."""
    body = {"id": media_id, "metadata": {"alt_text": {"text": alt}}}
    return client.request("POST", _METADATA, json=body, user_auth=True)


def category_of(media: PayloadMedia, content: bytes) -> str:
    """Return X's name for the use: a GIF that moves is treated differently.

    Raises:
        MalformedError: the bytes say that they are a GIF, and are none that is whole.
    """
    gif = media.mime == Kind.GIF.mime
    moving = gif and take_apart(Kind.GIF, content).frames > 1
    return "tweet_gif" if moving else "tweet_image"


def processing_of(body: Mapping[str, Any] | None) -> tuple[str, float]:
    """Return the state that X says a picture is in, and the seconds to wait for it.

    Most pictures are ready at once, and X says nothing of the kind.
    """
    data = (body or {}).get("data")
    info = data.get("processing_info") if isinstance(data, dict) else None
    if not isinstance(info, dict):
        return "succeeded", 0.0
    state, wait = info.get("state"), info.get("check_after_secs")
    seconds = float(wait) if isinstance(wait, int | float) else 0.0
    return state if isinstance(state, str) else "succeeded", max(0.0, seconds)
