"""``sns resume``: publish again."""

from pathlib import Path
from typing import Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say
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
    account: Annotated[
        str | None,
        typer.Option(help="この宛先だけ / Only this account", metavar="A"),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(
            help="署名する鍵。無ければ ssh-agent か ~/.ssh / Key to sign with",
            metavar="FILE",
        ),
    ] = None,
    introduction: options.Introduction = None,
) -> None:
    """Fetch main and push a signed change of sns.toml that starts again."""
    from sns_cli.bootstrap.pausing import open_pauser  # noqa: PLC0415
    from sns_cli.model.pause import Change, order_of  # noqa: PLC0415
    from sns_cli.report.pausing import render_pause  # noqa: PLC0415

    session = session_of(context)
    order = order_of(Change.RESUME, account)
    pauser = open_pauser(session.environment, session.repo, introduction)
    session.speak(pauser.policy.library.language)
    note_unpinned(session, pauser.pin, pauser.introduction)
    done = pauser.carry_out(order, key)
    say(render_pause(order, done, pauser.name_of(done.by), session.language))
