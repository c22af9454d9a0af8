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

_Granted = tuple[str, Accepted]
"""A commit that something rests on, with the grant it was made under."""

_Post = tuple[str, str | None]
"""Path and id, None if that cannot be read."""


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
    granted = [(one.grant, one) for one in (found, *pictures) if one.grant is not None]
    return _bound(walk, plain, granted, (path, post_id)) if granted else plain


def _bound(
    walk: Walk, plain: Approval, granted: Sequence[_Granted], post: _Post
) -> Approval:
    """Return an approval with the limits of the grants it rests on."""
    ends = [(_end(walk, name, one), name) for name, one in granted]
    before, ending = min(ends, key=lambda end: end[0])
    beyond = [name for name, one in granted if _beyond_the_day(walk, name, one, post)]
    return replace(
        plain,
        claim_before=before,
        ending_grant=ending,
        grants=tuple(dict.fromkeys(name for name, _ in granted)),
        surplus=tuple(dict.fromkeys(beyond)),
    )


def _end(walk: Walk, name: str, found: Accepted) -> dt.datetime:
    """Return the end of the grant an approval rests on.

    A grant that is gone or lapsed by now has ended: nothing more is claimed under it.
    One that was prolonged later does not prolong what was approved before.
    """
    grant = walk.policy.settings.grant(name)
    if grant is None or grant.to != found.by or walk.policy.lapsed(grant):
        return found.at
    ends = (found.ends, walk.policy.end_of(grant.valid[1]))
    return min(end for end in ends if end is not None)


def _beyond_the_day(walk: Walk, name: str, found: Accepted, post: _Post) -> bool:
    """Tell whether a grant's daily limit, as it is now, leaves a post out.

    Those that were approved first on their day stay within it.
    """
    grant = walk.policy.settings.grant(name)
    limit = None if grant is None else grant.max_per_day
    if limit is None or len(walk.state.used_under(name, found.at)) <= limit:
        return False
    day = walk.policy.day(found.at)
    order: dict[Counted, None] = {}
    for one in walk.state.verdicts:
        if not isinstance(one, Accepted) or one.grant != name:
            continue
        if walk.policy.day(one.at) == day:
            order.update(dict.fromkeys(one.counted))
    return post not in tuple(order)[:limit]
