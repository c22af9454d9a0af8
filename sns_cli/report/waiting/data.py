"""What waits for the director, for machines."""

from sns_cli.messages import Language
from sns_cli.model.delivery import Reason
from sns_cli.report.review.data import counts, iso
from sns_cli.report.safe import safe_json
from sns_cli.report.sentences import tell
from sns_cli.report.waiting.values import Waiting, WaitingProposal


def waiting_json(waiting: Waiting, language: Language) -> str:
    """Return the list as one JSON object."""
    value = {
        "version": 1,
        "at": iso(waiting.at),
        "proposals": [_proposal(one, language) for one in waiting.proposals],
        "elsewhere": waiting.elsewhere,
        "unapproved": [
            {
                "path": one.path,
                "id": one.id,
                "reason": tell(Reason(one.reason or "", one.details), language),
            }
            for one in waiting.unapproved
        ],
        "deliveries": [
            {
                "post": one.post,
                "account": one.status.account,
                "state": one.status.state,
                "reason": tell(one.status.reason, language)
                if one.status.reason
                else None,
            }
            for one in waiting.deliveries
        ],
        "notes": [tell(note, language) for note in waiting.notes],
    }
    return safe_json(value)


def _proposal(one: WaitingProposal, language: Language) -> dict[str, object]:
    page = one.page
    proposal = page.proposal if page else None
    return {
        "branch": one.name,
        "tip": one.tip,
        "drafted_by": list(one.drafted_by),
        "since": iso(one.since),
        "problem": tell(one.problem, language) if one.problem else None,
        "same_posts_as": list(one.rivals),
        "posts": [
            {
                "path": post.path,
                "id": post.post.id if post.post else None,
                "title": post.post.meta.title if post.post else None,
            }
            for post in (proposal.posts if proposal else ())
        ],
        "removed": list(proposal.removed) if proposal else [],
        "others": [other.path for other in proposal.others] if proposal else [],
        "findings": counts(proposal.report.findings if proposal else ()),
        "cost_usd": page.cost_usd if page else None,
        "due_at": iso(page.due_at) if page else None,
    }
