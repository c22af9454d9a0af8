"""What a librarian is told about one post, as safe sentences."""

from collections.abc import Iterator
from typing import Final

from sns_cli.calendar import moment_text
from sns_cli.messages import Language
from sns_cli.model.delivery import PostState
from sns_cli.model.reason import Reason
from sns_cli.report.safe import safe_line
from sns_cli.report.sentences import sentence, tell
from sns_cli.report.status.values import DeliveryStatus, EventLine, PostStatus

_UNUSUAL: Final = ("broken", "in-doubt", "rejected", "not-sent", "claimed")
"""Delivery states that say more about a post than that its time has come."""


def headline(post: PostStatus, language: Language) -> str:
    """Return in a few words where the post stands."""
    states = {one.state for one in post.deliveries}
    for state in _UNUSUAL:
        if state in states:
            return sentence(f"delivery-{state}", {}, language)
    if post.stuck and post.state is not PostState.OVERDUE:
        return sentence("status-heading-stuck", {}, language)
    return sentence(post.heading or f"state-{post.state.value}", {}, language)


def name(post: PostStatus) -> str:
    """Return what a post is called: its id, or its file."""
    return safe_line(post.id or post.path or "?")


def title(post: PostStatus) -> str:
    """Return the title of an approved post, else nothing."""
    return safe_line(post.title or "")


def details(
    post: PostStatus, language: Language, *, detailed: bool = False
) -> Iterator[str]:
    """Yield everything else, a line each; of one post also what happened so far."""
    if detailed:
        yield from _about(post, language)
    if post.reason is not None:
        yield tell(post.reason, language)
    for one in post.deliveries:
        own = one.reason if one.reason != post.reason else None
        yield delivery_line(one, language, own)
        if detailed:
            yield from (event_line(event, language) for event in one.events)


def _about(post: PostStatus, language: Language) -> Iterator[str]:
    if post.path is not None:
        yield safe_line(post.path)
    if post.approver is not None:
        evidence = Reason(f"evidence-{post.evidence}")
        approval = {
            "by": post.approver,
            "at": post.approved_at,
            "evidence": evidence,
        }
        yield sentence("status-approved", approval, language)


def delivery_line(
    one: DeliveryStatus, language: Language, reason: Reason | None = None
) -> str:
    """Return where a delivery stands, and why if a reason is to be told."""
    state = sentence(f"delivery-{one.state}", {}, language)
    place = f" {safe_line(one.url)}" if one.url else ""
    why = f" {tell(reason, language)}" if reason else ""
    return f"{safe_line(one.account)}: {state}{place}{why}"


def event_line(one: EventLine, language: Language) -> str:
    """Return when what happened to a delivery."""
    when = sentence("status-time-unknown", {}, language)
    if one.at is not None:
        when = moment_text(one.at, language)
    by = f" ({safe_line(one.by)})" if one.by else ""
    why = f": {safe_line(one.reason)}" if one.reason else ""
    return f"  {when}  {sentence(f'event-{one.event}', {}, language)}{by}{why}"
