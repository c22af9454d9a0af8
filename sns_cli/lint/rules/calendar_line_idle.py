"""Every line of a calendar does something."""

from collections.abc import Iterator, Sequence
from typing import Final

from sns_cli.calendar import idle_lines
from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.lint.wording import date_text
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.opening import CalendarException, HoursRow
from sns_cli.model.post import Post

_CLOSING: Final = Text(
    "{calendar}の休館の決まり「{what}」は、開館カレンダー({first}から{last}まで)の"
    "どの日にも当てはまりません。",
    "The closing “{what}” of {calendar} fits no day of its calendar ({first} to "
    "{last}).",
)
_EXCEPTION: Final = Text(
    "{calendar}の{date}の臨時の開館・休館「{what}」は、開館カレンダー({first}から{last}"
    "まで)の外の日です。",
    "The exception “{what}” of {calendar} on {date} lies outside its calendar "
    "({first} to {last}).",
)
_HOURS: Final = Text(
    "{calendar}の開館時間の{number}行目({what})は、どの日にも当てはまりません。"
    "上の行が先に当てはまるか、そのような日がありません。",
    "Row {number} of the opening hours of {calendar} ({what}) fits no day: rows above "
    "it come first, or there is no such day.",
)


def _check(_post: Post, _context: LintContext) -> tuple[Hit, ...]:
    """Find nothing: this is about the settings alone."""
    return ()


def _check_library(_posts: Sequence[Post], context: LintContext) -> Iterator[Hit]:
    for calendar in context.settings.calendars.values():
        first, last = calendar.covers
        known = {
            "calendar": calendar.name,
            "first": date_text(first),
            "last": date_text(last),
        }
        for line in idle_lines(calendar):
            if isinstance(line, HoursRow):
                number = 1 + [one is line for one in calendar.hours].index(True)
                days = ", ".join(line.days)
                details = {"number": number, "what": f"{days} {line.open}–{line.close}"}
                yield Hit(1, {**known, **details}, message=_HOURS)
            elif isinstance(line, CalendarException):
                details = {"date": date_text(line.date), "what": line.reason}
                yield Hit(1, {**known, **details}, message=_EXCEPTION)
            else:
                yield Hit(1, {**known, "what": line.reason})


RULE: Final = Rule(
    name="calendar-line-idle",
    severity=Severity.WARNING,
    clause="K5(2)",
    waivable=False,
    title=Text(
        "開館カレンダーの、はたらかない行", "a line of the calendar without effect"
    ),
    manual=Text(
        "sns.toml の開館カレンダーの行(hours、closed、exceptions)が、対象期間(covers)の"
        "どれかの日に当てはまるかを見ます。どの日にも当てはまらない行は、書き間違いか、"
        "過ぎた期間の残りです。投稿ごとではなく sns.toml について一度だけ知らせます。",
        "Checks that every line of a calendar in sns.toml (hours, closed, exceptions) "
        "fits some day that the calendar covers. One that fits none is a slip, or left "
        "over from a time that is past. Told once, about sns.toml and not about each "
        "post.",
    ),
    message=_CLOSING,
    hint=Text(
        "曜日・日付・時刻・only_on・not_on が互いに合うかを確かめて直すか、"
        "要らない行なら消してください。月ごとの表は sns calendar で見られます。",
        "See whether weekdays, dates, times, only_on and not_on agree, or remove the "
        "line. sns calendar shows month by month what comes of it.",
    ),
    bad=Example(closing='{ reason = "定期休館日", weekly = "mon", only_on = ["tue"] }'),
    good=Example(
        closing='{ reason = "定期休館日", weekly = "mon", only_on = ["01-04"] }'
    ),
    check=_check,
    check_library=_check_library,
)
