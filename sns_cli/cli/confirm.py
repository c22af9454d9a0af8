"""``sns confirm``: somebody looked at what is public (投稿後確認)."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.asking import agreed
from sns_cli.cli.changing import Yes
from sns_cli.cli.console import note_unpinned, say, sentence
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from sns_cli.bootstrap.confirming import Confirmer
    from sns_cli.model.verification import Public


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "confirm",
        help="""公開された投稿を見て、承認のとおりだと記録します(館長・投稿者)。
/ Record that you looked at a published post and found it as approved.

承認された文と、いま公開されている文を並べて示し、確かめてから記録します。
接続の鍵が無いところでは、アドレスを示すので、その画面を開いて見比べてください。
/ Shows what was approved beside what is public, asks, and records it. Without the
account's keys it shows the address; open it and compare.

\b
例 / Examples:
  sns confirm 20261205-ohanashikai
  sns confirm 20261205-ohanashikai --account x --note 画像も確認 --key ~/.ssh/id_ed25519
""",
    )(confirm)


def confirm(
    context: typer.Context,
    post: Annotated[str, typer.Argument(metavar="ID", help="投稿の番号 / Post id")],
    account: options.OneAccount = None,
    note: Annotated[
        str | None, typer.Option(help="書き添えること / A remark", metavar="TEXT")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(help="確かめた人(people の名前) / Who looked", metavar="PERSON"),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(
            help="館長の秘密鍵。無ければ公開係の鍵か ssh-agent / Director's key",
            metavar="FILE",
        ),
    ] = None,
    yes: Yes = False,
    introduction: options.Introduction = None,
) -> None:
    """Fetch main, read the post back, show both texts, ask, and record it."""
    from sns_cli.bootstrap.confirming import open_confirmer  # noqa: PLC0415
    from sns_cli.pipeline.acknowledging import one_line  # noqa: PLC0415

    session = session_of(context)
    if not post.strip():
        raise UsageError("confirm-no-post")
    remark = None if note is None or not note.strip() else one_line(note)
    confirmer = open_confirmer(session.environment, session.repo, introduction)
    session.speak(confirmer.policy.library.language)
    note_unpinned(session, confirmer.pin, confirmer.introduction)
    writer = confirmer.writer(key)
    signature = confirmer.signature(writer, by, remark)
    found = confirmer.look(post, account)
    _show(session, confirmer, found)
    if any(one.is_bad for one in found):
        say(sentence(session, "confirm-not-as-approved"), ExitCode.PEOPLE)
        raise typer.Exit(ExitCode.PEOPLE)
    keys = [one.delivery.key for one in found if not one.confirmed_by(signature.by)]
    if not keys:
        say(sentence(session, "confirm-done-before"))
        return
    if not yes and not agreed(session, "confirm-question"):
        say(sentence(session, "confirm-declined"), ExitCode.PEOPLE)
        raise typer.Exit(ExitCode.PEOPLE)
    for path in confirmer.write(keys, writer, signature):
        say(sentence(session, "confirm-recorded", path=path, person=signature.by))


def _show(
    session: Session, confirmer: "Confirmer", found: "tuple[Public, ...]"
) -> None:
    from sns_cli.report.confirmation import render_public  # noqa: PLC0415

    for one in found:
        say(render_public(one, confirmer.policy, session.language))
