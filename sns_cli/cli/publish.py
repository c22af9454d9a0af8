"""``sns publish``: send what is approved and due, once."""

from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note, note_unpinned, progress, say, sentence
from sns_cli.cli.failing import summarise
from sns_cli.cli.session import Session, session_of

if TYPE_CHECKING:
    from sns_cli.bootstrap.publishing import Publisher
    from sns_cli.model.delivery import RunReport


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
    account: options.OneAccount = None,
    style: options.Format = options.OutputFormat.TEXT,
    at: options.At = None,
    introduction: options.Introduction = None,
) -> None:
    """Fetch main, prove it, settle what is open, send what is due, and tell people."""
    from sns_cli.bootstrap.publishing import open_publisher  # noqa: PLC0415
    from sns_cli.report.publishing import render_run  # noqa: PLC0415
    from sns_cli.report.summary import Page, render_summary  # noqa: PLC0415

    session = session_of(context)
    publisher = open_publisher(session.environment, session.repo, introduction)
    session.speak(publisher.policy.library.language)
    note_unpinned(session, publisher.pin, publisher.introduction)
    with progress(session, None, sentence(session, "publish-steps")) as step:
        report = publisher.run(
            account=account,
            at=options.instant(at, publisher.policy),
            dry_run=dry_run,
            step=step,
        )
    shown = {options.OutputFormat.GITHUB, options.OutputFormat.MARKDOWN}
    costs = publisher.costs(report) if style in shown and report.outcomes else ()
    page = Page(publisher.unapproved(), costs, dry_run)
    say(render_run(report, page, style.value, session.language))
    if style is options.OutputFormat.GITHUB:
        summarise(session, render_summary(report, page, session.language))
    if at is None and not dry_run:
        _tell(session, publisher, report)
    raise typer.Exit(report.exit_code)


def _tell(session: Session, publisher: "Publisher", report: "RunReport") -> None:
    """Tell the people of the proposals; that it failed is one line, and no more."""
    warning = publisher.tell(report, session.language)
    if warning is not None:
        from sns_cli.report.sentences import tell  # noqa: PLC0415

        note(tell(warning, session.language))
