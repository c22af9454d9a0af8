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
from sns_cli.approval.rules.scope import Mandate, outside
from sns_cli.approval.sshsig import parse_signature
from sns_cli.approval.state import Draft
from sns_cli.approval.verdict import Accepted, Refused
from sns_cli.model.history import REGULAR, BlobId, Change, Commit, SideCommit
from sns_cli.model.post import is_post_path
from sns_cli.parse.ssh_wire import MalformedError

_SIGNATURE: Final = re.compile(rb"^gpgsig ([^\n]*(?:\n [^\n]*)*)", re.MULTILINE)


class _Put(NamedTuple):
    """What a refused commit did at one path: what it left there, or took away."""

    path: str
    draft: Draft
    blob: BlobId
    id: str | None


@dataclass
class _Traces:
    """By what a draft is known again, wherever it went.

    Attributes:
        paths, ids: with the position from which on they are followed: what lies
            before was accepted since, and is nobody's draft.
        blobs: followed without end: the very bytes are the draft.
    """

    paths: dict[str, int] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    blobs: set[BlobId] = field(default_factory=set)

    def meet(self, put: _Put) -> bool:
        """Tell whether something was done to what is followed."""
        at = put.draft.position
        return (
            self.paths.get(put.path, at) < at
            or put.blob in self.blobs
            or (put.id is not None and self.ids.get(put.id, at) < at)
        )

    def follow(self, put: _Put) -> None:
        """Follow what was done there, too."""
        self.paths[put.path] = -1
        self.blobs.add(put.blob)
        if put.id is not None:
            self.ids[put.id] = -1


def others_drafted(case: Case, mandate: Mandate) -> Refused | None:
    """Without ``own_posts`` a grantee neither drafted nor committed the posts."""
    if mandate.grant.own_posts:
        return None
    for one in mandate.touched:
        newest = () if one.newest is None else (one.newest,)
        for post in (*newest, *one.waiting):
            if post.meta.drafted_by == case.signer:
                return outside("grant-own-post", mandate, one, case.signer)
    for path, draft in _drafts(case, mandate):
        if _is_own(case, draft):
            details = {"grant": mandate.grant.id, "value": case.signer}
            return Refused("grant-own-post", path, details)
    return None


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


def _drafts(
    case: Case, mandate: Mandate
) -> Iterator[tuple[str | None, SideCommit | Commit]]:
    """Yield who wrote what is approved, with a path it is about.

    Beside what the merge brings in, that is whatever was put onto ``main`` unapproved
    since the files were last accepted: a colleague's last touch does not make it the
    colleague's. Whoever merged it cleanly and was refused did not write it.
    """
    paths = [change.path for change in case.changes.posts]
    first = paths[0] if paths else None
    for side in case.side_commits(case.commit):
        yield first, side
    for put in _unapproved(case, mandate):
        commit = put.draft.commit
        if not put.draft.only_merged:
            yield put.path, commit
        for side in case.side_commits(commit):
            yield put.path, side


def _unapproved(case: Case, mandate: Mandate) -> list[_Put]:
    """Return what refused commits did to the posts, also under other paths.

    A draft is followed by its path, by its bytes and by the id of the post, from one
    refused commit to the next.
    """
    waiting = _puts(case)
    traces = _traces(case, mandate) if waiting else _Traces()
    found: list[_Put] = []
    while met := [put for put in waiting if traces.meet(put)]:
        found += met
        waiting = [put for put in waiting if put not in met]
        for put in met:
            traces.follow(put)
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
        traces.paths[change.path] = -1
        if change.new_blob is not None:
            traces.blobs.add(change.new_blob)
    for one in mandate.touched:
        last = case.state.last.get(one.path)
        accepted = last is not None and isinstance(
            case.state.verdict_on(last), Accepted
        )
        since = last.position if last is not None and accepted else -1
        traces.ids.update({post.id: since for post in one.versions})
    return traces
