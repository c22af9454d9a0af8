"""``sns people list``: who may do what, and until when."""

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "list",
        help="""人と鍵の一覧。/ List the people and their keys.

\b
例 / Examples:
  sns people list
  sns people list --format json
""",
    )(show)


def show(
    context: typer.Context,
    style: options.Format = options.OutputFormat.TEXT,
    introduction: options.Introduction = None,
) -> None:
    """Show the people of the settings in force at the local HEAD."""
    from sns_cli.bootstrap.reader import open_reader  # noqa: PLC0415
    from sns_cli.calendar import local  # noqa: PLC0415
    from sns_cli.report.people_list import render_people  # noqa: PLC0415

    session = session_of(context)
    reader = open_reader(session.environment, session.repo, introduction)
    policy = reader.authentication.policy
    session.speak(policy.library.language)
    note_unpinned(session, reader.pin, reader.authentication.introduction)
    today = local(reader.clock.now(), policy.library.timezone).date()
    say(render_people(policy, today, style.value, session.language))
