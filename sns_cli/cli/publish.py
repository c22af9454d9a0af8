"""``sns publish``: send what is approved and due, once."""

from typing import Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "publish",
        help="""承認され、出す時刻になった投稿を、1回だけ送ります(公開係)。
/ Send what is approved and due, once.

\b
例 / Examples:
  sns publish --dry-run
  sns publish
  sns publish --account x --format json
""",
    )(publish)


def publish(
    context: typer.Context,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="予定だけを示し、何も送らない / Only the plan"),
    ] = False,
    account: Annotated[
        str | None,
        typer.Option(help="この宛先だけ / Only this account", metavar="A"),
    ] = None,
    style: options.Format = options.OutputFormat.TEXT,
    at: options.At = None,
    introduction: options.Introduction = None,
) -> None:
    """Fetch main, prove it, settle what is open, and send what is due."""
    from sns_cli.bootstrap.publishing import open_publisher  # noqa: PLC0415
    from sns_cli.report.publishing import render_run  # noqa: PLC0415

    session = session_of(context)
    publisher = open_publisher(session.environment, session.repo, introduction)
    session.speak(publisher.policy.library.language)
    note_unpinned(session, publisher.pin, publisher.introduction)
    report = publisher.run(
        account=account,
        at=options.instant(at, publisher.policy),
        dry_run=dry_run,
    )
    unapproved = publisher.unapproved()
    say(render_run(report, unapproved, style.value, session.language))
    raise typer.Exit(report.exit_code)
