"""A post that is not approved yet must be planned for the future."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.lint.wording import instant_text
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    at = post.meta.publish_at
    if at is not None and at < context.now and context.awaits_publication(post):
        yield Hit("publish_at", {"at": instant_text(context.planned(post))})


RULE: Final = Rule(
    name="publish-time-past",
    severity=Severity.ERROR,
    clause="K5(2)",
    waivable=False,
    title=Text("投稿予定が過ぎている", "planned for the past"),
    manual=Text(
        "まだ承認されていない投稿の予定日時(publish_at)が、過ぎていないかを見ます。"
        "過ぎた日時のまま承認されると、見直しの間もなく、すぐに公開されます。"
        "承認済みや公開済みの投稿には当てません。",
        "Checks that publish_at of a post not yet approved lies in the future. "
        "Approved as it is, the post would go out at once. Posts already approved or "
        "published "
        "are left alone.",
    ),
    message=Text("投稿予定の{at}を過ぎています。", "The planned time {at} has passed."),
    hint=Text(
        "publish_at をこれからの日時に直してください。"
        "すぐ出してよければ、この行を消してください。",
        "Set publish_at to a time to come, or remove it if the post may go out now.",
    ),
    bad=Example(front={"publish_at": "2026-11-19 10:00"}),
    good=Example(front={"publish_at": "2026-11-26 10:00"}),
    check=_check,
)
