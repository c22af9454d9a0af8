"""A deterministic scheduler: runners, people and the service share one clock.

One seed, one history: the scheduler alone decides who moves next and what goes wrong.
A step applies one effect of one runner at one instant and hands the answer over after
some time, in which others act and the runner may be killed or frozen.
"""

import datetime as dt
import heapq
import random
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any

from sns_cli.compose.message import Unsendable, compose
from sns_cli.model.channel import Message
from sns_cli.model.delivery import Reason, RunReport
from sns_cli.model.event import Run, Source
from sns_cli.model.post import Post
from sns_cli.model.settings import Settings
from sns_cli.model.verification import Verification
from sns_cli.publish import effects as fx
from sns_cli.publish.config import Config
from sns_cli.publish.engine import publish_run
from sns_cli.publish.upcoming import upcoming
from sns_cli.publish.verify import Inquiry, verify_run
from sns_cli.schedule.timing import due_post
from tests.fakes.remote import FakeRemote, State
from tests.fakes.service import FakeService
from tests.simulation.chaos import QUIET, RARE, Chaos, Struck
from tests.simulation.judge import Judge
from tests.simulation.library import OPENS, prepared
from tests.simulation.outside import Outside
from tests.simulation.runner import Runner

Engine = Generator[fx.Effect, Any, RunReport | Verification]
JOB_LIMIT = dt.timedelta(minutes=20)
"""A host ends a job after 15 minutes and kills it within 5 more."""
BY_ENVIRONMENT = Reason("paused-by-environment")


@dataclass(frozen=True)
class Mutant:
    """A deliberate bug in the protocol, put around or into the real engine."""

    name: str
    config: Callable[[Config], Config] = lambda config: config
    wrap: Callable[[Engine], Engine] = lambda engine: engine


SOUND = Mutant("none")


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
    struck: Struck = field(default_factory=Struck)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)  # noqa: S311  (repeatable on purpose)
        self.remote = FakeRemote(self.state)
        self.service = FakeService()
        self.judge = Judge(self.remote, self.service, self.sources)
        self.outside = Outside(self)
        self.remote.watch = self.judge.on_commit
        self.service.on_accept = self.judge.on_accept
        self.paused_by_environment = False
        self._messages: dict[tuple[int, str], tuple[Post, Message | Unsendable]] = {}
        self._queue: list[tuple[dt.datetime, int, Callable[[], None]]] = []
        self._count = 0
        self._runs = 0

    @property
    def pushes(self) -> int:
        """How many pushes were accepted."""
        return self.outside.pushes

    @property
    def next_name(self) -> str:
        """Name of the next run."""
        return f"run-{self._runs + 1}"

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

    def start(
        self,
        skew: float = 0.0,
        account: str | None = None,
        until: dt.datetime | None = None,
    ) -> None:
        """Start a run now.

        Args:
            skew: seconds by which its clock is off.
            account: the only one it serves; None for all.
            until: it stays, and runs again when something becomes due (``--until``).
        """
        config = self.mutant.config(self._config(account))
        self._publish(config, dt.timedelta(seconds=skew), until)

    def _publish(
        self, config: Config, offset: dt.timedelta, until: dt.datetime | None
    ) -> None:
        engine = self.mutant.wrap(publish_run(config))
        self._begin(config, offset, engine, until)

    def verify(self, skew: float = 0.0) -> None:
        """Start a run of ``verify`` now."""
        config = self._config(None)
        offset = dt.timedelta(seconds=skew)
        self._begin(config, offset, verify_run(config, Inquiry(began=OPENS)))

    def _config(self, account: str | None) -> Config:
        name = self.next_name
        self._runs += 1
        return Config(
            run=Run(job=name, runner="sim", version="0"),
            due=due_post,
            pictures=prepared,
            channels=frozenset(self.remote.state.policy.accounts),
            accounts=None if account is None else frozenset({account}),
            compose=self._composed,
        )

    def _begin(
        self,
        config: Config,
        offset: dt.timedelta,
        engine: Engine,
        until: dt.datetime | None = None,
    ) -> None:
        runner = Runner(
            name=config.run.job,
            config=config,
            engine=engine,
            offset=offset,
            began=self.now,
            deadline=self.now + JOB_LIMIT,
            paused=BY_ENVIRONMENT if self.paused_by_environment else None,
            until=until,
        )
        self.step(runner)

    def _ended(self, runner: Runner, report: RunReport | Verification) -> None:
        self.trace.append(f"{runner.name} ends {report.exit_code}")
        if isinstance(report, Verification):
            self.judge.on_verification(report, runner)
            return
        self.judge.on_report(report, runner)
        self.reports.append(report)
        if runner.until is None:
            return
        again = upcoming(runner.config, report, self.now + runner.offset)
        when = None if again is None else max(again - runner.offset, self.now)
        if when is not None and when <= runner.until:
            until = runner.until
            self.at(when, lambda: self._publish(runner.config, runner.offset, until))

    def step(self, runner: Runner) -> None:
        """Let a runner do one thing, or die."""
        if self.now > runner.deadline or self._strikes(self.chaos.kill, runner):
            if runner.last is not None:
                self.struck.add(runner.last, "death")
            self.trace.append(f"{runner.name} dies")
            return
        try:
            effect = runner.engine.send(runner.answer)
        except StopIteration as end:
            self._ended(runner, end.value)
            return
        runner.last = effect
        runner.answer, seconds = self.outside.perform(runner, effect)
        if self._strikes(self.chaos.pause, runner):
            self.struck.add(effect, "pause")
            seconds += self.rng.uniform(60, 800)
        self.trace.append(f"{self.now} {runner.name} {self.outside.told}")
        wake = self.now + dt.timedelta(seconds=seconds)
        self.at(wake, lambda: self.step(runner))

    def _strikes(self, share: float, runner: Runner) -> bool:
        """Tell whether something befalls a runner after what it did last."""
        if not share:
            return False
        return self.rng.random() < share * RARE.get(type(runner.last), 1)

    def _composed(
        self, post: Post, account: str, policy: Settings
    ) -> Message | Unsendable:
        """Compose, once for each post and account: prices never change here."""
        key = (id(post), account)
        if key not in self._messages:
            self._messages[key] = (post, compose(post, account, policy))
        return self._messages[key][1]
