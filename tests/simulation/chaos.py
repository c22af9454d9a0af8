"""How often what goes wrong. Far denser than reality, so that faults meet."""

import random
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from tests.fakes.service import Fault, PictureFault

T = TypeVar("T")


class PushFault(StrEnum):
    """What happens to one push."""

    NONE = "none"
    UNANSWERED_APPLIED = "applied-unanswered"
    UNANSWERED_LOST = "not-applied-unanswered"
    LATE = "applied-later-unanswered"
    REFUSED = "refused"
    OVERTAKEN = "somebody-else-was-first"


@dataclass(frozen=True, slots=True)
class Chaos:
    """Probabilities.

    Attributes:
        kill, pause: per step of a runner.
        fetch, media, identify, timeline: per request that gets no useful answer.
        push, pictures, send: by fault; the rest goes well.
    """

    kill: float = 0.0
    pause: float = 0.0
    fetch: float = 0.0
    media: float = 0.0
    identify: float = 0.0
    timeline: float = 0.0
    lag: float = 0.0
    stop: float = 0.0
    push: tuple[tuple[PushFault, float], ...] = ()
    pictures: tuple[tuple[PictureFault, float], ...] = ()
    send: tuple[tuple[Fault, float], ...] = ()

    def push_fault(self, rng: random.Random) -> PushFault:
        return _pick(self.push, PushFault.NONE, rng)

    def picture_fault(self, rng: random.Random) -> PictureFault:
        return _pick(self.pictures, PictureFault.NONE, rng)

    def send_fault(self, rng: random.Random) -> Fault:
        return _pick(self.send, Fault.NONE, rng)


QUIET = Chaos()
DENSE = Chaos(
    kill=0.03,
    pause=0.02,
    fetch=0.05,
    media=0.03,
    identify=0.03,
    timeline=0.15,
    lag=0.5,
    stop=0.01,
    push=(
        (PushFault.UNANSWERED_APPLIED, 0.08),
        (PushFault.UNANSWERED_LOST, 0.06),
        (PushFault.LATE, 0.03),
        (PushFault.REFUSED, 0.01),
        (PushFault.OVERTAKEN, 0.03),
    ),
    pictures=(
        (PictureFault.LIMIT, 0.04),
        (PictureFault.CONNECT, 0.03),
        (PictureFault.ERROR, 0.04),
        (PictureFault.DROPPED, 0.04),
        (PictureFault.HUNG, 0.02),
        (PictureFault.UNDESCRIBED, 0.05),
        (PictureFault.BAD, 0.02),
        (PictureFault.UNAUTHORIZED, 0.01),
        (PictureFault.PAYMENT, 0.01),
    ),
    send=(
        (Fault.LIMIT, 0.03),
        (Fault.LIMIT_PAST, 0.02),
        (Fault.CONNECT, 0.04),
        (Fault.ERROR, 0.03),
        (Fault.ERROR_ACCEPTED, 0.02),
        (Fault.DROPPED, 0.06),
        (Fault.HUNG, 0.02),
        (Fault.LATE, 0.03),
        (Fault.NO_ID, 0.01),
        (Fault.ACCEPTED_TWICE_ASKED, 0.02),
        (Fault.BAD, 0.01),
        (Fault.FORBIDDEN, 0.01),
        (Fault.UNAUTHORIZED, 0.01),
        (Fault.PAYMENT, 0.01),
    ),
)


def _pick(choices: tuple[tuple[T, float], ...], otherwise: T, rng: random.Random) -> T:
    roll = rng.random()
    for choice, share in choices:
        if roll < share:
            return choice
        roll -= share
    return otherwise
