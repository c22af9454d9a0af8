"""One run is struck at every single step; later runs must make it good."""

from collections.abc import Iterator

import pytest

from sns_cli.model.ledger import DeliveryState
from sns_cli.publish import effects as fx
from tests.fakes.faults import Fault, PictureFault
from tests.simulation.chaos import KINDS, faults_of
from tests.simulation.struck import (
    SCENES,
    Blow,
    Scene,
    Strike,
    chaos_of,
    later_blows,
    singles,
)
from tests.simulation.world import World

TEXT = Scene("text", posts=2)
PICTURES = Scene("pictures", posts=2, pictures=2)
HALVES = 4
SETTLED = {
    DeliveryState.PUBLISHED,
    DeliveryState.IN_DOUBT,
    DeliveryState.REJECTED,
    DeliveryState.RETRACTED,
    DeliveryState.NOT_SENT,
}
"""``not-sent`` only until the time that a service named."""
by_scene = pytest.mark.parametrize("scene", SCENES, ids=lambda one: one.name)


def states(world: World) -> set[DeliveryState]:
    ledger = world.remote.state.ledger
    return {one.state for one in ledger.deliveries.values()}


def sends(scene: Scene) -> list[int]:
    steps = Strike(scene).run().steps
    return [n for n, one in enumerate(steps) if isinstance(one, fx.Send)]


# --- nothing, or death


@pytest.mark.parametrize(
    ("scene", "deliveries"),
    [
        (Scene("five posts", posts=5), 5),
        (Scene("pictures", posts=3, pictures=4), 3),
        (Scene("accounts", posts=2, accounts=("x", "y", "z")), 6),
        (Scene("all of it", posts=3, pictures=1, accounts=("x", "y")), 6),
    ],
    ids=lambda one: getattr(one, "name", ""),
)
def test_without_trouble_everything_is_sent_in_one_push_more_than_deliveries(
    scene: Scene, deliveries: int
) -> None:
    world = Strike(scene).run()

    assert states(world) == {DeliveryState.PUBLISHED}
    assert len(world.service.posts) == deliveries
    assert [type(one) for one in world.steps].count(fx.Push) == deliveries + 1
    assert world.pushes == deliveries + 1


@by_scene
def test_a_run_killed_at_any_step_is_made_good_by_the_next(scene: Scene) -> None:
    for step in range(len(Strike(scene).run().steps) + 1):
        world = Strike(scene, kill_at=step).run()

        assert len(world.remote.state.ledger.deliveries) == len(scene.accounts)
        assert states(world) <= SETTLED - {DeliveryState.NOT_SENT}


@pytest.mark.parametrize("scene", [TEXT, PICTURES], ids=lambda one: one.name)
def test_a_run_killed_right_after_the_send_leaves_nothing_in_doubt(
    scene: Scene,
) -> None:
    for step in sends(scene):
        world = Strike(scene, kill_at=step + 1).run()

        assert states(world) == {DeliveryState.PUBLISHED}
        for delivery in world.remote.state.ledger.deliveries.values():
            receipt = delivery.entries[-1]
            assert len(receipt.data["media"]) == scene.pictures
            assert receipt.text("source", "body") in receipt.text("text")  # type: ignore[operator]


@pytest.mark.parametrize("scene", [TEXT, PICTURES], ids=lambda one: one.name)
def test_a_run_killed_right_before_the_send_leaves_a_doubt_for_a_person(
    scene: Scene,
) -> None:
    for step in sends(scene):
        world = Strike(scene, kill_at=step).run()

        assert DeliveryState.IN_DOUBT in states(world)
        assert len(world.service.posts) == 1


def test_a_receipt_that_never_landed_is_written_by_the_next_run() -> None:
    """The claim and the timeline are enough, pictures included."""
    steps = Strike(PICTURES).run().steps
    last = [n for n, one in enumerate(steps) if isinstance(one, fx.Push)][-1]
    receipts = Strike(PICTURES).run().judge.books
    world = Strike(PICTURES, kill_at=last).run()

    for key, pages in world.judge.books.pages.items():
        (whole,) = (one for one in receipts.of(key) if one.event == "published")
        told = pages[-1].data
        for field in ("text", "source", "media", "links"):
            assert told[field] == whole.data[field]
    last_page = world.judge.books.of(("post-1", "x"))[-1]
    assert last_page.data["settled_by"] == "read-back"


# --- one fault, and two


@by_scene
def test_every_fault_at_every_step_is_made_good(scene: Scene) -> None:
    for step, blow in singles(scene):
        world = Strike(scene, {step: chaos_of(blow)}).run()

        assert world.struck.times[blow[0].__name__, blow[1].value] > 0
        assert states(world) <= SETTLED


@by_scene
def test_every_fault_followed_by_death_at_every_step(scene: Scene) -> None:
    for step, blow in singles(scene):
        faults = {step: chaos_of(blow)}
        for kill_at in range(step + 1, len(Strike(scene, faults).run().steps)):
            Strike(scene, faults, kill_at).run()


PAIRED = [(scene, part) for scene in SCENES for part in range(HALVES)]


@pytest.mark.parametrize(
    ("scene", "part"), PAIRED, ids=[f"{one.name} {part}" for one, part in PAIRED]
)
def test_every_two_faults_in_one_run(scene: Scene, part: int) -> None:
    for step, blow in singles(scene)[part::HALVES]:
        faults = {step: chaos_of(blow)}
        steps = Strike(scene, faults).run().steps
        for later, other in later_blows(steps, step):
            Strike(scene, {**faults, later: chaos_of(other)}).run()


def recoveries(scene: Scene) -> Iterator[tuple[int, int, Blow]]:
    for death in range(len(Strike(scene).run().steps)):
        steps = Strike(scene).run(first_kill=death).steps
        for step, blow in later_blows(steps, -1):
            yield death, step, blow


@pytest.mark.parametrize(
    "scene",
    [Scene("text"), Scene("picture", pictures=1)],
    ids=lambda one: one.name,
)
def test_every_fault_in_the_run_that_makes_a_death_good(scene: Scene) -> None:
    found = list(recoveries(scene))
    assert len(found) > len(singles(scene))
    for death, step, blow in found:
        Strike(scene, {step: chaos_of(blow)}).run(first_kill=death)


# --- what it comes to


def test_pictures_that_are_not_taken_are_never_a_doubt() -> None:
    scene = Scene("picture", pictures=1)
    blows = [one for one in singles(scene) if one[1][0] in {fx.Prepare, fx.ReadMedia}]
    for step, blow in blows:
        world = Strike(scene, {step: chaos_of(blow)}).run()
        refused = blow[1] is PictureFault.BAD

        expected = DeliveryState.REJECTED if refused else DeliveryState.PUBLISHED
        assert states(world) == {expected}
    assert len(blows) == len(PictureFault)  # and reading, instead of no fault


def test_what_was_accepted_without_an_answer_is_found() -> None:
    step = sends(Scene("text"))[0]
    for fault in (Fault.DROPPED, Fault.NO_ID, Fault.ERROR_ACCEPTED):
        world = Strike(Scene("text"), {step: chaos_of((fx.Send, fault))}).run()

        assert states(world) == {DeliveryState.PUBLISHED}
        assert len(world.service.posts) == 1


def struck_in(scene: Scene) -> set[Blow]:
    return {blow for _, blow in singles(scene)}


def test_every_fault_there_is_strikes_somewhere() -> None:
    """None silently vanishes because a scene does not reach its effect any more."""
    struck = set().union(*map(struck_in, SCENES))
    known = {(kind, fault) for kind in KINDS for fault in faults_of(kind)}

    assert known == struck
    assert all(fault.value != "none" for _, fault in known)
