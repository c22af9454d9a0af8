"""``sns grant list``: who may approve what, until when."""

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "list",
        help="""事前承認の一覧。/ List the prior approvals.

\b
例 / Examples:
  sns grant list
  sns grant list --format json
""",
    )(show)


def show(
    context: typer.Context,
    style: options.Format = options.OutputFormat.TEXT,
    introduction: options.Introduction = None,
) -> None:
    """Show the grants at the local HEAD; never the network."""
    from sns_cli.bootstrap.reader import open_reader  # noqa: PLC0415
    from sns_cli.pipeline.grants import standing_grants  # noqa: PLC0415
    from sns_cli.report.grants import render_grants  # noqa: PLC0415

    session = session_of(context)
    reader = open_reader(session.environment, session.repo, introduction)
    proven = reader.authentication
    session.speak(proven.policy.library.language)
    note_unpinned(session, reader.pin, proven.introduction)
    grants = standing_grants(reader.proof, reader.clock.now())
    say(render_grants(grants, style.value, session.language))
