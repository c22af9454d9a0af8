"""The publish run: settle, take down, send, record (design 5, steps 1 to 9).

A generator of effects; see ``effects`` and ``driver``.
"""

import datetime as dt

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Outcome, Reason, Result, RunReport, Snapshot
from sns_cli.publish.config import Config
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import Fetch, FetchFailed, Now, Step
from sns_cli.publish.limits import nearly_spent, usage
from sns_cli.publish.lines import Line, standing_line
from sns_cli.publish.overdue import mark_overdue
from sns_cli.publish.plan import plan
from sns_cli.publish.receipts import flush
from sns_cli.publish.retract import report_baseless, requests, retract
from sns_cli.publish.send import send_due
from sns_cli.publish.settle import report_standing, settle


def publish_run(config: Config) -> Step[RunReport]:
    """Publish what is due; return what was done and what is left."""
    fetched: Snapshot | FetchFailed = yield Fetch()
    if isinstance(fetched, FetchFailed):
        return RunReport((), fetched.exit_code, (fetched.reason,))
    desk = Desk(config, fetched)
    if fetched.blocked:
        report_standing(desk)
        for reason in fetched.blocked:
            desk.note(reason, ExitCode.CANNOT)
    elif config.dry_run:
        now: dt.datetime = yield Now()
        _foresee(desk, now)
    else:
        yield from settle(desk)
        yield from retract(desk)
        yield from send_due(desk)
        yield from flush(desk)
    if not desk.snapshot.blocked:
        report_baseless(desk)
        yield from _warn_of_budgets(desk)
    for reason in desk.snapshot.unproven:
        desk.note(reason, ExitCode.CANNOT)
    return (yield from mark_overdue(config, desk.report()))


def _warn_of_budgets(desk: Desk) -> Step[None]:
    """Warn of budgets that are nearly spent, where the run had anything to tell.

    Most runs have nothing to do, and nobody reads the same warning each half hour.
    """
    policy = desk.snapshot.policy
    told = {one.account for one in desk.lines}
    budgets = [
        (key, account)
        for key, account in policy.accounts.items()
        if key in told and account.monthly_budget_usd
    ]
    if not budgets:
        return
    now: dt.datetime = yield Now()
    for key, account in budgets:
        used = usage(desk.ledger, key, policy, now)
        warning = nearly_spent(used, key, account)
        if warning is not None:
            desk.note(warning)


def _foresee(desk: Desk, now: dt.datetime) -> None:
    """Report what a run at ``now`` would begin with, without doing it."""
    report_standing(desk)
    for request, delivery in requests(desk):
        reason = Reason("to-be-retracted", {"request": request.post.id})
        desk.put(standing_line(delivery, reason))
    planned = plan(desk.scene(now))
    for line in planned.lines:
        desk.put(line)
    for ready in planned.ready:
        desk.put(Line(Outcome(ready.key, Result.DUE)))
