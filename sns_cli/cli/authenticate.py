"""``sns authenticate``: prove approval from the history, and nothing else."""

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say
from sns_cli.cli.session import session_of
from sns_cli.errors import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "authenticate",
        help="""承認を履歴から証明します。/ Prove approval from the history.

\b
例 / Examples:
  sns authenticate
  sns authenticate --introduction 0123…(40桁)
  sns authenticate --format json
""",
    )(authenticate)


def authenticate(
    context: typer.Context,
    style: options.Format = options.OutputFormat.TEXT,
    introduction: options.Introduction = None,
) -> None:
    """Authenticate the local HEAD.

    The network is asked only where the host's word is evidence, is not on record yet,
    and a CI job's token is at hand (design 4).
    """
    from sns_cli.bootstrap.host import open_platform  # noqa: PLC0415
    from sns_cli.bootstrap.reader import open_reader  # noqa: PLC0415
    from sns_cli.report.authentication import render_authentication  # noqa: PLC0415

    session = session_of(context)
    environment = session.environment
    platform = open_platform(environment)
    reader = open_reader(environment, session.repo, introduction, platform)
    proven = reader.authentication
    session.speak(proven.policy.library.language)
    note_unpinned(session, reader.pin, proven.introduction)
    say(render_authentication(proven, style.value, session.language))
    if platform is not None and proven.unanswered:
        raise typer.Exit(ExitCode.CANNOT)
    if reader.needs_people():
        raise typer.Exit(ExitCode.PEOPLE)
