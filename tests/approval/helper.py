"""Somebody who checks signatures from the other end, here and at once."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sns_cli.ports import History
from tests.approval.watched import Watched


@dataclass
class Helper:
    """Knows what holds at the last places, as the port ``History`` promises.

    Attributes:
        first: the first place it came to, going backwards.
        known: the places it was asked for and knew.
    """

    first: int = 0
    known: list[int] = field(default_factory=list)

    def __call__(
        self, holds: Callable[[int], bool], count: int
    ) -> Callable[[int], bool]:
        found = {place for place in range(self.first, count) if holds(place)}

        def known(place: int) -> bool:
            if place in found:
                self.known.append(place)
            return place in found

        return known


class Helped(Watched):
    """A history that is read with the help of ``helper``."""

    def __init__(self, inner: History, helper: Helper) -> None:
        super().__init__(inner)
        self.helper = helper

    def beside(self, holds: Callable[[int], bool], count: int) -> Callable[[int], bool]:
        return self.helper(holds, count)
