"""What the history proves: approvals, refusals and the policy in force.

Only ``approval`` may build an :class:`ApprovedPost` (an architecture test sees to it):
whoever holds one holds a proof. Publishing a plain ``Post`` is a type error.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.post import Post
from sns_cli.model.settings import Settings

_UNANSWERED: Final = frozenset({"platform-unasked", "platform-silent"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """A commit whose signer had no right to make some change it makes.

    Attributes:
        rule: kebab-case name of the rule that refused it.
        path: the first path the rule is about, if it is about a path.
        code: key of the sentence in ``sns_cli.messages``.
        superseded: no path at the tip has this commit as its last change.
        blocks: it is the last change of ``sns.toml``, of a path under ``archive/`` or
            of anything outside ``posts/``: nothing is published (design 4).
        blocked_paths: those paths, sorted.
    """

    commit: CommitId
    rule: str
    path: str | None
    code: str
    details: Mapping[str, object] = field(default_factory=dict)
    superseded: bool = False
    blocks: bool = False
    blocked_paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved the bytes of a path, and on what authority.

    Attributes:
        by: key of ``[people]``.
        commit: the accepted commit that last changed or approved the path.
        at: that commit's time (aware).
        evidence: ``signature``, ``platform`` or ``sign-off``.
        grant: id of the grant it was given under; None for a director.
        claim_before: a delivery must be claimed before this instant (end of a grant
            that the post or one of its pictures rests on); None for no limit.
        ending_grant: that grant.
        confirmed: rules whose warnings the approver confirmed for this post.
        grants: every grant it rests on: the post's own, then those of its pictures.
        surplus: those of them whose limit a day, as it is now, leaves this post out.
    """

    by: str
    commit: CommitId
    at: dt.datetime
    evidence: str
    grant: str | None = None
    claim_before: dt.datetime | None = None
    confirmed: tuple[str, ...] = ()
    ending_grant: str | None = None
    grants: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostProof:
    """What is proven about one post file at the head.

    Attributes:
        id: the post's id, None if it cannot be read.
        approval: None when it is not approved; ``reason`` then says why.
        reason: message code, with ``details``.
        media: path and blob of each media file; None for a file that is not there.
    """

    path: str
    blob: BlobId
    id: str | None
    approval: Approval | None
    reason: str | None = None
    details: Mapping[str, object] = field(default_factory=dict)
    media: tuple[tuple[str, BlobId | None], ...] = ()


@dataclass(frozen=True, slots=True)
class ApprovedPost:
    """A post with the proof that exactly these bytes were approved."""

    post: Post
    blob: BlobId
    media_blobs: tuple[BlobId, ...]
    approval: Approval

    @property
    def media(self) -> tuple[tuple[str, BlobId], ...]:
        """Path and blob of each picture, approved as the post is, in their order."""
        return tuple(zip(self.post.media_paths, self.media_blobs, strict=True))


@dataclass(frozen=True)
class Authentication:
    """The outcome of authenticating a history.

    Attributes:
        introduction, head: commit ids.
        commits: how many commits after the introduction were judged.
        policy: the settings in force at the head.
        refusals: oldest first.
        posts: every post file at the head, by path.
    """

    introduction: CommitId
    head: CommitId
    commits: int
    policy: Settings
    refusals: tuple[Refusal, ...]
    posts: tuple[PostProof, ...]

    @property
    def blocking(self) -> tuple[Refusal, ...]:
        """Refusals that keep anything from being published."""
        return tuple(refusal for refusal in self.refusals if refusal.blocks)

    @property
    def unanswered(self) -> tuple[Refusal, ...]:
        """Standing refusals only because the host does not say who merged."""
        return tuple(
            refusal
            for refusal in self.refusals
            if refusal.rule in _UNANSWERED and not refusal.superseded
        )
