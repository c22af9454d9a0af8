"""``sns how-to-approve``: how this library approves, and which button not to press."""

import typer

from sns_cli.cli.console import say, sentence
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "how-to-approve",
        help="""この図書館での承認のしかたを示します。/ Say how this library approves.

案の検査(check)も、まとめの終わりに同じことを書きます。
/ The check of a proposal ends its summary with the same words.

\b
例 / Examples:
  sns how-to-approve
""",
    )(how_to_approve)


def how_to_approve(context: typer.Context) -> None:
    """Print it, in words that are plain text and Markdown alike."""
    from sns_cli.bootstrap.folder import open_folder  # noqa: PLC0415
    from sns_cli.model.settings import Evidence  # noqa: PLC0415
    from sns_cli.report.safe import safe_markdown  # noqa: PLC0415

    session = session_of(context)
    settings = open_folder(session.environment, session.repo).settings
    session.speak(settings.library.language)
    names = (settings.people[key].name for key in settings.directors())
    directors = ", ".join(safe_markdown(name) for name in names)
    code = {
        Evidence.SIGNATURE: "how-to-approve-signature",
        Evidence.PLATFORM: "how-to-approve-platform",
        Evidence.SIGN_OFF: "how-to-approve-sign-off",
    }[settings.approval.evidence]
    say(sentence(session, code, directors=directors))
