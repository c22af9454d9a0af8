"""What no machine can check: the approver is asked, and the answer goes on record."""

from collections.abc import Sequence
from typing import Final

from sns_cli.messages import Language, render
from sns_cli.model.finding import LintReport
from sns_cli.model.post import Post
from sns_cli.model.proposal import Duty

_ALWAYS: Final = ("check-true", "check-harmless", "check-public")
_PICTURES: Final = "check-pictures"


def duties(
    report: LintReport, posts: Sequence[Post], language: Language
) -> tuple[Duty, ...]:
    """Return what the approver of ``posts`` has to look at; nothing without posts.

    The checklist of ``lint`` wins; these are the questions for when it has none.
    """
    sent = [post for post in posts if post.meta.retracts is None]
    if not sent:
        return ()
    if report.checklist:
        return tuple(Duty(one["item"], one["text"]) for one in report.checklist)
    codes = [*_ALWAYS, *([_PICTURES] if any(one.meta.media for one in sent) else [])]
    return tuple(Duty(code, render(code, language, {})) for code in codes)
