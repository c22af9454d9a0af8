"""``sns distrust``: a lost or stolen key opens nothing any more."""

import re
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sns_cli.cli import options
from sns_cli.cli.changing import Key, Propose, Yes, carry_out, start
from sns_cli.cli.console import say, sentence
from sns_cli.cli.session import session_of
from sns_cli.cli.words import day

if TYPE_CHECKING:
    from sns_cli.bootstrap.changing import Changer
    from sns_cli.model.plan import Plan

_ID: Final = re.compile(r"[0-9a-f]{7,64}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "distrust",
        help="""なくした鍵を無効にします(館長の別の鍵)。/ Void a lost key.

その時より後に、その鍵で行われた承認は、すべて無かったことになります。
ほかの館長の鍵も予備の鍵も無いときは、sns introduce で新しい起点を作ります。
/ Every approval it gave from then on is void. It takes another key of a director; if
there is none, there is sns introduce.

\b
例 / Examples:
  sns distrust kancho --from 2027-06-01
  sns distrust lost-key.pub --from 0123abcd…
""",
    )(distrust)


def distrust(
    context: typer.Context,
    who: Annotated[
        str,
        typer.Argument(
            metavar="KEY", help="people の番号か公開の鍵 / Person or public key"
        ),
    ],
    since: Annotated[
        str,
        typer.Option(
            "--from",
            help="この日か、この変更から後を無効にする / From this day or change on",
            metavar="DATE|ID",
        ),
    ],
    key: Key = None,
    yes: Yes = False,
    propose: Propose = False,
    introduction: options.Introduction = None,
) -> None:
    """Show the change of ``sns.toml``, ask, sign and push it."""
    from sns_cli.bootstrap.distrusting import (  # noqa: PLC0415
        lost_key,
        signed_with,
        void_from,
        worth_it,
    )
    from sns_cli.calendar import local, moment_text  # noqa: PLC0415
    from sns_cli.pipeline import people  # noqa: PLC0415
    from sns_cli.report.safe import safe_line  # noqa: PLC0415

    session = session_of(context)
    changer = start(session, introduction)
    line = lost_key(changer, who)
    begin = since if _ID.fullmatch(since) else day(since, "--from")
    signed = signed_with(changer, line, begin)
    for one in signed:
        code = "signed-void" if one.void else "signed-kept"
        at = moment_text(
            local(one.at, changer.policy.library.timezone), session.language
        )
        details = {"commit": one.commit[:12], "at": at, "title": safe_line(one.title)}
        say(sentence(session, code, **details))
    voids = worth_it(changer, line, signed)

    def make(here: "Changer") -> "Plan":
        place = void_from(here, line, begin)
        return here.settings_plan(
            "鍵を無効にする",
            "distrust",
            lambda old: people.distrust(old, line, place),
        )

    made = carry_out(session, changer, make, key, yes=yes, propose=propose)
    if made is not None:
        if not voids:
            say(sentence(session, "distrust-voids-nothing"))
        say(sentence(session, "key-distrusted-now"))
