"""What people do while runs publish: withdraw, edit, pause, decide, and err."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sns_cli.model.delivery import Reason
from sns_cli.model.event import Run
from sns_cli.model.ledger import DeliveryKey, DeliveryState
from sns_cli.model.proof import ApprovedPost
from sns_cli.ports import NewFile
from sns_cli.publish.records import Stamp
from sns_cli.publish.resolve import Resolution, resolve
from tests.fakes.service import url_of
from tests.simulation.books import ZONE
from tests.simulation.chaos import QUIET
from tests.simulation.library import approve, changed, post, shorter

if TYPE_CHECKING:
    from tests.simulation.scenario import Schedule

PERSON_WAITS = dt.timedelta(minutes=40)
"""A person looks at the service this long after the claim, when it has settled."""
DECISION = Run(job="resolve", runner="sim", version="0")


@dataclass
class People:
    """Everybody who acts in one schedule."""

    schedule: "Schedule"

    def __post_init__(self) -> None:
        self.world = self.schedule.world
        self.rng = self.world.rng
        self.policy = self.world.state.policy

    def let_act(self) -> None:
        """Let everybody do something now and then."""
        usual = (
            self.withdraw,
            self.edit,
            self.pause,
            self.block,
            self.unrelated,
            self.replace_pictures,
            self.pause_account,
        )
        for act in usual:
            for _ in range(self.rng.choice((0, 0, 0, 1, 2))):
                self._soon(act)
        rare = (
            (self.ask_to_retract, 0.5),
            (self.close_early, 0.15),
            (self.end_grant, 0.2),
            (self.pause_by_environment, 0.15),
            (self.edit_at_service, 0.1),
            (self.delete_at_service, 0.1),
            (self.say_the_same_by_hand, 0.4),
            (self.decide_out_of_turn, 0.2),
        )
        for act, share in rare:
            if self.rng.random() < share:
                self._soon(act)

    def _soon(self, act: object) -> None:
        seconds = self.rng.choice((40, 300, 7000))
        after = dt.timedelta(seconds=self.rng.uniform(0, seconds))
        self.world.at(self.schedule.start + after, act)  # type: ignore[arg-type]

    def _after(self, low: float, high: float, act: object) -> None:
        after = dt.timedelta(seconds=self.rng.uniform(low, high))
        self.world.at(self.world.now + after, act)  # type: ignore[arg-type]

    # --- posts

    @property
    def approved(self) -> tuple[ApprovedPost, ...]:
        return self.world.remote.state.approved

    def _approve(self, *new: ApprovedPost) -> None:
        self.world.remote.people_commit(approved=new)

    def withdraw(self) -> None:
        kept = list(self.approved)
        if len(kept) > 1:
            kept.remove(self.rng.choice(kept))
            self._approve(*kept)

    def edit(self) -> None:
        old = self.approved
        if old and not old[0].post.meta.retracts:
            new = self.schedule.draft(old[0].post.id, self.world.now)
            self._approve(new, *old[1:])

    def replace_pictures(self) -> None:
        """Approve other bytes of a post's pictures; its own file stays as it is."""
        old = self.approved
        if old and old[0].media_blobs:
            new = approve(old[0].post, self.world.now, take=self.rng.getrandbits(30))
            self._approve(new, *old[1:])

    def ask_to_retract(self) -> None:
        target = f"post-{self.rng.randrange(2)}"
        names = tuple(self.policy.accounts)
        accounts = (self.rng.choice(names),) if self.rng.random() < 0.3 else None
        request = approve(
            post("take-down", "取り下げます", retracts=target, accounts=accounts),
            self.world.now,
        )
        if request.post.id not in {one.post.id for one in self.approved}:
            self._approve(*self.approved, request)

    def end_grant(self) -> None:
        """End the grant that posts rest on, as the next run will see it."""
        now = self.world.now
        self._approve(
            *(
                one
                if one.approval.grant is None
                else replace(one, approval=replace(one.approval, claim_before=now))
                for one in self.approved
            )
        )

    # --- stopping

    def _resume(self) -> None:
        self.world.remote.people_commit(paused=None, blocked=())

    def pause(self) -> None:
        self.world.remote.people_commit(paused=Reason("paused-by-settings"))
        self._after(30, 1500, self._resume)

    def block(self) -> None:
        if self.rng.random() < 0.5:
            self.world.remote.people_commit(blocked=(Reason("publishing-blocked"),))
            self._after(30, 900, self._resume)

    def pause_account(self) -> None:
        name = self.rng.choice(tuple(self.policy.accounts))
        self._change_account(name, paused=True)
        self._after(30, 1500, lambda: self._change_account(name, paused=False))

    def _change_account(self, name: str, **fields: object) -> None:
        policy = self.world.remote.state.policy
        self.world.remote.people_commit(policy=changed(policy, name, **fields))

    def pause_by_environment(self) -> None:
        """Stop the runs that begin from now on, without touching ``main``."""
        self.world.paused_by_environment = True
        self._after(60, 3000, self._allow_again)

    def _allow_again(self) -> None:
        self.world.paused_by_environment = False

    def close_early(self) -> None:
        """Shorten the opening hours: they end within a minute."""
        here = self.world.now.astimezone(ZONE) + dt.timedelta(minutes=1)
        policy = self.world.remote.state.policy
        if here.hour < 23:
            self.world.remote.people_commit(policy=shorter(policy, here.time()))
            self._after(600, 3000, self.open_again)

    def open_again(self) -> None:
        calendars = self.policy.calendars
        policy = self.world.remote.state.policy.model_copy(
            update={"calendars": calendars}
        )
        self.world.remote.people_commit(policy=policy)

    def unrelated(self) -> None:
        self.world.remote.people_commit()

    def all_is_well(self, *, paused: bool) -> None:
        """Undo what stops publishing, but for a pause that is meant to stay."""
        pause = Reason("paused-by-settings") if paused else None
        self.world.paused_by_environment = False
        self.world.remote.people_commit(policy=self.policy, paused=pause, blocked=())

    # --- at the service

    def say_the_same_by_hand(self) -> None:
        """Post the words of a delivery in the service's own pages, or nearly those."""
        texts = [one.post.body for one in self.approved if not one.post.meta.retracts]
        ledger = self.world.remote.state.ledger
        unsettled = [
            (key.account, one.entries[0].text("payload", "text") or "")
            for key, one in ledger.deliveries.items()
            if one.state in {DeliveryState.IN_DOUBT, DeliveryState.CLAIMED}
        ]
        if self.world.service.refuses_duplicates or not texts:
            return
        account, text = (
            self.rng.choice(unsettled)
            if unsettled
            else (self.rng.choice(tuple(self.policy.accounts)), self.rng.choice(texts))
        )
        again = f"【再掲】{text}" if self.rng.random() < 0.3 else text
        self.world.service.posts.append(self.world.outside.public(again, account))

    def edit_at_service(self) -> None:
        service = self.world.service
        ours = [one for one in service.posts if service.shows(one, self.world.now)]
        if ours:
            one = self.rng.choice(ours)
            number = f"{self.rng.getrandbits(60)}"
            service.edited[one.remote_id] = (number, f"{one.text} (訂正済み)")

    def delete_at_service(self) -> None:
        service = self.world.service
        ours = [one for one in service.posts if service.shows(one, self.world.now)]
        if ours:
            service.deleted.add(self.rng.choice(ours).remote_id)

    # --- decisions

    def look_at_doubts(self) -> None:
        """Settle old doubts by the truth: whoever looks late, sees what is public."""
        for key, delivery in self.world.remote.state.ledger.deliveries.items():
            if delivery.state is DeliveryState.IN_DOUBT:
                claim = self.world.judge.books.claim((key.post, key.account))
                if claim is not None and self.world.now - claim.at > PERSON_WAITS:
                    public = self.world.service.accepted(key)
                    self.decide(key, url_of(public[0].remote_id) if public else None)

    def look_in_haste(self) -> None:
        """Settle what is unsettled by what shows now, however young it is."""
        now, service = self.world.now, self.world.service
        for key, delivery in self.world.remote.state.ledger.deliveries.items():
            if delivery.state in {DeliveryState.IN_DOUBT, DeliveryState.CLAIMED}:
                public = [
                    one for one in service.accepted(key) if service.shows(one, now)
                ]
                if not public:
                    self.world.judge.erred.add((key.post, key.account))
                self.decide(key, url_of(public[0].remote_id) if public else None)

    def decide_out_of_turn(self) -> None:
        """Decide about what is not in doubt: nothing may come of it."""
        ledger = self.world.remote.state.ledger
        settled = [
            key
            for key, one in ledger.deliveries.items()
            if one.state not in {DeliveryState.IN_DOUBT, DeliveryState.CLAIMED}
        ]
        for key in (*settled, DeliveryKey("never-heard-of", "x")):
            if self.decide(key, self.rng.choice((None, url_of("12345")))):
                self.world.judge.fail(f"{key} was decided although it was settled")

    def decide(self, key: DeliveryKey, url: str | None) -> bool:
        """Record a decision; sometimes on a ``main`` that has moved on since."""
        world = self.world
        nonce = f"person-{self.rng.getrandbits(64):x}"
        stamp = Stamp(world.now, nonce, DECISION, "Asia/Tokyo")
        snapshot = world.remote.snapshot()
        claim = world.judge.books.claim((key.post, key.account))
        blob = claim.data["blob"] if claim is not None else ""
        decision = Resolution(key, url, "kancho", world.sources.get(blob))
        made = resolve(snapshot, decision, stamp)
        if not isinstance(made, NewFile):
            return False
        if world.chaos is not QUIET and self.rng.random() < 0.1:
            world.remote.people_commit()  # somebody else was first
        return world.remote.publisher_commit(snapshot.tip, [made]) is not None
