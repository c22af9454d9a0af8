"""``sns approve``: the director sees a proposal, and signs it onto main."""

from pathlib import Path
from typing import Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import note, note_unpinned, say, sentence
from sns_cli.cli.session import session_of
from sns_cli.errors import RefusedError, UsageError


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
        bool,
        typer.Option(
            "--yes",
            help="質問をしない(確かめた記録は残らない) / Do not ask; record no answers",
        ),
    ] = False,
    despite_errors: Annotated[
        bool,
        typer.Option(
            "--despite-errors",
            help="直すべき指摘があっても承認する / Approve in spite of errors",
        ),
    ] = False,
    introduction: options.Introduction = None,
) -> None:
    """Show what would be approved, ask, and make and push the signed merge."""
    from sns_cli.bootstrap.approval_words import Said  # noqa: PLC0415
    from sns_cli.bootstrap.approving import open_approver  # noqa: PLC0415
    from sns_cli.bootstrap.signing import open_signer, user_email  # noqa: PLC0415
    from sns_cli.cli.confirming import confirmed  # noqa: PLC0415
    from sns_cli.report.review import review_text  # noqa: PLC0415
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
    page = approver.page(proposal, branch)
    say(review_text(page, session.language))
    if proposal.errors and not despite_errors:
        raise RefusedError("approval-has-errors", count=len(proposal.errors))
    said = Said(() if yes else confirmed(session, proposal), grant)
    if yes and proposal.warnings:
        note(sentence(session, "approval-unconfirmed", count=len(proposal.warnings)))
    made = approver.approve(page, signing, session.language, said)
    who = approver.policy.people[signing.person].name
    say(sentence(session, "approval-made", commit=made[:12], person=who))
    if any(one.code == "effect-sends" for one in page.effects):
        say(sentence(session, "approval-when"))
    for why in approver.blocking():
        say(sentence(session, "approval-blocked", why=tell(why, session.language)))
