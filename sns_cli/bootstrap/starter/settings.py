"""The ``sns.toml`` of a new library, made from this repository's own (pure)."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import Final

from sns_cli.errors import UsageError
from sns_cli.model.settings import Evidence, Settings
from sns_cli.parse.settings import parse_settings

_FISCAL_YEAR_START: Final = 4
"""Japanese fiscal years start in April; calendars are announced by them."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the settings of a new library say.

    Attributes:
        director, email: name and mail of the director.
        key: the director's public key; None where the host's word is evidence.
        account: the director's account at the git host, if known.
        publisher_key: public key of the publisher.
        library: name of the library; None keeps the example's.
        repository: ``owner/name`` for ``Approval-Target``; None keeps the example's.
        today: decides which years the example calendar covers.
        evidence: what proves an approval.
    """

    director: str
    email: str
    key: str | None
    publisher_key: str
    today: dt.date
    account: str | None = None
    library: str | None = None
    repository: str | None = None
    evidence: Evidence = Evidence.SIGNATURE


def new_settings(example: str, wishes: Wishes) -> str:
    """Return the text of ``sns.toml``.

    Args:
        example: this repository's own ``sns.toml``.
        wishes: what is to be different.

    Raises:
        UsageError: the settings do not take a name or a key.
    """
    text = _section(example, "people.kancho", _director(wishes))
    text = _section(text, "people.tanto-01", None)
    text = _add(text, "people.publisher", f"keys = [{_string(wishes.publisher_key)}]")
    text = _value(text, "evidence", _string(wishes.evidence.value))
    year = wishes.today.year - (wishes.today.month < _FISCAL_YEAR_START)
    text = _value(text, "covers", f'["{year}-04-01", "{year + 2}-03-31"]')
    if wishes.library is not None:
        text = _value(text, "name", _string(wishes.library))
    if wishes.repository is not None:
        text = _value(text, "repository", _string(wishes.repository))
    parsed = parse_settings(text.encode())
    if not isinstance(parsed, Settings):
        raise UsageError("library-not-made", fault=parsed[0])
    return text


def _director(wishes: Wishes) -> str:
    lines = [
        f"name = {_string(wishes.director)}",
        f"email = {_string(wishes.email)}",
        'role = "director"',
    ]
    if wishes.key is not None:
        lines.append(f"keys = [{_string(wishes.key)}]")
    if wishes.account is not None:
        lines.append(f"github = {_string(wishes.account)}")
    return "\n".join(lines)


def _string(value: str) -> str:
    """Write a basic string of TOML 1.0; JSON's escapes are a part of TOML's."""
    return json.dumps(value, ensure_ascii=False)


def _section(text: str, name: str, lines: str | None) -> str:
    """Replace the lines of a table; None makes a comment of the whole table."""
    found = _table(text, name)
    if lines is None:
        new = re.sub(r"^", "# ", found.group().rstrip("\n"), flags=re.MULTILINE) + "\n"
    else:
        new = f"[{name}]\n{lines}\n"
    return text[: found.start()] + new + text[found.end() :]


def _add(text: str, name: str, line: str) -> str:
    """Add a line to a table."""
    end = _table(text, name).end()
    return f"{text[:end]}{line}\n{text[end:]}"


def _table(text: str, name: str) -> re.Match[str]:
    """Find a table up to the next empty line."""
    found = re.search(rf"^\[{re.escape(name)}\]\n(?:.+\n)+", text, re.MULTILINE)
    assert found is not None, name  # noqa: S101  (the example is our own file)
    return found


def _value(text: str, key: str, value: str) -> str:
    """Replace the first value of that key, and keep the comment beside it."""
    pattern = rf"^{key} = (?:\[.*?\]|\".*?\")(?P<rest> *(?:#.*)?)$"
    new, count = re.subn(
        pattern,
        lambda found: f"{key} = {value}{found['rest']}",
        text,
        count=1,
        flags=re.MULTILINE,
    )
    assert count == 1, key  # noqa: S101  (the example is our own file)
    return new
