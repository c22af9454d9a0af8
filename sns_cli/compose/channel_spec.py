"""What each service takes: length, and how it is counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from sns_cli.compose.weighted_length import LIMIT, weighted_length
from sns_cli.model.settings import Service


@dataclass(frozen=True, slots=True)
class ChannelSpec:
    """Limits of one service.

    Attributes:
        length: how long a text is for the service.
        limit: the greatest length it takes.
        images: how many images can be sent with one post; 0 where ``sns`` sends none.
        alt_limit: longest description of an image, in characters.
    """

    length: Callable[[str], int]
    limit: int
    images: int = 0
    alt_limit: int = 1000


_X: Final = ChannelSpec(length=weighted_length, limit=LIMIT, images=4)

CHANNELS: Final[Mapping[Service, ChannelSpec]] = {
    Service.X: _X,
    # The rehearsal service speaks X's API and counts as X does.
    Service.REHEARSAL: _X,
}
"""The services that can be sent to."""


def channel_spec(service: Service) -> ChannelSpec | None:
    """Return the limits of ``service``; None if nothing can be sent to it yet."""
    return CHANNELS.get(service)
