"""What a walk proves about the files at its end."""

from collections.abc import Mapping
from dataclasses import dataclass

from sns_cli.approval import mandates
from sns_cli.approval.state import Last
from sns_cli.approval.verdict import Accepted, Refused
from sns_cli.approval.walk import Walk
from sns_cli.approval.way_out import way_out
from sns_cli.model.history import (
    REGULAR,
    BlobId,
    CommitId,
    TreeEntry,
)
from sns_cli.model.paths import POSTS
from sns_cli.model.post import Post, is_post_path
from sns_cli.model.proof import Authentication, PostProof, Refusal
from sns_cli.model.reason import Reason
from sns_cli.parse.post import may_have_media, parse_post, scan_id

_SHORT = 10
"""Digits of a commit id shown to people."""


def conclude(walk: Walk) -> Authentication:
    """Return what is proven at the last commit of a walk.

    Raises:
        HistoryError: an object cannot be read.
    """
    tip = walk.chain.tip.id
    files = walk.history.files(tip, POSTS)
    head = _Head(
        walk=walk,
        files={entry.path: entry for entry in files},
        introduced={entry.path: entry for entry in walk.chain.introduced},
    )
    posts = [entry for entry in head.files.values() if is_post_path(entry.path)]
    contents = walk.history.read([entry.blob for entry in posts if _is_plain(entry)])
    return Authentication(
        introduction=walk.chain.introduction.id,
        head=tip,
        commits=len(walk.chain.commits),
        policy=walk.policy.settings,
        refusals=_refusals(walk, frozenset(head.files)),
        posts=tuple(
            _proof(head, entry, contents.get(entry.blob, b""))
            for entry in sorted(posts, key=lambda entry: entry.path)
        ),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Head:
    """The files at the tip beside those at the introduction, by path."""

    walk: Walk
    files: Mapping[str, TreeEntry]
    introduced: Mapping[str, TreeEntry]

    def blob(self, path: str) -> BlobId | None:
        """Return the blob at a path, None if nothing is there."""
        entry = self.files.get(path)
        return None if entry is None else entry.blob


@dataclass(frozen=True, slots=True)
class _Unproven:
    """Why a file is not approved; ``commit`` is the refused one, if it is that."""

    code: str
    details: Mapping[str, object]


def _proof(head: _Head, entry: TreeEntry, content: bytes) -> PostProof:
    post_id, media = _read(head, entry, content)
    found = _standing(head, entry)
    approval = None
    unproven: _Unproven | None
    if isinstance(found, _Unproven):
        unproven = found
    elif found is None:
        unproven = _Unproven("before-introduction", {"path": entry.path})
    else:
        pictures, unproven = _media(head, media)
        if unproven is None:
            approval = mandates.approval(
                head.walk, found, pictures, entry.path, post_id
            )
    return PostProof(
        path=entry.path,
        blob=entry.blob,
        id=post_id,
        approval=approval,
        reason=None if unproven is None else unproven.code,
        details={} if unproven is None else unproven.details,
        media=media,
    )


def _read(
    head: _Head, entry: TreeEntry, content: bytes
) -> tuple[str | None, tuple[tuple[str, BlobId | None], ...]]:
    """Return a post's id and media, parsing it only where a glance is not enough."""
    post_id = scan_id(content)
    if post_id is not None and not may_have_media(content):
        return post_id, ()
    timezone = head.walk.policy.settings.library.timezone
    post = parse_post(entry.path, content, timezone)
    if not isinstance(post, Post):
        return post_id, ()
    return post.id, tuple((path, head.blob(path)) for path in post.media_paths)


def _standing(head: _Head, entry: TreeEntry) -> Accepted | _Unproven | None:
    """Return the accepted commit that a file rests on; None: the introduction."""
    last = head.walk.state.last.get(entry.path)
    if not _is_plain(entry):
        return _odd(head, entry, last)
    if last is None:
        before = head.introduced.get(entry.path)
        same = before is not None and before.blob == entry.blob
        return None if same else _mismatch(entry)
    if last.blob != entry.blob:
        return _mismatch(entry)
    verdict = head.walk.state.verdict_on(last)
    if isinstance(verdict, Accepted):
        return verdict
    commit = head.walk.chain.commits[last.position]
    way = way_out(head.walk.policy.settings, verdict.rule, [entry.path])
    return _Unproven(verdict.code, sentence_details(verdict, commit.id, way))


def _odd(head: _Head, entry: TreeEntry, last: Last | None) -> _Unproven:
    """A link or the like is no post, whoever put it there."""
    found = Refused("mode-not-regular", entry.path, {"mode": entry.mode})
    position = None if last is None else last.position
    chain = head.walk.chain
    commit = chain.introduction if position is None else chain.commits[position]
    way = way_out(head.walk.policy.settings, found.rule, [entry.path])
    return _Unproven(found.code, sentence_details(found, commit.id, way))


def _mismatch(entry: TreeEntry) -> _Unproven:
    """Git's listing and its history disagree: nothing is proven, nothing assumed."""
    return _Unproven("blob-not-proven", {"path": entry.path})


def _media(
    head: _Head, media: tuple[tuple[str, BlobId | None], ...]
) -> tuple[list[Accepted], _Unproven | None]:
    """Return what the media rest on, or which of them is unproven."""
    rests_on: list[Accepted] = []
    for path, _ in media:
        entry = head.files.get(path)
        if entry is None:
            return [], _Unproven("media-missing", {"path": path})
        found = _standing(head, entry)
        if isinstance(found, _Unproven):
            return [], _Unproven("media-not-approved", {"path": path})
        if found is not None:
            rests_on.append(found)
    return rests_on, None


def _refusals(walk: Walk, present: frozenset[str]) -> tuple[Refusal, ...]:
    """Return the refusals with what still stands of them."""
    standing = _left_behind(walk, present)
    settings = walk.policy.settings
    found = []
    for at, verdict in enumerate(walk.state.verdicts):
        if not isinstance(verdict, Refused):
            continue
        paths = sorted(standing.get(at, ()))
        blocked = tuple(path for path in paths if not path.startswith(POSTS))
        commit = walk.chain.commits[at].id
        details = sentence_details(
            verdict, commit, way_out(settings, verdict.rule, paths)
        )
        refusal = Refusal(
            commit=commit,
            rule=verdict.rule,
            path=verdict.path,
            code=verdict.code,
            details=details,
            superseded=at not in standing,
            blocks=bool(blocked),
            blocked_paths=blocked,
        )
        found.append(refusal)
    return tuple(found)


def _left_behind(walk: Walk, present: frozenset[str]) -> Mapping[int, list[str]]:
    """Return, by its position, the paths that a refused commit was the last to change.

    What is gone from ``posts/`` stands no more, whoever removed it.
    """
    verdicts = walk.state.verdicts
    found: dict[int, list[str]] = {}
    for path, last in walk.state.last.items():
        if isinstance(verdicts[last.position], Refused) and (
            not path.startswith(POSTS) or path in present
        ):
            found.setdefault(last.position, []).append(path)
    return found


def sentence_details(
    verdict: Refused, commit: CommitId, way: Reason
) -> Mapping[str, object]:
    """Return the values of a refusal's sentence; ``way`` is how it is put right."""
    path = verdict.path or ""
    return {**verdict.details, "commit": commit[:_SHORT], "path": path, "way": way}


def _is_plain(entry: TreeEntry) -> bool:
    return entry.mode == REGULAR
