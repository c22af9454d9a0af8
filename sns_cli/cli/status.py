"""``sns status``: where each post stands, and why."""

from typing import Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say
from sns_cli.cli.endings import note_endings
from sns_cli.cli.failing import summarise
from sns_cli.cli.session import session_of
from sns_cli.errors import ExitCode, UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "status",
        help="""投稿がどこにあり、なぜかを示します。/ Where each post stands, and why.

ふだんは、何かがあっても終了コードは 0 です。--check を付けると、人がすることが
あれば 0 以外で終わります: 6 公開されたか不明、5 出るはずの時刻を24時間過ぎた、
4 記録が壊れている、1 断られた・承認されていない・送れない・期限が過ぎた。
/ Normally it exits with 0 whatever it found. With --check it does not while somebody
has to act: 6 in doubt, 5 overdue by 24 hours, 4 a broken record, 1 refused by the
service, not approved, unfit to be sent, or expired.

\b
例 / Examples:
  sns status
  sns status 20261205-ohanashikai
  sns status --check --format github
  sns status --at 2026-12-01T10:00 --format json
""",
    )(status)


def status(
    context: typer.Context,
    post: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="投稿の番号 / Id of a post")
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="人がすることがあれば 0 以外で終わる / Fail while somebody has to act",
        ),
    ] = False,
    style: options.Format = options.OutputFormat.TEXT,
    at: options.At = None,
    introduction: options.Introduction = None,
) -> None:
    """Show the state of every post at the local HEAD; never the network."""
    from sns_cli.bootstrap.reader import open_reader  # noqa: PLC0415
    from sns_cli.report.status import (  # noqa: PLC0415
        problems_code,
        problems_page,
        render_status,
    )

    session = session_of(context)
    reader = open_reader(session.environment, session.repo, introduction)
    policy = reader.authentication.policy
    session.speak(policy.library.language)
    note_unpinned(session, reader.pin, reader.authentication.introduction)
    now = options.instant(at, policy) or reader.clock.now()
    note_endings(session, policy, now)
    shown = reader.status(now, post)
    if post is not None and not shown.posts:
        raise UsageError("post-unknown", id=post)
    say(render_status(shown, style.value, session.language))
    if check:
        summarise(session, problems_page(shown, session.language))
    if check and (code := problems_code(shown)) is not ExitCode.OK:
        raise typer.Exit(code)
