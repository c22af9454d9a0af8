"""What a run is told, and what it reports."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from sns_cli.compose.message import Unsendable, compose
from sns_cli.compose.pictures.prepare import prepared
from sns_cli.model.channel import Answer, Message
from sns_cli.model.delivery import DuePost, Reason, Timing
from sns_cli.model.event import Run
from sns_cli.model.ledger import DeliveryKey
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.post import Post
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Settings
from sns_cli.publish.classify import Decision, classify
from sns_cli.publish.reconcile import Match, Sought, match

DueRule = Callable[[ApprovedPost, str, Settings, dt.datetime], DuePost | Timing]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Spans of time and counts of the protocol (design 5).

    Attributes:
        settle_after: a claim younger than this may still be in its runner's hands:
            job limit 15 minutes + 5 minutes until the host ends it.
        fresh: oldest claim that may be sent on.
        retry_after: wait after ``not-sent`` when the service named no time.
        give_up_after: no new claim this long after the first.
        skew: largest difference between our clock and the service's.
        attempts: how often a lost push is tried again.
        overdue_after: how long after its due time an unsent delivery is overdue.
    """

    settle_after: dt.timedelta = dt.timedelta(minutes=20)
    fresh: dt.timedelta = dt.timedelta(seconds=60)
    retry_after: dt.timedelta = dt.timedelta(minutes=15)
    give_up_after: dt.timedelta = dt.timedelta(hours=24)
    skew: dt.timedelta = dt.timedelta(seconds=120)
    attempts: int = 10
    overdue_after: dt.timedelta = dt.timedelta(hours=24)


@dataclass(frozen=True)
class Config:
    """One run of ``publish``.

    Attributes:
        run: who this run is; written into every event.
        due: ``schedule.timing.due_post`` (stages do not import each other, so the
            pipeline hands it over).
        channels: accounts this run holds credentials for.
        accounts: accounts to serve; None for all.
        post: the one post to look after; None for all.
        dry_run: only fetch and report the plan.
        no_channel: why an account has no channel, by account.
        compose, pictures, classify, match: the pure decisions. The simulation replaces
            them; nothing else does.
    """

    run: Run
    due: DueRule
    channels: frozenset[str] = frozenset()
    accounts: frozenset[str] | None = None
    post: str | None = None
    dry_run: bool = False
    no_channel: dict[str, Reason] = field(default_factory=dict)
    bounds: Bounds = Bounds()
    compose: Callable[[Post, str, Settings], Message | Unsendable] = compose
    pictures: Callable[[str, bytes], PreparedPicture | Reason] = prepared
    classify: Callable[[Answer, dt.datetime], Decision] = classify
    match: Callable[[Sought], Match] = match

    @property
    def shift(self) -> dt.timedelta:
        """How far ``--at`` moved this run's clock."""
        return dt.timedelta(seconds=self.run.shifted_by or 0)

    def looks_after(self, key: DeliveryKey) -> bool:
        """Tell whether this run looks after the delivery."""
        return self.serves(key.account) and self.post in {None, key.post}

    def serves(self, account: str) -> bool:
        """Tell whether this run looks after the account."""
        return self.accounts is None or account in self.accounts
