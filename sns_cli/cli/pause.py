"""``sns pause``: stop everything, or one account."""

from typing import Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.pausing import carry_out
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "pause",
        help="""投稿を止めます。だれでも使えます。/ Stop publishing; anybody may.

館長の鍵があれば署名します。無くても止まります(--account は館長だけ)。
承認済みの取り下げは、止まっている間も行われます。
置き場所(GitHub など)の変数 SNS_PAUSED に理由を設定しても止まります。
/ With the director's key it is signed; without it, it stops all the same (--account is
the director's). Approved retractions go on. The variable SNS_PAUSED stops too.

\b
例 / Examples:
  sns pause --reason アカウントの点検中
  sns pause --account x --reason 広報課の指示 --key ~/.ssh/id_ed25519
""",
    )(pause)


def pause(
    context: typer.Context,
    reason: Annotated[
        str,
        typer.Option(help="止める理由。実行のたびに表示されます / Why", metavar="TEXT"),
    ] = "",
    account: Annotated[
        str | None,
        typer.Option(help="この宛先だけ(館長) / Only this account", metavar="A"),
    ] = None,
    key: options.Key = None,
    introduction: options.Introduction = None,
) -> None:
    """Fetch main and push a change of sns.toml that stops."""
    from sns_cli.model.pause import Change, order_of  # noqa: PLC0415

    order = order_of(Change.PAUSE, account, reason)
    carry_out(session_of(context), order, key, introduction)
