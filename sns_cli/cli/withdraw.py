"""``sns withdraw``: take back a post that has not gone out."""

from typing import Annotated

import typer

from sns_cli.cli.console import note, say, sentence
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "withdraw",
        help="""まだ公開されていない投稿を取りやめます(起案者用)。
/ Take back a post that has not gone out.

手元のフォルダーから、投稿と、ほかで使わない画像を取り除きます。
公開されたあとなら、何もせずに sns correct か sns retract を案内します。

\b
例 / Examples:
  sns withdraw 20261205-ohanashikai
""",
    )(withdraw)


def withdraw(
    context: typer.Context,
    post: Annotated[str, typer.Argument(metavar="ID", help="投稿の番号 / Post id")],
) -> None:
    """Remove the files, print their paths, and say what comes next."""
    from sns_cli.bootstrap.folder import open_folder  # noqa: PLC0415
    from sns_cli.bootstrap.proposing import open_shelf  # noqa: PLC0415
    from sns_cli.bootstrap.withdrawing import withdraw as take_back  # noqa: PLC0415
    from sns_cli.report.safe import safe_line  # noqa: PLC0415

    session = session_of(context)
    folder = open_folder(session.environment, session.repo)
    session.speak(folder.settings.library.language)
    done = take_back(open_shelf(folder), post)
    say("\n".join(safe_line(path) for path in done.paths))
    note(sentence(session, "withdrawn-here", paths=", ".join(done.paths)))
    if done.unsure:
        note(sentence(session, "withdraw-unsure"))
