"""What a grant lets out now, whatever it covered when it was used. Pure.

A director who takes something out of a grant means what is still to go out, too.
"""

from sns_cli.model.delivery import Reason
from sns_cli.model.post import Category, FrontMatter
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Grant, Settings


def not_granted(
    approved: ApprovedPost, account: str, policy: Settings
) -> Reason | None:
    """Return why its grant does not let a post go to an account, if it does not.

    Args:
        approved: the post and its pictures, each under a grant or by a director, whom
            no grant binds.
        account: where it is to go. A post that names none goes where the library's
            default says, and that may have changed since.
        policy: in force now. What rested on a grant that is gone has ended.
    """
    for name in approved.approval.grants:
        grant = policy.grant(name)
        if grant is None or account not in grant.accounts:
            return Reason("grant-without-account", {"grant": name, "account": account})
        beyond = _beyond(grant, approved.post.meta)
        if beyond is not None:
            return Reason("grant-narrowed", {"grant": name, "value": beyond})
        if name in approved.approval.surplus:
            details = {"grant": name, "limit": grant.max_per_day}
            return Reason("grant-fewer-a-day", details)
    return None


def _beyond(grant: Grant, meta: FrontMatter) -> str | None:
    """Return the first thing about a post that a grant does not cover."""
    if meta.category not in grant.categories:
        return meta.category.value
    if meta.basis not in grant.basis:
        return "-" if meta.basis is None else meta.basis.value
    if meta.category is Category.EMERGENCY and not grant.emergency:
        return meta.category.value
    if meta.outside_hours_reason and not grant.outside_hours:
        return "outside_hours_reason"
    return None
