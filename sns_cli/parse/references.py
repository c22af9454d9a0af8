"""Checks between the parts of ``sns.toml``.

They look at the tree and not at typed values, so that a fault in one person's entry
does not hide that an account's manager does not exist.
"""

from collections.abc import Collection, Iterator

from sns_cli.model.settings import Evidence, Role
from sns_cli.parse.node import Node, Scalar, Table, child, entries, listed, string
from sns_cli.parse.reading import Reading, clip
from sns_cli.parse.ssh_key import normal_key
from sns_cli.parse.tables import Values

_Mention = tuple[str, Node | None]
"""A dotted key and its value, which names an entry of another table."""


def check_references(reading: Reading, root: Table, _values: Values) -> None:
    """Report what does not fit together in the settings."""
    _check_director(reading, root)
    _check_names(reading, "people", child(root, "people"), _to_people(root))
    _check_names(reading, "accounts", child(root, "accounts"), _to_accounts(root))
    _check_names(reading, "calendars", child(root, "calendars"), _to_calendars(root))
    _check_calendar_given(reading, root)
    _check_keys(reading, child(root, "people"))
    _check_told_apart(reading, root)
    _check_grant_ids(reading, root)
    _check_target(reading, root)


def _fault(reading: Reading, key: str, code: str, line: int, **details: object) -> None:
    reading.path.append(key)
    reading.fault(code, line, **details)
    reading.path.pop()


def _to_people(root: Table) -> Iterator[_Mention]:
    for key, account in entries(child(root, "accounts")).items():
        yield f"accounts.{key}.manager", child(account.node, "manager")
    for at, grant in enumerate(listed(child(root, "grants")), start=1):
        yield f"grants({at}).to", child(grant, "to")


def _to_accounts(root: Table) -> Iterator[_Mention]:
    for node in listed(child(child(root, "library"), "accounts")):
        yield "library.accounts", node
    for at, grant in enumerate(listed(child(root, "grants")), start=1):
        for node in listed(child(grant, "accounts")):
            yield f"grants({at}).accounts", node


def _to_calendars(root: Table) -> Iterator[_Mention]:
    for key, account in entries(child(root, "accounts")).items():
        yield f"accounts.{key}.calendar", child(account.node, "calendar")


def _check_names(
    reading: Reading, table: str, target: Node | None, mentions: Iterator[_Mention]
) -> None:
    known: Collection[str] = entries(target)
    for key, node in mentions:
        name = string(node)
        if node is None or not name or name in known:
            continue
        reading.path.append(key)
        reading.near_fault("reference-unknown", node.line, name, known, table=table)
        reading.path.pop()


def _check_calendar_given(reading: Reading, root: Table) -> None:
    """Report accounts that do not say which of several calendars is theirs.

    A library's only calendar is everybody's (:meth:`Settings.calendar_of`). With a
    second one no account may stop for want of a line that it never needed.
    """
    known = entries(child(root, "calendars"))
    if len(known) < 2:  # noqa: PLR2004  (several)
        return
    names = ", ".join(known)
    for key, account in entries(child(root, "accounts")).items():
        if isinstance(account.node, Table) and child(account.node, "calendar") is None:
            where = f"accounts.{key}"
            _fault(reading, where, "calendar-ambiguous", account.line, known=names)


def _check_director(reading: Reading, root: Table) -> None:
    people = root.entries.get("people")
    if people is None:
        return
    roles = {string(child(one.node, "role")) for one in entries(people.node).values()}
    if Role.DIRECTOR.value not in roles:
        _fault(reading, "people", "director-missing", people.line)


def _key_texts(person: Node) -> Iterator[tuple[str, int]]:
    for node in listed(child(person, "keys")):
        text = string(child(node, "key")) or string(node)
        key = None if text is None else normal_key(text)
        if key is not None:
            yield key, node.line


def _check_keys(reading: Reading, people: Node | None) -> None:
    owners: dict[str, str] = {}
    for name, person in entries(people).items():
        for key, line in _key_texts(person.node):
            if key in owners:
                where = f"people.{name}.keys"
                _fault(reading, where, "ssh-key-shared", line, other=owners[key])
            owners.setdefault(key, name)


def _check_told_apart(reading: Reading, root: Table) -> None:
    """What the evidence in force tells people apart by belongs to one person each.

    With sign-off alone that is the mail address, on the host's web page the account.
    There a director without an account could approve nothing, this change included.
    """
    evidence = string(child(child(root, "approval"), "evidence"))
    if evidence == Evidence.SIGN_OFF.value:
        _check_unshared(reading, root, "email")
    elif evidence == Evidence.PLATFORM.value:
        _check_unshared(reading, root, "github")
        for name, person in entries(child(root, "people")).items():
            director = string(child(person.node, "role")) == Role.DIRECTOR.value
            if director and child(person.node, "github") is None:
                _fault(reading, f"people.{name}", "github-missing", person.line)


def _check_unshared(reading: Reading, root: Table, what: str) -> None:
    owners: dict[str, str] = {}
    for name, person in entries(child(root, "people")).items():
        node = child(person.node, what)
        value = string(node)
        if node is None or not value:
            continue
        owner = owners.setdefault(value.casefold(), name)
        if owner != name:
            code = f"{what}-shared"
            _fault(reading, f"people.{name}.{what}", code, node.line, other=owner)


def _check_grant_ids(reading: Reading, root: Table) -> None:
    seen: set[str] = set()
    for at, grant in enumerate(listed(child(root, "grants")), start=1):
        node = child(grant, "id")
        name = string(node)
        if node is None or not name:
            continue
        if name in seen:
            _fault(
                reading, f"grants({at}).id", "grant-twice", node.line, value=clip(name)
            )
        seen.add(name)


def _check_target(reading: Reading, root: Table) -> None:
    approval, library = child(root, "approval"), child(root, "library")
    required = child(approval, "require_target")
    if not isinstance(required, Scalar) or required.value is not True:
        return
    if child(library, "repository") is None:
        _fault(
            reading, "approval.require_target", "target-needs-repository", required.line
        )
