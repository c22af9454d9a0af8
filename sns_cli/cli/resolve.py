"""``sns resolve``: a person settles what is in doubt."""

from pathlib import Path
from typing import Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say
from sns_cli.cli.failing import summarise
from sns_cli.cli.session import session_of
from sns_cli.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "resolve",
        help="""公開されたか不明な投稿を、人が確かめて決着させます。
/ Settle a delivery that is in doubt.

先に、そのアカウントの投稿一覧を自分の目で確かめてください。
/ First look through the account's own list of posts.

\b
例 / Examples:
  sns resolve 20261205-ohanashikai x --published https://x.com/example_lib/status/123
  sns resolve 20261205-ohanashikai x --not-sent
""",
    )(resolve)


def resolve(
    context: typer.Context,
    post: Annotated[str, typer.Argument(metavar="ID", help="投稿の番号 / Post id")],
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="宛先 / Account")],
    published: Annotated[
        str | None,
        typer.Option(help="公開されていた。そのアドレス / It is public", metavar="URL"),
    ] = None,
    not_sent: Annotated[
        bool,
        typer.Option("--not-sent", help="公開されていなかった / It was not sent"),
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(help="決めた人(people の名前) / Who decided", metavar="PERSON"),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(
            help="館長の秘密鍵(公開係の鍵がないとき) / Director's key", metavar="FILE"
        ),
    ] = None,
    style: options.Format = options.OutputFormat.TEXT,
    introduction: options.Introduction = None,
) -> None:
    """Write what a person found out; nothing is sent."""
    from sns_cli.bootstrap.publishing import open_publisher  # noqa: PLC0415
    from sns_cli.model.ledger import DeliveryKey  # noqa: PLC0415
    from sns_cli.report.publishing import render_run  # noqa: PLC0415
    from sns_cli.report.summary import Page, render_summary  # noqa: PLC0415

    session = session_of(context)
    if (published is None) == (not not_sent):
        raise UsageError("resolve-choose")
    # What was left empty in a web form comes as an empty word.
    words = {"resolve-no-post": post, "resolve-no-account": account}
    if published is not None:
        words["resolve-no-address"] = published
    for missing, word in words.items():
        if not word.strip():
            raise UsageError(missing)
    publisher = open_publisher(session.environment, session.repo, introduction)
    session.speak(publisher.policy.library.language)
    note_unpinned(session, publisher.pin, publisher.introduction)
    report = publisher.resolve(DeliveryKey(post, account), published, by, key)
    say(render_run(report, Page(), style.value, session.language), report.exit_code)
    summarise(session, render_summary(report, Page(), session.language))
    raise typer.Exit(report.exit_code)
