"""What waits for the director, as values."""

import datetime as dt
from dataclasses import dataclass

from sns_cli.model.delivery import Reason
from sns_cli.model.history import CommitId
from sns_cli.model.proof import PostProof
from sns_cli.report.review.values import ReviewPage
from sns_cli.report.status.values import DeliveryStatus


@dataclass(frozen=True)
class WaitingProposal:
    """A branch that brings posts or settings.

    Attributes:
        page: what approving it would bring; None where that cannot be told.
        problem: why it cannot be told.
        since: when it got its present form (in the library's zone).
        rivals: names of the other proposals about one of its posts.
    """

    name: str
    tip: CommitId
    drafted_by: tuple[str, ...]
    since: dt.datetime | None
    page: ReviewPage | None = None
    problem: Reason | None = None
    rivals: tuple[str, ...] = ()

    @property
    def touched(self) -> frozenset[str]:
        """Path and id of every post it is about."""
        if self.page is None:
            return frozenset()
        proposal = self.page.proposal
        ids = (one.post.id for one in proposal.posts if one.post is not None)
        return frozenset(
            {*proposal.removed, *(one.path for one in proposal.posts), *ids}
        )


@dataclass(frozen=True)
class OpenDelivery:
    """A delivery that only a person can bring on."""

    post: str
    status: DeliveryStatus


@dataclass(frozen=True)
class Waiting:
    """Everything that waits, at one instant.

    Attributes:
        at: in the library's zone.
        proposals: oldest first.
        unapproved: posts on ``main`` that nobody entitled approved and that did not go
            out.
        deliveries: rejected, in doubt, or not readable.
        elsewhere: how many branches bring neither posts nor settings.
        notes: why nothing is sent at present.
    """

    at: dt.datetime
    proposals: tuple[WaitingProposal, ...]
    unapproved: tuple[PostProof, ...] = ()
    deliveries: tuple[OpenDelivery, ...] = ()
    elsewhere: int = 0
    notes: tuple[Reason, ...] = ()
