"""A proposed merge as the approver sees it: posts, other files, findings."""

import datetime as dt
import difflib
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sns_cli.approval.content import approved_content
from sns_cli.lint.engine import PostFile, lint
from sns_cli.messages import Language
from sns_cli.model.finding import LintReport, Severity
from sns_cli.model.history import BlobId, Change, Commit, CommitId
from sns_cli.model.paths import POSTS
from sns_cli.model.post import Post, is_post_path
from sns_cli.model.proof import Authentication
from sns_cli.model.settings import Settings
from sns_cli.parse.post import parse_post
from sns_cli.ports import History


@dataclass(frozen=True)
class ProposedPost:
    """A post file the proposal adds or changes; ``post`` is None if unreadable."""

    path: str
    post: Post | None


@dataclass(frozen=True)
class OtherFile:
    """A file that is no post; ``difference`` is a unified diff, empty for binaries."""

    path: str
    difference: str


@dataclass(frozen=True)
class Proposal:
    """What approving would bring to ``main``, or let count there.

    Attributes:
        onto: the authenticated tip of ``main``.
        posts: post files it adds or changes.
        removed: post files it removes.
        others: all other files it touches.
        content: value of ``Approved-Content``; None if no file under ``posts/`` is
            touched.
        report: findings about its posts.
        again: (path, SHA-256 in hex) of files to be approved as they stand on
            ``main``; empty for a branch to be merged.
    """

    onto: CommitId
    posts: tuple[ProposedPost, ...]
    removed: tuple[str, ...]
    others: tuple[OtherFile, ...]
    content: str | None
    report: LintReport
    again: tuple[tuple[str, str], ...] = ()

    @property
    def confirmed(self) -> tuple[tuple[str, str], ...]:
        """The warnings shown, as (rule, post id)."""
        pairs = (
            (finding.rule, finding.post)
            for finding in self.report.findings
            if finding.severity is Severity.WARNING and finding.post is not None
        )
        return tuple(dict.fromkeys(pairs))

    def brings_the_same(self, other: "Proposal") -> bool:
        """Tell whether approving the other one would have the same effect."""
        mine = (self.content, self.others, self.again)
        return mine == (other.content, other.others, other.again)


def propose(
    history: History,
    authentication: Authentication,
    merge: Commit,
    now: dt.datetime,
    language: Language,
) -> Proposal:
    """Describe what ``merge``, a draft on top of the proven head, would bring."""
    policy = authentication.policy
    blobs = {one.old_blob for one in merge.changes}
    blobs |= {one.new_blob for one in merge.changes}
    contents = history.read(blob for blob in blobs if blob is not None)
    in_posts = [one for one in merge.changes if one.path.startswith(POSTS)]
    posts = tuple(
        _proposed(one.path, contents[one.new_blob], policy)
        for one in in_posts
        if is_post_path(one.path) and one.new_blob is not None
    )
    files = {
        one.path: None if one.new_blob is None else contents[one.new_blob]
        for one in in_posts
    }
    return Proposal(
        onto=authentication.head,
        posts=posts,
        removed=tuple(
            one.path for one in in_posts if one.deleted and is_post_path(one.path)
        ),
        others=tuple(
            OtherFile(one.path, _difference(one, contents))
            for one in merge.changes
            if not is_post_path(one.path)
        ),
        content=approved_content(files) if files else None,
        report=_lint(history, policy, merge.id, posts, now, language),
    )


def propose_again(
    history: History,
    authentication: Authentication,
    wanted: str | None,
    now: dt.datetime,
    language: Language,
) -> Proposal:
    """Describe the posts on ``main`` that nobody entitled approved.

    Args:
        history: where objects are read.
        authentication: of ``main``.
        wanted: path or id of one post; None for all of them.
        now: the run's time (aware).
        language: of the findings.
    """
    proofs = [
        proof
        for proof in authentication.posts
        if proof.approval is None and wanted in {None, proof.path, proof.id}
    ]
    files = {proof.path: proof.blob for proof in proofs}
    for proof in proofs:
        files |= {path: blob for path, blob in proof.media if blob is not None}
    contents = history.read(files.values())
    policy = authentication.policy
    posts = tuple(
        _proposed(proof.path, contents[proof.blob], policy) for proof in proofs
    )
    return Proposal(
        onto=authentication.head,
        posts=posts,
        removed=(),
        others=(),
        content=None,
        report=_lint(history, policy, authentication.head, posts, now, language),
        again=tuple(
            (path, hashlib.sha256(contents[blob]).hexdigest())
            for path, blob in sorted(files.items())
        ),
    )


def _proposed(path: str, content: bytes, policy: Settings) -> ProposedPost:
    parsed = parse_post(path, content, policy.library.timezone)
    return ProposedPost(path, parsed if isinstance(parsed, Post) else None)


def _difference(change: Change, contents: Mapping[BlobId, bytes]) -> str:
    old = b"" if change.old_blob is None else contents[change.old_blob]
    new = b"" if change.new_blob is None else contents[change.new_blob]
    if b"\0" in old + new:
        return ""
    lines = difflib.unified_diff(
        old.decode("utf-8", "replace").split("\n"),
        new.decode("utf-8", "replace").split("\n"),
        lineterm="",
        n=2,
    )
    return "\n".join(list(lines)[2:])


def _lint(
    history: History,
    policy: Settings,
    commit: CommitId,
    posts: Sequence[ProposedPost],
    now: dt.datetime,
    language: Language,
) -> LintReport:
    tree = history.files(commit, POSTS)
    every = [file for file in tree if is_post_path(file.path)]
    contents = history.read(file.blob for file in every)
    others = {one.path: one.blob for one in tree if not is_post_path(one.path)}

    def picture(path: str) -> bytes | None:
        blob = others.get(path)
        return None if blob is None else history.read([blob])[blob]

    return lint(
        [PostFile(file.path, contents[file.blob]) for file in every],
        policy,
        now,
        frozenset,
        language,
        wanted=frozenset(one.path for one in posts),
        others=list(others),
        pictures=picture,
    )
