"""``sns people key``: a new key of somebody, or the end of the old ones."""

from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.changing import Key, Propose, Yes, carry_out, start
from sns_cli.cli.people import parts
from sns_cli.cli.session import session_of
from sns_cli.cli.words import day, slug_of
from sns_cli.errors import UsageError

if TYPE_CHECKING:
    from sns_cli.bootstrap.changing import Changer
    from sns_cli.model.plan import Plan


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "key",
        help="""鍵を加える・期限を付ける(館長)。/ Add a key, or end the old ones.

なくした鍵や盗まれた鍵は、これでなく sns distrust で無効にします。
/ A lost or stolen key is voided with sns distrust instead.

\b
例 / Examples:
  sns people key tanto-01 --public-key tanto-01.pub
  sns people key kancho --public-key new.pub --until 2028-03-31 --old-until 2027-04-30
""",
    )(change)


def change(
    context: typer.Context,
    name: parts.PersonKey,
    public_key: parts.PublicKey = None,
    until: parts.Until = None,
    old_until: Annotated[
        str | None,
        typer.Option(
            "--old-until",
            help="いまの鍵の最終日 / Last day of the keys there are",
            metavar="DATE",
        ),
    ] = None,
    key: Key = None,
    yes: Yes = False,
    propose: Propose = False,
    introduction: options.Introduction = None,
) -> None:
    """Show the change of ``sns.toml``, ask, sign and push it."""
    from sns_cli.pipeline.people import change_keys  # noqa: PLC0415

    session = session_of(context)
    if public_key is None and old_until is None:
        raise UsageError("key-change-empty")
    new = parts.public_key(public_key, until)
    last = None if old_until is None else day(old_until, "--old-until")
    changer = start(session, introduction)

    def make(here: "Changer") -> "Plan":
        return here.settings_plan(
            f"鍵を変える: {name}",
            f"key-{slug_of(name)}",
            lambda old: change_keys(old, name, new, last, here.today),
        )

    carry_out(session, changer, make, key, yes=yes, propose=propose)
