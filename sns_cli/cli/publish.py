"""``sns publish``: send what is approved and due, once."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note, note_unpinned, progress, say, sentence
from sns_cli.cli.failing import summarise
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import UsageError

if TYPE_CHECKING:
    import datetime as dt

    from sns_cli.bootstrap.keeping import Stay
    from sns_cli.bootstrap.publishing import Errand, Publisher
    from sns_cli.bootstrap.stopping import StopFlag
    from sns_cli.model.delivery import Outcome, RunReport


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "publish",
        help="""承認され、出す時刻になった投稿を、1回だけ送ります(公開係)。
/ Send what is approved and due, once.

\b
例 / Examples:
  sns publish --dry-run
  sns publish
  sns publish --account x --format json
  sns publish --until 18:00
""",
    )(publish)


def publish(
    context: typer.Context,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="予定だけを示し、何も送らない / Only the plan"),
    ] = False,
    account: options.OneAccount = None,
    post: Annotated[
        str | None,
        typer.Option("--post", help="この投稿だけ / Only this post", metavar="ID"),
    ] = None,
    style: options.Format = options.OutputFormat.TEXT,
    at: options.At = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            help="この時刻まで動き続け、時刻どおりに送る(HH:MM、日時、+分) / "
            "Stay until then and send at the exact minute",
            metavar="TIME",
        ),
    ] = None,
    introduction: options.Introduction = None,
) -> None:
    """Fetch main, prove it, settle what is open, send what is due, and tell people."""
    from sns_cli.bootstrap.publishing import Errand, open_publisher  # noqa: PLC0415
    from sns_cli.report.publishing import render_run  # noqa: PLC0415
    from sns_cli.report.summary import Page, render_summary  # noqa: PLC0415

    if until is not None and dry_run:
        raise UsageError("until-not-with-dry-run")
    session = session_of(context)
    publisher = open_publisher(session.environment, session.repo, introduction)
    session.speak(publisher.policy.library.language)
    moment = options.instant(at, publisher.policy)
    stay = _stay(until, moment, publisher)
    note_unpinned(session, publisher.pin, publisher.introduction)
    quiet = at is not None or dry_run
    teller = _Teller(session, publisher, quiet=quiet, alarms=post is None)
    errand = Errand(account, post, moment, dry_run)
    if stay is not None:
        report = _stay_and_publish(teller, errand, stay)
    else:
        with progress(session, None, sentence(session, "publish-steps")) as step:
            report = publisher.run(replace(errand, step=step))
    shown = {options.OutputFormat.GITHUB, options.OutputFormat.MARKDOWN}
    costs = publisher.costs(report) if style in shown and report.outcomes else ()
    page = Page(publisher.unapproved(), costs, dry_run)
    say(render_run(report, page, style.value, session.language), report.exit_code)
    if style is options.OutputFormat.GITHUB:
        summarise(session, render_summary(report, page, session.language))
    teller.tell(report)
    raise typer.Exit(report.exit_code)


@dataclass
class _Teller:
    """Tells the people of the proposals; that it failed is one line, and no more.

    Attributes:
        quiet: nothing happened that they should be told of.
        alarms: the run looked at everything, so that the one issue can be settled.
        told: what they were told last.
        alarmed: the alarm was looked after at least once.
    """

    session: Session
    publisher: "Publisher"
    quiet: bool
    alarms: bool = True
    told: "tuple[Outcome, ...]" = ()
    alarmed: bool = False

    def tell(self, report: "RunReport", stopping: "StopFlag | None" = None) -> None:
        """Tell what became of the posts, if that is any news since the last run."""
        old = report.outcomes == self.told
        if self.quiet or (old and self.alarmed):
            return
        self.told, self.alarmed = report.outcomes, True
        language = self.session.language
        warning = None if old else self.publisher.tell(report, language, stopping)
        if self.alarms:
            alarm = self.publisher.alarm(report, language, stopping)
            warning = warning or alarm  # the host that failed is the same
        if warning is not None:
            from sns_cli.report.sentences import tell  # noqa: PLC0415

            note(tell(warning, language))


def _stay(
    until: str | None, at: "dt.datetime | None", publisher: "Publisher"
) -> "Stay | None":
    """Return how long to stay, None if not at all."""
    if until is None:
        return None
    from sns_cli.bootstrap.keeping import stay_until  # noqa: PLC0415  (rarely asked)

    return stay_until(until, at, publisher.policy)


def _stay_and_publish(teller: _Teller, errand: "Errand", stay: "Stay") -> "RunReport":
    """Run until the time; before each wait tell the news, and what is waited for."""
    from sns_cli.bootstrap.keeping import publish_until  # noqa: PLC0415  (as above)
    from sns_cli.report.publishing import progress_lines  # noqa: PLC0415

    shown: tuple[str, ...] = ()

    def waits(
        report: "RunReport", again: "dt.datetime | None", stopping: "StopFlag"
    ) -> None:
        nonlocal shown
        lines = progress_lines(report, stay.until, again, teller.session.language)
        for line in lines:
            if line not in shown:
                note(line)
        shown = lines
        teller.tell(report, stopping)

    return publish_until(teller.publisher, errand, stay, waits)
