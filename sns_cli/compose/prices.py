"""What sending costs, in US dollars (X's price list of 2026-08-22, subject to change).

``[prices.<service>]`` in ``sns.toml`` overrides single prices by the names below.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from sns_cli.model.settings import Service, Settings


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices of one service.

    Attributes:
        create: a post without a link.
        create_with_url: a post with one.
        alt_text: the description of one image.
        delete: taking a post down.
    """

    create: float = 0.0
    create_with_url: float = 0.0
    alt_text: float = 0.0
    delete: float = 0.0


BUILT_IN: Final[Mapping[Service, Prices]] = {
    Service.X: Prices(
        create=0.015, create_with_url=0.200, alt_text=0.005, delete=0.010
    ),
}


def prices_of(service: Service, settings: Settings) -> Prices:
    """Return the prices in force; ``parse`` lets no other name through."""
    own = settings.prices.get(service.value, {})
    return replace(BUILT_IN.get(service, Prices()), **own)
