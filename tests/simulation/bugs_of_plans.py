"""Deliberate bugs in what is known of ``main``, in times and in limits."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace

from sns_cli.model.delivery import DuePost, Snapshot, Timing
from sns_cli.model.event import EventName, to_json
from sns_cli.model.ledger import FINAL, Delivery, Entry, Ledger
from sns_cli.model.opening import Calendar
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Account, Settings
from sns_cli.ports import NewFile
from sns_cli.publish import effects as fx
from sns_cli.publish.config import Config
from sns_cli.schedule.timing import due_post
from tests.simulation.bending import around, rewritten, seen
from tests.simulation.books import ZONE
from tests.simulation.world import BY_ENVIRONMENT, Engine

# --- the state of main


def remember_first(*fields: str) -> Callable[[Engine], Engine]:
    """See these fields for ever as they were at the first fetch."""

    def wrap(engine: Engine) -> Engine:
        first: dict[str, object] = {}

        def told(_: fx.Effect, answer: object) -> object:
            if not isinstance(answer, Snapshot):
                return answer
            for field in fields:
                first.setdefault(field, getattr(answer, field))
            return replace(answer, **first)  # type: ignore[arg-type]

        return around(told)(engine)

    return wrap


def without(*limits: str) -> Callable[[Snapshot], Snapshot]:
    """Know nothing of some limits of the accounts."""
    return _each(lambda one, _: one.model_copy(update=dict.fromkeys(limits)))


def _each(
    change: Callable[[Account, Snapshot], Account],
) -> Callable[[Snapshot], Snapshot]:
    def changed(snapshot: Snapshot) -> Snapshot:
        accounts = {
            key: change(one, snapshot) for key, one in snapshot.policy.accounts.items()
        }
        policy = snapshot.policy.model_copy(update={"accounts": accounts})
        return replace(snapshot, policy=policy)

    return changed


def never_paused(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, paused=None)


def environment_ignored(snapshot: Snapshot) -> Snapshot:
    return (
        replace(snapshot, paused=None)
        if snapshot.paused is BY_ENVIRONMENT
        else snapshot
    )


def blocks_ignored(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, blocked=())


def accounts_never_paused(snapshot: Snapshot) -> Snapshot:
    return _each(lambda one, _: one.model_copy(update={"paused": False}))(snapshot)


def grants_never_end(snapshot: Snapshot) -> Snapshot:
    approved = tuple(
        replace(one, approval=replace(one.approval, claim_before=None))
        for one in snapshot.approved
    )
    return replace(snapshot, approved=approved)


def requests_wait_for_the_pause(snapshot: Snapshot) -> Snapshot:
    """Take nothing down during a pause."""
    kept = tuple(one for one in snapshot.approved if one.post.meta.retracts is None)
    return replace(snapshot, approved=kept) if snapshot.paused else snapshot


def requests_hold_nothing_back(snapshot: Snapshot) -> Snapshot:
    """See a request only once what it names is public."""
    public = {
        key.post
        for key, one in snapshot.ledger.deliveries.items()
        if one.state in FINAL
    }
    kept = tuple(
        one
        for one in snapshot.approved
        if one.post.meta.retracts is None or one.post.meta.retracts in public
    )
    return replace(snapshot, approved=kept)


def spacing_per_post(snapshot: Snapshot) -> Snapshot:
    """Keep no distance from other posts: theirs seem to have gone out before it."""
    earlier = dt.timedelta(hours=1)
    found = {
        key: _claimed_earlier(one, earlier) if one.state in FINAL else one
        for key, one in snapshot.ledger.deliveries.items()
    }
    return replace(snapshot, ledger=Ledger(found))


def _claimed_earlier(delivery: Delivery, by: dt.timedelta) -> Delivery:
    entries = tuple(
        Entry(one.name, {**one.data, "at": (one.at - by).isoformat()})
        if one.event is EventName.CLAIMED and one.at is not None
        else one
        for one in delivery.entries
    )
    return replace(delivery, entries=entries)


def days_of_utc(engine: Engine) -> Engine:
    """Count posts by the days of UTC; hours and records stay what they are."""
    told = seen(_in_days_of_utc)
    return around(asked=rewritten(_as_the_library_dates_it))(told(engine))


def _in_days_of_utc(snapshot: Snapshot) -> Snapshot:
    library = snapshot.policy.library.model_copy(update={"timezone": "UTC"})
    calendars = {key: _in_utc(one) for key, one in snapshot.policy.calendars.items()}
    update = {"library": library, "calendars": calendars}
    return replace(snapshot, policy=snapshot.policy.model_copy(update=update))


def _as_the_library_dates_it(file: NewFile) -> tuple[NewFile, ...]:
    if not file.path.endswith(".json"):
        return (file,)
    data = json.loads(file.content)
    at = dt.datetime.fromisoformat(data["at"]).astimezone(ZONE)
    data["at"] = at.isoformat()
    name = file.path.rpartition("/")[2]
    return (NewFile(f"archive/{at:%Y}/{at:%m}/{name}", to_json(data)),)


def _in_utc(calendar: Calendar) -> Calendar:
    rows = tuple(
        row.model_copy(
            update={"open": _nine_less(row.open), "close": _nine_less(row.close)}
        )
        for row in calendar.hours
    )
    return calendar.model_copy(update={"hours": rows})


def _nine_less(clock: str) -> str:
    hours, minutes = clock.split(":")
    return f"{max(int(hours) - 9, 0):02}:{minutes}"


def budget_counts_unsent(snapshot: Snapshot) -> Snapshot:
    """Pay for every claim, whatever became of it."""

    def poorer(one: Account, seen: Snapshot) -> Account:
        budget = one.monthly_budget_usd
        if budget is None:
            return one
        lost = sum(map(_unsent_cost, seen.ledger.deliveries.values()))
        return one.model_copy(update={"monthly_budget_usd": max(budget - lost, 0.0)})

    return _each(poorer)(snapshot)


def _unsent_cost(delivery: Delivery) -> float:
    pairs = zip(delivery.entries, delivery.entries[1:], strict=False)
    return sum(
        float(claim.data["cost_usd"])
        for claim, after in pairs
        if claim.event is EventName.CLAIMED and after.event is EventName.NOT_SENT
    )


def rejections_do_not_stand(snapshot: Snapshot) -> Snapshot:
    """Take what the service refused for something it merely did not take."""
    found = {key: _renamed(one) for key, one in snapshot.ledger.deliveries.items()}
    return replace(snapshot, ledger=Ledger(found))


def _renamed(delivery: Delivery) -> Delivery:
    entries = tuple(
        Entry(replace(one.name, event=EventName.NOT_SENT), one.data)
        if one.event is EventName.REJECTED
        else one
        for one in delivery.entries
    )
    return replace(delivery, entries=entries)


def doors_stay_open() -> Callable[[Config], Config]:
    """Judge the hours once; whoever was let in may stay."""

    def config(made: Config) -> Config:
        let_in: set[tuple[str, str]] = set()

        def due(
            approved: ApprovedPost, account: str, policy: Settings, now: dt.datetime
        ) -> DuePost | Timing:
            found = due_post(approved, account, policy, now)
            key = (approved.blob, account)
            if isinstance(found, DuePost):
                let_in.add(key)
                return replace(found, closes_at=None)
            if key in let_in:
                return DuePost(approved, account, now, None)
            return found

        return replace(made, due=due)

    return config


def hours_ignored(made: Config) -> Config:
    """Send at any hour; only the time before which it may not go out counts."""

    def due(
        approved: ApprovedPost, account: str, policy: Settings, now: dt.datetime
    ) -> DuePost | Timing:
        found = due_post(approved, account, policy, now)
        ready = isinstance(found, DuePost) or found.reason is None
        waits = not ready and found.reason.code == "waits-for-opening"  # type: ignore[union-attr]
        return DuePost(approved, account, now, None) if waits else found

    return replace(made, due=due)


def ends_ignored(made: Config) -> Config:
    def due(
        approved: ApprovedPost, account: str, policy: Settings, now: dt.datetime
    ) -> DuePost | Timing:
        meta = approved.post.meta.model_copy(update={"expires_at": None})
        endless = replace(
            approved, post=approved.post.model_copy(update={"meta": meta})
        )
        found = due_post(endless, account, policy, now)
        return (
            replace(found, approved=approved) if isinstance(found, DuePost) else found
        )

    return replace(made, due=due)
