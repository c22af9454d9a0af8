"""File names under ``archive/``: which event of which delivery each one is."""

import re
from dataclasses import dataclass
from typing import Final

from sns_cli.model.event import EventName
from sns_cli.model.post import ACCOUNT_KEY, POST_ID

EVENT_PATH: Final = re.compile(
    rf"archive/[0-9]{{4}}/[0-9]{{2}}/(?P<post>{POST_ID.pattern})"
    rf"\.(?P<account>{ACCOUNT_KEY.pattern})"
    r"\.(?P<n>[1-9][0-9]{0,5})-(?P<event>[a-z-]+)\.json"
)


_ODD_PATH: Final = re.compile(
    rf"archive/[0-9]{{4}}/[0-9]{{2}}/(?P<post>{POST_ID.pattern})"
    rf"\.(?P<account>{ACCOUNT_KEY.pattern})\.[^/]+"
)
_NAMES: Final = frozenset(event.value for event in EventName)


@dataclass(frozen=True, slots=True, order=True)
class DeliveryKey:
    """One post × one account."""

    post: str
    account: str


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An event as its file name tells it."""

    key: DeliveryKey
    n: int
    event: EventName
    path: str


def read_event_path(path: str) -> NamedEvent | None:
    """Return what a path under ``archive/`` says, or None if it is no event's."""
    match = EVENT_PATH.fullmatch(path)
    if match is None or match["event"] not in _NAMES:
        return None
    return NamedEvent(
        DeliveryKey(match["post"], match["account"]),
        int(match["n"]),
        EventName(match["event"]),
        path,
    )


def read_odd_path(path: str) -> DeliveryKey | None:
    """Return whose event a badly named file pretends to be, None for any other path.

    A well-formed name of an unknown event is not odd: a later version may know it.
    """
    if EVENT_PATH.fullmatch(path) is not None:
        return None
    match = _ODD_PATH.fullmatch(path)
    return None if match is None else DeliveryKey(match["post"], match["account"])
