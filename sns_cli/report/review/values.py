"""Everything the approver is shown of one proposal, as values."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sns_cli.calendar import local
from sns_cli.model.delivery import Reason
from sns_cli.model.ledger import DeliveryKey
from sns_cli.model.paths import SETTINGS
from sns_cli.model.proposal import Proposal
from sns_cli.model.settings import Settings
from sns_cli.report.drafters import drafters
from sns_cli.report.preview.account import AccountPreview, preview


@dataclass(frozen=True)
class Surroundings:
    """What else decides what approving comes to.

    Attributes:
        policy: the settings in force.
        now: aware.
        delivered: what is public already and never sent again.
        notes: why nothing is sent at present: a pause, a refused change.
    """

    policy: Settings
    now: dt.datetime
    delivered: Collection[DeliveryKey] = ()
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class ReviewPage:
    """One proposal with all that is shown of it.

    Attributes:
        at: what it was made for (aware): its times are told from there.
        name: of the branch; None for what is on ``main`` already.
        drafted_by: names of the people who made it.
        since: when it got its present form (in the library's zone).
        previews: for each readable post, what its accounts would get.
        effects: what approving does, in order.
        notes: why nothing is sent at present.
    """

    at: dt.datetime
    name: str | None
    proposal: Proposal
    drafted_by: tuple[str, ...]
    since: dt.datetime | None
    previews: tuple[tuple[AccountPreview, ...], ...]
    effects: tuple[Reason, ...]
    notes: tuple[Reason, ...] = field(default=())

    @property
    def cost_usd(self) -> float:
        """What sending all of it costs, in US dollars."""
        return sum(one.cost_usd for shown in self.previews for one in shown)

    @property
    def due_at(self) -> dt.datetime | None:
        """When the first of it goes out."""
        times = [one.due_at for shown in self.previews for one in shown]
        return min((at for at in times if at is not None), default=None)

    def shows_the_same(self, other: "ReviewPage") -> bool:
        """Tell whether approving this has the effect that ``other`` showed.

        Where it goes, what is sent, when and at what price belong to what was shown:
        settings or pictures may be others by now, and nobody looked at that.

        Args:
            other: of the same instant.
        """
        mine = (self.previews, self.effects)
        return mine == (
            other.previews,
            other.effects,
        ) and self.proposal.brings_the_same(other.proposal)


def review_page(
    name: str | None, proposal: Proposal, around: Surroundings
) -> ReviewPage:
    """Return what is shown of a proposal."""
    previews = tuple(
        preview(post, around.policy, around.now, proposal.pictures)
        for post in proposal.readable
    )
    times = [one.at for one in proposal.drafts if one.at is not None]
    zone = around.policy.library.timezone
    return ReviewPage(
        at=around.now,
        name=name,
        proposal=proposal,
        drafted_by=drafters(proposal, around.policy),
        since=local(max(times), zone) if times else None,
        previews=previews,
        effects=(
            *(_sending(one, around) for shown in previews for one in shown),
            *_others(proposal),
        ),
        notes=around.notes,
    )


def _sending(one: AccountPreview, around: Surroundings) -> Reason:
    details: dict[str, object] = {"title": one.title, "account": one.account}
    if one.retracts is not None:
        return Reason("effect-retracts", {"id": one.retracts, "account": one.account})
    if DeliveryKey(one.post, one.account) in around.delivered:
        return Reason("effect-published", details)
    if one.problem is not None or one.never is not None or one.due_at is None:
        why = one.problem or one.never or Reason("day-no-hours")
        return Reason("effect-unsendable", {**details, "why": why})
    money = f"{one.cost_usd:.3f}"
    return Reason("effect-sends", {**details, "at": one.due_at, "cost": money})


def _others(proposal: Proposal) -> Sequence[Reason]:
    found = [
        Reason("effect-unreadable", {"path": one.path})
        for one in proposal.posts
        if one.post is None
    ]
    moved = {one.before for one in proposal.posts if one.before != one.path}
    found += [
        Reason("effect-renames" if path in moved else "effect-removes", {"path": path})
        for path in proposal.removed
    ]
    if proposal.takes_over:
        paths = ", ".join(proposal.takes_over)
        found.append(Reason("effect-takes-over", {"paths": paths}))
    if proposal.again:
        found.append(Reason("effect-again", {"count": len(proposal.again)}))
    if proposal.cleared:
        found.append(Reason("effect-cleared", {"paths": proposal.cleared}))
    beside = [one.path for one in proposal.beside]
    if SETTINGS in beside:
        found.append(Reason("effect-settings"))
        beside.remove(SETTINGS)
    if beside:
        found.append(Reason("effect-files", {"count": len(beside)}))
    return found
