"""People who come and go: the change of ``sns.toml`` that says so. Pure."""

import datetime as dt
from dataclasses import dataclass

from sns_cli.errors import RefusedError, UsageError
from sns_cli.model.settings import Distrust, Evidence, Key, Person, Role, Settings
from sns_cli.parse.edit_grants import end_grant
from sns_cli.parse.edit_people import (
    add_distrust,
    add_key,
    add_person,
    change_role,
    drop_key,
    drop_keys,
    hand_accounts,
    limit_key,
)
from sns_cli.parse.settings import parse_settings


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is to be written into ``sns.toml``.

    Attributes:
        key: None only where no signatures are asked for.
        id: key of ``[people]``; None makes one of the role and the year.
    """

    name: str
    email: str
    role: Role
    key: Key | None = None
    id: str | None = None
    title: str | None = None
    github: str | None = None


def enrol(
    content: bytes, newcomer: Newcomer, today: dt.date
) -> tuple[str, bytes | None]:
    """Return the settings with somebody new, and the key they go by.

    Raises:
        UsageError: the key or the id is somebody else's, or the key has ended.
        RefusedError: a director without a key could sign nothing.
    """
    settings = _parsed(content)
    _check_day(newcomer.key, today)
    _check_key(settings, newcomer)
    name = newcomer.id or _free(settings, newcomer.role, today)
    if name in settings.people:
        raise UsageError("person-known-already", person=name)
    keys = () if newcomer.key is None else (newcomer.key,)
    person = Person(
        name=newcomer.name,
        email=newcomer.email,
        role=newcomer.role,
        title=newcomer.title,
        github=newcomer.github,
        keys=keys,
    )
    return name, add_person(content, name, person)


def succeed(
    content: bytes, newcomer: Newcomer, today: dt.date, *, keep: bool
) -> bytes | None:
    """Return the settings with a new director, by default instead of the others.

    Whoever is in the settings already, by name and address, becomes director. Those
    who leave stay as staff without keys, since their approvals stand under their name.
    The accounts they managed are the new director's.
    """
    settings = _parsed(content)
    _check_day(newcomer.key, today)
    known = _same(settings, newcomer)
    edited: bytes | None
    if known is None:
        known, edited = enrol(content, newcomer, today)
    else:
        edited = _promote(content, known, newcomer)
    if keep:
        return edited
    for old in settings.directors():
        if old != known:
            edited = _retire(edited, old, known)
    return edited


def _promote(content: bytes, name: str, newcomer: Newcomer) -> bytes | None:
    person = _parsed(content).people[name]
    edited: bytes | None = content
    if person.role is not Role.DIRECTOR:
        edited = change_role(content, name, Role.DIRECTOR)
    held = {one.key for one in person.keys}
    if edited is not None and newcomer.key is not None and newcomer.key.key not in held:
        _check_key(_parsed(content), newcomer)
        edited = add_key(edited, name, newcomer.key)
    return edited


def _retire(content: bytes | None, old: str, new: str) -> bytes | None:
    edited = None if content is None else change_role(content, old, Role.STAFF)
    edited = None if edited is None else drop_keys(edited, old)
    return None if edited is None else hand_accounts(edited, old, new)


def leave(content: bytes, name: str) -> bytes | None:
    """Return the settings in which somebody may do nothing any more.

    They stay in them, since what they approved stands under their name; their keys and
    the grants to them go.

    Raises:
        UsageError: there is nobody of that key.
        RefusedError: they are the only director, or the machine that publishes.
    """
    settings = _parsed(content)
    person = _person(settings, name)
    if person.role is Role.PUBLISHER:
        raise RefusedError("publisher-stays")
    if settings.directors() == (name,):
        raise RefusedError("last-director-stays")
    edited: bytes | None = content
    if person.role is not Role.STAFF:
        edited = change_role(content, name, Role.STAFF)
    edited = None if edited is None else drop_keys(edited, name)
    for grant in settings.grants:
        if grant.to == name and edited is not None:
            edited = end_grant(edited, grant.id, None)
    return edited


def change_keys(
    content: bytes,
    name: str,
    new: Key | None,
    old_until: dt.date | None,
    today: dt.date,
) -> bytes | None:
    """Return the settings with a new key of somebody, or an end of the old ones.

    A key they have already gets the last day that is given with it.

    Raises:
        UsageError: there is nobody of that key, or the key is taken or has ended.
    """
    _check_day(new, today)
    settings = _parsed(content)
    if name not in settings.people:
        known = ", ".join(settings.people)
        raise UsageError("people-key-of-nobody", person=name, known=known)
    person = _person(settings, name)
    edited: bytes | None = content
    if old_until is not None:
        for held in person.keys:
            if edited is not None:
                edited = limit_key(edited, name, held.key, old_until)
    if new is None or edited is None:
        return edited
    if new.until is not None and any(one.key == new.key for one in person.keys):
        return limit_key(edited, name, new.key, new.until)
    _check_line(settings, new.key)
    return add_key(edited, name, new)


def distrust(content: bytes, line: str, since: str | None) -> bytes | None:
    """Return the settings in which a lost key opens nothing any more.

    Args:
        content: settings that parse.
        line: the key.
        since: commit id from which on it is void, too; None if it signed nothing since.
    """
    settings = _parsed(content)
    edited: bytes | None = content
    for name, person in settings.people.items():
        if any(one.key == line for one in person.keys):
            edited = drop_key(content, name, line)
    if edited is None or since is None:
        return edited
    return add_distrust(edited, Distrust(**{"key": line, "from": since}))


def key_of(settings: Settings, who: str) -> str | None:
    """Return the only key of a person; None if ``who`` is nobody here.

    Raises:
        UsageError: the person has none, or several.
    """
    if who not in settings.people:
        return None
    keys = settings.people[who].keys
    if len(keys) != 1:
        raise UsageError("key-not-one", person=who, count=len(keys))
    return keys[0].key


def _same(settings: Settings, newcomer: Newcomer) -> str | None:
    for name, person in settings.people.items():
        if (person.name, person.email) == (newcomer.name, newcomer.email):
            return name
    return None


def _check_key(settings: Settings, newcomer: Newcomer) -> None:
    wanted = settings.approval.evidence is Evidence.SIGNATURE
    if newcomer.key is not None:
        _check_line(settings, newcomer.key.key)
    elif wanted and newcomer.role is Role.DIRECTOR:
        raise RefusedError("director-needs-key")


def _check_day(key: Key | None, today: dt.date) -> None:
    if key is not None and key.until is not None and key.until < today:
        raise UsageError("key-until-past", until=key.until, today=today)


def _check_line(settings: Settings, line: str) -> None:
    for name, person in settings.people.items():
        if any(one.key == line for one in person.keys):
            raise UsageError("key-taken", person=name)
    if any(one.key == line for one in settings.distrust):
        raise RefusedError("key-was-lost")


def _person(settings: Settings, name: str) -> Person:
    person = settings.people.get(name)
    if person is None:
        known = ", ".join(settings.people)
        raise UsageError("people-nobody-such", person=name, known=known)
    return person


def _free(settings: Settings, role: Role, today: dt.date) -> str:
    """Return a key that nobody has: another person is never called as one before."""
    stem = "kancho" if role is Role.DIRECTOR else role.value
    names = [stem, f"{stem}-{today.year}"]
    names += [f"{stem}-{today.year}-{number}" for number in range(2, 100)]
    return next(one for one in names if one not in settings.people)


def _parsed(content: bytes) -> Settings:
    parsed = parse_settings(content)
    if not isinstance(parsed, Settings):  # the settings in force parse
        raise TypeError(parsed)
    return parsed
