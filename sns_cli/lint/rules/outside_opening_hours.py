"""Posts go out while the library is open."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.planned import CALENDAR_ENDS, closed_times
from sns_cli.lint.rule import Hit, Rule
from sns_cli.lint.wording import instant_text
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post

_MESSAGE: Final = Text(
    "投稿予定の{at}は、{calendar}の開館時間({hours})の外です。次の開館は{next}です。",
    "The planned time {at} is outside the opening hours of {calendar} ({hours}). "
    "Next opening: {next}.",
)
_NONE_FOLLOWS: Final = Text(
    "投稿予定の{at}は、{calendar}の開館時間({hours})の外です。"
    "このあとに開館する日が、開館カレンダー({last}まで)にありません。",
    "The planned time {at} is outside the opening hours of {calendar} ({hours}). The "
    "calendar, which ends on {last}, has no opening after it.",
)


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    for closed in closed_times(post, context):
        if closed.day.openings:  # a closed day is for the rule closed-day
            details = {
                "at": instant_text(context.planned(post)),
                "hours": closed.day.hours,
            }
            yield closed.hit(details, (_MESSAGE, _NONE_FOLLOWS), CALENDAR_ENDS)


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
    message=_MESSAGE,
    hint=Text(
        "publish_at を開館時間の中に直してください。"
        "必要な場合は outside_hours_reason に理由を書いてください。",
        "Move publish_at into opening hours, or say why not in outside_hours_reason.",
    ),
    bad=Example(front={"publish_at": "2026-11-25 20:00"}),
    good=Example(front={"publish_at": "2026-11-25 18:59"}),
    check=_check,
)
