"""Where each post stands, for a terminal or a log."""

from collections.abc import Iterator
from typing import Final

from sns_cli.messages import Language
from sns_cli.model.delivery import PostState
from sns_cli.report.sentences import sentence
from sns_cli.report.status import words
from sns_cli.report.status.problems import problem
from sns_cli.report.status.values import PostStatus, StatusReport, worst_first

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


def status_text(report: StatusReport, language: Language) -> str:
    """Return the report as text."""
    lines = [
        line
        for post in worst_first(report.posts)
        for line in _post(post, language, detailed=report.detailed)
    ]
    return "\n".join(lines) or sentence("status-no-posts", {}, language)


def _post(post: PostStatus, language: Language, *, detailed: bool) -> Iterator[str]:
    mark = "!" if problem(post) else _MARKS[post.state]
    parts = (words.name(post), words.headline(post, language), words.title(post))
    yield f"{mark} {'  '.join(filter(None, parts))}"
    for line in words.details(post, language, detailed=detailed):
        yield f"    {line}"
