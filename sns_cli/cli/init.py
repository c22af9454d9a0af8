"""``sns init``: a new library repository, with the commit where trust starts."""

import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sns_cli.cli.asking import ask_until, can_answer
from sns_cli.cli.console import say, sentence
from sns_cli.cli.session import session_of
from sns_cli.errors import UsageError

_EXAMPLE_NAME = "例示市立図書館"
_EXAMPLE_REPOSITORY = "example/library-sns"


class EvidenceName(StrEnum):
    """What may prove approvals in a new library."""

    SIGNATURE = "signature"
    PLATFORM = "platform"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "init",
        help="""新しい図書館のフォルダーを作ります。/ Make a new library's folder.

\b
例 / Examples:
  sns init my-library
  sns init my-library --director '山田花子 <kancho@lib.example.lg.jp>' \\
      --director-key ~/.ssh/id_ed25519.pub
  sns init my-library --evidence platform --director-account yamada-hanako \\
      --director '山田花子 <kancho@lib.example.lg.jp>'
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
    director_account: Annotated[
        str | None,
        typer.Option(
            help="館長の GitHub のアカウント名 / Director's account at GitHub",
            metavar="NAME",
        ),
    ] = None,
    evidence: Annotated[
        EvidenceName,
        typer.Option(
            help="承認の証拠: 館長の署名か、GitHub の画面のボタンか "
            "/ Proof of approval: the director's signature, or GitHub's button",
            metavar="signature|platform",
        ),
    ] = EvidenceName.SIGNATURE,
    name: Annotated[
        str | None, typer.Option(help="館の名前 / The library's name", metavar="NAME")
    ] = None,
    repository: Annotated[
        str | None,
        typer.Option(
            help="置き場所での名前 / Its name at the git host", metavar="OWNER/NAME"
        ),
    ] = None,
) -> None:
    """Make the repository and print what to pin and which secrets to set."""
    from sns_cli.bootstrap.starter import Asked, make_library  # noqa: PLC0415
    from sns_cli.model.settings import Evidence  # noqa: PLC0415

    session = session_of(context)
    by_page = evidence is EvidenceName.PLATFORM
    proof = director_account if by_page else director_key
    if director is None or proof is None:
        if not can_answer():
            by = "--director-account" if by_page else "--director-key"
            missing = "--director" if director is None else by
            raise UsageError("option-missing", option=missing)
        director = director or ask_until(session, "ask-director", _person)
        if by_page:
            director_account = director_account or ask_until(
                session, "ask-director-account", _account
            )
        else:
            director_key = director_key or ask_until(session, "ask-director-key", _key)
        name = name or ask_until(session, "ask-library", str, _EXAMPLE_NAME)
        repository = repository or ask_until(
            session, "ask-repository", _repository, _EXAMPLE_REPOSITORY
        )
    made = make_library(
        Asked(
            folder=folder,
            director=director,
            director_key=director_key,
            publisher_key=publisher_key,
            account=director_account,
            library=name,
            repository=repository,
            evidence=Evidence(evidence.value),
        )
    )
    details = {
        "folder": str(made.folder),
        "shell_folder": shlex.quote(str(made.folder)),
        "introduction": made.introduction,
        "publisher_key": str(made.publisher_key),
        "publisher_line": made.publisher_line,
        "repository": repository or _EXAMPLE_REPOSITORY,
        "minutes": made.minutes,
        "free_minutes": made.free_minutes,
    }
    say(sentence(session, "library-made", **details))
    approving = "library-approves-page" if by_page else "library-approves-signed"
    say(sentence(session, approving, account=director_account or "-", **details))
    say(sentence(session, "library-goes-live", **details))


def _person(typed: str) -> str:
    from sns_cli.bootstrap.starter import person_of  # noqa: PLC0415

    person_of(typed)
    return typed


def _account(typed: str) -> str:
    from sns_cli.bootstrap.starter import account_of  # noqa: PLC0415

    return account_of(typed)


def _repository(typed: str) -> str:
    from sns_cli.bootstrap.starter import repository_of  # noqa: PLC0415

    return repository_of(typed)


def _key(typed: str) -> Path:
    from sns_cli.bootstrap.starter.keys import public_line  # noqa: PLC0415

    # No shell has read this: ~ is as it was typed.
    path = Path(typed).expanduser()
    public_line(path)
    return path
