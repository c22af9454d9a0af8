"""``sns lint``: what a careful colleague would catch before the director reads."""

import typer

from sns_cli.cli import options
from sns_cli.cli.console import say
from sns_cli.cli.session import session_of
from sns_cli.errors import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "lint",
        help="""投稿案を検査します(起案者用)。/ Check drafts.

\b
例 / Examples:
  sns lint
  sns lint posts/2026/12/ohanashikai.md
  sns lint --format json
""",
    )(lint)


def lint(
    context: typer.Context,
    paths: options.Paths = None,
    style: options.Format = options.OutputFormat.TEXT,
    at: options.At = None,
) -> None:
    """Check drafts and exit with 1 if something must be mended."""
    from sns_cli.bootstrap.folder import lint_folder, open_folder  # noqa: PLC0415
    from sns_cli.report.findings import render_findings  # noqa: PLC0415

    session = session_of(context)
    folder = open_folder(session.environment, session.repo)
    session.speak(folder.settings.library.language)
    report = lint_folder(
        folder, paths or [], options.instant(at, folder.settings), session.language
    )
    say(render_findings(report, style.value, session.language))
    if any(finding.stops for finding in report.findings):
        raise typer.Exit(ExitCode.PEOPLE)
