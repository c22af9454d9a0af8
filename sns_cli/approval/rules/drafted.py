"""Whose draft it is that a grantee approves (``own_posts``)."""

from collections.abc import Iterator

from sns_cli.approval.case import Case
from sns_cli.approval.rules.scope import Mandate, outside
from sns_cli.approval.verdict import Refused
from sns_cli.model.history import Commit, SideCommit


def others_drafted(case: Case, mandate: Mandate) -> Refused | None:
    """Without ``own_posts`` a grantee neither drafted nor committed the posts."""
    if mandate.grant.own_posts:
        return None
    for one in mandate.touched:
        if one.newest is not None and one.newest.meta.drafted_by == case.signer:
            return outside("grant-own-post", mandate, one, case.signer)
    for path, draft in _drafts(case):
        own = case.person.email.casefold()
        if own in (draft.author_email.casefold(), draft.committer_email.casefold()):
            details = {"grant": mandate.grant.id, "value": case.signer}
            return Refused("grant-own-post", path, details)
    return None


def _drafts(case: Case) -> Iterator[tuple[str | None, SideCommit | Commit]]:
    """Yield who wrote what is approved, with a path it is about.

    Beside what the merge brings in, that is whatever was put onto ``main`` unapproved
    since the files were last accepted: a colleague's last touch does not make it the
    colleague's. Whoever merged it cleanly and was refused did not write it.
    """
    paths = [change.path for change in case.changes.posts]
    first = paths[0] if paths else None
    for side in case.side_commits(case.commit):
        yield first, side
    for path in paths:
        for refused in case.state.drafts.get(path, ()):
            if not refused.only_merged:
                yield path, refused.commit
            for side in case.side_commits(refused.commit):
                yield path, side
