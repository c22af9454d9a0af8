"""``sns preview``: the exact text, per account."""

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note, say, sentence
from sns_cli.cli.session import session_of
from sns_cli.errors import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "preview",
        help="""宛先ごとに、出る文そのものを示します。/ Show exactly what will be sent.

\b
例 / Examples:
  sns preview posts/2026/12/ohanashikai.md
  sns preview --format markdown
""",
    )(preview)


def preview(
    context: typer.Context,
    paths: options.Paths = None,
    base: options.Base = None,
    style: options.Format = options.OutputFormat.TEXT,
    at: options.At = None,
) -> None:
    """Show the message of each account; exit with 1 if one cannot be sent or read."""
    from sns_cli.adapters.clock import SystemClock  # noqa: PLC0415
    from sns_cli.bootstrap.checking import parsed_posts  # noqa: PLC0415
    from sns_cli.bootstrap.selecting import Asked, select  # noqa: PLC0415
    from sns_cli.report.preview import preview as preview_post  # noqa: PLC0415
    from sns_cli.report.preview import render_previews  # noqa: PLC0415

    session = session_of(context)
    asked = Asked(paths or [], base=base)
    selection = select(session.environment, session.repo, asked)
    folder = selection.folder
    session.speak(folder.settings.library.language)
    now = options.instant(at, folder.settings) or SystemClock().now()
    posts = parsed_posts(selection)
    shown = tuple(preview_post(post, folder.settings, now) for _, post in posts if post)
    say(render_previews(shown, style.value, session.language))
    unreadable = [path for path, post in posts if post is None]
    for path in unreadable:
        note(sentence(session, "preview-unreadable", path=path))
    unsendable = any(one.problem for previews in shown for one in previews)
    if unreadable or unsendable:
        raise typer.Exit(ExitCode.PEOPLE)
