"""The limits of an account, reckoned a second time from the books alone."""

import datetime as dt

from sns_cli.model.settings import Account
from tests.simulation.books import ZONE, Books, Page

CENT = 1e-6


def broken(books: Books, new: Page, account: Account) -> str | None:
    """Return which limit a claim that was just entered breaks, if any."""
    cost = new.data["cost_usd"]
    return _broken(books, new.key[1], account, new.at, cost, without=new)


def binding(
    books: Books, name: str, account: Account, at: dt.datetime, cost: float
) -> bool:
    """Tell whether one more claim of that cost at ``at`` would break a limit."""
    return _broken(books, name, account, at, cost, without=None) is not None


def _broken(
    books: Books,
    name: str,
    account: Account,
    at: dt.datetime,
    cost: float,
    *,
    without: Page | None,
) -> str | None:
    used = list(books.counting(name, without))
    spacing = account.spacing_minutes
    if spacing is not None:
        apart = dt.timedelta(minutes=spacing)
        if any(abs(at - one.at) < apart for one in used):
            return "too soon after another"
    day = at.astimezone(ZONE).date()
    today = [one for one in used if one.at.astimezone(ZONE).date() == day]
    if account.max_per_day is not None and len(today) >= account.max_per_day:
        return "beyond the limit of the day"
    if account.monthly_budget_usd is not None:
        month = f"{at.astimezone(dt.UTC):%Y-%m}"
        spent = sum(
            one.data["cost_usd"]
            for one in used
            if f"{one.at.astimezone(dt.UTC):%Y-%m}" == month
        )
        if spent + cost > account.monthly_budget_usd + CENT:
            return "beyond the budget of the month"
    return None
