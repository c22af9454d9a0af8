"""``sns lint``: what a careful colleague would catch before the director reads."""

from typing import Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import say
from sns_cli.cli.endings import note_endings
from sns_cli.cli.session import session_of
from sns_cli.errors import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "lint",
        help="""投稿案を検査します(起案者用)。/ Check drafts.

何も指定しなければ、すべての投稿を検査します。--staged は、次に確定する変更の中身だけを
検査します。--base は、その変更から後に確定した分だけを検査します(手元で確定していない
分は見ません)。変更を確定するたびに検査するには、pre-commit の sns-lint を使うか、
.git/hooks/pre-commit に exec sns lint --staged と書きます。/ Without further words,
every post is checked. --staged checks what the next commit would change, --base what
was committed since REV and nothing else. To check at every commit, use the hook
sns-lint of pre-commit, or write exec sns lint --staged into .git/hooks/pre-commit.

\b
例 / Examples:
  sns lint
  sns lint posts/2026/12/ohanashikai.md
  sns lint --staged
  sns lint --base origin/main
  sns lint --format json
""",
    )(lint)


def lint(
    context: typer.Context,
    paths: options.Paths = None,
    staged: Annotated[
        bool,
        typer.Option(
            "--staged",
            help="次に確定する変更の中身を検査する / What the next commit would change",
        ),
    ] = False,
    base: options.Base = None,
    style: options.Format = options.OutputFormat.TEXT,
    at: options.At = None,
) -> None:
    """Check drafts and exit with 1 if something must be mended."""
    from sns_cli.bootstrap.checking import check  # noqa: PLC0415
    from sns_cli.bootstrap.selecting import Asked, select  # noqa: PLC0415
    from sns_cli.report.findings import render_findings  # noqa: PLC0415

    session = session_of(context)
    asked = Asked(paths or [], staged, base)
    selection = select(session.environment, session.repo, asked)
    settings = selection.folder.settings
    session.speak(settings.library.language)
    report = check(selection, options.instant(at, settings), session.language)
    note_endings(session, settings, options.instant(at, settings))
    say(render_findings(report, style.value, session.language))
    if any(finding.stops for finding in report.findings):
        raise typer.Exit(ExitCode.PEOPLE)
