"""``sns grant end``: a prior approval ends sooner than it says."""

from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.changing import Key, Propose, Yes, carry_out, start
from sns_cli.cli.console import say, sentence
from sns_cli.cli.session import session_of
from sns_cli.cli.words import day, slug_of

if TYPE_CHECKING:
    from sns_cli.bootstrap.changing import Changer
    from sns_cli.model.plan import Plan


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "end",
        help="""事前承認を終わらせます(館長)。/ End a prior approval (director).

すぐに終わります。--on を付けると、その日が最終日になります。
終わったあとは、その事前承認で承認された投稿も、まだなら出なくなります。
/ At once, or after the day of --on. What was approved under it and is not out by then
stays in.

\b
例 / Examples:
  sns grant end 2027-tanto-01
  sns grant end 2027-tanto-01 --on 2027-06-30
""",
    )(end)


def end(
    context: typer.Context,
    grant: Annotated[
        str, typer.Argument(metavar="ID", help="事前承認の番号 / Id of the grant")
    ],
    on: Annotated[
        str | None, typer.Option(help="新しい最終日 / New last day", metavar="DATE")
    ] = None,
    key: Key = None,
    yes: Yes = False,
    propose: Propose = False,
    introduction: options.Introduction = None,
) -> None:
    """Show the change of ``sns.toml``, ask, sign and push it."""
    from sns_cli.parse.edit_grants import end_grant  # noqa: PLC0415
    from sns_cli.pipeline.grants import last_day  # noqa: PLC0415

    session = session_of(context)
    wished = None if on is None else day(on, "--on")
    changer = start(session, introduction)

    def make(here: "Changer") -> "Plan":
        last = last_day(here.proof, grant, here.today, wished)
        return here.settings_plan(
            f"事前承認の終わり: {grant}",
            f"end-grant-{slug_of(grant)}",
            lambda old: end_grant(old, grant, last),
        )

    made = carry_out(session, changer, make, key, yes=yes, propose=propose)
    if made is not None:
        say(sentence(session, "grant-ended-now", grant=grant))
