"""``sns people leave``: somebody may do nothing any more."""

from typing import TYPE_CHECKING

import typer

from sns_cli.cli import options
from sns_cli.cli.changing import Key, Propose, Yes, carry_out, start
from sns_cli.cli.people import parts
from sns_cli.cli.session import session_of
from sns_cli.cli.words import slug_of

if TYPE_CHECKING:
    from sns_cli.bootstrap.changing import Changer
    from sns_cli.model.plan import Plan


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "leave",
        help="""人の鍵と事前承認を終わらせます(館長)。/ Take away keys and grants.

異動や退職のときに使います。名前は残ります(過去の承認がその名前で記録されているため)。
/ For whoever leaves. The name stays, since past approvals stand under it.

\b
例 / Examples:
  sns people leave tanto-01
""",
    )(leave)


def leave(
    context: typer.Context,
    name: parts.PersonKey,
    key: Key = None,
    yes: Yes = False,
    propose: Propose = False,
    introduction: options.Introduction = None,
) -> None:
    """Show the change of ``sns.toml``, ask, sign and push it."""
    from sns_cli.pipeline import people  # noqa: PLC0415

    session = session_of(context)
    changer = start(session, introduction)

    def make(here: "Changer") -> "Plan":
        return here.settings_plan(
            f"人が去る: {name}",
            f"leave-{slug_of(name)}",
            lambda old: people.leave(old, name),
        )

    carry_out(session, changer, make, key, yes=yes, propose=propose)
