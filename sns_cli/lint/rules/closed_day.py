"""Posts do not go out on a day on which the library is closed."""

from collections.abc import Iterator
from typing import Final

from sns_cli.calendar import Day
from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.lint.wording import date_text, instant_text
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Category, Post

_NONE_COMES: Final = Text(
    "開館カレンダーの終わりまで、ありません", "none before the calendar ends"
)
_NOT_COVERED: Final = Text(
    "開館カレンダーに無い日なので、休館として扱います",
    "the calendar does not cover it, so it counts as closed",
)
_NO_HOURS: Final = Text("開館時間が決められていません", "no opening hours are set")


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    meta = post.meta
    if meta.outside_hours_reason or meta.category is Category.EMERGENCY:
        return
    if not context.awaits_publication(post):
        return
    at = context.planned(post)
    for account in context.accounts(post):
        hours = context.hours(account)
        if hours is None:
            continue
        day = hours.day(at.date())
        if not day.openings:
            opening = hours.next_opening(at)
            yield Hit(
                "publish_at",
                {
                    "account": account,
                    "date": date_text(day.date),
                    "why": _why(day),
                    "next": instant_text(opening) if opening else _NONE_COMES,
                },
            )


def _why(day: Day) -> str | Text:
    if not day.covered:
        return _NOT_COVERED
    return "・".join(day.reasons) or _NO_HOURS


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
    message=Text(
        "投稿予定の{date}は、{account} の休館日です({why})。次の開館は{next}です。",
        "The library is closed for {account} on {date}: {why}. Next opening: {next}.",
    ),
    hint=Text(
        "publish_at を開館日に直してください。"
        "必要な場合は outside_hours_reason に理由を書いてください。",
        "Move publish_at to an open day, or say why not in outside_hours_reason.",
    ),
    bad=Example(front={"publish_at": "2026-12-07 10:00"}),
    good=Example(front={"publish_at": "2026-12-08 10:00"}),
    check=_check,
)
