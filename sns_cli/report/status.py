"""Where each post stands: the table for people and the JSON of design 8.3."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sns_cli.calendar import moment_text
from sns_cli.messages import Language
from sns_cli.model.delivery import PostState, Reason
from sns_cli.report.safe import safe_json, safe_line, safe_markdown
from sns_cli.report.sentences import sentence, tell


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """One delivery of a post.

    Attributes:
        state: a state of design 5, or ``waiting``, ``due``, ``overdue``, ``expired``
            for one that never began.
    """

    account: str
    state: str
    url: str | None = None
    remote_id: str | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class PostStatus:
    """One post with its deliveries; times are in the library's zone."""

    id: str | None
    path: str | None
    state: PostState
    reason: Reason | None = None
    due_at: dt.datetime | None = None
    next_opening: dt.datetime | None = None
    approved_by: str | None = None
    deliveries: tuple[DeliveryStatus, ...] = ()


@dataclass(frozen=True)
class StatusReport:
    """All posts, at one instant."""

    at: dt.datetime
    posts: tuple[PostStatus, ...]

    def only(self, post_id: str) -> "StatusReport":
        """Return the report of one post alone."""
        chosen = tuple(post for post in self.posts if post.id == post_id)
        return replace(self, posts=chosen)


_MARKS: Final = {
    PostState.DRAFT: "・",
    PostState.REFUSED: "×",
    PostState.APPROVED: "○",
    PostState.WAITING: "…",
    PostState.DUE: "→",
    PostState.OVERDUE: "!",
    PostState.DONE: "●",
    PostState.EXPIRED: "×",
    PostState.WITHDRAWN: "－",
}


_PENDING: Final = frozenset({PostState.WAITING, PostState.OVERDUE})


def render_status(report: StatusReport, style: str, language: Language) -> str:
    """Return the report in one of the formats text, json, github, markdown."""
    if style == "json":
        return safe_json(to_json(report, language), indent=2)
    if style == "markdown":
        return "\n".join(_markdown(report, language))
    return "\n".join(_text(report.posts, language)) or sentence(
        "no-posts", {}, language
    )


def to_json(report: StatusReport, language: Language) -> dict[str, object]:
    """Return the keys others rely on."""
    return {
        "version": 1,
        "at": report.at.isoformat(timespec="seconds"),
        "posts": [_post(post, language) for post in report.posts],
    }


def _post(post: PostStatus, language: Language) -> dict[str, object]:
    return {
        "id": post.id,
        "path": post.path,
        "state": post.state.value,
        "reason": None if post.reason is None else tell(post.reason, language),
        "due_at": _iso(post.due_at),
        "next_opening": _iso(post.next_opening),
        "approved_by": post.approved_by,
        "deliveries": [
            {
                "account": one.account,
                "state": one.state,
                "url": one.url,
                "remote_id": one.remote_id,
                "reason": None if one.reason is None else tell(one.reason, language),
            }
            for one in post.deliveries
        ],
    }


def _iso(at: dt.datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")


def _text(posts: Iterable[PostStatus], language: Language) -> list[str]:
    lines: list[str] = []
    for post in posts:
        state = sentence(f"state-{post.state.value}", {}, language)
        name = safe_line(post.id or post.path or "?")
        lines.append(f"{_MARKS[post.state]} {name}  {state}")
        lines += [f"    {line}" for line in _details(post, language)]
    return lines


def _details(post: PostStatus, language: Language) -> list[str]:
    lines = []
    if post.reason is not None:
        lines.append(tell(post.reason, language))
    told = post.reason is not None and post.reason.code == "waits-for-opening"
    if post.state in _PENDING and post.next_opening is not None and not told:
        at = moment_text(post.next_opening, language)
        lines.append(sentence("goes-out-at", {"at": at}, language))
    for one in post.deliveries:
        state = sentence(f"delivery-{one.state}", {}, language)
        place = f" {safe_line(one.url)}" if one.url else ""
        own = one.reason if one.reason != post.reason else None
        why = f" {tell(own, language)}" if own else ""
        lines.append(f"{safe_line(one.account)}: {state}{place}{why}")
    return lines


def _markdown(report: StatusReport, language: Language) -> list[str]:
    lines = ["| | | |", "|---|---|---|"]
    for post in report.posts:
        name = safe_markdown(post.id or post.path or "?")
        state = sentence(f"state-{post.state.value}", {}, language)
        details = "<br>".join(safe_markdown(one) for one in _details(post, language))
        lines.append(f"| {name} | {state} | {details} |")
    return lines
