"""What the accounts cost this month, for those who pay."""

import datetime as dt

from sns_cli.model.delivery import Snapshot
from sns_cli.publish.limits import usage
from sns_cli.report.summary import Cost


def costs(seen: Snapshot | None, now: dt.datetime) -> tuple[Cost, ...]:
    """Return the cost of each account that costs something or has a budget.

    Args:
        seen: a state of ``main``; None if it could not be read.
        now: aware; the calendar month is UTC's, as for the budget (design 5.3).
    """
    if seen is None:
        return ()
    found = (
        Cost(key, usage(seen.ledger, key, seen.policy, now).spent_usd, budget)
        for key, account in seen.policy.accounts.items()
        for budget in (account.monthly_budget_usd,)
    )
    return tuple(one for one in found if one.spent_usd or one.budget_usd is not None)
