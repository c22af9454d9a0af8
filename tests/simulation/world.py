"""A deterministic scheduler: runners, people and the service share one clock.

One seed, one history: the scheduler alone decides who moves next and what goes wrong.
A step applies one effect of one runner at one instant and hands the answer over after
some time, in which others act and the runner may be killed or frozen.
"""

import datetime as dt
import heapq
import random
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from typing import Any

from sns_cli.model.channel import Identity, NoReply, Prepared, Reply
from sns_cli.model.delivery import Reason, RunReport
from sns_cli.model.event import Run, Source
from sns_cli.ports import PushOutcome, PushResult
from sns_cli.publish import effects as fx
from sns_cli.publish.config import Config
from sns_cli.publish.engine import publish_run
from sns_cli.schedule.timing import due_post
from tests.fakes.remote import FakeRemote, State
from tests.fakes.service import FakeService, Fault, PictureFault, Public
from tests.simulation.chaos import QUIET, Chaos, PushFault
from tests.simulation.judge import STEP, Judge
from tests.simulation.library import HANDLE, content_of, prepared

Engine = Generator[fx.Effect, Any, RunReport]
JOB_LIMIT = dt.timedelta(minutes=20)
"""A host ends a job after 15 minutes and kills it within 5 more."""


@dataclass(frozen=True)
class Mutant:
    """A deliberate bug in the protocol, put around or into the real engine."""

    name: str
    config: Callable[[Config], Config] = lambda config: config
    wrap: Callable[[Engine], Engine] = lambda engine: engine


SOUND = Mutant("none")


@dataclass
class Runner:
    """One run of ``publish`` on some machine with a clock of its own."""

    name: str
    engine: Engine
    offset: dt.timedelta
    deadline: dt.datetime
    answer: object = None
    looked_at_clock: dt.datetime | None = None


@dataclass
class World:
    """Everything there is, and the order in which it happens."""

    state: State
    now: dt.datetime
    seed: int = 0
    mutant: Mutant = SOUND
    chaos: Chaos = QUIET
    sources: dict[str, Source] = field(default_factory=dict)
    trace: list[str] = field(default_factory=list)
    reports: list[RunReport] = field(default_factory=list)
    pushes: int = 0

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)  # noqa: S311  (repeatable on purpose)
        self.remote = FakeRemote(self.state)
        self.service = FakeService()
        self.judge = Judge(self.remote, self.service)
        self.remote.watch = self.judge.on_commit
        self.service.on_accept = self.judge.on_accept
        self._queue: list[tuple[dt.datetime, int, Callable[[], None]]] = []
        self._count = 0
        self._runs = 0

    # --- the scheduler

    def at(self, when: dt.datetime, act: Callable[[], None]) -> None:
        """Let something happen at an instant; of equal ones the first asked for."""
        self._count += 1
        heapq.heappush(self._queue, (when, self._count, act))

    def run(self) -> None:
        """Let everything happen until nothing is left to do."""
        while self._queue:
            self.now, _, act = heapq.heappop(self._queue)
            self.judge.now = self.now
            act()

    def start(self, skew: float = 0.0, account: str | None = None) -> None:
        """Start a run now; its clock is off by ``skew`` seconds."""
        self._runs += 1
        name = f"run-{self._runs}"
        made = Config(
            run=Run(job=name, runner="sim", version="0"),
            due=due_post,
            pictures=prepared,
            channels=frozenset(self.remote.state.policy.accounts),
            accounts=None if account is None else frozenset({account}),
        )
        made = self.mutant.config(made)
        runner = Runner(
            name=name,
            engine=self.mutant.wrap(publish_run(made)),
            offset=dt.timedelta(seconds=skew),
            deadline=self.now + JOB_LIMIT,
        )
        self._step(runner)

    def _step(self, runner: Runner) -> None:
        if self.now > runner.deadline or self.rng.random() < self.chaos.kill:
            self.trace.append(f"{runner.name} dies")
            return
        try:
            effect = runner.engine.send(runner.answer)
        except StopIteration as end:
            self.trace.append(f"{runner.name} ends {end.value.exit_code}")
            self.judge.on_report(end.value)
            self.reports.append(end.value)
            return
        runner.answer, seconds = self._perform(runner, effect)
        if self.rng.random() < self.chaos.pause:
            seconds += self.rng.uniform(60, 800)
        self.trace.append(f"{self.now} {runner.name} {_short(effect, runner.answer)}")
        wake = self.now + dt.timedelta(seconds=seconds)
        self.at(wake, lambda: self._step(runner))

    # --- what effects do

    def _perform(self, runner: Runner, effect: fx.Effect) -> tuple[object, float]:
        """Apply an effect now; return its answer and the seconds until it is there."""
        quick = self.rng.uniform(0.1, 1.5)
        match effect:
            case fx.Fetch() | fx.ReadSource() | fx.ReadMedia():
                return self._read(effect), quick
            case fx.Push():
                return self._push(effect), self.rng.uniform(0.1, 8)
            case fx.Identify() | fx.ReadBack() | fx.Delete():
                return self._ask(effect), quick
            case fx.Prepare(_, message):
                fault = self.chaos.picture_fault(self.rng)
                slow = fault is PictureFault.HUNG
                return self.service.hold(fault, message), 60.0 if slow else 3 * quick
            case fx.Send():
                return self._send(runner, effect, quick)
            case _:
                return self._own(runner, effect)

    def _own(self, runner: Runner, effect: fx.Effect) -> tuple[object, float]:
        """Apply an effect that reaches nobody else."""
        match effect:
            case fx.Now():
                runner.looked_at_clock = self.now
                return self.now + runner.offset, 0.01
            case fx.Nonce():
                return f"nonce-{self.rng.random()}", 0.0
            case fx.Stopping():
                return self.rng.random() < self.chaos.stop, 0.0
            case fx.Sleep(seconds):
                return None, seconds
            case _:
                raise TypeError(effect)

    def _read(self, effect: fx.Fetch | fx.ReadSource | fx.ReadMedia) -> object:
        match effect:
            case fx.Fetch():
                if self.rng.random() < self.chaos.fetch:
                    return fx.FetchFailed(Reason("remote-unreachable"))
                return self.remote.snapshot()
            case fx.ReadSource(blob):
                return self.sources.get(blob)
            case fx.ReadMedia(blobs):
                if self.rng.random() < self.chaos.media:
                    return fx.ReadFailed(Reason("object-missing"))
                return {blob: content_of(blob) for blob in blobs}

    def _push(self, push: fx.Push) -> PushOutcome:
        fault = self.chaos.push_fault(self.rng)
        if fault is PushFault.REFUSED:
            return PushOutcome(PushResult.REFUSED, detail="declined")
        if fault is PushFault.OVERTAKEN:
            self.remote.people_commit()
        if fault is PushFault.LATE:
            later = self.now + dt.timedelta(seconds=self.rng.uniform(2, 90))
            self.at(later, lambda: self._apply(push))
        if fault in {PushFault.LATE, PushFault.UNANSWERED_LOST}:
            return PushOutcome(PushResult.UNKNOWN)
        outcome = self._apply(push)
        if fault is PushFault.UNANSWERED_APPLIED:
            return PushOutcome(PushResult.UNKNOWN)
        return outcome

    def _apply(self, push: fx.Push) -> PushOutcome:
        tip = self.remote.publisher_commit(push.base, push.files)
        if tip is None:
            return PushOutcome(PushResult.LOST)
        self.pushes += 1
        return PushOutcome(PushResult.ACCEPTED, tip)

    def _ask(self, effect: fx.Identify | fx.ReadBack | fx.Delete) -> object:
        match effect:
            case fx.Identify():
                if self.rng.random() < self.chaos.identify:
                    return Reply(503, "Service Unavailable")
                return Identity("1", HANDLE, self.now)
            case fx.ReadBack(account, since):
                if self.rng.random() < self.chaos.timeline:
                    return NoReply(left=True, reason="connection-reset")
                return self.service.timeline(account, since, self.now)
            case fx.Delete(_, remote_id):
                return self.service.delete(remote_id)

    def _send(
        self, runner: Runner, effect: fx.Send, quick: float
    ) -> tuple[object, float]:
        claim = effect.claim
        looked = runner.looked_at_clock or self.now
        frozen = self.now - looked > STEP
        pictures = tuple(self.service.held[one] for one in effect.prepared.media_ids)
        self.judge.on_send(claim, pictures, looked + runner.offset, frozen=frozen)
        fault = self.chaos.send_fault(self.rng)
        new = self._new(claim.message.payload.text, claim.due.account)
        new = replace(
            new, key=claim.due.key, nonce=claim.event.nonce, pictures=pictures
        )
        if fault is Fault.LATE:
            later = self.now + dt.timedelta(seconds=60 + self.rng.uniform(20, 500))
            self.at(later, lambda: self.service.accept(replace(new, at=later)))
        answer = self.service.answer(fault, new)
        slow = fault in {Fault.LATE, Fault.HUNG}
        return answer, 60.0 if slow else quick

    def _new(self, text: str, account: str) -> Public:
        lagging = self.rng.random() < self.chaos.lag
        lag = dt.timedelta(seconds=self.rng.uniform(0, 600) if lagging else 0)
        remote_id = f"{self.rng.getrandbits(60)}"
        return Public(remote_id, account, text, self.now, self.now + lag)


def _short(effect: fx.Effect, answer: object) -> str:
    """Return an effect and its answer, enough of them to tell histories apart."""
    shown = (PushOutcome, Reply, NoReply, Prepared, fx.ReadFailed)
    told = answer if isinstance(answer, shown) else ""
    files = [one.path for one in effect.files] if isinstance(effect, fx.Push) else ""
    return f"{type(effect).__name__} {files} {told}"
