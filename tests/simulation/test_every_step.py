"""One run is struck at every single step; later runs must make it good."""

import datetime as dt
from collections.abc import Iterator, Mapping

import pytest

from sns_cli.model.ledger import DeliveryState
from sns_cli.publish import effects as fx
from tests.fakes.remote import State
from tests.fakes.service import Fault, PictureFault
from tests.simulation.chaos import QUIET, Chaos, PushFault
from tests.simulation.library import OPENS, approve, post, settings, source
from tests.simulation.world import Runner, World

START = OPENS + dt.timedelta(hours=1)
LATER_RUNS = (1, 22, 45, 60)
"""Minutes after the start at which undisturbed runs follow."""
FIRST = "run-1"

FAULTS: Mapping[type, tuple[Chaos, ...]] = {
    fx.Fetch: (Chaos(fetch=1.0),),
    fx.Identify: (Chaos(identify=1.0),),
    fx.ReadBack: (Chaos(timeline=1.0),),
    fx.Stopping: (Chaos(stop=1.0),),
    fx.Push: tuple(
        Chaos(push=((fault, 1.0),))
        for fault in PushFault
        if fault is not PushFault.NONE
    ),
    fx.ReadMedia: (Chaos(media=1.0),),
    fx.Prepare: tuple(Chaos(pictures=((fault, 1.0),)) for fault in PictureFault),
    fx.Send: tuple(Chaos(send=((fault, 1.0),)) for fault in Fault),
}


class Struck(World):
    """A world whose first run meets what is planned at each of its steps.

    Attributes:
        kill_at: number of the step before which the first run dies.
        faults: what goes wrong, by number of the step.
        steps: what the first run asked for.
    """

    kill_at: int | None = None
    faults: Mapping[int, Chaos] = {}

    def __post_init__(self) -> None:
        super().__post_init__()
        self.steps: list[fx.Effect] = []

    def _step(self, runner: Runner) -> None:
        if runner.name == FIRST and len(self.steps) == self.kill_at:
            return
        super()._step(runner)

    def _perform(self, runner: Runner, effect: fx.Effect) -> tuple[object, float]:
        if runner.name != FIRST:
            return super()._perform(runner, effect)
        self.chaos = self.faults.get(len(self.steps), QUIET)
        self.steps.append(effect)
        answer = super()._perform(runner, effect)
        self.chaos = QUIET
        return answer


def run(
    kill_at: int | None = None,
    faults: Mapping[int, Chaos] | None = None,
    posts: int = 2,
    pictures: int = 0,
) -> Struck:
    """Let a first run be struck and others follow; judge what is left."""
    drafts = [post(f"post-{n}", f"お知らせ {n}", pictures) for n in range(posts)]
    approved = tuple(approve(one, OPENS) for one in drafts)
    world = Struck(State(settings(("x",)), approved), START)
    world.kill_at, world.faults = kill_at, faults or {}
    world.sources = {
        one.blob: source(draft) for one, draft in zip(approved, drafts, strict=True)
    }
    world.at(START, world.start)
    for minutes in LATER_RUNS:
        world.at(START + dt.timedelta(minutes=minutes), world.start)
    world.run()
    world.judge.on_quiet(world.reports[-1], person=False)
    assert world.steps or kill_at == 0, "nothing was struck"
    return world


def single_faults(posts: int, pictures: int = 0) -> Iterator[tuple[int, Chaos]]:
    for step, effect in enumerate(run(posts=posts, pictures=pictures).steps):
        for chaos in FAULTS.get(type(effect), ()):
            yield step, chaos


def states(world: World) -> set[DeliveryState]:
    ledger = world.remote.state.ledger
    return {one.state for one in ledger.deliveries.values()}


def test_without_trouble_everything_is_sent_in_one_push_more_than_posts() -> None:
    world = run(posts=5)

    assert states(world) == {DeliveryState.PUBLISHED}
    assert len(world.service.posts) == 5
    assert world.pushes == 6


def test_a_run_killed_at_any_step_is_made_good_by_the_next() -> None:
    for step in range(len(run().steps) + 1):
        world = run(kill_at=step)

        assert len(world.remote.state.ledger.deliveries) == 2
        assert states(world) <= {DeliveryState.PUBLISHED, DeliveryState.IN_DOUBT}


def test_a_run_killed_right_after_the_send_leaves_nothing_in_doubt() -> None:
    sends = [n for n, one in enumerate(run().steps) if isinstance(one, fx.Send)]
    for step in sends:
        assert states(run(kill_at=step + 1)) == {DeliveryState.PUBLISHED}


def test_a_run_killed_right_before_the_send_leaves_a_doubt_for_a_person() -> None:
    sends = [n for n, one in enumerate(run().steps) if isinstance(one, fx.Send)]
    for step in sends:
        world = run(kill_at=step)

        assert DeliveryState.IN_DOUBT in states(world)
        assert len(world.service.posts) == 1


def test_every_fault_at_every_step_is_made_good() -> None:
    faults = list(single_faults(posts=2))

    assert len(faults) > len(FAULTS[fx.Send])
    for step, chaos in faults:
        assert len(run(faults={step: chaos}).remote.state.ledger.deliveries) == 2


@pytest.mark.parametrize("part", range(2))
def test_every_fault_followed_by_death_at_every_step(part: int) -> None:
    for step, chaos in list(single_faults(posts=1))[part::2]:
        for kill_at in range(step + 1, len(run(faults={step: chaos}, posts=1).steps)):
            run(kill_at, {step: chaos}, posts=1)


@pytest.mark.parametrize("part", range(2))
def test_every_two_faults_in_one_run(part: int) -> None:
    for step, chaos in list(single_faults(posts=1))[part::2]:
        steps = run(faults={step: chaos}, posts=1).steps
        for later, effect in enumerate(steps[step + 1 :], step + 1):
            for other in FAULTS.get(type(effect), ()):
                run(faults={step: chaos, later: other}, posts=1)


def test_a_run_killed_at_any_step_of_a_post_with_pictures_is_made_good() -> None:
    steps = run(pictures=2).steps
    assert [type(one) for one in steps].count(fx.Prepare) == 2
    for step in range(len(steps) + 1):
        world = run(kill_at=step, pictures=2)

        assert states(world) <= {DeliveryState.PUBLISHED, DeliveryState.IN_DOUBT}
        assert all(len(post.pictures) == 2 for post in world.service.posts)


def test_pictures_that_are_not_taken_are_never_a_doubt() -> None:
    prepares = (fx.Prepare, fx.ReadMedia)
    found = 0
    for step, chaos in single_faults(posts=1, pictures=1):
        steps = run(posts=1, pictures=1).steps
        if not isinstance(steps[step], prepares):
            continue
        found += 1
        world = run(faults={step: chaos}, posts=1, pictures=1)
        refused = chaos.pictures == ((PictureFault.BAD, 1.0),)

        expected = DeliveryState.REJECTED if refused else DeliveryState.PUBLISHED
        assert states(world) == {expected}
    assert found == len(PictureFault) + 1


@pytest.mark.parametrize("part", range(2))
def test_every_fault_with_pictures_followed_by_death_at_every_step(part: int) -> None:
    for step, chaos in list(single_faults(posts=1, pictures=1))[part::2]:
        struck = run(faults={step: chaos}, posts=1, pictures=1)
        for kill_at in range(step + 1, len(struck.steps)):
            run(kill_at, {step: chaos}, posts=1, pictures=1)
