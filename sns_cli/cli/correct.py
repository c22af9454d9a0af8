"""``sns correct``: draft a correction of a post."""

from typing import Annotated

import typer

from sns_cli.cli.drafted import tell_draft
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "correct",
        help="""公開した投稿を訂正する投稿のひな形を作ります(起案者用)。
/ Draft a post that corrects another.

元の投稿は変わりません。訂正の投稿も、館長の承認を受けてから公開されます。

\b
例 / Examples:
  sns correct 20261205-ohanashikai
  sns correct 20261205-ohanashikai \\
      --text '【訂正】おはなし会は午後2時からです。お詫びして訂正します。'
""",
    )(correct)


def correct(
    context: typer.Context,
    post: Annotated[str, typer.Argument(metavar="ID", help="投稿の番号 / Post id")],
    title: Annotated[
        str | None, typer.Option(help="件名 / Title", metavar="TEXT")
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(help="訂正の文。なければひな形 / The whole text", metavar="TEXT"),
    ] = None,
) -> None:
    """Write the file, print its path, and say on standard error what comes next."""
    from sns_cli.adapters.clock import SystemClock  # noqa: PLC0415
    from sns_cli.bootstrap.folder import open_folder  # noqa: PLC0415
    from sns_cli.bootstrap.proposing import draft_correction, open_shelf  # noqa: PLC0415

    session = session_of(context)
    folder = open_folder(session.environment, session.repo)
    session.speak(folder.settings.library.language)
    shelf = open_shelf(folder)
    original = shelf.original(post)
    path = draft_correction(
        shelf,
        original,
        SystemClock().now(),
        session.language,
        title=title,
        text=text,
    )
    tell_draft(session, shelf, original, path, "correction-made")
