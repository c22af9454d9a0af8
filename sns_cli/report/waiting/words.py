"""What is said of each proposal that waits, as safe sentences."""

import shlex
from collections.abc import Iterator

from sns_cli.messages import Language
from sns_cli.report.findings import group_of
from sns_cli.report.safe import safe_line
from sns_cli.report.sentences import sentence, tell
from sns_cli.report.waiting.values import WaitingProposal


def typed(*words: str) -> str:
    """Return a command line that is safe to copy: no name in it becomes a command."""
    command, *names = words
    guard = ["--"] if any(name.startswith("-") for name in names) else []
    return safe_line(shlex.join([*command.split(), *guard, *names]))


def titles(one: WaitingProposal, language: Language) -> str:
    """Return what a proposal is about, in a few words."""
    if one.page is None:
        return ""
    proposal = one.page.proposal
    found = [post.meta.title for post in proposal.readable]
    found += [post.path for post in proposal.posts if post.post is None]
    found += [
        sentence("waiting-removes", {"path": path}, language)
        for path in proposal.removed
    ]
    found += [other.path for other in proposal.beside]
    found = found or [other.path for other in proposal.others]
    if len(found) == 1:
        return safe_line(found[0])
    details = {"title": found[0], "count": len(found) - 1}
    return sentence("waiting-titles", details, language)


def details(one: WaitingProposal, language: Language) -> Iterator[str]:
    """Yield everything else about a proposal, a line each."""
    people = {"people": one.drafted_by or "-"}
    if one.since is None:
        yield sentence("review-drafted-by", people, language)
    else:
        yield sentence("review-drafted", {**people, "at": one.since}, language)
    if one.problem is not None:
        yield tell(one.problem, language)
    if one.page is None:
        return
    groups = [group_of(finding) for finding in one.page.proposal.report.findings]
    counts = {"errors": groups.count("error"), "warnings": groups.count("warning")}
    yield sentence("waiting-findings", counts, language)
    if one.rivals:
        yield sentence("waiting-rivals", {"names": one.rivals}, language)
    if one.page.due_at is not None:
        due = {"at": one.page.due_at, "cost": f"{one.page.cost_usd:.3f}"}
        yield sentence("waiting-due", due, language)
