"""``sns init``: a new library repository, with the commit where trust starts."""

from pathlib import Path
from typing import Annotated

import typer

from sns_cli.cli.console import say, sentence
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "init",
        help="""新しい図書館のリポジトリを作ります。/ Make a new library repository.

\b
例 / Examples:
  sns init my-library --director '山田花子 <kancho@lib.example.lg.jp>' \\
      --director-key ~/.ssh/id_ed25519.pub
""",
    )(init)


def init(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="作るフォルダー / Folder to make")
    ],
    director: Annotated[
        str | None,
        typer.Option(
            help="館長の 名前 <メール> / Name <mail>", metavar="'NAME <MAIL>'"
        ),
    ] = None,
    director_key: Annotated[
        Path | None,
        typer.Option(help="館長の公開鍵 / Director's public key", metavar="FILE"),
    ] = None,
    publisher_key: Annotated[
        Path | None,
        typer.Option(
            help="公開係の秘密鍵(無ければ作る) / Publisher's key (made if absent)",
            metavar="FILE",
        ),
    ] = None,
) -> None:
    """Make the repository and print what to pin and which secrets to set."""
    from sns_cli.bootstrap import starter  # noqa: PLC0415

    session = session_of(context)
    director = director or _ask(session, "ask-director", "--director")
    key = director_key or Path(_ask(session, "ask-director-key", "--director-key"))
    made = starter.make_library(folder, director, key, publisher_key)
    details = {
        "folder": str(made.folder),
        "introduction": made.introduction,
        "publisher_key": str(made.publisher_key),
    }
    say(sentence(session, "library-made", **details))


def _ask(session: Session, code: str, option: str) -> str:
    import sys  # noqa: PLC0415

    if not sys.stdin.isatty():
        raise UsageError("option-missing", option=option)
    answer: str = typer.prompt(sentence(session, code))
    return answer
