"""Spacing, posts per day and budget of an account (design 5.3). Pure.

Counted are the claims in the ledger that did not end ``not-sent`` or ``rejected``. No
limit key means no limit.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sns_cli.calendar import local
from sns_cli.model.delivery import Reason
from sns_cli.model.event import EventName
from sns_cli.model.ledger import Delivery, Entry, Ledger
from sns_cli.model.settings import Account, Settings

WARN_AT: Final = 0.8
"""Share of the month's budget from which people are warned."""
_UNUSED: Final = frozenset({EventName.NOT_SENT, EventName.REJECTED})


@dataclass(frozen=True, slots=True)
class Usage:
    """What an account has used up.

    Attributes:
        last: time of its newest claim.
        today: claims on this calendar day of the library.
        spent_usd: cost of the claims of this calendar month (UTC).
    """

    last: dt.datetime | None = None
    today: int = 0
    spent_usd: float = 0.0

    def plus(self, now: dt.datetime, cost_usd: float) -> "Usage":
        """Return the usage after one more claim."""
        return Usage(now, self.today + 1, self.spent_usd + cost_usd)


def limited(account: Account) -> bool:
    """Tell whether the account has any limit."""
    limits = (account.spacing_minutes, account.max_per_day, account.monthly_budget_usd)
    return any(limit is not None for limit in limits)


def usage(ledger: Ledger, account: str, policy: Settings, now: dt.datetime) -> Usage:
    """Return what ``account`` has used up at ``now``."""
    used = Usage()
    today = local(now, policy.library.timezone).date()
    month = (now.astimezone(dt.UTC).year, now.astimezone(dt.UTC).month)
    for delivery in ledger.deliveries.values():
        if delivery.key.account != account:
            continue
        for claim, at in _counting(delivery):
            utc = at.astimezone(dt.UTC)
            cost = _cost(claim) if (utc.year, utc.month) == month else 0.0
            same_day = local(at, policy.library.timezone).date() == today
            used = replace(
                used,
                last=at if used.last is None else max(used.last, at),
                today=used.today + same_day,
                spent_usd=used.spent_usd + cost,
            )
    return used


def broken(
    used: Usage, key: str, account: Account, cost_usd: float, now: dt.datetime
) -> Reason | None:
    """Return the limit that one more claim at ``now`` would break, if any.

    Args:
        used: what the account has used up.
        key: of the account.
        account: its settings.
        cost_usd: of the claim.
        now: aware.
    """
    spacing = dt.timedelta(minutes=account.spacing_minutes or 0)
    if used.last is not None and now < used.last + spacing:
        return Reason("limit-spacing", {"minutes": account.spacing_minutes})
    if account.max_per_day is not None and used.today >= account.max_per_day:
        return Reason("limit-per-day", {"limit": account.max_per_day})
    budget = account.monthly_budget_usd
    # Costs are sums of prices such as 0.015: compare with a millionth of slack.
    if budget is not None and used.spent_usd + cost_usd > budget + 1e-6:
        code = "limit-budget" if cost_usd <= budget + 1e-6 else "limit-budget-never"
        details = {"account": key, "cost": f"{cost_usd:.3f}", **_spent(used, budget)}
        return Reason(code, details)
    return None


def nearly_spent(used: Usage, key: str, account: Account) -> Reason | None:
    """Return the warning that the month's budget is nearly used up, if it is."""
    budget = account.monthly_budget_usd
    if not budget or used.spent_usd < WARN_AT * budget - 1e-6:
        return None
    return Reason("budget-nearly-spent", {"account": key, **_spent(used, budget)})


def next_month(now: dt.datetime) -> dt.datetime:
    """Return when the next calendar month begins (UTC), which renews the budget."""
    utc = now.astimezone(dt.UTC)
    year, month = divmod(12 * utc.year + utc.month, 12)
    return dt.datetime(year, month + 1, 1, tzinfo=dt.UTC)


def _spent(used: Usage, budget: float) -> dict[str, str]:
    left = max(budget - used.spent_usd, 0.0)
    amounts = {"budget": budget, "spent": used.spent_usd, "left": left}
    return {name: f"{one:.3f}" for name, one in amounts.items()}


def _counting(delivery: Delivery) -> Iterator[tuple[Entry, dt.datetime]]:
    unused = False
    for entry in reversed(delivery.entries):
        if entry.event is EventName.CLAIMED:
            at = entry.at
            if not unused and at is not None:
                yield entry, at
            unused = False
        elif entry.event in _UNUSED:
            unused = True


def _cost(claim: Entry) -> float:
    cost = claim.data.get("cost_usd")
    return float(cost) if isinstance(cost, int | float) else 0.0
