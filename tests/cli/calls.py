"""One good call of every command, and what it needs to succeed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

import typer.main

from sns_cli.cli.app import app
from tests.support.library import Library


class Need(IntEnum):
    """What a command cannot do without."""

    NOTHING = 0
    FOLDER = 1
    """``sns.toml`` in the work tree."""
    HISTORY = 2
    """A repository, whose HEAD is read."""
    REMOTE = 3
    """``origin``, whose main is fetched."""
    BOTH = 4
    """``sns.toml`` in the work tree, and a repository around it."""


@dataclass(frozen=True)
class Call:
    """A call that works in a ready library.

    Attributes:
        arguments: ``{post}``, ``{branch}`` and ``{key}`` stand for what the library
            has: a published post, an open proposal, the director's key file.
        code: its exit code there.
    """

    need: Need
    arguments: tuple[str, ...]
    code: int = 0


CALLS = {
    "lint": Call(Need.FOLDER, ("lint",)),
    "preview": Call(Need.FOLDER, ("preview",)),
    "calendar": Call(Need.FOLDER, ("calendar", "2036-06")),
    "new": Call(Need.FOLDER, ("new", "shinchaku", "--category", "その他")),
    "correct": Call(Need.FOLDER, ("correct", "{post}")),
    "retract": Call(Need.FOLDER, ("retract", "{post}", "--reason", "誤り")),
    # It went out already: nobody can take it back.
    "withdraw": Call(Need.BOTH, ("withdraw", "{post}"), 1),
    "how-to-approve": Call(Need.FOLDER, ("how-to-approve",)),
    "status": Call(Need.HISTORY, ("status",)),
    "authenticate": Call(Need.HISTORY, ("authenticate",)),
    "review": Call(Need.REMOTE, ("review",)),
    "publish": Call(Need.REMOTE, ("publish", "--dry-run")),
    "verify": Call(Need.REMOTE, ("verify",)),
    "approve": Call(Need.REMOTE, ("approve", "{branch}", "--key", "{key}", "--yes")),
    # Settled already: a person must not settle it again.
    "resolve": Call(Need.REMOTE, ("resolve", "{post}", "x", "--not-sent"), 1),
    "carry": Call(Need.REMOTE, ("carry", "origin")),
    "pause": Call(Need.REMOTE, ("pause", "--reason", "点検", "--key", "{key}")),
    "resume": Call(Need.REMOTE, ("resume", "--key", "{key}")),
    "acknowledge": Call(
        Need.REMOTE,
        (
            *("acknowledge", "x", "https://x.com/example_lib/status/1"),
            *("--reason", "転送", "--key", "{key}", "--yes"),
        ),
    ),
    "confirm": Call(Need.REMOTE, ("confirm", "{post}", "--key", "{key}", "--yes")),
    "grant list": Call(Need.HISTORY, ("grant", "list")),
    "grant new": Call(
        Need.REMOTE,
        (
            *("grant", "new", "--to", "joho", "--categories", "休館案内"),
            *("--basis", "イ", "--valid", "2026-04-01", "2036-09-30"),
            *("--key", "{key}", "--yes"),
        ),
    ),
    # There is none to end.
    "grant end": Call(
        Need.REMOTE, ("grant", "end", "g1", "--key", "{key}", "--yes"), 2
    ),
    "people list": Call(Need.HISTORY, ("people", "list")),
    "people add": Call(
        Need.REMOTE, ("people", "add", "sato", "佐藤 <a@b>", "--key", "{key}", "--yes")
    ),
    "people key": Call(
        Need.REMOTE,
        (
            *("people", "key", "joho", "--old-until", "2036-01-01"),
            *("--key", "{key}", "--yes"),
        ),
    ),
    "distrust": Call(
        Need.REMOTE,
        ("distrust", "joho", "--from", "2026-01-01", "--key", "{key}", "--yes"),
    ),
    "people leave": Call(
        Need.REMOTE, ("people", "leave", "joho", "--key", "{key}", "--yes")
    ),
    # A director without a key could sign nothing.
    "people new-director": Call(
        Need.REMOTE,
        ("people", "new-director", "佐藤 <a@b>", "--key", "{key}", "--yes"),
        1,
    ),
    # One key, and nothing pinned: it has something to say.
    "doctor": Call(Need.HISTORY, ("doctor",), 1),
    # The post that was approved above has not gone out.
    "introduce": Call(Need.REMOTE, ("introduce", "--key", "{key}", "--yes"), 1),
    "repair": Call(Need.REMOTE, ("repair", "--key", "{key}", "--yes")),
    "rules": Call(Need.NOTHING, ("rules",)),
    "schema": Call(Need.NOTHING, ("schema", "post")),
    # These make a place of their own; here they are told to make none.
    "init": Call(Need.NOTHING, ("init", "new", "--director", "nobody"), 2),
    "upgrade": Call(Need.FOLDER, ("upgrade",)),
    "demo": Call(Need.NOTHING, ("demo", "--keep", "{key}"), 2),
    "rehearse serve": Call(Need.NOTHING, ("rehearse", "serve", "--fault", "no"), 2),
}


def key_file(library: Library) -> Path:
    """Return a file with the director's key."""
    path = library.folder / "kancho-key"
    path.write_text(library.kancho.private_key, encoding="ascii")
    path.chmod(0o600)
    return path


def arguments(call: Call, library: Library) -> list[str]:
    """Return what to type for a call in a library."""
    real = {"{post}": "ohanashi", "{branch}": "an", "{key}": str(key_file(library))}
    return [real.get(one, one) for one in call.arguments]


def commands() -> Iterator[tuple[str, Any]]:
    """Yield every command people can type, with its parser."""
    yield from _below("", typer.main.get_command(app))


def _below(path: str, command: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  (typer's parsers have no public type)
    known = getattr(command, "commands", None)
    if known is None:
        yield path.strip(), command
        return
    for name, one in known.items():
        yield from _below(f"{path} {name}", one)
