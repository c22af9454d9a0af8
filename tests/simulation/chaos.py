"""How often what goes wrong. Far denser than reality, so that faults meet."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from sns_cli.publish import effects as fx
from tests.fakes.faults import (
    DeleteFault,
    Fault,
    IdentifyFault,
    PictureFault,
    TimelineFault,
)


class PushFault(StrEnum):
    """What happens to one push."""

    NONE = "none"
    UNANSWERED_APPLIED = "applied-unanswered"
    UNANSWERED_LOST = "not-applied-unanswered"
    LATE = "applied-later-unanswered"
    REFUSED = "refused"
    UNMADE = "commit-not-made"
    OVERTAKEN = "somebody-else-was-first"


class LocalFault(StrEnum):
    """What happens to a request for what git holds, or to the process."""

    NONE = "none"
    FAILED = "failed"
    STOPPED = "asked-to-end"


T = TypeVar("T", bound=StrEnum)
Odds = tuple[tuple[T, float], ...]
"""Faults with their probabilities; the rest goes well."""


@dataclass(frozen=True, slots=True)
class Chaos:
    """Probabilities.

    Attributes:
        kill, pause: per step of a runner.
        lag: that an accepted post shows late.
        fetch, source, media: per request that gets no useful answer.
        stop: that a runner is asked to end.
        push, identify, timeline, delete, pictures, send: by fault.
    """

    kill: float = 0.0
    pause: float = 0.0
    lag: float = 0.0
    fetch: Odds[LocalFault] = ()
    source: Odds[LocalFault] = ()
    media: Odds[LocalFault] = ()
    stop: Odds[LocalFault] = ()
    push: Odds[PushFault] = ()
    identify: Odds[IdentifyFault] = ()
    timeline: Odds[TimelineFault] = ()
    delete: Odds[DeleteFault] = ()
    pictures: Odds[PictureFault] = ()
    send: Odds[Fault] = ()


QUIET = Chaos()
DENSE = Chaos(
    kill=0.03,
    pause=0.02,
    lag=0.5,
    fetch=((LocalFault.FAILED, 0.05),),
    source=((LocalFault.FAILED, 0.2),),
    media=((LocalFault.FAILED, 0.03),),
    stop=((LocalFault.STOPPED, 0.01),),
    push=(
        (PushFault.UNANSWERED_APPLIED, 0.08),
        (PushFault.UNANSWERED_LOST, 0.06),
        (PushFault.LATE, 0.03),
        (PushFault.REFUSED, 0.01),
        (PushFault.UNMADE, 0.005),
        (PushFault.OVERTAKEN, 0.03),
    ),
    identify=(
        (IdentifyFault.ERROR, 0.01),
        (IdentifyFault.UNAUTHORIZED, 0.005),
        (IdentifyFault.PAYMENT, 0.005),
        (IdentifyFault.FORBIDDEN, 0.005),
        (IdentifyFault.HUNG, 0.01),
        (IdentifyFault.CONNECT, 0.01),
        (IdentifyFault.STRANGER, 0.01),
    ),
    timeline=(
        (TimelineFault.DROPPED, 0.04),
        (TimelineFault.HUNG, 0.03),
        (TimelineFault.ERROR, 0.03),
        (TimelineFault.LIMIT, 0.03),
        (TimelineFault.PAGE_LOST, 0.03),
        (TimelineFault.STALE, 0.1),
    ),
    delete=(
        (DeleteFault.ERROR, 0.08),
        (DeleteFault.DROPPED, 0.1),
        (DeleteFault.HUNG, 0.08),
        (DeleteFault.CONNECT, 0.08),
        (DeleteFault.LIMIT, 0.08),
        (DeleteFault.UNAUTHORIZED, 0.08),
        (DeleteFault.FORBIDDEN, 0.08),
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
        (Fault.LIMIT, 0.02),
        (Fault.LIMIT_PAST, 0.02),
        (Fault.LIMIT_SOON, 0.02),
        (Fault.LIMIT_FAR, 0.01),
        (Fault.CONNECT, 0.04),
        (Fault.ERROR, 0.03),
        (Fault.ERROR_ACCEPTED, 0.02),
        (Fault.DROPPED, 0.06),
        (Fault.HUNG, 0.02),
        (Fault.LATE, 0.04),
        (Fault.NO_ID, 0.01),
        (Fault.ACCEPTED_TWICE_ASKED, 0.02),
        (Fault.BAD, 0.01),
        (Fault.FORBIDDEN, 0.01),
        (Fault.UNAUTHORIZED, 0.01),
        (Fault.PAYMENT, 0.01),
    ),
)


def down(chaos: Chaos) -> Chaos:
    """Return the same while the remote cannot be reached."""
    lost = ((PushFault.UNANSWERED_LOST, 0.9), (PushFault.REFUSED, 0.1))
    return replace(chaos, fetch=((LocalFault.FAILED, 1.0),), push=lost)


def busy(chaos: Chaos) -> Chaos:
    """Return the same while others push to ``main`` all the time."""
    return replace(chaos, push=((PushFault.OVERTAKEN, 0.9),))


def deaf(chaos: Chaos) -> Chaos:
    """Return the same while the service takes nothing, and says so."""
    unsent = (Fault.CONNECT, Fault.LIMIT, Fault.LIMIT_PAST, Fault.UNAUTHORIZED)
    return replace(
        chaos,
        kill=0.005,
        send=tuple((one, 0.24) for one in unsent),
        push=(),
        fetch=(),
        identify=(),
    )


def late(chaos: Chaos) -> Chaos:
    """Return the same with a service that is slow to show what it accepted."""
    faults = (Fault.LATE, Fault.DROPPED, Fault.CONNECT, Fault.LIMIT_PAST)
    return replace(chaos, lag=0.9, send=tuple((one, 0.17) for one in faults))


def pick(choices: Odds[T], otherwise: T, rng: random.Random) -> T:
    """Return what happens this time."""
    if not choices:
        return otherwise
    roll = rng.random()
    for choice, share in choices:
        if roll < share:
            return choice
        roll -= share
    return otherwise


KINDS: Mapping[type, tuple[str, type[StrEnum]]] = {
    fx.Fetch: ("fetch", LocalFault),
    fx.ReadSource: ("source", LocalFault),
    fx.ReadMedia: ("media", LocalFault),
    fx.Stopping: ("stop", LocalFault),
    fx.Push: ("push", PushFault),
    fx.Identify: ("identify", IdentifyFault),
    fx.ReadBack: ("timeline", TimelineFault),
    fx.Delete: ("delete", DeleteFault),
    fx.Prepare: ("pictures", PictureFault),
    fx.Send: ("send", Fault),
}
"""Which probabilities an effect goes by, and the kind of what can go wrong."""
RARE: Mapping[type, float] = {fx.ReadSource: 6, fx.Delete: 5, fx.ReadMedia: 2}
"""Effects that few runs come to: there, death and pauses are likelier by so much."""
UNTOUCHED = (fx.Now, fx.Nonce, fx.Sleep)
"""Effects that nothing but death and a pause can strike."""


def faults_of(effect: type) -> tuple[StrEnum, ...]:
    """Return everything that can go wrong with an effect."""
    if effect not in KINDS:
        return ()
    name, kind = KINDS[effect]
    if kind is not LocalFault:
        return tuple(one for one in kind if one.value != "none")
    return (LocalFault.STOPPED if name == "stop" else LocalFault.FAILED,)


def surely(effect: type, fault: StrEnum) -> Chaos:
    """Return that this goes wrong with every effect of the kind."""
    odds: Mapping[str, object] = {KINDS[effect][0]: ((fault, 1.0),)}
    return replace(QUIET, **odds)  # type: ignore[arg-type]  # a field of that name


@dataclass
class Struck:
    """What occurred, so that no fault silently vanishes from the schedules."""

    times: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, effect: object, fault: str) -> None:
        """Take note that ``fault`` met an effect."""
        key = (type(effect).__name__, fault)
        self.times[key] = self.times.get(key, 0) + 1
