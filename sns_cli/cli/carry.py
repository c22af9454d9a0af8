"""``sns carry``: bring home what was published from another copy of the library."""

from typing import Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "carry",
        help="""別の置き場所で公開した記録を持ち帰ります。/ Carry records home.

GitHub などが止まっているあいだに、控えの置き場所から公開したときに使います。
その控えにだけある記録(何を、いつ出したか)を、いつもの置き場所の main に書き足します。
何も送りません。同じ投稿が両方で送られているおそれがあれば、何も書かずに知らせます。
/ After publishing from a spare copy while the host was down: adds to main of origin the
records that only the copy has. Nothing is sent. Where both may have sent the same post,
nothing is written and it says so.

\b
例 / Example:
  git remote add office /srv/library-office.git
  sns carry office
""",
    )(carry)


def carry(
    context: typer.Context,
    remote: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="控えの置き場所の名前 / Name of the remote"
        ),
    ],
    style: options.Format = options.OutputFormat.TEXT,
    introduction: options.Introduction = None,
) -> None:
    """Write the records that main lacks; nothing is sent."""
    from sns_cli.bootstrap.carrying import Carrier  # noqa: PLC0415
    from sns_cli.bootstrap.publishing import open_publisher  # noqa: PLC0415
    from sns_cli.report.publishing import render_run  # noqa: PLC0415
    from sns_cli.report.summary import Page  # noqa: PLC0415

    session = session_of(context)
    publisher = open_publisher(session.environment, session.repo, introduction)
    session.speak(publisher.policy.library.language)
    note_unpinned(session, publisher.pin, publisher.introduction)
    report = Carrier.fetched(publisher, remote).carry()
    shown = render_run(report, Page(), style.value, session.language)
    say(shown, report.exit_code)
    raise typer.Exit(report.exit_code)
