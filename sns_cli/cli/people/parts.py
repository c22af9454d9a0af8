"""Arguments that the commands about people share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli.words import day
from sns_cli.errors import UsageError

if TYPE_CHECKING:
    from sns_cli.model.settings import Key, Settings

PersonKey = Annotated[
    str, typer.Argument(metavar="PERSON", help="people の番号 / Key of the person")
]
Named = Annotated[
    str, typer.Argument(metavar="'NAME <MAIL>'", help="名前とメール / Name and mail")
]
PublicKey = Annotated[
    Path | None,
    typer.Option("--public-key", help="公開の鍵 / Public key", metavar="FILE"),
]
Until = Annotated[
    str | None,
    typer.Option("--until", help="鍵の最終日 / Last day of the key", metavar="DATE"),
]
Github = Annotated[
    str | None,
    typer.Option(
        "--github", help="GitHub のアカウント名 / Account at GitHub", metavar="NAME"
    ),
]


def account_needed(policy: "Settings", github: str | None) -> None:
    """Refuse a director who could approve nothing in the host's web page.

    Raises:
        UsageError: there the account is needed, and none is given.
    """
    from sns_cli.model.settings import Evidence  # noqa: PLC0415

    if policy.approval.evidence is Evidence.PLATFORM and github is None:
        raise UsageError("director-account-missing")


def public_key(path: Path | None, until: str | None) -> "Key | None":
    """Return the key of a file with its last day.

    Raises:
        UsageError: there is no such file, it is a private key, or the day is none.
        SettingsError: it holds no usable key.
    """
    from sns_cli.bootstrap.starter.keys import public_line  # noqa: PLC0415
    from sns_cli.model.settings import Key  # noqa: PLC0415

    last = None if until is None else day(until, "--until")
    return None if path is None else Key(key=public_line(path), until=last)
