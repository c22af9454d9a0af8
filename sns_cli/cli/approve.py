"""``sns approve``: the director sees a proposal, and signs it onto main."""

import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note_unpinned, say, sentence
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from sns_cli.bootstrap.approving import Approver
    from sns_cli.pipeline.proposal import Proposal

_YES: Final = frozenset({"y", "yes", "はい"})


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "approve",
        help="""案を見て、署名して承認します(館長)。/ See a proposal and approve it.

\b
例 / Examples:
  sns approve ohanashikai
  sns approve ohanashikai --key ~/.ssh/id_ed25519
  sns approve --again
  sns approve --again 20261205-ohanashikai
""",
    )(approve)


def approve(
    context: typer.Context,
    branch: Annotated[
        str | None,
        typer.Argument(metavar="BRANCH", help="案の名前 / The proposal's branch"),
    ] = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="すでに main にある投稿を承認する / Approve what is on main already",
        ),
    ] = False,
    key: Annotated[
        Path | None,
        typer.Option(
            help="署名する鍵。無ければ ssh-agent か ~/.ssh / Key to sign with",
            metavar="FILE",
        ),
    ] = None,
    grant: Annotated[
        str | None,
        typer.Option(help="事前承認の番号 / Grant to approve under", metavar="ID"),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="確認の質問をしない / Do not ask")
    ] = False,
    introduction: options.Introduction = None,
) -> None:
    """Show what would be approved, ask, and make and push the signed merge."""
    from sns_cli.bootstrap.approving import open_approver  # noqa: PLC0415
    from sns_cli.bootstrap.signing import open_signer, user_email  # noqa: PLC0415
    from sns_cli.report.sentences import tell  # noqa: PLC0415

    session = session_of(context)
    if branch is None and not again:
        raise UsageError("branch-missing")
    approver = open_approver(
        session.environment, session.repo, introduction, branch, again=again
    )
    session.speak(approver.policy.library.language)
    note_unpinned(session, approver.pin, approver.proof.authentication.introduction)
    signing = open_signer(approver.policy, key, user_email(approver.repository))
    proposal = approver.propose(session.language)
    _show(session, approver, proposal)
    if not yes and not _ask(session):
        say(sentence(session, "approval-declined"))
        raise typer.Exit(ExitCode.PEOPLE)
    made = approver.approve(proposal, signing, session.language, grant)
    who = approver.policy.people[signing.person].name
    say(sentence(session, "approval-made", commit=made[:12], person=who))
    for why in approver.blocking():
        say(sentence(session, "approval-blocked", why=tell(why, session.language)))


def _show(session: Session, approver: "Approver", proposal: "Proposal") -> None:
    from sns_cli.report.findings import render_findings  # noqa: PLC0415
    from sns_cli.report.preview import preview, render_previews  # noqa: PLC0415
    from sns_cli.report.safe import safe_block, safe_line  # noqa: PLC0415

    now = approver.clock.now()
    previews = tuple(
        preview(one.post, approver.policy, now)
        for one in proposal.posts
        if one.post is not None
    )
    say(render_previews(previews, "text", session.language))
    for one in proposal.posts:
        if one.post is None:
            say(sentence(session, "preview-unreadable", path=safe_line(one.path)))
    for path in proposal.removed:
        say(sentence(session, "approval-removes", path=safe_line(path)))
    for other in proposal.others:
        say(sentence(session, "approval-touches", path=safe_line(other.path)))
        for line in safe_block(other.difference).splitlines():
            say(f"    {line}")
    say(render_findings(proposal.report, "text", session.language))


def _ask(session: Session) -> bool:
    try:
        answer = input(f"{sentence(session, 'approval-question')} [y/N] ")
    except EOFError:
        raise UsageError("not-a-terminal") from None
    finally:
        sys.stdout.flush()
    # A Japanese keyboard may write ｙ.
    return unicodedata.normalize("NFKC", answer).strip().lower() in _YES
