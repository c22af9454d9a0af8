"""Which posts need somebody: as an exit code, and as annotations of a CI job."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sns_cli.errors import ExitCode, worst
from sns_cli.messages import Language
from sns_cli.model.delivery import PostState
from sns_cli.report.safe import github_command
from sns_cli.report.sentences import sentence
from sns_cli.report.status import words
from sns_cli.report.status.markdown import status_markdown
from sns_cli.report.status.values import DeliveryStatus, PostStatus, StatusReport

_DELIVERIES: Final = {
    "in-doubt": ExitCode.IN_DOUBT,
    "broken": ExitCode.CANNOT,
    "rejected": ExitCode.PEOPLE,
}
_POSTS: Final = {
    PostState.OVERDUE: ExitCode.UNDELIVERED,
    PostState.REFUSED: ExitCode.PEOPLE,
    PostState.APPROVED: ExitCode.PEOPLE,
    PostState.EXPIRED: ExitCode.PEOPLE,
}

_WANTED: Final = frozenset(
    {
        "paused-by-environment",
        "paused-by-settings",
        "account-paused",
        "paused-until-then",
    }
)
"""Reasons for which a post is late because somebody wants it to be."""

_READ_BACK: Final = frozenset({"delivery-differs-now", "delivery-missing-now"})
"""Reasons of what is published, and not as it was approved."""


def problem(post: PostStatus) -> ExitCode:
    """Return what ``status --check`` ends with for the post alone (decision 0013)."""
    found = [_delivery(one) for one in post.deliveries]
    wanted = post.reason is not None and post.reason.code in _WANTED
    own = ExitCode.OK if wanted else _POSTS.get(post.state, ExitCode.OK)
    stuck = ExitCode.PEOPLE if post.stuck else ExitCode.OK
    return worst(*found, own, stuck)


def _delivery(one: DeliveryStatus) -> ExitCode:
    if one.reason is not None and one.reason.code in _READ_BACK:
        return ExitCode.PEOPLE
    return _DELIVERIES.get(one.state, ExitCode.OK)


def problems_code(report: StatusReport) -> ExitCode:
    """Return the exit code of ``status --check``: 6 > 4 > 5 > 1 > 0."""
    return worst(*(problem(post) for post in report.posts))


def problems_page(report: StatusReport, language: Language) -> str:
    """Return the posts that need somebody as Markdown for a CI job's page."""
    posts = [one for one in report.posts if problem(one) is not ExitCode.OK]
    if not posts:
        return sentence("no-problems", {}, language)
    table = status_markdown(replace(report, posts=tuple(posts)), language)
    return f"## {sentence('problems-title', {}, language)}\n\n{table}"


def annotations(report: StatusReport, language: Language) -> Iterator[str]:
    """Yield one annotation for each post that needs somebody."""
    for post in report.posts:
        code = problem(post)
        if code is not ExitCode.OK:
            lines = [words.headline(post, language), *words.details(post, language)]
            level = "warning" if code is ExitCode.PEOPLE else "error"
            title = words.name(post)
            yield github_command(level, "\n".join(lines), file=post.path, title=title)
