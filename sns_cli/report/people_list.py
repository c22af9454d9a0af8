"""The people of a library as a list and as JSON."""

import datetime as dt
from collections.abc import Iterator

from sns_cli.messages import Language
from sns_cli.model.settings import Key, Person, Settings
from sns_cli.report.safe import safe_json, safe_line, safe_markdown
from sns_cli.report.sentences import sentence


def render_people(
    policy: Settings, today: dt.date, style: str, language: Language
) -> str:
    """Return the people in one of the formats text, json, github, markdown.

    Args:
        policy: the settings in force.
        today: of the library; decides which keys have ended.
        style: the format.
        language: of the reader.
    """
    people = policy.people.items()
    if style == "json":
        listed = [_json(name, one, policy) for name, one in people]
        return safe_json({"version": 1, "people": listed})
    rows = [
        (name, one.name, sentence(f"role-{one.role.value}", {}, language))
        for name, one in people
    ]
    if style == "markdown":
        shown = (" | ".join(map(safe_markdown, row)) for row in rows)
        return "\n".join(["| | | |", "|---|---|---|", *(f"| {one} |" for one in shown)])
    lost = frozenset(one.key for one in policy.distrust)
    return "\n".join(
        line
        for (name, one), row in zip(people, rows, strict=True)
        for line in _text(row, one, lost, today, language)
    )


def _json(name: str, one: Person, policy: Settings) -> dict[str, object]:
    lost = {entry.key for entry in policy.distrust}
    return {
        "id": name,
        "name": one.name,
        "email": one.email,
        "role": one.role.value,
        "github": one.github,
        "keys": [
            {
                "key": held.key,
                "until": None if held.until is None else held.until.isoformat(),
                "distrusted": held.key in lost,
            }
            for held in one.keys
        ],
    }


def _text(
    row: tuple[str, str, str],
    one: Person,
    lost: frozenset[str],
    today: dt.date,
    language: Language,
) -> Iterator[str]:
    name, called, role = row
    yield safe_line(f"{role}  {called} <{one.email}>  [{name}]")
    for held in one.keys:
        yield f"    {_key(held, lost, today, language)}"


def _key(held: Key, lost: frozenset[str], today: dt.date, language: Language) -> str:
    # The end of a key tells it from others; its beginning is the same in all.
    details = {"key": held.key[-12:], "last": held.until}
    if held.key in lost:
        return sentence("key-line-lost", details, language)
    if held.until is None:
        return sentence("key-line", details, language)
    code = "key-line-ended" if held.until < today else "key-line-until"
    return sentence(code, details, language)
