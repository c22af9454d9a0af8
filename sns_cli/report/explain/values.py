"""The story of one post, as values: for an auditor who does not know git."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sns_cli.model.delivery import Reason
from sns_cli.model.draft import Draft
from sns_cli.model.history import BlobId, CommitId
from sns_cli.report.status.values import DeliveryStatus


class Deed(StrEnum):
    """What a change did to one file."""

    PRESENT = "present"
    """It was there when trust began."""
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    APPROVED = "approved"
    """It was approved as it stood."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody, as the settings of that time knew them.

    Attributes:
        key: of ``[people]``; None for somebody the settings did not know.
        proven: it was proven who it was; otherwise a name anybody can write.
        fingerprint: of the public key, as ``ssh-keygen -l`` shows it; None without.
        public_key: ``ssh-ed25519 …``, as the settings had it.
    """

    name: str
    key: str | None = None
    title: str | None = None
    email: str | None = None
    proven: bool = False
    fingerprint: str | None = None
    public_key: str | None = None


@dataclass(frozen=True, slots=True)
class Mandate:
    """The grant a change was approved under, as it was at that time."""

    id: str
    first: dt.date
    last: dt.date
    document: str | None


@dataclass(frozen=True)
class Touch:
    """One change of ``main`` that touched a file of the post.

    Attributes:
        at: as its maker dated it (in the library's zone).
        deeds: what it did to which file.
        refusal: why it counts for nothing; None for an accepted one.
        evidence: what proves who made it; None for a refused one.
        mandate: the grant it rests on; None for a right of one's own.
        edited: files the approver changed while approving (``Approver-Edited``).
        confirmed: rules and questions the approver looked into for this post.
        drafts: the commits it brought, oldest first.
        brought: its second parent; None if it brought no proposal.
        settings_in: the accepted change whose ``sns.toml`` it was judged by.
    """

    commit: CommitId
    at: dt.datetime
    who: Who
    deeds: tuple[tuple[Deed, str], ...]
    refusal: Reason | None = None
    evidence: str | None = None
    mandate: Mandate | None = None
    edited: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    drafts: tuple[Draft, ...] = ()
    brought: CommitId | None = None
    settings_in: CommitId | None = None

    @property
    def accepted(self) -> bool:
        """Whether it counts."""
        return self.refusal is None


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of the post as it stands, or as it last stood.

    Attributes:
        sha256: of its bytes, in hex.
        seen_at: the commit in which these bytes can be seen.
    """

    path: str
    blob: BlobId
    sha256: str
    seen_at: CommitId


@dataclass(frozen=True, slots=True)
class Sending:
    """A delivery of the post, with what its claim rests on.

    Attributes:
        claim: path of the claim's record; None if it was never claimed.
        from_blob: the file it was sent from.
        approved_by: key of ``[people]``, as the claim has it.
    """

    status: DeliveryStatus
    claim: str | None = None
    from_blob: str | None = None
    approved_by: str | None = None


@dataclass(frozen=True)
class PostStory:
    """Everything that is known of one post.

    Attributes:
        introduction: where trust starts; ``pinned`` if that was given from outside.
        path: of its file; the last one, if it is gone.
        present: whether the file is there at the head.
        approval: the change that its approval rests on; None if it is not approved.
        reason: why it is not approved.
        drafted_by: as the post says, else as its first proposal does.
        touches: oldest first.
        files: the post's file first, then its media.
        sendings: by account.
        retracts: id of the post it asks to take down; such a post is not sent.
        asked_by: ids of the posts at the head that ask to take this one down.
    """

    introduction: CommitId
    head: CommitId
    pinned: bool
    id: str | None
    path: str
    title: str | None
    present: bool
    approval: Touch | None
    reason: Reason | None
    drafted_by: tuple[str, ...]
    touches: tuple[Touch, ...]
    files: tuple[FileLine, ...]
    sendings: tuple[Sending, ...]
    retracts: str | None = None
    asked_by: tuple[str, ...] = ()

    def was(self, state: str) -> bool:
        """Tell whether a delivery of it is in a state."""
        return any(one.status.state == state for one in self.sendings)

    @property
    def removal(self) -> Touch | None:
        """The accepted change that took the post away; None if it is there."""
        if self.present:
            return None
        last = self.last_touch(self.path)
        return last if last is not None and last.accepted else None

    def last_touch(self, path: str, *, there: bool = False) -> Touch | None:
        """Return the last change that did something to a file.

        Args:
            path: of the file.
            there: leave out what only took it away.
        """
        for touch in reversed(self.touches):
            for deed, one in touch.deeds:
                if one == path and not (there and deed is Deed.REMOVED):
                    return touch
        return None

    @property
    def settled(self) -> bool:
        """Whether nobody has to act: approved, gone, or out already."""
        sent = [one.status.state in {"published", "retracted"} for one in self.sendings]
        return not self.present or self.approval is not None or any(sent)
