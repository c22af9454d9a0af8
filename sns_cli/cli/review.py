"""``sns review``: what waits for the director, and one proposal in full."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note, note_unpinned, say, sentence
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from sns_cli.bootstrap.approving import Approver


class ReviewFormat(StrEnum):
    """How a proposal is shown."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    MARKDOWN = "markdown"
    HTML = "html"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "review",
        help="""承認を待っているものを見ます(館長)。/ See what waits for approval.

何も指定しなければ、案の一覧を古い順に示します。案の名前を指定すると、出る文、画像、
前に承認した内容との違い、費用、出る日時、検査の指摘を示します。何も変えません。
/ Without further words, the proposals are listed, oldest first. With a name, all of it
is shown: text, pictures, what changed since the last approval, cost, time, findings.

\b
例 / Examples:
  sns review
  sns review ohanashikai
  sns review ohanashikai --output review.html
  sns review --again
""",
    )(review)


def review(
    context: typer.Context,
    branch: Annotated[
        str | None,
        typer.Argument(metavar="BRANCH", help="案の名前 / The proposal's branch"),
    ] = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="すでに main にある、承認されていない投稿を見る / What is on main",
        ),
    ] = False,
    style: Annotated[
        ReviewFormat,
        typer.Option(
            "--format",
            help="表示の形 / Output format",
            metavar="text|json|github|markdown|html",
        ),
    ] = ReviewFormat.TEXT,
    output: Annotated[
        Path | None,
        typer.Option(
            help="ページを書くファイル(.html) / File for the page", metavar="FILE"
        ),
    ] = None,
    introduction: options.Introduction = None,
) -> None:
    """Fetch, and show the list or one proposal; exit with 1 if it must be mended."""
    from sns_cli.bootstrap.approving import open_approver  # noqa: PLC0415
    from sns_cli.model.settings import Evidence  # noqa: PLC0415

    session = session_of(context)
    whole = branch is not None or again
    style = _style(style, output, whole=whole)
    session.machine = style is ReviewFormat.JSON
    approver = open_approver(
        session.environment,
        session.repo,
        introduction,
        branch,
        again=again,
        looking=True,
    )
    session.speak(approver.policy.library.language)
    note_unpinned(session, approver.pin, approver.proof.authentication.introduction)
    if whole:
        errors = _one(session, approver, branch, style, output)
    else:
        errors = False
        _list(session, approver, style)
    if approver.policy.approval.evidence is Evidence.PLATFORM:
        note(sentence(session, "review-on-the-page"))
    if errors:
        raise typer.Exit(ExitCode.PEOPLE)


def _list(session: Session, approver: "Approver", style: ReviewFormat) -> None:
    from sns_cli.bootstrap.reviewing import waiting  # noqa: PLC0415
    from sns_cli.report.waiting import render_waiting  # noqa: PLC0415

    found = waiting(approver, session.language)
    say(render_waiting(found, style.value, session.language))


def _one(
    session: Session,
    approver: "Approver",
    branch: str | None,
    style: ReviewFormat,
    output: Path | None,
) -> bool:
    """Show a proposal, and tell whether something in it must be mended."""
    from sns_cli.adapters.work_tree import write_over  # noqa: PLC0415
    from sns_cli.report.review import render_review  # noqa: PLC0415

    proposal = approver.propose(session.language)
    page = approver.page(proposal, branch)
    shown = render_review(page, style.value, session.language)
    if output is None:
        say(shown)
    else:
        write_over(output, f"{shown}\n".encode())
        note(sentence(session, "preview-saved", path=str(output)))
    return bool(proposal.errors)


def _style(style: ReviewFormat, output: Path | None, *, whole: bool) -> ReviewFormat:
    """Return the format that is meant: a file holds a page, of one proposal.

    Raises:
        UsageError: the file is no page, or the list was asked for as one.
    """
    if output is not None:
        if style not in {ReviewFormat.TEXT, ReviewFormat.HTML}:
            raise UsageError("output-only-for-pages")
        if output.suffix.lower() not in {".html", ".htm"}:
            raise UsageError("output-not-a-page", path=str(output))
        style = ReviewFormat.HTML
    if style is ReviewFormat.HTML and not whole:
        raise UsageError("review-page-of-one")
    return style
