"""The calendar reaches as far as the posts do, and is carried on in time."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from sns_cli.calendar import local
from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.planned import CALENDAR_ENDS, closed_times
from sns_cli.lint.rule import Hit, Rule
from sns_cli.lint.wording import date_text
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.opening import Calendar
from sns_cli.model.post import Post

_EARLY: Final = dt.timedelta(days=60)
"""How long before its end a calendar is to be carried on: a change takes a draft, the
director's approval, and the list of closed days of a new fiscal year."""

_MESSAGE: Final = Text(
    "投稿予定の{date}は、{calendar}の開館カレンダー({first}から{last}まで)にない"
    "日です。",
    "The calendar of {calendar} ({first} to {last}) does not cover {date}.",
)
_NO_OPENING: Final = Text(
    "投稿予定の{date}から{calendar}の開館カレンダーの終わり({last})まで、"
    "開館時間がもうありません。",
    "From {date} to the end of the calendar of {calendar} ({last}) there is no opening "
    "any more.",
)
_ENDS: Final = Text(
    "{calendar}の開館カレンダーは{last}までで、あと{days}日です。"
    "その後は毎日が休館として扱われ、投稿は出ません。",
    "The calendar of {calendar} ends on {last}, in {days} days. After that every day "
    "counts as closed and nothing goes out.",
)
_ENDED: Final = Text(
    "{calendar}の開館カレンダーは{last}で終わりました。"
    "毎日が休館として扱われ、投稿は出ません。",
    "The calendar of {calendar} ended on {last}. Every day counts as closed and "
    "nothing goes out.",
)
_ENDS_HINT: Final = Text(
    "{last}までに、sns.toml の [calendars] の covers を延ばし、次の期間の休館日を"
    "書いてください。館長の承認が要ります。",
    "Before {last}, extend covers in [calendars] of sns.toml and write the closing "
    "days of the time to come. The director has to approve it.",
)
_ENDED_HINT: Final = Text(
    "sns.toml の [calendars] の covers を延ばし、これからの休館日を書いてください。"
    "館長の承認が要ります。",
    "Extend covers in [calendars] of sns.toml and write the closing days to come. The "
    "director has to approve it.",
)


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    for closed in closed_times(post, context):
        if closed.day.covered and closed.following is not None:
            continue
        first, last = closed.calendar.covers
        details = {
            "date": date_text(closed.day.date),
            "calendar": closed.calendar.name,
            "first": date_text(first),
            "last": date_text(last),
        }
        message = _NO_OPENING if closed.day.covered else _MESSAGE
        yield Hit("publish_at", details, message=message)


def _check_library(posts: Sequence[Post], context: LintContext) -> Iterator[Hit]:
    today = local(context.now, context.settings.library.timezone).date()
    for calendar in _calendars(posts, context):
        last = calendar.covers[1]
        if last - today > _EARLY:
            continue
        ended = last < today
        yield Hit(
            1,
            {
                "calendar": calendar.name,
                "last": date_text(last),
                "days": (last - today).days,
            },
            message=_ENDED if ended else _ENDS,
            hint=_ENDED_HINT if ended else _ENDS_HINT,
        )


def _calendars(posts: Sequence[Post], context: LintContext) -> list[Calendar]:
    """Return the calendars by which any of ``posts`` goes out, each once."""
    accounts = dict.fromkeys(
        account for post in posts for account in context.accounts(post)
    )
    found: list[Calendar] = []
    for account in accounts:
        calendar = context.settings.calendar_of(account)
        if calendar is not None and calendar not in found:
            found.append(calendar)
    return found


RULE: Final = Rule(
    name="calendar-not-covered",
    severity=Severity.WARNING,
    clause="K5(2)",
    waivable=False,
    title=Text("開館カレンダーに無い日", "beyond the calendar"),
    manual=Text(
        "投稿予定の日(publish_at)か、そのあと最初に開館する日が、sns.toml の"
        "開館カレンダー(covers)の中にあるかを見ます。カレンダーに無い日は休館として"
        "扱い、推し量って投稿することはありません。カレンダーの終わりまで60日を"
        "切ると、投稿ごとではなく sns.toml について一度だけ知らせます。",
        "Checks that the day of publish_at, or the first opening after it, lies within "
        "what the calendar in sns.toml covers. A day that it does not cover counts as "
        "closed; nothing goes out by guess. From 60 days before its end this is told "
        "once, about sns.toml and not about each post.",
    ),
    message=_MESSAGE,
    hint=CALENDAR_ENDS,
    bad=Example(front={"publish_at": "2027-04-06 10:00"}),
    good=Example(front={"publish_at": "2027-03-30 10:00"}),
    check=_check,
    check_library=_check_library,
)
