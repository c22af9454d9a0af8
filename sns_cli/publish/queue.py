"""The line of deliveries of one account, and when each may go out. Pure.

The line is followed as runs would serve it: in order, with the distance between posts,
the number per day and the opening hours. What is told is a lower bound: a run has to
come by, and what goes out in between moves it back.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from sns_cli.calendar import OpeningHours, local, opening_hours
from sns_cli.model.delivery import DuePost, Reason
from sns_cli.model.settings import Account, Settings
from sns_cli.publish.limits import Usage, broken, next_month

_ONE_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True)
class Queue:
    """What an account has used up, and what stands in line.

    Attributes:
        used: claims in the ledger, and those that this plan lets out.
        last: when the newest one goes out, of those in line too.
        days: how many go out on which day of the library.
    """

    used: Usage
    last: dt.datetime | None
    days: Mapping[dt.date, int]

    def plus(self, at: dt.datetime) -> "Queue":
        """Return the line with one more at its end, to go out at ``at`` (local)."""
        date = at.date()
        return replace(
            self, last=at, days={**self.days, date: self.days.get(date, 0) + 1}
        )


def queue_of(used: Usage, today: dt.date) -> Queue:
    """Return the line in which nobody stands yet."""
    return Queue(used, used.last, {today: used.today})


def held_back(
    line: Queue, due: DuePost, cost_usd: float, policy: Settings, now: dt.datetime
) -> tuple[Reason, Queue] | None:
    """Return the limit that claiming ``due`` now would break, if any.

    Args:
        line: of its account.
        due: what could go out but for that.
        cost_usd: of sending it.
        policy: the settings in force.
        now: aware.

    Returns:
        The reason, with the time from which it may go out; and the line with this one
        at its end.
    """
    account = policy.accounts[due.account]
    reason = broken(line.used, due.account, account, cost_usd, now)
    if reason is None:
        return None
    meta, zone = due.approved.post.meta, policy.library.timezone
    if reason.code == "limit-budget":
        renewed = local(next_month(now), zone)
        return Reason(reason.code, {**reason.details, "until": renewed}), line
    if reason.code == "limit-budget-never":
        return reason, line
    here = local(now, zone)
    if meta.any_hour:  # it may overtake those that wait for the doors
        at = _earliest(queue_of(line.used, here.date()), account, None, here)
    else:
        doors = opening_hours(policy.calendar_of(due.account), zone)
        at = _earliest(line, account, doors, here)
    ends = (meta.expires_at, due.approved.approval.claim_before)
    if at is None or any(end is not None and at >= end for end in ends):
        return Reason("limit-for-good"), line
    after = line if meta.any_hour else line.plus(at)
    return Reason(reason.code, {**reason.details, "until": at}), after


def freed(reason: Reason) -> dt.datetime | None:
    """Return when a limit that :func:`held_back` named lets go; None if it never does.

    A lower bound, as everything about the line is.
    """
    until = reason.details.get("until")
    return until if isinstance(until, dt.datetime) else None


def _earliest(
    line: Queue, account: Account, hours: OpeningHours | None, at: dt.datetime
) -> dt.datetime | None:
    """Return the first instant from ``at`` (local) that hours and limits allow."""
    if account.max_per_day == 0:
        return None
    if line.last is not None and account.spacing_minutes is not None:
        # Minutes that pass: a zone's own clock may show the same hour twice.
        free = line.last.astimezone(dt.UTC)
        free += dt.timedelta(minutes=account.spacing_minutes)
        at = max(at, free.astimezone(at.tzinfo), key=dt.datetime.timestamp)
    while True:
        opening = at if hours is None else hours.next_opening(at)
        if opening is None or not _is_full(line, account, opening.date()):
            return opening
        tomorrow = opening.date() + _ONE_DAY
        at = dt.datetime.combine(tomorrow, dt.time.min, at.tzinfo)


def _is_full(line: Queue, account: Account, date: dt.date) -> bool:
    most = account.max_per_day
    return most is not None and line.days.get(date, 0) >= most
