"""One proposal for machines."""

import datetime as dt
from collections.abc import Iterable

from sns_cli.messages import Language
from sns_cli.model.difference import Difference, Line
from sns_cli.model.finding import Finding
from sns_cli.model.proposal import OtherFile, Proposal, ProposedPost
from sns_cli.report.findings import finding_json, group_of
from sns_cli.report.preview.data import account_json
from sns_cli.report.review.order import by_weight
from sns_cli.report.review.text import pictures_replaced
from sns_cli.report.review.values import ReviewPage
from sns_cli.report.safe import safe_json
from sns_cli.report.sentences import tell


def review_json(page: ReviewPage, language: Language) -> str:
    """Return the page as one JSON object."""
    proposal = page.proposal
    value = {
        "version": 1,
        "branch": page.name,
        "onto": proposal.onto,
        "drafted_by": list(page.drafted_by),
        "since": iso(page.since),
        "posts": [_post(one, proposal) for one in proposal.posts],
        "removed": list(proposal.removed),
        "others": [_other(one) for one in proposal.others],
        "previews": [
            account_json(one, language) for shown in page.previews for one in shown
        ],
        "effects": [tell(one, language) for one in page.effects],
        "notes": [tell(one, language) for one in page.notes],
        "counts": counts(proposal.report.findings),
        "findings": [finding_json(one) for one in by_weight(proposal.report.findings)],
        "checklist": [{"item": one.item, "text": one.text} for one in proposal.duties],
        "content": proposal.content,
        "cost_usd": page.cost_usd,
        "due_at": iso(page.due_at),
    }
    return safe_json(value)


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are of each kind."""
    groups = [group_of(finding) for finding in findings]
    return {name: groups.count(name) for name in ("error", "waived", "warning", "info")}


def iso(at: dt.datetime | None) -> str | None:
    """Return a time as RFC 3339."""
    return None if at is None else at.isoformat(timespec="seconds")


def _post(one: ProposedPost, proposal: Proposal) -> dict[str, object]:
    return {
        "path": one.path,
        "id": one.post.id if one.post else None,
        "title": one.post.meta.title if one.post else None,
        "approved_before_at": one.before,
        "changes": None if one.before is None else _change(one.change),
        "pictures_replaced": pictures_replaced(one, proposal),
    }


def _other(one: OtherFile) -> dict[str, object]:
    return {"path": one.path, "mode": one.mode, "changes": _change(one.change)}


def _change(change: Difference) -> dict[str, object]:
    """Return a difference: lines of [kind, text]; null stands for lines left out."""
    return {"whole": change.whole, "lines": [_line(one) for one in change.lines]}


def _line(line: Line | None) -> list[list[str]] | None:
    return None if line is None else [[part.kind.value, part.text] for part in line]
