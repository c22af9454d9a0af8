"""The day of the week must be that of the date."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.dates import WrittenDate, find_dates, fitting_years
from sns_cli.lint.example import Example
from sns_cli.lint.passage import passages
from sns_cli.lint.rule import Hit, Rule
from sns_cli.lint.wording import date_text, weekday_text
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post

_LAST_YEARS: Final = Text(
    "{date}です(本文は「{written}」)。{weekday}だったのは{year}年です。"
    "前の年の原稿ではありませんか。",
    "`{written}`: the date is {date}. It was a {weekday} in {year}; is this an older "
    "draft?",
)
_NEXT_YEARS: Final = Text(
    "{date}です(本文は「{written}」)。{weekday}になるのは{year}年です。",
    "`{written}`: the date is {date}. It will be a {weekday} in {year}.",
)
_DAY_ALONE: Final = Text(
    "「{written}」に合う月が、本文の中にも投稿予定日の近くにもありません。",
    "`{written}` fits no month that the text names or that is near.",
)
_DAY_ALONE_HINT: Final = Text(
    "日付と曜日を元の資料と照らし、「12月15日(火)」のように月も書いてください。",
    "Compare with the source, and write the month too.",
)


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    for passage in passages(post):
        for date in find_dates(passage.text):
            if not date.weekdays:
                continue
            days = date.days(context.planned(post).date())
            if days and all(day.weekday() not in date.weekdays for day in days):
                yield _hit(date, days[0], passage.line_at(date.start))


def _hit(date: WrittenDate, day: dt.date, line: int) -> Hit:
    details: dict[str, object] = {"written": date.text, "date": date_text(day)}
    if not date.whole:
        return Hit(line, details, Severity.WARNING, _DAY_ALONE, _DAY_ALONE_HINT)
    weekday = date.weekdays[0]
    past, future = fitting_years(day.month, day.day, weekday, day.year)
    details["weekday"] = weekday_text(weekday)
    # A draft of last year is the usual cause; a far year explains nothing.
    if past is not None and (future is None or day.year - past <= future - day.year):
        return Hit(line, {**details, "year": past}, message=_LAST_YEARS)
    if future is not None:
        return Hit(line, {**details, "year": future}, message=_NEXT_YEARS)
    return Hit(line, details)


RULE: Final = Rule(
    name="weekday-mismatch",
    severity=Severity.ERROR,
    clause="H6⑥,K6(9)",
    waivable=False,
    title=Text("日付と曜日の食い違い", "date and day of the week disagree"),
    manual=Text(
        "日付と曜日が合っているかを、暦で確かめます。"
        "去年の原稿を写したときに最も起きやすい"
        "まちがいです。年の書いていない日付は、投稿予定日に近い年(過去は92日まで)として"
        "読みます。月の無い「15日(金)」だけのときは、警告にとどめます。",
        "Checks dates against the calendar. Copying last year's draft is the usual "
        "cause. A date without a year is read as the one near the planned day, at most "
        "92 days back. A day without a month, such as 15日(金), gives a warning only.",
    ),
    message=Text(
        "{date}です(本文は「{written}」)。", "`{written}`: the date is {date}."
    ),
    hint=Text(
        "日付と曜日を元の資料と照らして直してください。"
        "別の年の日付なら、「2025年11月28日(金)」のように年を書いてください。",
        "Compare date and day of the week with the source. If another year is meant, "
        "write the year.",
    ),
    bad=Example(body="11月28日(金)14時から、大人のための朗読会を開きます。"),
    good=Example(body="11月28日(土)14時から、大人のための朗読会を開きます。"),
    check=_check,
)
