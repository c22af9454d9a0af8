"""Options that several commands share."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli.session import session_of
from sns_cli.errors import UsageError

if TYPE_CHECKING:
    from sns_cli.model.settings import Settings


class OutputFormat(StrEnum):
    """How a result is shown."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    MARKDOWN = "markdown"


def _note_machine(context: typer.Context, value: OutputFormat) -> OutputFormat:
    if value is OutputFormat.JSON:
        session_of(context).machine = True
    return value


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH", help="投稿のファイルかフォルダー / Posts or folders"
    ),
]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        help="この変更から後に確定した投稿だけ / Only what was committed since",
        metavar="REV",
    ),
]
Format = Annotated[
    OutputFormat,
    typer.Option(
        "--format",
        help="表示の形 / Output format",
        metavar="text|json|github|markdown",
        callback=_note_machine,
    ),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        help="この日時として行う(送るのは練習用の宛先だけ) / As of this time",
        metavar="TIME",
    ),
]
OneAccount = Annotated[
    str | None,
    typer.Option("--account", help="この宛先だけ / Only this account", metavar="A"),
]
Key = Annotated[
    Path | None,
    typer.Option(
        "--key",
        help="署名する鍵。無ければ ssh-agent か ~/.ssh / Key to sign with",
        metavar="FILE",
    ),
]
Introduction = Annotated[
    str | None,
    typer.Option(
        "--introduction",
        help="信頼の起点となる変更の番号(40桁) / Commit id where trust starts",
        metavar="ID",
    ),
]


def instant(value: str | None, settings: "Settings") -> dt.datetime | None:
    """Return ``--at`` as an aware time; without offset, the library's zone.

    Raises:
        UsageError: it is not a time.
    """
    if value is None:
        return None
    from sns_cli.calendar import parse_instant  # noqa: PLC0415  (loads pendulum)
    from sns_cli.model.post import FIRST_YEAR, LAST_YEAR  # noqa: PLC0415

    parsed = parse_instant(value, settings.library.timezone)
    if parsed is None or not FIRST_YEAR <= parsed.year <= LAST_YEAR:
        raise UsageError("time-malformed", value=value)
    return parsed
