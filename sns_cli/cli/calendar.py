"""``sns calendar``: one month of opening hours, with the reason of each closed day."""

from typing import Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import say, screen_width
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "calendar",
        help="""開館日と休館日を理由つきで表示します。/ Show a month of opening hours.

\b
例 / Examples:
  sns calendar
  sns calendar 2026-12
  sns calendar 2026-12 --calendar chuo
  sns calendar 2026-12 --format markdown
""",
    )(calendar)


def calendar(
    context: typer.Context,
    month: Annotated[
        str | None, typer.Argument(metavar="[YYYY-MM]", help="月 / Month")
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(
            "--calendar",
            help="この開館カレンダーだけ / Only this calendar",
            metavar="KEY",
        ),
    ] = None,
    style: options.Format = options.OutputFormat.TEXT,
) -> None:
    """Show a month of opening hours."""
    from sns_cli.bootstrap.calendars import calendar_months  # noqa: PLC0415
    from sns_cli.bootstrap.folder import open_folder  # noqa: PLC0415
    from sns_cli.report.calendar import render_months  # noqa: PLC0415

    session = session_of(context)
    folder = open_folder(session.environment, session.repo)
    session.speak(folder.settings.library.language)
    shown = calendar_months(folder.settings, month, key)
    say(render_months(shown, style.value, session.language, screen_width()))
