"""One random schedule: runners, people, a service and everything that can go wrong."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto

from sns_cli.model.delivery import Reason, RunReport, Unpublishable
from sns_cli.model.post import Category
from sns_cli.model.proof import ApprovedPost
from tests.fakes.remote import State
from tests.simulation.chaos import DENSE, QUIET, Chaos, busy, deaf, down, late
from tests.simulation.library import (
    CLOSES,
    GRANT,
    OPENS,
    PRICE,
    approve,
    post,
    priced,
)
from tests.simulation.library import source as source_of
from tests.simulation.people import People
from tests.simulation.world import SOUND, Mutant, World

ACCOUNTS = ("x", "y", "z")
NEW_YEAR = dt.timedelta(days=25)
"""From the usual day to the first of January."""
LIMITS = (
    (("spacing_minutes", 20), ("max_per_day", 2)),
    (("max_per_day", 1),),
    (("spacing_minutes", 45),),
    (("monthly_budget_usd", 2 * PRICE),),
)


class Time(Enum):
    """When a schedule begins."""

    MORNING = auto()
    CLOSING = auto()
    """Opening hours end in the middle of the first runs."""
    MIDNIGHT = auto()
    """The year ends in the library's time zone."""
    DAWN = auto()
    """The month ends in UTC, in which services bill, as the doors open."""


class Schedule:
    """Everything that is to happen under one seed."""

    def __init__(self, seed: int, mutant: Mutant = SOUND) -> None:
        accounts = ACCOUNTS[: (1, 2, 1, 2, 3)[seed % 5]]
        self.world = World(State(priced(accounts, ())), OPENS, seed, mutant, DENSE)
        self.rng = self.world.rng
        limits = self.rng.choice(LIMITS) if self.rng.random() < 0.25 else ()
        self.world.remote.people_commit(policy=priced(accounts, limits))
        self.world.state = self.world.remote.state
        self.person = self.rng.random() < 0.7
        self.hasty = self.rng.random() < 0.2
        self.stays_paused = self.rng.random() < 0.06
        self.siege = self.rng.random() < 0.04
        self.lasts = dt.timedelta(hours=27 if self.siege else 2.5)
        self.world.service.refuses_duplicates = self.rng.random() < 0.3
        self.world.service.offset = dt.timedelta(seconds=self.rng.uniform(-60, 60))
        self.texts = 0
        self.start = self._begin()
        self._open_library()
        self.people = People(self)
        self._start_runs()
        self._verify()
        self._make_trouble()
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

    def _begin(self) -> dt.datetime:
        times = (Time.MORNING, Time.CLOSING, Time.MIDNIGHT, Time.DAWN)
        (self.time,) = self.rng.choices(times, (50, 35, 7, 8))
        match self.time:
            case Time.MORNING:
                return OPENS + dt.timedelta(minutes=self.rng.uniform(0, 60))
            case Time.CLOSING:
                return CLOSES - dt.timedelta(seconds=self.rng.uniform(2, 90))
            case Time.MIDNIGHT:
                midnight = OPENS.replace(hour=0) + NEW_YEAR
                return midnight - dt.timedelta(seconds=self.rng.uniform(2, 1500))
            case Time.DAWN:
                before = dt.timedelta(seconds=self.rng.uniform(2, 3000))
                return OPENS + NEW_YEAR - before

    def _open_library(self) -> None:
        count = self.rng.randint(1, 3)
        approved = [self.draft(f"post-{n}", self.start) for n in range(count)]
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
                old = self.world.outside.public(one.post.body, account)
                before = self.start - dt.timedelta(hours=self.rng.uniform(1, 30))
                self.world.service.posts.append(
                    replace(old, at=before, visible_at=before)
                )

    def draft(self, post_id: str, now: dt.datetime) -> ApprovedPost:
        """Return a new text for a post, approved just now."""
        alike = self.rng.random() < 0.12 and not self.world.service.refuses_duplicates
        if not alike or not self.texts:
            self.texts += 1  # else it says what the newest one says
        meta: dict[str, object] = {}
        if self.rng.random() < 0.15:
            meta["expires_at"] = now + dt.timedelta(seconds=self.rng.uniform(20, 900))
        out_of_hours = self.time in {Time.MIDNIGHT, Time.DAWN}
        if self.rng.random() < (0.8 if out_of_hours else 0.05):
            meta["category"] = Category.EMERGENCY
        pictures = self.rng.choice((0, 0, 0, 1, 2, 4))
        one = post(post_id, f"お知らせ {self.texts}", pictures, **meta)
        granted: dict[str, object] = {}
        if self.rng.random() < 0.2:
            ends = now + dt.timedelta(seconds=self.rng.uniform(20, 5000))
            granted = {"grant": GRANT.id, "claim_before": ends}
        approved = approve(one, now - dt.timedelta(minutes=5), **granted)
        self.world.sources[approved.blob] = source_of(one)
        return approved

    # --- who publishes

    def _start_runs(self) -> None:
        for _ in range(self.rng.randint(2, 5)):
            self._start(self.start + dt.timedelta(seconds=self.rng.uniform(0, 90)))
        when, longest = self.start, 150 if self.siege else 40
        while (when := when + self._between(longest)) < self.start + self.lasts:
            self._start(when)

    def _between(self, longest: float) -> dt.timedelta:
        return dt.timedelta(minutes=self.rng.uniform(7, longest))

    def _start(self, when: dt.datetime) -> None:
        widest = 400 if self.rng.random() < 0.05 else 100
        skew = self.rng.uniform(-widest, widest)
        only = self.rng.choice(ACCOUNTS) if self.rng.random() < 0.25 else None
        until = self._stays(when) if self.rng.random() < 0.12 else None
        self.world.at(when, lambda: self.world.start(skew, only, until))

    def _stays(self, when: dt.datetime) -> dt.datetime:
        """Return until when a run stays: the last it does must be over by the end."""
        later = when + dt.timedelta(minutes=self.rng.uniform(5, 90))
        return min(later, self.start + self.lasts - dt.timedelta(minutes=1))

    def _verify(self) -> None:
        for _ in range(self.rng.choice((0, 0, 0, 1, 2))):
            after = self.rng.uniform(0, 1) * self.lasts
            skew = self.rng.uniform(-100, 100)
            self.world.at(self.start + after, self._verifying(skew))

    def _verifying(self, skew: float) -> Callable[[], None]:
        return lambda: self.world.verify(skew)

    # --- what goes wrong for a while

    def _make_trouble(self) -> None:
        if self.siege:
            self.world.chaos = deaf(DENSE)
        elif self.hasty and self.rng.random() < 0.5:
            self.world.chaos = late(DENSE)
        for trouble, share in ((down, 0.12), (busy, 0.08)):
            if self.rng.random() < share:
                after = dt.timedelta(seconds=self.rng.uniform(0, 4000))
                lasts = dt.timedelta(seconds=self.rng.uniform(60, 3000))
                begins, usual = self.start + after, self.world.chaos
                self.world.at(begins, self._set(trouble(usual)))
                self.world.at(begins + lasts, self._set(usual))

    def _set(self, chaos: Chaos) -> "Set":
        return Set(self.world, chaos)

    def _let_people_act(self) -> None:
        self.people.let_act()
        end = self.start + self.lasts
        every = dt.timedelta(minutes=20)
        if self.person:
            when = self.start
            while when < end + dt.timedelta(minutes=20):
                when += every
                self.world.at(when, self.people.look_at_doubts)
        if self.hasty:
            for _ in range(3):
                after = dt.timedelta(seconds=self.rng.uniform(20, 3000))
                self.world.at(self.start + after, self.people.look_in_haste)

    # --- and then nothing goes wrong any more

    def _calm_down(self) -> None:
        """Let two undisturbed runs follow while the doors are open."""
        end = self.start + self.lasts
        self.world.at(end, self._all_is_well)
        first = end + dt.timedelta(minutes=25)
        opens = first.replace(hour=9, minute=5, second=0, microsecond=0)
        if first < opens:
            first = opens
        elif first.hour >= 18:
            first = opens + dt.timedelta(days=1)
        self.world.at(first, self.world.start)
        if self.person:
            later = first + dt.timedelta(minutes=20)
            self.world.at(later, self.people.look_at_doubts)
        self.world.at(first + dt.timedelta(minutes=25), self.world.start)

    def _all_is_well(self) -> None:
        self.world.chaos = QUIET
        self.people.all_is_well(paused=self.stays_paused)


class Set:
    """Sets what can go wrong; an act of the scheduler."""

    def __init__(self, world: World, chaos: Chaos) -> None:
        self.world, self.chaos = world, chaos

    def __call__(self) -> None:
        if self.world.chaos is not QUIET:
            self.world.chaos = self.chaos
