"""``sns verify``: is what is public what was approved?"""

import datetime as dt
import re
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note, note_unpinned, progress, say, sentence
from sns_cli.cli.failing import summarise
from sns_cli.cli.session import session_of
from sns_cli.errors import UsageError

if TYPE_CHECKING:
    from sns_cli.bootstrap.verifying import Verifier
    from sns_cli.cli.session import Session
    from sns_cli.model.settings import Settings
    from sns_cli.model.verification import Verification


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "verify",
        help="""公開した投稿を読み返し、承認された文と同じか確かめます(公開係)。
/ Read published posts back and compare them with what was approved.

前回と結果が変わったときだけ archive/ に記録します。
サービスによっては読み返しにも料金がかかります(--since で期間を限れます)。
/ Records in archive/ only what differs from last time. Some services charge for
reading too (--since limits it).

終了コード: 1 相違・紛失・知らない投稿、5 サービスが答えない、4 鍵や設定がない
/ Exit codes: 1 differs, missing or unknown posts; 5 a service does not answer; 4 no key
or settings

\b
例 / Examples:
  sns verify
  sns verify --since 2026-12-01
  sns verify --account x --format json
""",
    )(verify)


def verify(
    context: typer.Context,
    account: options.OneAccount = None,
    since: Annotated[
        str | None,
        typer.Option(
            help="この日以降に公開した投稿だけ / Only what was published since",
            metavar="DATE",
        ),
    ] = None,
    style: options.Format = options.OutputFormat.TEXT,
    at: options.At = None,
    introduction: options.Introduction = None,
) -> None:
    """Fetch main, prove it, read the accounts' posts and compare."""
    from sns_cli.bootstrap.verifying import open_verifier  # noqa: PLC0415
    from sns_cli.report.verification import render_verification  # noqa: PLC0415

    session = session_of(context)
    verifier = open_verifier(session.environment, session.repo, introduction)
    policy = verifier.policy
    session.speak(policy.library.language)
    note_unpinned(session, verifier.pin, verifier.introduction)
    # Two questions for each account: whose it is, and what it shows.
    total = 2 * (1 if account else len(policy.accounts))
    with progress(session, total, sentence(session, "verify-reading")) as step:
        report = verifier.run(
            account=account,
            since=_since(since, policy),
            at=options.instant(at, policy),
            step=step,
        )
    say(render_verification(report, style.value, session.language), report.exit_code)
    page = render_verification(report, "markdown", session.language)
    summarise(session, f"## {sentence(session, 'verify-title')}\n\n{page}")
    if at is None:
        _alarm(session, verifier, report)
    raise typer.Exit(report.exit_code)


def _alarm(session: "Session", verifier: "Verifier", report: "Verification") -> None:
    """Call for people; that it failed is one line, and no more."""
    warning = verifier.alarm(report, session.language)
    if warning is not None:
        from sns_cli.report.sentences import tell  # noqa: PLC0415

        note(tell(warning, session.language))


def _since(value: str | None, policy: "Settings") -> dt.datetime | None:
    """Return ``--since`` as an aware time; a day begins at midnight of the library.

    Raises:
        UsageError: it is neither a day nor a time.
    """
    if value is not None and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        value = f"{value}T00:00"
    try:
        return options.instant(value, policy)
    except UsageError:
        raise UsageError("since-malformed", value=value) from None
