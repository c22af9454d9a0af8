"""One random schedule: runners, people, a service and everything that can go wrong."""

import datetime as dt
from dataclasses import replace

from sns_cli.model.delivery import Reason, RunReport, Unpublishable
from sns_cli.model.event import EventName, Run
from sns_cli.model.ledger import DeliveryKey, DeliveryState
from sns_cli.model.proof import ApprovedPost
from sns_cli.ports import NewFile
from sns_cli.publish.records import Stamp
from sns_cli.publish.resolve import Resolution, resolve
from tests.fakes.remote import State
from tests.fakes.service import url_of
from tests.simulation.chaos import DENSE, QUIET
from tests.simulation.library import ACCOUNTS, CLOSES, OPENS, approve, post, settings
from tests.simulation.library import source as source_of
from tests.simulation.world import SOUND, Mutant, World

CHAOS_LASTS = dt.timedelta(hours=2, minutes=30)
LIMITS = {"spacing_minutes": 20, "max_per_day": 2}
PERSON_WAITS = dt.timedelta(minutes=40)
"""A person looks at the service this long after the doubt, when it has settled."""


class Schedule:
    """Everything that is to happen under one seed."""

    def __init__(self, seed: int, mutant: Mutant = SOUND) -> None:
        accounts = ACCOUNTS[: 1 + seed % 2]
        limits = LIMITS if seed % 5 == 0 else {}
        policy = settings(accounts, **limits)
        self.world = World(State(policy), OPENS, seed, mutant, DENSE)
        self.rng = self.world.rng
        self.person = self.rng.random() < 0.7
        self.world.service.refuses_duplicates = self.rng.random() < 0.3
        self.texts = 0
        self._open_library()
        self._start_runs()
        self._let_people_act()
        self._calm_down()

    def run(self) -> World:
        """Let it all happen and judge what is left."""
        self.world.run()
        self.world.judge.on_quiet(self._last, person=self.person)
        return self.world

    @property
    def _last(self) -> RunReport:
        return self.world.reports[-1]

    # --- what there is at the start

    def _open_library(self) -> None:
        start = OPENS + dt.timedelta(minutes=self.rng.uniform(0, 60))
        if self.rng.random() < 0.4:  # opening hours end in the middle of the run
            start = CLOSES - dt.timedelta(seconds=self.rng.uniform(2, 90))
        self.start = start
        count = self.rng.randint(1, 3)
        approved = [self._draft(f"post-{n}", start) for n in range(count)]
        self.world.remote.people_commit(approved=tuple(approved))
        if self.rng.random() < 0.3:
            bad = Unpublishable("posts/2026/12/bad.md", None, Reason("unreadable"))
            self.world.remote.people_commit(unpublishable=(bad,))
        # The same words went out by hand some time ago; where the service refuses
        # duplicates, that would be a doubt without end.
        by_hand = self.rng.random() < 0.4
        if by_hand and not self.world.service.refuses_duplicates:
            one = self.rng.choice(approved)
            for account in self.world.state.policy.accounts:
                old = self.world._new(one.post.body, account)  # noqa: SLF001
                before = start - dt.timedelta(hours=self.rng.uniform(1, 30))
                self.world.service.posts.append(
                    replace(old, at=before, visible_at=before)
                )

    def _draft(self, post_id: str, start: dt.datetime) -> ApprovedPost:
        self.texts += 1
        meta: dict[str, object] = {}
        if self.rng.random() < 0.15:
            meta["expires_at"] = start + dt.timedelta(seconds=self.rng.uniform(20, 900))
        pictures = self.rng.choice((0, 0, 0, 1, 2, 4))
        one = post(post_id, f"お知らせ {self.texts}", pictures, **meta)
        at = start - dt.timedelta(minutes=5)
        approved = approve(one, at)
        self.world.sources[approved.blob] = source_of(one)
        return approved

    def _start_runs(self) -> None:
        for _ in range(self.rng.randint(2, 5)):
            self._start(self.start + dt.timedelta(seconds=self.rng.uniform(0, 90)))
        when = self.start
        while when < self.start + CHAOS_LASTS:
            when += dt.timedelta(minutes=self.rng.uniform(7, 40))
            self._start(when)

    def _start(self, when: dt.datetime) -> None:
        skew = self.rng.uniform(-60, 60)
        only = self.rng.choice(ACCOUNTS) if self.rng.random() < 0.15 else None
        self.world.at(when, lambda: self.world.start(skew, only))

    # --- what people do meanwhile

    def _let_people_act(self) -> None:
        acts = (self._withdraw, self._edit, self._pause, self._block, self._unrelated)
        for act in (*acts, self._replace_pictures):
            for _ in range(self.rng.choice((0, 0, 1, 2))):
                seconds = self.rng.choice((40, 300, 7000))
                after = dt.timedelta(seconds=self.rng.uniform(0, seconds))
                self.world.at(self.start + after, act)
        if self.rng.random() < 0.2:
            after = dt.timedelta(seconds=self.rng.uniform(0, 5000))
            self.world.at(self.start + after, self._ask_to_retract)
        if self.person:
            when = self.start
            while when < self.start + CHAOS_LASTS + dt.timedelta(hours=1):
                when += dt.timedelta(minutes=20)
                self.world.at(when, self._look_at_doubts)

    def _withdraw(self) -> None:
        kept = list(self.world.remote.state.approved)
        if len(kept) > 1:
            kept.remove(self.rng.choice(kept))
            self.world.remote.people_commit(approved=tuple(kept))

    def _edit(self) -> None:
        old = self.world.remote.state.approved
        if not old or old[0].post.meta.retracts:
            return
        new = self._draft(old[0].post.id, self.world.now)
        self.world.remote.people_commit(approved=(new, *old[1:]))

    def _replace_pictures(self) -> None:
        """Approve other bytes of a post's pictures; its own file stays as it is."""
        old = self.world.remote.state.approved
        if old and old[0].media_blobs:
            new = approve(old[0].post, self.world.now, take=self.rng.getrandbits(30))
            self.world.remote.people_commit(approved=(new, *old[1:]))

    def _pause(self) -> None:
        self.world.remote.people_commit(paused=Reason("paused-by-settings"))
        after = dt.timedelta(seconds=self.rng.uniform(30, 1500))
        self.world.at(self.world.now + after, self._resume)

    def _resume(self) -> None:
        self.world.remote.people_commit(paused=None, blocked=())

    def _block(self) -> None:
        if self.rng.random() < 0.5:
            self.world.remote.people_commit(blocked=(Reason("publishing-blocked"),))
            after = dt.timedelta(seconds=self.rng.uniform(30, 900))
            self.world.at(self.world.now + after, self._resume)

    def _unrelated(self) -> None:
        self.world.remote.people_commit()

    def _ask_to_retract(self) -> None:
        old = self.world.remote.state.approved
        request = approve(
            post("take-down", "取り下げます", retracts="post-0"), self.world.now
        )
        if request.post.id not in {one.post.id for one in old}:
            self.world.remote.people_commit(approved=(*old, request))

    def _look_at_doubts(self) -> None:
        """Settle old doubts by the truth: whoever looks, sees what is public."""
        for key, delivery in self.world.remote.state.ledger.deliveries.items():
            last = delivery.last
            if delivery.state is not DeliveryState.IN_DOUBT or last is None:
                continue
            claim = delivery.newest(EventName.CLAIMED)
            old = claim is not None and claim.at is not None
            if old and self.world.now - claim.at > PERSON_WAITS:  # type: ignore[operator, union-attr]
                self._resolve(key)

    def _resolve(self, key: DeliveryKey) -> None:
        world = self.world
        public = world.service.accepted(key)
        url = url_of(public[0].remote_id) if public else None
        stamp = Stamp(
            world.now,
            f"person-{world.rng.random()}",
            Run(job="resolve", runner="sim", version="0"),
            "Asia/Tokyo",
        )
        snapshot = world.remote.snapshot()
        made = resolve(snapshot, Resolution(key, url, "kancho"), stamp)
        if isinstance(made, NewFile):
            world.remote.publisher_commit(snapshot.tip, [made])

    # --- and then nothing goes wrong any more

    def _calm_down(self) -> None:
        end = self.start + CHAOS_LASTS
        self.world.at(end, self._all_is_well)
        quiet = [end + dt.timedelta(minutes=m) for m in (25, 50, 65)]
        next_day = (self.start + dt.timedelta(days=1)).replace(hour=9, minute=5)
        quiet += [next_day + dt.timedelta(minutes=m) for m in (0, 25, 50)]
        for when in quiet:
            self.world.at(when, self.world.start)

    def _all_is_well(self) -> None:
        self.world.chaos = QUIET
        self._resume()
