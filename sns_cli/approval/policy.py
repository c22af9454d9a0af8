"""The policy in force: settings as they stand after the accepted commits so far."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from sns_cli.model.settings import Distrust, Evidence, Grant, Person, Role, Settings
from sns_cli.parse.ssh_wire import MalformedError, public_key_blob

Giver = tuple[str, str]
"""Key and name of a director who stands behind a grant."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose key it is; ``until`` is the first instant at which it is void (aware)."""

    person: str
    until: dt.datetime | None


@dataclass(frozen=True)
class Policy:
    """Settings in force, prepared for judging many commits.

    Attributes:
        holders: people by the wire blob of their public keys.
        givers: for each grant the directors on whose authority it stands. Whoever
            stops being director drops out for good; a grant with none left has lapsed.
    """

    settings: Settings
    holders: Mapping[bytes, Holder]
    givers: Mapping[str, frozenset[Giver]]
    zone: ZoneInfo

    @property
    def evidence(self) -> Evidence:
        """What proves who made a commit."""
        return self.settings.approval.evidence

    def person(self, key: str) -> Person:
        """Return the person of that key."""
        return self.settings.people[key]

    def day(self, at: dt.datetime) -> dt.date:
        """Return the library's calendar day of an instant."""
        return at.astimezone(self.zone).date()

    def end_of(self, day: dt.date) -> dt.datetime:
        """Return the first instant after ``day`` in the library's time zone."""
        if day == dt.date.max:
            return dt.datetime.max.replace(tzinfo=dt.UTC)
        return _midnight(day + dt.timedelta(days=1), self.zone)

    def lapsed(self, grant: Grant) -> bool:
        """Tell whether nobody who gave the grant is director any more."""
        return not self.givers.get(grant.id)


def introduced(settings: Settings) -> Policy:
    """Return the policy of the introduction: its grants are given by every director."""
    givers = _directors(settings)
    return _prepare(settings, {grant.id: givers for grant in settings.grants})


def succeeded(policy: Policy, settings: Settings, signer: str) -> Policy:
    """Return the policy after ``signer``'s accepted change of ``sns.toml``.

    A grant that is new or reads otherwise than before is the signer's; the others stay
    with those who gave them.
    """
    person = policy.person(signer)
    remaining = _directors(settings)
    givers = {}
    for grant in settings.grants:
        same = policy.settings.grant(grant.id) == grant
        before = policy.givers[grant.id] if same else {(signer, person.name)}
        givers[grant.id] = remaining & before
    return _prepare(settings, givers)


def void_keys(entries: tuple[Distrust, ...]) -> frozenset[tuple[bytes, str]]:
    """Return (key blob, commit id) of each ``[[distrust]]`` entry that names a key."""
    found = set()
    for entry in entries:
        blob = _blob(entry.key)
        if blob is not None:
            found.add((blob, entry.from_))
    return frozenset(found)


def _prepare(settings: Settings, givers: Mapping[str, frozenset[Giver]]) -> Policy:
    zone = ZoneInfo(settings.library.timezone)
    policy = Policy(settings, {}, givers, zone)
    holders = {}
    for name, person in settings.people.items():
        for key in person.keys:
            blob = _blob(key.key)
            if blob is not None:
                until = None if key.until is None else policy.end_of(key.until)
                holders[blob] = Holder(name, until)
    return replace(policy, holders=holders)


def _blob(line: str) -> bytes | None:
    """Return a key's blob; a key of another type opens nothing and is left out."""
    try:
        return public_key_blob(line)
    except MalformedError:
        return None


def _directors(settings: Settings) -> frozenset[Giver]:
    return frozenset(
        (key, person.name)
        for key, person in settings.people.items()
        if person.role is Role.DIRECTOR
    )


def _midnight(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.min, tzinfo=zone)
