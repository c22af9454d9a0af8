"""``sns authenticate``: prove approval from the history, and nothing else."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say, screen_width
from sns_cli.cli.endings import note_endings
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import ExitCode

if TYPE_CHECKING:
    from sns_cli.bootstrap.reader import Reader


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "authenticate",
        help="""承認を履歴から証明します。/ Prove approval from the history.

--explain を付けると、1件の投稿について、だれが作り、だれがいつ承認し、何がその証拠か、
どこに送ったか、sns を使わずにどう確かめるかを、順に述べます。
/ With --explain it tells of one post who drafted it, who approved it when, what proves
that, where it was sent, and how to check it without sns.

\b
例 / Examples:
  sns authenticate
  sns authenticate --explain 20261205-ohanashikai
  sns authenticate --introduction 0123…(40桁)
  sns authenticate --format json
""",
    )(authenticate)


def authenticate(
    context: typer.Context,
    style: options.Format = options.OutputFormat.TEXT,
    introduction: options.Introduction = None,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            help="この投稿の記録を述べる(番号かファイル) / Tell the record of a post",
            metavar="POST",
        ),
    ] = None,
) -> None:
    """Authenticate the local HEAD.

    The network is asked only where the host's word is evidence, is not on record yet,
    and a CI job's token is at hand (design 4).
    """
    from sns_cli.bootstrap.reader import open_reader  # noqa: PLC0415

    session = session_of(context)
    environment = session.environment
    reader = open_reader(environment, session.repo, introduction)
    reader.expect()

    from sns_cli.bootstrap.host import open_platform  # noqa: PLC0415
    from sns_cli.pipeline.edits import edits  # noqa: PLC0415
    from sns_cli.report.authentication import render_authentication  # noqa: PLC0415

    platform = open_platform(environment)
    reader = replace(reader, platform=platform)
    reader.look_ahead()
    proven = reader.authentication
    session.speak(proven.policy.library.language)
    note_unpinned(session, reader.pin, proven.introduction)
    note_endings(session, proven.policy, None)
    if explain is not None:
        settled = _explain(session, reader, explain, style.value)
    else:
        edited = edits(reader.proof.walk)
        width = screen_width()
        say(render_authentication(proven, style.value, session.language, edited, width))
        settled = not reader.needs_people()
    if platform is not None and proven.unanswered:
        raise typer.Exit(ExitCode.CANNOT)
    if not settled:
        raise typer.Exit(ExitCode.PEOPLE)


def _explain(session: Session, reader: "Reader", post: str, style: str) -> bool:
    """Tell the record of one post; return whether nobody has to act on it."""
    from sns_cli.bootstrap.explaining import explain  # noqa: PLC0415
    from sns_cli.report.explain import render_story  # noqa: PLC0415

    story = explain(reader, post)
    say(render_story(story, style, session.language))
    return story.settled
