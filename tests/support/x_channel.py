"""An X channel on a loopback server, with timeouts fit for a test."""

import contextlib
import hashlib
from collections.abc import Iterator

from sns_cli.adapters.channels.x import XCredentials
from sns_cli.adapters.channels.x.channel import XChannel
from sns_cli.model.channel import Answer, Message
from sns_cli.model.event import Payload, PayloadMedia

CANARIES = XCredentials(
    consumer_key="canary-ck-7Hq2/Zp+w",
    consumer_secret="canary-cs-9Lm4/Xk+r",
    access_token="1234567-canary-at-3Vn8Jd",
    access_token_secret="canary-ts-5Tb1/Gy+q",
)


@contextlib.contextmanager
def x_channel(
    api_base: str | None,
    credentials: XCredentials = CANARIES,
    timeouts: tuple[float, float] = (20.0, 20.0),
) -> Iterator[XChannel]:
    channel = XChannel(credentials, "library", api_base, timeouts)
    try:
        yield channel
    finally:
        channel.close()


def message_with(
    *pictures: tuple[bytes, str | None],
    mime: str = "image/png",
    text: str = "写真です。",
) -> Message:
    """Return a message that is complete: pictures and what they show."""
    digests = [hashlib.sha256(content).hexdigest() for content, _ in pictures]
    media = tuple(
        PayloadMedia(path=f"posts/2026/12/{n}.png", sha256=digest, mime=mime, alt=alt)
        for n, (digest, (_, alt)) in enumerate(zip(digests, pictures, strict=True))
    )
    contents = (content for content, _ in pictures)
    blobs = dict(zip(digests, contents, strict=True))
    return Message(Payload(text=text, media=media), blobs=blobs)


def send(channel: XChannel, text: str = "本日は休館です。") -> Answer:
    return channel.send(Message(Payload(text=text)))
