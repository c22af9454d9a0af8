"""What is to be said about the time a new post is meant for. Pure."""

import datetime as dt
from collections.abc import Iterator, Sequence

from sns_cli.calendar import local, opening_hours
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Settings


def remarks(
    settings: Settings, accounts: Sequence[str], at: dt.datetime, now: dt.datetime
) -> Iterator[Reason]:
    """Yield why a post does not go out to ``accounts`` at ``at`` as it seems to say.

    Accounts of one calendar are told of once.

    Args:
        settings: the library's.
        accounts: of the post, which opening hours bind.
        at: its ``publish_at`` (aware).
        now: aware.
    """
    zone = settings.library.timezone
    if at < now:
        yield Reason("draft-time-past", {"at": local(at, zone)})
        return
    calendars = {id(one): one for one in map(settings.calendar_of, accounts)}
    for calendar in calendars.values():
        hours = opening_hours(calendar, zone)
        why = hours.why_closed(at)
        if why is None:
            continue
        following = hours.next_opening(at)
        code = "draft-time-never" if following is None else "draft-time-closed"
        yield Reason(code, {"why": why, "next_opening": following})
