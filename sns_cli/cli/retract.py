"""``sns retract``: draft the request to take a published post down."""

from typing import Annotated

import typer

from sns_cli.cli.drafted import tell_draft
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "retract",
        help="""公開した投稿の取り下げ(サービスからの削除)を起案します(起案者用)。
/ Draft the request to take a published post down.

館長が承認すると、開館時間の外でも停止中でも、次の実行で削除されます。
archive/ の記録は残ります。まだ公開されていない投稿には sns withdraw を使います。

\b
例 / Examples:
  sns retract 20261205-ohanashikai --reason 日付に誤りがあったため
""",
    )(retract)


def retract(
    context: typer.Context,
    post: Annotated[str, typer.Argument(metavar="ID", help="投稿の番号 / Post id")],
    reason: Annotated[
        str | None,
        typer.Option(help="取り下げる理由 / Why", metavar="TEXT"),
    ] = None,
) -> None:
    """Write the file, print its path, and say on standard error what comes next."""
    from sns_cli.adapters.clock import SystemClock  # noqa: PLC0415
    from sns_cli.bootstrap.folder import open_folder  # noqa: PLC0415
    from sns_cli.bootstrap.proposing import draft_retraction, open_shelf  # noqa: PLC0415

    session = session_of(context)
    folder = open_folder(session.environment, session.repo)
    session.speak(folder.settings.library.language)
    shelf = open_shelf(folder)
    original = shelf.original(post)
    now = SystemClock().now()
    path = draft_retraction(shelf, original, now, session.language, reason)
    tell_draft(session, shelf, original, path, "retraction-made")
