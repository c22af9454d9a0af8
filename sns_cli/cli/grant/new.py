"""``sns grant new``: the director lets somebody approve within limits."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.changing import Key, Propose, Yes, carry_out, start
from sns_cli.cli.console import say, sentence
from sns_cli.cli.session import session_of
from sns_cli.cli.words import day, slug_of, words

if TYPE_CHECKING:
    from sns_cli.bootstrap.changing import Changer
    from sns_cli.model.plan import Plan


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "new",
        help="""事前承認を与えます(館長)。/ Give a prior approval (director).

sns.toml をどう変えるかを見せ、館長の鍵で署名して main に入れます。
--propose を付けると、署名せず、館長が sns approve で承認する案にします。
根拠の エ(館長が認めたもの)は任せられません。
/ Shows the change of sns.toml, signs it with the director's key and puts it onto main;
with --propose it becomes a proposal. The basis "director" cannot be granted.

\b
例 / Examples:
  sns grant new --to tanto-01 --categories 休館案内,催し案内 --basis ア,イ \\
      --valid 2027-04-01 2027-09-30 --max-per-day 3 --document 図発第12号
  sns grant new --to tanto-01 --categories 緊急 --emergency --basis イ \\
      --valid 2027-04-01 2027-09-30 --propose
""",
    )(new)


def new(
    context: typer.Context,
    to: Annotated[
        str,
        typer.Option(
            help="任せる人(people の番号) / Key of the person", metavar="PERSON"
        ),
    ],
    categories: Annotated[
        str,
        typer.Option(help="区分(コンマで並べる) / Categories", metavar="A,B"),
    ],
    basis: Annotated[
        str,
        typer.Option(help="根拠 ア イ ウ(コンマで並べる) / Basis", metavar="A,B"),
    ],
    valid: Annotated[
        tuple[str, str],
        typer.Option(
            help="初日と最終日(その日を含む) / First and last day", metavar="FROM TO"
        ),
    ],
    accounts: Annotated[
        str,
        typer.Option(
            help="宛先(コンマで並べる)。無ければふだんの宛先 / Accounts", metavar="A,B"
        ),
    ] = "",
    max_per_day: Annotated[
        int | None,
        typer.Option(min=1, help="1日の上限(件) / Posts a day", metavar="N"),
    ] = None,
    own_posts: Annotated[
        bool,
        typer.Option(
            "--own-posts", help="自分が書いた投稿も承認できる / Also their own posts"
        ),
    ] = False,
    outside_hours: Annotated[
        bool,
        typer.Option(
            "--outside-hours",
            help="開館時間の外の投稿も承認できる / Also outside hours",
        ),
    ] = False,
    emergency: Annotated[
        bool,
        typer.Option("--emergency", help="緊急の投稿も承認できる / Also emergencies"),
    ] = False,
    document: Annotated[
        str | None,
        typer.Option(help="認めた文書 / Document that says so", metavar="TEXT"),
    ] = None,
    grant_id: Annotated[
        str | None,
        typer.Option("--id", help="番号(無ければ作る) / Id", metavar="ID"),
    ] = None,
    key: Key = None,
    yes: Yes = False,
    propose: Propose = False,
    introduction: options.Introduction = None,
) -> None:
    """Show the change of ``sns.toml``, ask, sign and push it."""
    from sns_cli.model.granting import GrantWish  # noqa: PLC0415
    from sns_cli.parse.edit_grants import add_grant  # noqa: PLC0415
    from sns_cli.pipeline.grants import new_grant  # noqa: PLC0415

    session = session_of(context)
    wish = GrantWish(
        to=to,
        accounts=words(accounts),
        categories=words(categories, "--categories"),
        basis=words(basis, "--basis"),
        first=day(valid[0], "--valid"),
        last=day(valid[1], "--valid"),
        max_per_day=max_per_day,
        own_posts=own_posts,
        outside_hours=outside_hours,
        emergency=emergency,
        document=document,
        id=grant_id,
    )
    changer = start(session, introduction)

    def make(here: "Changer") -> "Plan":
        grant = new_grant(here.policy, wish, here.today)
        title = f"事前承認: {grant.to} {_span(grant.valid)}"
        return here.settings_plan(
            title, f"grant-{slug_of(grant.id)}", lambda old: add_grant(old, grant)
        )

    grant = new_grant(changer.policy, wish, changer.today)
    made = carry_out(session, changer, make, key, yes=yes, propose=propose)
    if made is not None:
        name = changer.policy.people[to].name
        say(sentence(session, "grant-made", grant=grant.id, person=name))


def _span(valid: tuple[dt.date, dt.date]) -> str:
    return f"{valid[0]} - {valid[1]}"
