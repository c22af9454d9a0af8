"""Posts do not go out on a day on which the library is closed."""

from collections.abc import Iterator
from typing import Final

from sns_cli.calendar import Day, causes_text
from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.planned import CALENDAR_ENDS, closed_times
from sns_cli.lint.rule import Hit, Rule
from sns_cli.lint.wording import date_text
from sns_cli.messages import Text
from sns_cli.messages.calendar import NO_HOURS
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post

_NOT_COVERED: Final = Text(
    "開館カレンダーに無い日なので、休館として扱います",
    "the calendar does not cover it, so it counts as closed",
)
_MESSAGE: Final = Text(
    "投稿予定の{date}は、{calendar}の休館日です。理由: {why}。次の開館は{next}です。",
    "{calendar} is closed on {date}: {why}. Next opening: {next}.",
)
_NONE_FOLLOWS: Final = Text(
    "投稿予定の{date}は、{calendar}の休館日です。理由: {why}。"
    "このあとに開館する日も、開館カレンダー({last}まで)にありません。",
    "{calendar} is closed on {date}: {why}. The calendar, which ends on {last}, has no "
    "opening after it.",
)


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    for closed in closed_times(post, context):
        if not closed.day.openings:
            day = closed.day
            details = {"date": date_text(day.date), "why": _why(day)}
            yield closed.hit(details, (_MESSAGE, _NONE_FOLLOWS), CALENDAR_ENDS)


def _why(day: Day) -> Text:
    if not day.covered:
        return _NOT_COVERED
    return causes_text(day.causes) if day.causes else NO_HOURS


RULE: Final = Rule(
    name="closed-day",
    severity=Severity.ERROR,
    clause="K5(2)",
    waivable=True,
    title=Text("休館日の投稿", "on a closed day"),
    manual=Text(
        "投稿予定の日(publish_at)が休館日でないかを、"
        "sns.toml の開館カレンダーで見ます。"
        "カレンダーに無い日は、休館として扱います。緊急の投稿には当てません。"
        "休館日に出す必要があるときは、outside_hours_reason に理由を書いてください。",
        "Checks the day of publish_at against the calendar in sns.toml. A day that the "
        "calendar does not cover counts as closed. Emergencies are exempt. Where a "
        "closed day is needed, say why in outside_hours_reason.",
    ),
    message=_MESSAGE,
    hint=Text(
        "publish_at を開館日に直してください。"
        "必要な場合は outside_hours_reason に理由を書いてください。",
        "Move publish_at to an open day, or say why not in outside_hours_reason.",
    ),
    bad=Example(front={"publish_at": "2026-12-07 10:00"}),
    good=Example(front={"publish_at": "2026-12-08 10:00"}),
    check=_check,
)
