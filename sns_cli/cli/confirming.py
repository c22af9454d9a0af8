"""The approver's answers: about each finding, the checklist, and all of it."""

from collections.abc import Iterator

import typer

from sns_cli.cli.asking import agreed
from sns_cli.cli.console import say, sentence
from sns_cli.cli.session import Session
from sns_cli.errors import ExitCode
from sns_cli.model.finding import Finding
from sns_cli.model.proposal import Proposal


def confirmed(session: Session, proposal: Proposal) -> tuple[tuple[str, str], ...]:
    """Ask what the approver of a proposal has to answer.

    Returns:
        (rule or item of the checklist, post id) of what was looked into: the
        ``Confirmed`` trailers. What is about no post is asked and not recorded.

    Raises:
        typer.Exit: a no; nothing is approved.
        UsageError: nobody answers.
    """
    for finding in proposal.errors:
        _insist(session, "approval-ask-error", finding)
    for finding in proposal.warnings:
        _insist(session, "approval-ask-finding", finding)
    if proposal.duties:
        # The page ends with them: they are said again only if questions came between.
        if proposal.errors or proposal.warnings:
            say("\n".join(f"□ {one.text}" for one in proposal.duties))
        count = len(proposal.duties)
        if not agreed(session, "approval-ask-duties", count=count):
            _stop(session, "approval-not-confirmed")
    if not agreed(session, "approval-question"):
        _stop(session, "approval-declined")
    return tuple(dict.fromkeys(_answered(proposal)))


def _insist(session: Session, code: str, finding: Finding) -> None:
    from sns_cli.report.findings import finding_lines  # noqa: PLC0415  (rules' texts)

    say("\n".join(finding_lines(finding, session.language)))
    if not agreed(session, code):
        _stop(session, "approval-not-confirmed")


def _stop(session: Session, code: str) -> None:
    say(sentence(session, code))
    raise typer.Exit(ExitCode.PEOPLE)


def _answered(proposal: Proposal) -> Iterator[tuple[str, str]]:
    for finding in (*proposal.errors, *proposal.warnings):
        if finding.post is not None:
            yield finding.rule, finding.post
    for post in proposal.readable:
        if post.meta.retracts is None:
            yield from ((duty.item, post.id) for duty in proposal.duties)
