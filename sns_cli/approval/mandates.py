"""What the grants that approvals rest on still let out, by the policy at the end.

An approval rests on the grant of the post's own last change and on those of its
pictures' (design 4: it is claimed before a grant ends). A director who narrows any of
them means what is still to go out, too.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from sns_cli.approval.verdict import Accepted, Counted
from sns_cli.approval.walk import Walk
from sns_cli.model.proof import Approval
from sns_cli.model.settings import Grant


def approval(
    walk: Walk,
    found: Accepted,
    pictures: Sequence[Accepted],
    path: str,
    post_id: str | None,
) -> Approval:
    """Return the approval of a post.

    Args:
        walk: at its end.
        found: the commit the post's file rests on.
        pictures: those its pictures rest on.
        path: of the post.
        post_id: None if it cannot be read.
    """
    plain = Approval(
        by=found.by,
        commit=found.commit,
        at=found.at,
        evidence=found.evidence,
        grant=found.grant,
        confirmed=tuple(rule for rule, post in found.confirmed if post == post_id),
    )
    granted = [one for one in (found, *pictures) if one.grant is not None]
    return _bound(walk, plain, granted, (path, post_id or "")) if granted else plain


def _bound(
    walk: Walk, plain: Approval, granted: Sequence[Accepted], post: Counted
) -> Approval:
    """Return an approval with the limits of the grants it rests on."""
    ends = [(end, one.grant) for one in granted if (end := _end(walk, one)) is not None]
    before, ending = min(ends, default=(None, None), key=lambda end: end[0])
    beyond = [one for one in granted if _beyond_the_day(walk, one, post)]
    return replace(
        plain,
        claim_before=before,
        ending_grant=ending,
        grants=_names(granted),
        surplus=_names(beyond),
    )


def _names(granted: Sequence[Accepted]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.grant for one in granted if one.grant is not None))


def _now(walk: Walk, found: Accepted) -> Grant | None:
    """Return the grant as it is in force at the end of the walk."""
    return None if found.grant is None else walk.policy.settings.grant(found.grant)


def _end(walk: Walk, found: Accepted) -> dt.datetime | None:
    """Return the end of the grant an approval rests on, None without a grant.

    A grant that is gone or lapsed by now has ended: nothing more is claimed under it.
    One that was prolonged later does not prolong what was approved before.
    """
    if found.grant is None or found.ends is None:
        return None
    grant = _now(walk, found)
    if grant is None or grant.to != found.by or walk.policy.lapsed(grant):
        return found.at
    return min(found.ends, walk.policy.end_of(grant.valid[1]))


def _beyond_the_day(walk: Walk, found: Accepted, post: Counted) -> bool:
    """Tell whether a grant's daily limit, as it is now, leaves a post out.

    Those that were approved first on their day stay within it.
    """
    grant = _now(walk, found)
    limit = None if grant is None else grant.max_per_day
    if grant is None or limit is None:
        return False
    if len(walk.state.used_under(grant.id, found.at)) <= limit:
        return False
    day = walk.policy.day(found.at)
    order: dict[Counted, None] = {}
    for one in walk.state.verdicts:
        if not isinstance(one, Accepted) or one.grant != grant.id:
            continue
        if walk.policy.day(one.at) == day:
            order.update(dict.fromkeys(one.counted))
    return post not in tuple(order)[:limit]
