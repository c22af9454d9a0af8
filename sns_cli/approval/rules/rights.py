"""What each role may change (the table of design 4)."""

from sns_cli.approval.case import Case, about
from sns_cli.approval.verdict import Refused
from sns_cli.model.settings import Evidence


def grant_to_be_named(case: Case) -> Refused | None:
    """Whoever holds a grant and merges in a web page has to name it in the message."""
    if case.signed.evidence is not Evidence.PLATFORM:
        return None
    for grant in case.policy.settings.grants:
        if grant.to == case.signer:
            details = {"person": case.signer, "grant": grant.id}
            return Refused("platform-grant-unnamed", details=details)
    return None


def no_right(case: Case) -> Refused | None:
    """Staff and managers change nothing on ``main`` by themselves."""
    path = case.commit.changes[0].path if case.commit.changes else None
    return Refused("no-right", path, {"person": case.signer})


def maintainer_elsewhere(case: Case) -> Refused | None:
    """A maintainer changes what is neither post, policy nor archive."""
    sorted_ = case.changes
    settings = () if sorted_.settings is None else (sorted_.settings,)
    for change in (*settings, *sorted_.posts, *sorted_.ledger):
        return about("maintainer-outside", change, person=case.signer)
    return None
