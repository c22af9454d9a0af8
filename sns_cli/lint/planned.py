"""When a post is meant to go out, held against the calendars of its accounts."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sns_cli.calendar import Day
from sns_cli.lint.context import LintContext
from sns_cli.lint.rule import Hit
from sns_cli.lint.wording import date_text, instant_text
from sns_cli.messages import Text
from sns_cli.model.opening import Calendar
from sns_cli.model.post import Post

CALENDAR_ENDS: Final = Text(
    "sns.toml の [calendars] で、「{calendar}」の covers と休館日を先の日まで"
    "延ばしてください。publish_at がまちがいなら、開館時間の中に直してください。",
    "Extend covers and the closing days of {calendar} under [calendars] in sns.toml. "
    "If publish_at is wrong, move it into opening hours.",
)
"""What to do where no opening follows."""


@dataclass(frozen=True, slots=True)
class ClosedTime:
    """A calendar by which the library is closed at the planned time.

    Attributes:
        calendar: that calendar; accounts that share it are one library.
        day: what it says about the planned day.
        following: when it opens next (aware); None if it never does.
    """

    calendar: Calendar
    day: Day
    following: dt.datetime | None

    def hit(
        self, details: Mapping[str, object], message: tuple[Text, Text], hint: Text
    ) -> Hit:
        """Return the hit: ``message`` with a next opening, and without one."""
        shown = {"calendar": self.calendar.name, **details}
        if self.following is not None:
            shown["next"] = instant_text(self.following)
            return Hit("publish_at", shown, message=message[0])
        shown["last"] = date_text(self.calendar.covers[1])
        return Hit("publish_at", shown, message=message[1], hint=hint)


def closed_times(post: Post, context: LintContext) -> Iterator[ClosedTime]:
    """Yield every calendar by which the library is closed when the post is planned.

    None for emergencies, for posts that say why they go out at another time, and for
    those whose time can no longer be mended.
    """
    if post.meta.any_hour or not context.awaits_publication(post):
        return
    at = context.planned(post)
    seen: list[Calendar] = []
    for account in context.accounts(post):
        calendar, hours = context.settings.calendar_of(account), context.hours(account)
        if calendar is None or hours is None or calendar in seen or hours.is_open(at):
            continue
        seen.append(calendar)
        yield ClosedTime(calendar, hours.day(at.date()), hours.next_opening(at))
