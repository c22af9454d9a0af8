"""``sns preview``: the exact text, per account."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note, say, sentence
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from sns_cli.report.preview import AccountPreview


class PreviewFormat(StrEnum):
    """How drafts are shown."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    MARKDOWN = "markdown"
    HTML = "html"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "preview",
        help="""宛先ごとに、出る文そのものを示します。/ Show exactly what will be sent.

何も指定しなければ、まだ出ていない投稿をすべて示します。--output は、画像も入った
1枚のページを書きます。通信はしないので、メールに付けたり印刷したりできます。
/ Without further words, every post that has not gone out yet is shown. --output writes
one page with the pictures in it, which makes no request and can be mailed or printed.

\b
例 / Examples:
  sns preview posts/2026/12/ohanashikai.md
  sns preview posts/2026/12/ohanashikai.md --output preview.html
  sns preview --base origin/main --format markdown
""",
    )(preview)


def preview(
    context: typer.Context,
    paths: options.Paths = None,
    base: options.Base = None,
    style: Annotated[
        PreviewFormat,
        typer.Option(
            "--format",
            help="表示の形 / Output format",
            metavar="text|json|github|markdown|html",
        ),
    ] = PreviewFormat.TEXT,
    output: Annotated[
        Path | None,
        typer.Option(
            help="ページを書くファイル(.html) / File for the page", metavar="FILE"
        ),
    ] = None,
    at: options.At = None,
) -> None:
    """Show the message of each account; exit with 1 if one cannot be sent or read."""
    from sns_cli.adapters.clock import SystemClock  # noqa: PLC0415
    from sns_cli.bootstrap import checking, published  # noqa: PLC0415
    from sns_cli.bootstrap.selecting import Asked, select  # noqa: PLC0415
    from sns_cli.report.preview import preview as preview_post  # noqa: PLC0415
    from sns_cli.report.preview import render_previews  # noqa: PLC0415

    session = session_of(context)
    style = _style(style, output)
    asked = Asked(paths or [], base=base)
    selection = select(session.environment, session.repo, asked)
    settings = selection.folder.settings
    session.speak(settings.library.language)
    now = options.instant(at, settings) or SystemClock().now()
    posts = checking.parsed_posts(selection)
    known = {path for path, post in posts if post is not None}
    if selection.wanted is None:
        posts = published.undelivered(selection.folder, posts)
    readable = [post for _, post in posts if post is not None]
    made = checking.prepared_pictures(selection, readable)
    shown = [preview_post(post, settings, now, made) for post in readable]
    findings = checking.check(selection, now, session.language).findings
    rest = [one for one in findings if one.path not in known]
    page = render_previews(shown, style.value, session.language, findings, rest)
    _put(session, page, output)
    unreadable = [path for path, post in posts if post is None]
    for path in unreadable:
        note(sentence(session, "preview-unreadable", path=path))
    if unreadable or _unsendable(shown):
        raise typer.Exit(ExitCode.PEOPLE)


def _style(style: PreviewFormat, output: Path | None) -> PreviewFormat:
    """Return the format that is meant: a file holds a page.

    Raises:
        UsageError: the file is no page, or another format was asked for.
    """
    if output is None:
        return style
    if style not in {PreviewFormat.TEXT, PreviewFormat.HTML}:
        raise UsageError("output-only-for-pages")
    if output.suffix.lower() not in {".html", ".htm"}:
        raise UsageError("output-not-a-page", path=str(output))
    return PreviewFormat.HTML


def _put(session: Session, page: str, output: Path | None) -> None:
    if output is None:
        say(page)
        return
    from sns_cli.adapters.work_tree import write_over  # noqa: PLC0415

    write_over(output, f"{page}\n".encode())
    note(sentence(session, "preview-saved", path=str(output)))


def _unsendable(shown: "list[tuple[AccountPreview, ...]]") -> bool:
    return any(one.problem for previews in shown for one in previews)
