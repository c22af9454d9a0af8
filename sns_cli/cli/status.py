"""``sns status``: where each post stands, and why."""

from typing import Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say
from sns_cli.cli.session import session_of
from sns_cli.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "status",
        help="""投稿がどこにあり、なぜかを示します。/ Where each post stands, and why.

\b
例 / Examples:
  sns status
  sns status 20261205-ohanashikai
  sns status --at 2026-12-01T10:00 --format json
""",
    )(status)


def status(
    context: typer.Context,
    post: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="投稿の番号 / Id of a post")
    ] = None,
    style: options.Format = options.OutputFormat.TEXT,
    at: options.At = None,
    introduction: options.Introduction = None,
) -> None:
    """Show the state of every post at the local HEAD; never the network."""
    from sns_cli.bootstrap.reader import open_reader  # noqa: PLC0415
    from sns_cli.report.status import render_status  # noqa: PLC0415

    session = session_of(context)
    reader = open_reader(session.environment, session.repo, introduction)
    policy = reader.authentication.policy
    session.speak(policy.library.language)
    note_unpinned(session, reader.pin, reader.authentication.introduction)
    now = options.instant(at, policy) or reader.clock.now()
    shown = reader.status(now)
    if post is not None:
        shown = shown.only(post)
        if not shown.posts:
            raise UsageError("post-unknown", id=post)
    say(render_status(shown, style.value, session.language))
