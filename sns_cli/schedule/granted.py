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
        approved: under a grant or by a director, whom no grant binds.
        account: where it is to go.
        policy: in force now. A grant that is gone has ended, see ``claim_before``.
    """
    granted, name = approved.approval.accounts, approved.approval.grant or ""
    if granted is not None and account not in granted:
        return Reason("grant-without-account", {"grant": name, "account": account})
    grant = policy.grant(name)
    beyond = None if grant is None else _beyond(grant, approved.post.meta)
    if beyond is None:
        return None
    return Reason("grant-narrowed", {"grant": name, "value": beyond})


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
