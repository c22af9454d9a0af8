"""People and their keys in ``sns.toml``: who comes, who goes, which key ends. Pure."""

import datetime as dt
from collections.abc import Callable

from sns_cli.model.settings import Distrust, Key, Person, Role, Settings
from sns_cli.parse.edited import (
    Document,
    as_meant,
    dotted,
    quoted,
    rewritten,
    with_table,
    without,
)
from sns_cli.parse.settings import parse_settings


def add_person(content: bytes, name: str, person: Person) -> bytes | None:
    """Return the settings with one more person; None if that is not possible.

    Args:
        content: settings that parse.
        name: key of ``[people]``.
        person: without keys that somebody else has.
    """
    before = parse_settings(content)
    if not isinstance(before, Settings) or name in before.people:
        return None
    lines = [
        f"name = {quoted(person.name)}",
        f"email = {quoted(person.email)}",
        f'role = "{person.role.value}"',
    ]
    if person.title is not None:
        lines.append(f"title = {quoted(person.title)}")
    if person.github is not None:
        lines.append(f"github = {quoted(person.github)}")
    if person.keys:
        lines.append(f"keys = [{', '.join(_key(one) for one in person.keys)}]")
    edited = with_table(content, f"[{dotted('people', name)}]", lines)
    return as_meant(content, edited, {"people": {**before.people, name: person}})


def change_role(content: bytes, name: str, role: Role) -> bytes | None:
    """Return the settings with another role of a person."""

    def change(document: Document) -> None:
        document["people"][name]["role"] = role.value

    return _of_person(content, name, {"role": role}, change)


def drop_keys(content: bytes, name: str) -> bytes | None:
    """Return the settings in which a person has no key any more."""
    before = parse_settings(content)
    if not isinstance(before, Settings) or name not in before.people:
        return None
    if not before.people[name].keys:
        return content
    person = before.people[name].model_copy(update={"keys": ()})
    update = {"people": {**before.people, name: person}}
    return without(content, ("people", name, "keys"), update)


def add_key(content: bytes, name: str, key: Key) -> bytes | None:
    """Return the settings with one more key of a person."""
    keys = (*_keys(content, name), key)

    def change(document: Document) -> None:
        import tomlkit  # noqa: PLC0415  (only for changes)

        person = document["people"][name]
        value = tomlkit.parse(f"x = {_key(key)}")["x"]
        if "keys" in person:
            person["keys"].append(value)
        else:
            person["keys"] = tomlkit.array()
            person["keys"].append(value)

    return _of_person(content, name, {"keys": keys}, change)


def limit_key(content: bytes, name: str, line: str, until: dt.date) -> bytes | None:
    """Return the settings in which a key of a person has a last day.

    Args:
        content: settings that parse.
        name: whose key.
        line: the key, without its comment.
        until: last day (library's time zone) on which it may sign.
    """
    old = _keys(content, name)
    limited = Key(key=line, until=until)
    keys = tuple(limited if one.key == line else one for one in old)
    place = next((at for at, one in enumerate(old) if one.key == line), None)

    def change(document: Document) -> None:
        import tomlkit  # noqa: PLC0415  (only for changes)

        value = tomlkit.parse(f"x = {_key(limited)}")["x"]
        document["people"][name]["keys"][place] = value

    return _of_person(content, name, {"keys": keys}, change)


def drop_key(content: bytes, name: str, line: str) -> bytes | None:
    """Return the settings without one of a person's keys."""
    old = _keys(content, name)
    keys = tuple(one for one in old if one.key != line)
    if not keys:
        return drop_keys(content, name)
    place = next((at for at, one in enumerate(old) if one.key == line), None)

    def change(document: Document) -> None:
        del document["people"][name]["keys"][place]

    return _of_person(content, name, {"keys": keys}, change)


def add_distrust(content: bytes, entry: Distrust) -> bytes | None:
    """Return the settings in which a key is void from a change on."""
    before = parse_settings(content)
    if not isinstance(before, Settings):
        return None
    lines = [f"key = {quoted(entry.key)}", f"from = {quoted(entry.from_)}"]
    edited = with_table(content, "[[distrust]]", lines)
    return as_meant(content, edited, {"distrust": (*before.distrust, entry)})


def hand_accounts(content: bytes, old: str, new: str) -> bytes | None:
    """Return the settings in which another person manages the accounts of one."""
    before = parse_settings(content)
    if not isinstance(before, Settings):
        return None
    theirs = [key for key, one in before.accounts.items() if one.manager == old]

    def change(document: Document) -> None:
        for account in theirs:
            document["accounts"][account]["manager"] = new

    accounts = {
        key: one.model_copy(update={"manager": new}) if key in theirs else one
        for key, one in before.accounts.items()
    }
    return rewritten(content, change, {"accounts": accounts})


def _keys(content: bytes, name: str) -> tuple[Key, ...]:
    parsed = parse_settings(content)
    known = isinstance(parsed, Settings) and name in parsed.people
    return parsed.people[name].keys if isinstance(parsed, Settings) and known else ()


def _of_person(
    content: bytes,
    name: str,
    fields: dict[str, object],
    change: Callable[[Document], None],
) -> bytes | None:
    before = parse_settings(content)
    if not isinstance(before, Settings) or name not in before.people:
        return None
    person = before.people[name].model_copy(update=fields)
    return rewritten(content, change, {"people": {**before.people, name: person}})


def _key(key: Key) -> str:
    if key.until is None:
        return quoted(key.key)
    return f"{{ key = {quoted(key.key)}, until = {key.until.isoformat()} }}"
