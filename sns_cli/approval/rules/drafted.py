"""Whose draft it is that a grantee approves (``own_posts``).

Addresses are what their writers say, and a signature is there only if somebody signed:
a grantee who writes an unsigned commit under a colleague's name cannot be told from
the colleague. What this rule keeps is the honest hand and every trace that is left.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sns_cli.approval.case import Case
from sns_cli.approval.rules.scope import Mandate
from sns_cli.approval.sshsig import parse_signature
from sns_cli.approval.state import Draft
from sns_cli.approval.verdict import Accepted, Refused
from sns_cli.model.history import REGULAR, BlobId, Change, Commit, SideCommit
from sns_cli.model.post import is_post_path
from sns_cli.parse.ssh_wire import MalformedError

_SHORT: Final = 10
"""Digits of a commit id shown to people."""
_SIGNATURE: Final = re.compile(rb"^gpgsig ([^\n]*(?:\n [^\n]*)*)", re.MULTILINE)


class _Own(NamedTuple):
    """Who wrote something of what is approved.

    Attributes:
        path: of the merge that it came to be.
        put: where it was put onto ``main``; None if only the merge brought it.
    """

    path: str | None
    commit: SideCommit | Commit
    put: "_Put | None" = None

    @property
    def draft(self) -> str:
        """How the draft is named to people: where it was, and by which change."""
        where = self.path if self.put is None else self.put.path
        return f"{where}, {self.commit.id[:_SHORT]}"


class _Put(NamedTuple):
    """What a refused commit did at one path: what it left there, or took away."""

    path: str
    draft: Draft
    blob: BlobId
    id: str | None


@dataclass
class _Traces:
    """By what a draft is known again, wherever it went, and what it came to be.

    Attributes:
        ids: with the position from which on they are followed: what lies before was
            accepted since, and is nobody's draft.
        blobs: the very bytes are the draft.
    """

    paths: dict[str, str] = field(default_factory=dict)
    ids: dict[str, tuple[int, str]] = field(default_factory=dict)
    blobs: dict[BlobId, str] = field(default_factory=dict)

    def meet(self, put: _Put) -> str | None:
        """Return the path of the merge if something was done to what is followed."""
        if put.path in self.paths:
            return self.paths[put.path]
        if put.blob in self.blobs:
            return self.blobs[put.blob]
        at = put.draft.position
        since, path = self.ids.get(put.id or "", (at, None))
        return path if since < at else None

    def follow(self, put: _Put, path: str) -> None:
        """Follow what was done there, too."""
        self.paths[put.path] = path
        self.blobs[put.blob] = path
        if put.id is not None:
            self.ids[put.id] = (-1, path)


def others_drafted(case: Case, mandate: Mandate) -> Refused | None:
    """Without ``own_posts`` a grantee neither drafted nor committed the posts."""
    if mandate.grant.own_posts:
        return None
    for one in mandate.touched:
        newest = () if one.newest is None else (one.newest,)
        for post in (*newest, *one.waiting):
            if post.meta.drafted_by == case.signer:
                return _refused(case, mandate, one.path, one.path)
    for own in _drafts(case, mandate):
        if _is_own(case, own.commit):
            return _refused(case, mandate, own.path, own.draft)
    return None


def _refused(case: Case, mandate: Mandate, path: str | None, draft: str) -> Refused:
    details = {"grant": mandate.grant.id, "value": case.signer, "draft": draft}
    return Refused("grant-own-post", path, details)


def _is_own(case: Case, draft: SideCommit | Commit) -> bool:
    """Tell whether a commit bears the grantee's address or is signed by their key."""
    own = case.person.email.casefold()
    if own in (draft.author_email.casefold(), draft.committer_email.casefold()):
        return True
    headers = draft.raw.partition(b"\n\n")[0]
    for armored in _SIGNATURE.findall(headers):
        text = armored.replace(b"\n ", b"\n").decode("utf-8", "replace")
        try:
            key = parse_signature(text).key
        except MalformedError:
            continue
        holder = case.policy.holders.get(key)
        if holder is not None and holder.person == case.signer:
            return True
    return False


def _drafts(case: Case, mandate: Mandate) -> Iterator[_Own]:
    """Yield who wrote what is approved, with the path of the merge it is about.

    Beside what the merge brings in, that is whatever was put onto ``main`` unapproved
    since the files were last accepted: a colleague's last touch does not make it the
    colleague's. Whoever merged it cleanly and was refused did not write it.
    """
    paths = [change.path for change in case.changes.posts]
    first = paths[0] if paths else None
    for side in case.side_commits(case.commit):
        yield _Own(first, side)
    for path, put in _unapproved(case, mandate):
        commit = put.draft.commit
        if not put.draft.only_merged:
            yield _Own(path, commit, put)
        for side in case.side_commits(commit):
            yield _Own(path, side, put)


def _unapproved(case: Case, mandate: Mandate) -> list[tuple[str, _Put]]:
    """Return what refused commits did to the posts, also under other paths.

    Each with the path of the merge that it came to be.

    A draft is followed by its path, by its bytes and by the id of the post, from one
    refused commit to the next.
    """
    waiting = _puts(case)
    traces = _traces(case, mandate) if waiting else _Traces()
    found: list[tuple[str, _Put]] = []
    while met := [(path, put) for put in waiting if (path := traces.meet(put))]:
        found += met
        followed = [put for _, put in met]
        waiting = [put for put in waiting if put not in followed]
        for path, put in met:
            traces.follow(put, path)
    return found


def _puts(case: Case) -> list[_Put]:
    """Return what refused commits did below ``posts/`` that nobody accepted since."""
    changes = [
        (path, draft, *_left(change))
        for path, drafts in case.state.drafts.items()
        for draft in drafts
        for change in draft.commit.changes
        if change.path == path
    ]
    posts = {
        blob
        for path, _, mode, blob in changes
        if blob is not None and mode == REGULAR and is_post_path(path)
    }
    case.shelf.read_texts(posts)
    zone = case.policy.settings.library.timezone
    return [
        _Put(
            path,
            draft,
            blob,
            case.shelf.post_id(path, blob, zone) if blob in posts else None,
        )
        for path, draft, _, blob in changes
        if blob is not None
    ]


def _left(change: Change) -> tuple[str, BlobId | None]:
    """Return mode and blob that a change leaves, or that it takes away."""
    if change.deleted:
        return change.old_mode, change.old_blob
    return change.new_mode, change.new_blob


def _traces(case: Case, mandate: Mandate) -> _Traces:
    traces = _Traces()
    for change in case.changes.posts:
        traces.paths[change.path] = change.path
        if change.new_blob is not None:
            traces.blobs[change.new_blob] = change.path
    for one in mandate.touched:
        last = case.state.last.get(one.path)
        accepted = last is not None and isinstance(
            case.state.verdict_on(last), Accepted
        )
        since = last.position if last is not None and accepted else -1
        traces.ids.update({post.id: (since, one.path) for post in one.versions})
    return traces
