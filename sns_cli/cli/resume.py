"""``sns resume``: publish again."""

import typer

from sns_cli.cli import options
from sns_cli.cli.pausing import carry_out
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "resume",
        help="""止めた投稿を再開します(館長)。/ Publish again (director).

\b
承認されていない停止も、これで元の設定に戻ります。
変数 SNS_PAUSED で止めたときは、その変数を消してください。
例 / Examples:
  sns resume
  sns resume --account x --key ~/.ssh/id_ed25519
""",
    )(resume)


def resume(
    context: typer.Context,
    account: options.OneAccount = None,
    key: options.Key = None,
    introduction: options.Introduction = None,
) -> None:
    """Fetch main and push a signed change of sns.toml that starts again."""
    from sns_cli.model.pause import Change, order_of  # noqa: PLC0415

    order = order_of(Change.RESUME, account)
    carry_out(session_of(context), order, key, introduction)
