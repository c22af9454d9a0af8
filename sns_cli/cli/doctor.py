"""``sns doctor``: what wants looking after, before it stops anything."""

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note, say, sentence
from sns_cli.cli.session import session_of
from sns_cli.errors import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "doctor",
        help="""図書館の手入れが要るところを示します。/ Tell what wants looking after.

鍵・事前承認・開館日の期限、残っている認められない変更、信頼の起点を見ます。
何も変えません。することがあれば終了コードは 1 です。
/ Keys, grants and calendars that end, refused changes that stand, the introduction.
Changes nothing; exits with 1 if somebody has something to do.

\b
例 / Examples:
  sns doctor
  sns doctor --format json
""",
    )(doctor)


def doctor(
    context: typer.Context,
    style: options.Format = options.OutputFormat.TEXT,
    at: options.At = None,
    introduction: options.Introduction = None,
) -> None:
    """Look at the local HEAD; never at the network."""
    from sns_cli.bootstrap.examining import look_at  # noqa: PLC0415
    from sns_cli.bootstrap.reader import open_reader  # noqa: PLC0415
    from sns_cli.model.settings import Evidence  # noqa: PLC0415
    from sns_cli.report.examination import render_advice  # noqa: PLC0415

    session = session_of(context)
    reader = open_reader(session.environment, session.repo, introduction)
    policy = reader.authentication.policy
    session.speak(policy.library.language)
    now = options.instant(at, policy) or reader.clock.now()
    advice = look_at(reader, now)
    say(render_advice(advice, style.value, session.language))
    if policy.approval.evidence is Evidence.PLATFORM:
        # Where the host stands nobody can tell from here: no advice, no exit code.
        note(sentence(session, "doctor-page-settings"))
    if advice:
        raise typer.Exit(ExitCode.PEOPLE)
