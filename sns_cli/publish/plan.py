"""The plan: approved posts × accounts − ledger, in order (design 5.3). Pure.

The same inputs give the same plan. What cannot go out now gets a line that says why.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from sns_cli.calendar import local
from sns_cli.compose.message import Unsendable
from sns_cli.errors import ExitCode
from sns_cli.model.channel import Message
from sns_cli.model.delivery import (
    DuePost,
    Outcome,
    PostState,
    Reason,
    Result,
    Snapshot,
    Timing,
    Unpublishable,
)
from sns_cli.model.ledger import DeliveryKey, DeliveryState, Ledger
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.proof import ApprovedPost
from sns_cli.publish.config import Config
from sns_cli.publish.limits import limited, usage
from sns_cli.publish.lines import Line, line_of
from sns_cli.publish.queue import Queue, freed, held_back, queue_of
from sns_cli.publish.retry import standing

_OPEN = frozenset({DeliveryState.NONE, DeliveryState.NOT_SENT, DeliveryState.REJECTED})
"""States from which a delivery may be claimed; all others are not planned."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A delivery that may be claimed now.

    Attributes:
        made: its pictures as they go out; empty until they were read.
    """

    due: DuePost
    message: Message
    made: tuple[PreparedPicture, ...] = ()

    @property
    def key(self) -> DeliveryKey:
        """The delivery this is about."""
        return self.due.key


@dataclass(frozen=True)
class Scene:
    """What a plan is made from.

    Attributes:
        ledger: the snapshot's, with what this run has done since.
        now: the run's time.
        handled: deliveries this run has already dealt with.
        withheld: see :func:`withheld`.
    """

    config: Config
    snapshot: Snapshot
    ledger: Ledger
    now: dt.datetime
    handled: AbstractSet[DeliveryKey] = frozenset()
    withheld: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What may be claimed, in this order, and what is to be said of the rest."""

    ready: tuple[Ready, ...]
    lines: tuple[Line, ...]


def plan(scene: Scene) -> Plan:
    """Return the plan for every delivery this run serves."""
    due: list[Ready] = []
    lines = list(_unpublishable(scene))
    for approved in scene.snapshot.approved:
        for account in _accounts(approved, scene):
            judged = judge(approved, account, scene)
            if isinstance(judged, Ready):
                due.append(judged)
            elif judged is not None:
                lines.append(judged)
    due.sort(key=lambda one: (one.due.due_at, one.key))
    ready, held = _within_limits(due, scene)
    return Plan(tuple(ready), (*lines, *held))


def judge(approved: ApprovedPost, account: str, scene: Scene) -> Ready | Line | None:
    """Return what may be done about one delivery, limits and credentials aside.

    None: nothing is to be said (it is final, unsettled, or was handled by this run).
    """
    key = DeliveryKey(approved.post.id, account)
    if key in scene.handled or scene.ledger.of(key).state not in _OPEN:
        return None
    if is_withheld(key, scene.withheld):
        return Line(Outcome(key, Result.WITHDRAWN, Reason("withheld-by-retraction")))
    policy = scene.snapshot.policy
    due = scene.config.due(approved, account, policy, scene.now)
    if isinstance(due, Timing) and due.state is PostState.EXPIRED:
        return Line(Outcome(key, Result.EXPIRED, due.reason))
    message = scene.config.compose(approved.post, account, policy)
    if isinstance(message, Unsendable):
        return _unsendable(key, message.reason, due, scene)
    return _hindrance(approved, due, key, scene) or _ready(due, message)


def _hindrance(
    approved: ApprovedPost,
    due: DuePost | Timing,
    key: DeliveryKey,
    scene: Scene,
) -> Line | None:
    """Return what keeps a delivery that could be composed from being claimed now."""
    bounds, delivery = scene.config.bounds, scene.ledger.of(key)
    kept = standing(delivery, approved, scene.now, bounds)
    if kept is not None:
        return kept
    if isinstance(due, Timing):
        return _waiting(key, due, scene)
    stopped = paused_for(key.account, scene.snapshot)
    return Line(Outcome(key, Result.WAITING, stopped)) if stopped else None


def _waiting(key: DeliveryKey, due: Timing, scene: Scene) -> Line:
    """Return why a delivery waits for its time; while paused that time is no promise.

    What no time would do for waits for people, whether it is paused or not.
    """
    stopped, reason = paused_for(key.account, scene.snapshot), due.reason
    if stopped is not None and due.next_opening is not None:
        zone = scene.snapshot.policy.library.timezone
        details = {"pause": stopped, "then": local(due.next_opening, zone)}
        reason = Reason("paused-until-then", details)
    again = due.next_opening if stopped is None else None
    return Line(Outcome(key, Result.WAITING, reason), again=again)


def _ready(due: DuePost | Timing, message: Message) -> Ready | None:
    return Ready(due, message) if isinstance(due, DuePost) else None


def over_limit(ready: Ready, scene: Scene) -> Reason | None:
    """Return the limit of the account that claiming ``ready`` now would break."""
    policy = scene.snapshot.policy
    if not limited(policy.accounts[ready.key.account]):
        return None
    line = _line_of(ready.key.account, scene)
    held = held_back(line, ready.due, ready.message.cost_usd, policy, scene.now)
    return None if held is None else held[0]


def _line_of(account: str, scene: Scene) -> Queue:
    policy = scene.snapshot.policy
    today = local(scene.now, policy.library.timezone).date()
    return queue_of(usage(scene.ledger, account, policy, scene.now), today)


def withheld(snapshot: Snapshot) -> Mapping[str, tuple[str, ...] | None]:
    """Return the posts that approved posts ask to take down.

    By post id: the accounts the request names, None for all. Such a post does not go
    out either where it has not been delivered yet.
    """
    targets: dict[str, tuple[str, ...] | None] = {}
    for one in snapshot.approved:
        target, accounts = one.post.meta.retracts, one.post.meta.accounts
        if target is None:
            continue
        known = targets.get(target, ())
        both = None if accounts is None or known is None else (*known, *accounts)
        targets[target] = both
    return targets


def is_withheld(
    key: DeliveryKey, targets: Mapping[str, tuple[str, ...] | None]
) -> bool:
    """Tell whether a delivery is to be taken down, see :func:`withheld`."""
    if key.post not in targets:
        return False
    accounts = targets[key.post]
    return accounts is None or key.account in accounts


def _accounts(approved: ApprovedPost, scene: Scene) -> Iterator[str]:
    if approved.post.meta.retracts is not None:
        return  # a request to take something down is carried out, never sent
    named = scene.snapshot.policy.accounts_of(approved.post.meta.accounts)
    yield from filter(scene.config.serves, named)


def _unsendable(
    key: DeliveryKey, reason: Reason, due: DuePost | Timing, scene: Scene
) -> Line:
    outcome = Outcome(key, Result.BLOCKED, reason)
    if reason.code != "service-unsupported":
        return line_of(outcome)
    if isinstance(due, Timing):
        return _waiting(key, due, scene)
    # Nothing in the post can mend this: it is the account that cannot be served.
    return Line(outcome, ExitCode.CANNOT)


def paused_for(account: str, snapshot: Snapshot) -> Reason | None:
    """Return why nothing goes to the account now, None if nothing is paused."""
    if snapshot.paused is not None:
        return snapshot.paused
    settings = snapshot.policy.accounts.get(account)
    if settings is not None and settings.paused:
        return Reason("account-paused", {"account": account})
    return None


def _within_limits(due: list[Ready], scene: Scene) -> tuple[list[Ready], list[Line]]:
    ready: list[Ready] = []
    held: list[Line] = []
    lines: dict[str, Queue] = {}
    policy = scene.snapshot.policy
    today = local(scene.now, policy.library.timezone).date()
    for one in due:
        account, cost = one.key.account, one.message.cost_usd
        if not limited(policy.accounts[account]):
            ready.append(one)
            continue
        line = lines.get(account) or _line_of(account, scene)
        kept = held_back(line, one.due, cost, policy, scene.now)
        if kept is not None:
            reason, lines[account] = kept
            again = freed(reason)
            held.append(Line(Outcome(one.key, Result.WAITING, reason), again=again))
            continue
        lines[account] = queue_of(line.used.plus(scene.now, cost), today)
        ready.append(one)
    return ready, held


def _unpublishable(scene: Scene) -> Iterator[Line]:
    for entry in scene.snapshot.unpublishable:
        for key in _keys(entry, scene):
            # A new file with the id of a post that went out long ago must not pass
            # for that post: it would silently never be sent.
            twice = entry.reason.code == "id-taken-twice"
            if twice or scene.ledger.of(key).state in _OPEN:
                yield line_of(Outcome(key, Result.BLOCKED, entry.reason))


def _keys(entry: Unpublishable, scene: Scene) -> Iterator[DeliveryKey]:
    """Return the deliveries an unpublishable post stands in the way of.

    A post that cannot be read names no account, and perhaps no id: its path stands
    for it then.
    """
    if entry.post is None:
        yield DeliveryKey(entry.id or entry.path, "")
        return
    accounts = scene.snapshot.policy.accounts_of(entry.post.meta.accounts)
    for account in filter(scene.config.serves, accounts):
        yield DeliveryKey(entry.post.id, account)
