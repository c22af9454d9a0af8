"""Posts go out while the library is open."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.lint.wording import hours_text, instant_text
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Category, Post

_NONE_COMES: Final = Text(
    "開館カレンダーの終わりまで、ありません", "none before the calendar ends"
)


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    meta = post.meta
    if meta.outside_hours_reason or meta.category is Category.EMERGENCY:
        return
    if not context.awaits_publication(post):
        return
    at = context.planned(post)
    for account in context.accounts(post):
        hours = context.hours(account)
        if hours is None or hours.is_open(at):
            continue
        day = hours.day(at.date())
        if day.openings:  # a closed day is for the rule closed-day
            opening = hours.next_opening(at)
            yield Hit(
                "publish_at",
                {
                    "account": account,
                    "at": instant_text(at),
                    "hours": hours_text(day),
                    "next": instant_text(opening) if opening else _NONE_COMES,
                },
            )


RULE: Final = Rule(
    name="outside-opening-hours",
    severity=Severity.ERROR,
    clause="K5(2)",
    waivable=True,
    title=Text("開館時間の外の投稿", "outside opening hours"),
    manual=Text(
        "投稿予定の日時(publish_at)が開館時間の中かを見ます。方針では、"
        "原則として中央図書館の"
        "開館時間内に投稿します。投稿したあとに内容を確かめる人が要るからです。"
        "開館の時刻は含み、閉館の時刻は含みません。緊急の投稿には当てません。"
        "時間外に出す必要があるときは、outside_hours_reason に理由を書いてください。"
        "館長がそれを見て承認します。",
        "Checks that publish_at lies within opening hours, as the policy asks: "
        "somebody has to look at what was published. Opening time is included, "
        "closing time is "
        "not. Emergencies are exempt. Where another time is needed, say why in "
        "outside_hours_reason; the director sees it and approves it.",
    ),
    message=Text(
        "投稿予定の{at}は、{account} の開館時間({hours})の外です。"
        "次の開館は{next}です。",
        "The planned time {at} is outside the opening hours of {account} ({hours}). "
        "Next opening: {next}.",
    ),
    hint=Text(
        "publish_at を開館時間の中に直してください。"
        "必要な場合は outside_hours_reason に理由を書いてください。",
        "Move publish_at into opening hours, or say why not in outside_hours_reason.",
    ),
    bad=Example(front={"publish_at": "2026-11-25 20:00"}),
    good=Example(front={"publish_at": "2026-11-25 18:59"}),
    check=_check,
)
