"""Prior approval (事前承認): who may use which grant, and when.

What must lie within it is in ``scope``.
"""

from sns_cli.approval.case import Case
from sns_cli.approval.trailers import GRANT
from sns_cli.approval.verdict import Refused
from sns_cli.model.paths import POSTS
from sns_cli.model.settings import Grant


def named_grant(case: Case) -> Grant | Refused:
    """Return the grant the signer names, if it is theirs and stands at that time."""
    said = case.trailers.all(GRANT)
    if len(said) != 1:
        return Refused("grant-twice", details={"count": len(said)})
    grant = case.policy.settings.grant(said[0])
    if grant is None:
        return Refused("grant-unknown", details={"grant": said[0]})
    who = {"grant": grant.id, "person": case.signer}
    if grant.to != case.signer:
        return Refused("grant-foreign", details=who)
    if case.policy.lapsed(grant):
        return Refused("grant-lapsed", details=who)
    return _in_period(case, grant) or grant


def _in_period(case: Case, grant: Grant) -> Refused | None:
    first, last = grant.valid
    day = case.policy.day(case.text.committed_at)
    if first <= day <= last:
        return None
    details = {"grant": grant.id, "first": first, "last": last, "day": day}
    return Refused("grant-not-valid", details=details)


def grantee_merges(case: Case) -> Refused | None:
    """A grantee only merges: whoever proposed can be told from who approved."""
    return None if case.merges else Refused("grant-needs-merge")


def grantee_in_posts(case: Case) -> Refused | None:
    """A grant is about posts: everything else stays with those responsible."""
    for change in case.commit.changes:
        if not change.path.startswith(POSTS):
            return Refused("grant-outside-posts", change.path)
    return None
