"""Something a person has to look at, before it is put into words."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sns_cli.model.alarm import Part, digest
from sns_cli.model.reason import Reason


class AlertKind(StrEnum):
    """What it is; also the end of the code of its sentences."""

    BLOCKED = "blocked"
    IN_DOUBT = "in-doubt"
    BROKEN = "broken"
    OVERDUE = "overdue"
    DIFFERS = "differs"
    MISSING = "missing"
    AGAIN = "again"
    STRANGER = "stranger"
    PROFILE = "profile"
    WRONG_ACCOUNT = "wrong-account"


_AT_SERVICE = frozenset(
    {
        AlertKind.AGAIN,
        AlertKind.STRANGER,
        AlertKind.PROFILE,
        AlertKind.WRONG_ACCOUNT,
    }
)


@dataclass(frozen=True, slots=True)
class Alert:
    """One of them.

    Attributes:
        account: key of ``[accounts]``; None for the library as a whole.
        subject: what of that it is about: the post, or its number at the service.
        facts: when these change it is news again.
        reason: what is known of it.
        url: where it can be seen.
        text: what is public there; not ours.
        made: from when on (aware) it could be seen at the service.
        unrecorded: ``main`` does not tell it, although it should.
    """

    kind: AlertKind
    account: str | None = None
    subject: str = ""
    facts: tuple[str, ...] = ()
    reason: Reason | None = None
    url: str = ""
    text: str = ""
    made: dt.datetime | None = None
    unrecorded: bool = False

    @property
    def part(self) -> Part:
        """Who can tell whether it still is so."""
        seen = self.kind in _AT_SERVICE or self.unrecorded
        return Part.SERVICE if seen else Part.RECORD

    @property
    def line(self) -> str:
        """What it is about, as a digest."""
        return line_of(self.kind, self.account, self.subject)

    @property
    def told(self) -> str:
        """What is said of it, as a digest."""
        return digest(*self.facts)


def line_of(kind: AlertKind, account: str | None, subject: str) -> str:
    """Return what an alert is about, as a digest."""
    return digest(kind.value, account or "", subject)
