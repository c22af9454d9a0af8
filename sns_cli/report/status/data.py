"""The JSON of design 8.3."""

import datetime as dt

from sns_cli.messages import Language
from sns_cli.report.safe import safe_json
from sns_cli.report.sentences import tell
from sns_cli.report.status.values import (
    DeliveryStatus,
    EventLine,
    PostStatus,
    StatusReport,
)


def status_json(report: StatusReport, language: Language) -> str:
    """Return the report for machines."""
    posts = [_post(post, language, detailed=report.detailed) for post in report.posts]
    return safe_json({"version": 1, "at": _iso(report.at), "posts": posts})


def _post(post: PostStatus, language: Language, *, detailed: bool) -> dict[str, object]:
    return {
        "id": post.id,
        "path": post.path,
        "title": post.title,
        "state": post.state.value,
        "reason": None if post.reason is None else tell(post.reason, language),
        "due_at": _iso(post.due_at),
        "next_opening": _iso(post.next_opening),
        "approved_by": post.approved_by,
        "deliveries": [
            _delivery(one, language, detailed=detailed) for one in post.deliveries
        ],
    }


def _delivery(
    one: DeliveryStatus, language: Language, *, detailed: bool
) -> dict[str, object]:
    shown: dict[str, object] = {
        "account": one.account,
        "state": one.state,
        "url": one.url,
        "remote_id": one.remote_id,
        "reason": None if one.reason is None else tell(one.reason, language),
    }
    if detailed:
        shown["events"] = [_event(event) for event in one.events]
    return shown


def _event(one: EventLine) -> dict[str, object]:
    return {
        "n": one.n,
        "event": one.event,
        "at": _iso(one.at),
        "by": one.by,
        "reason": one.reason,
    }


def _iso(at: dt.datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")
