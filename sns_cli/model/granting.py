"""Prior approvals as people ask for them and as they stand."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sns_cli.model.settings import Grant


class GrantState(StrEnum):
    """Whether a grant can be used."""

    TO_COME = "to-come"
    VALID = "valid"
    ENDED = "ended"
    LAPSED = "lapsed"
    """Nobody who gave it is director any more."""


@dataclass(frozen=True, slots=True)
class StandingGrant:
    """A grant at some day.

    Attributes:
        name: of the person it is given to.
        used_today: posts approved under it on that day of the library.
        can_sign: whether that person has a key to sign with on that day.
    """

    grant: Grant
    name: str
    state: GrantState
    used_today: int
    can_sign: bool


@dataclass(frozen=True, slots=True)
class GrantWish:
    """What a director wants to grant, as it was typed.

    Attributes:
        accounts: keys of ``[accounts]``; none means the library's default ones.
        categories, basis: by either of their names.
        id: None makes one of the year and the person.
    """

    to: str
    accounts: tuple[str, ...]
    categories: tuple[str, ...]
    basis: tuple[str, ...]
    first: dt.date
    last: dt.date
    max_per_day: int | None = None
    own_posts: bool = False
    outside_hours: bool = False
    emergency: bool = False
    document: str | None = None
    id: str | None = None
