"""Marking what should have gone out a day ago, so that it is shown before the rest.

A post may wait for a limit, a retry or an account for days without any run failing.
Nothing is marked while it is paused: then somebody wants it to be late.
"""

import datetime as dt
from dataclasses import replace
from typing import Final

from sns_cli.model.delivery import Outcome, Result, RunReport, Snapshot
from sns_cli.model.ledger import DeliveryKey
from sns_cli.publish.config import Config
from sns_cli.publish.effects import Now, Step

_LATE: Final = frozenset({Result.WAITING, Result.DUE, Result.NOT_SENT})
"""States in which something still is to be sent."""


def mark_overdue(config: Config, report: RunReport) -> Step[RunReport]:
    """Return the report in which each overdue delivery says since when it is due."""
    seen = report.seen
    some = any(one.state in _LATE for one in report.outcomes)
    if seen is None or seen.paused is not None or not some:
        return report
    now: dt.datetime = yield Now()
    due = _due_times(config, seen, now)
    marked = tuple(
        _marked(one, due.get(one.key), config, now) for one in report.outcomes
    )
    return replace(report, outcomes=marked)


def _marked(
    one: Outcome, due_at: dt.datetime | None, config: Config, now: dt.datetime
) -> Outcome:
    late = due_at is not None and now >= due_at + config.bounds.overdue_after
    return replace(one, due_since=due_at) if late and one.state in _LATE else one


def _due_times(
    config: Config, seen: Snapshot, now: dt.datetime
) -> dict[DeliveryKey, dt.datetime]:
    """Return when each delivery became due, where its account is not paused."""
    times: dict[DeliveryKey, dt.datetime] = {}
    for approved in seen.approved:
        for account in seen.policy.accounts_of(approved.post.meta.accounts):
            known = seen.policy.accounts.get(account)
            if known is None or known.paused:
                continue
            due_at = config.due(approved, account, seen.policy, now).due_at
            if due_at is not None:
                times[DeliveryKey(approved.post.id, account)] = due_at
    return times
