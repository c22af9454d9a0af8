"""Small worlds whose one run is struck at a step of our choice, and two that follow.

Random schedules find what nobody thought of; here every fault meets every step, and
every other fault after it.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from sns_cli.model.ledger import DeliveryKey
from sns_cli.model.proof import ApprovedPost
from sns_cli.ports import NewFile
from sns_cli.publish import effects as fx
from sns_cli.publish.records import Stamp
from sns_cli.publish.resolve import Resolution, resolve
from tests.fakes.faults import Fault, TimelineFault
from tests.fakes.remote import State
from tests.simulation.chaos import QUIET, Chaos, faults_of, surely
from tests.simulation.library import OPENS, approve, post, settings, source
from tests.simulation.people import DECISION
from tests.simulation.runner import Runner
from tests.simulation.world import SOUND, Mutant, World

START = OPENS + dt.timedelta(hours=1)
BEFORE = dt.timedelta(minutes=40)
"""So long before the struck run another one left something behind."""
LATER = (dt.timedelta(minutes=22), dt.timedelta(minutes=45))
"""After the struck run: two undisturbed ones."""
Blow = tuple[type, StrEnum]
"""A kind of effect and what goes wrong with it."""


@dataclass(frozen=True)
class Scene:
    """What the struck run finds.

    Attributes:
        before: what the send of an earlier run met; None if there was none.
        meanwhile: what people did between the two.
    """

    name: str
    posts: int = 1
    pictures: int = 0
    accounts: tuple[str, ...] = ("x",)
    before: Fault | None = None
    meanwhile: Callable[["StruckWorld"], None] = lambda _: None


def _request(world: "StruckWorld") -> None:
    one = approve(post("take-down", "取り下げます", retracts="post-0"), world.now)
    old = world.remote.state.approved
    world.remote.people_commit(approved=(*old, one))


def _edit(world: "StruckWorld") -> None:
    (old, *rest) = world.remote.state.approved
    new = post(old.post.id, "直した文", len(old.media_blobs))
    world.remote.people_commit(approved=(world.known(new), *rest))


def _decide_in_haste(world: "StruckWorld") -> None:
    """Call not sent what the service accepted and will show only later."""
    key = DeliveryKey("post-0", "x")
    shows = START + dt.timedelta(minutes=10)
    world.service.posts[:] = [
        replace(one, visible_at=shows) for one in world.service.posts
    ]
    world.judge.erred.add((key.post, key.account))
    snapshot = world.remote.snapshot()
    stamp = Stamp(world.now, "person", DECISION, "Asia/Tokyo")
    made = resolve(snapshot, Resolution(key, None, "kancho"), stamp)
    assert isinstance(made, NewFile)
    assert world.remote.publisher_commit(snapshot.tip, [made])


SCENES = (
    Scene("text"),
    Scene("picture", pictures=1),
    Scene("retraction", before=Fault.NONE, meanwhile=_request),
    Scene("two accounts", accounts=("x", "y")),
    Scene("open doubt", before=Fault.HUNG),
    Scene("open doubt that shows", before=Fault.DROPPED),
    Scene("rejected and edited", before=Fault.BAD, meanwhile=_edit),
    Scene("not sent before", before=Fault.CONNECT),
    Scene("decided in haste", before=Fault.LATE, meanwhile=_decide_in_haste),
    Scene("doubt about what was edited since", before=Fault.DROPPED, meanwhile=_edit),
)


class StruckWorld(World):
    """A world in which one run meets what is planned at each of its steps.

    Attributes:
        target: name of the run that is struck.
        kill_at: number of the step before which it dies.
        faults: what goes wrong, by number of the step.
        steps: what it asked for.
    """

    target = "run-1"
    kill_at: int | None = None
    faults: Mapping[int, Chaos] = {}

    def __post_init__(self) -> None:
        super().__post_init__()
        self.steps: list[fx.Effect] = []

    def known(self, one: object) -> ApprovedPost:
        """Approve a post whose file can be read later."""
        approved = approve(one, OPENS)  # type: ignore[arg-type]
        self.sources[approved.blob] = source(one)  # type: ignore[arg-type]
        return approved

    def step(self, runner: Runner) -> None:
        if runner.name != self.target:
            super().step(runner)
            return
        if len(self.steps) == self.kill_at:
            if runner.last is not None:
                self.struck.add(runner.last, "death")
            return
        usual = self.chaos
        self.chaos = self.faults.get(len(self.steps), QUIET)
        before = runner.last
        super().step(runner)
        if runner.last is not before and runner.last is not None:
            self.steps.append(runner.last)
        self.chaos = usual


@dataclass
class Strike:
    """How a scene is struck: the run before is done with, the next ones are quiet."""

    scene: Scene
    faults: Mapping[int, Chaos] = field(default_factory=dict)
    kill_at: int | None = None
    mutant: Mutant = SOUND

    def run(self, first_kill: int | None = None) -> StruckWorld:
        """Let it happen; judge what is left.

        Args:
            first_kill: the step before which a run right before the struck one dies.
        """
        world = self._world()
        if first_kill is not None:
            world.at(START - dt.timedelta(minutes=25), self._dying(world, first_kill))
        world.at(START, lambda: self._start(world))
        for after in LATER:
            world.at(START + after, world.start)
        world.run()
        world.judge.on_quiet(world.reports[-1], person=False)
        return world

    def _world(self) -> StruckWorld:
        scene = self.scene
        state = State(settings(scene.accounts))
        world = StruckWorld(state, START - BEFORE, mutant=self.mutant)
        world.target = "none yet"
        drafts = [
            post(f"post-{n}", f"お知らせ {n}", scene.pictures)
            for n in range(scene.posts)
        ]
        world.remote.people_commit(approved=tuple(map(world.known, drafts)))
        if scene.before is not None:
            unread = ((TimelineFault.ERROR, 1.0),)
            chaos = replace(surely(fx.Send, scene.before), timeline=unread)
            world.at(START - BEFORE, lambda: self._before(world, chaos))
            middle = START - BEFORE / 2
            world.at(middle, lambda: setattr(world, "chaos", QUIET))
        world.at(START - BEFORE / 2, lambda: scene.meanwhile(world))
        return world

    @staticmethod
    def _before(world: StruckWorld, chaos: Chaos) -> None:
        world.chaos = chaos
        world.start()

    def _dying(self, world: StruckWorld, kill_at: int) -> Callable[[], None]:
        def start() -> None:
            world.kill_at = kill_at
            world.target = world.next_name
            world.start()

        return start

    def _start(self, world: StruckWorld) -> None:
        world.steps = []
        world.kill_at, world.faults = self.kill_at, self.faults
        world.target = world.next_name
        world.start()


@cache
def singles(scene: Scene) -> tuple[tuple[int, Blow], ...]:
    """Return every step of the undisturbed run with everything that can go wrong."""
    return tuple(
        (step, (type(effect), fault))
        for step, effect in enumerate(Strike(scene).run().steps)
        for fault in faults_of(type(effect))
    )


def later_blows(steps: list[fx.Effect], after: int) -> Iterator[tuple[int, Blow]]:
    """Yield everything that can go wrong at the steps after one."""
    for step, effect in enumerate(steps[after + 1 :], after + 1):
        for fault in faults_of(type(effect)):
            yield step, (type(effect), fault)


def chaos_of(blow: Blow) -> Chaos:
    """Return that this goes wrong for sure."""
    return surely(*blow)
