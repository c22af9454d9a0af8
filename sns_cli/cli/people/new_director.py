"""``sns people new-director``: the director hands over."""

from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.changing import Key, Propose, Yes, carry_out, start
from sns_cli.cli.console import say, sentence
from sns_cli.cli.people import parts
from sns_cli.cli.session import session_of
from sns_cli.cli.words import person

if TYPE_CHECKING:
    from sns_cli.bootstrap.changing import Changer
    from sns_cli.model.plan import Plan


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "new-director",
        help="""館長の交代。いまの館長が署名します。/ Hand over to a new director.

いまの館長が与えた事前承認は、交代とともに効力を失います。
前の館長がもういないとき、鍵をなくしたときは、sns introduce を使います。
/ Signed by the present director, whose grants lapse. If there is nobody to sign,
there is sns introduce.

\b
例 / Examples:
  sns people new-director '鈴木一郎 <kancho@lib.example.lg.jp>' --public-key new.pub
  sns people new-director '副館長 <fuku@lib.example.lg.jp>' --public-key fuku.pub --keep
""",
    )(hand_over)


def hand_over(
    context: typer.Context,
    who: parts.Named,
    public_key: parts.PublicKey = None,
    until: parts.Until = None,
    keep: Annotated[
        bool,
        typer.Option("--keep", help="いまの館長も残す / Keep the present ones too"),
    ] = False,
    name: Annotated[
        str | None,
        typer.Option("--id", help="people の番号(無ければ作る) / Id", metavar="ID"),
    ] = None,
    github: parts.Github = None,
    key: Key = None,
    yes: Yes = False,
    propose: Propose = False,
    introduction: options.Introduction = None,
) -> None:
    """Show the change of ``sns.toml``, ask, sign and push it."""
    from sns_cli.pipeline.people import Newcomer, succeed  # noqa: PLC0415

    session = session_of(context)
    called, email = person(who)
    line = parts.public_key(public_key, until)
    from sns_cli.model.settings import Role  # noqa: PLC0415

    newcomer = Newcomer(called, email, Role.DIRECTOR, line, name, github=github)
    changer = start(session, introduction)
    parts.account_needed(changer.policy, github)
    before = changer.policy

    def make(here: "Changer") -> "Plan":
        return here.settings_plan(
            f"館長の交代: {called}",
            "new-director",
            lambda old: succeed(old, newcomer, here.today, keep=keep),
        )

    made = carry_out(session, changer, make, key, yes=yes, propose=propose)
    if made is not None:
        say(sentence(session, "director-handed-over", person=called))
        if before.grants and not keep:
            ids = ", ".join(one.id for one in before.grants)
            say(sentence(session, "grants-lapsed", grants=ids))
