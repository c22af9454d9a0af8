"""I13: the same inputs give the same plan, in whatever order they come."""

import datetime as dt
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.event import Run
from sns_cli.model.ledger import DeliveryKey, Ledger
from sns_cli.publish.config import Config
from sns_cli.publish.plan import Plan, Scene, plan, withheld
from sns_cli.schedule.timing import due_post
from tests.simulation.library import OPENS, approve, post
from tests.simulation.running import at_some_time

CONFIG = Config(
    run=Run(job="job", runner="sim", version="0"),
    due=due_post,
    channels=frozenset({"x", "y", "z"}),
)


MORE = [post(f"more-{n}", f"追加 {n}", n % 2) for n in range(3)]
"""Posts that become due at the same instant."""
READY: list[int] = []
"""How many deliveries each plan let out."""


def planned(scene: Scene) -> Plan:
    """Return the plan, with nothing remembered from a plan before."""
    return plan(replace(scene))


@given(
    seed=st.integers(0, 300),
    share=st.floats(0, 1),
    minutes=st.integers(0, 120) | st.integers(-120, 60 * 26),
    random=st.randoms(use_true_random=False),
)
def test_the_order_of_posts_and_deliveries_decides_nothing(
    seed: int, share: float, minutes: int, random: Random
) -> None:
    """Any state of ``main`` that a schedule comes to, at any time."""
    snapshot = at_some_time(seed, share)
    times = [one.approval.at for one in snapshot.approved]
    approved_at = max(times, default=OPENS)
    more = tuple(approve(one, approved_at) for one in MORE)
    snapshot = replace(snapshot, approved=(*snapshot.approved, *more))
    now = approved_at + dt.timedelta(minutes=minutes)
    scene = Scene(CONFIG, snapshot, snapshot.ledger, now, withheld=withheld(snapshot))
    first = planned(scene)

    approved = list(snapshot.approved)
    keys: list[DeliveryKey] = list(snapshot.ledger.deliveries)
    random.shuffle(approved)
    random.shuffle(keys)
    ledger = Ledger({key: snapshot.ledger.of(key) for key in keys})
    mixed = replace(snapshot, approved=tuple(approved), ledger=ledger)
    second = planned(
        Scene(CONFIG, mixed, ledger, now, withheld=withheld(mixed)),
    )

    READY.append(len(first.ready))
    assert planned(scene) == first
    assert [(one.key, one.message) for one in second.ready] == [
        (one.key, one.message) for one in first.ready
    ]
    told = {one.outcome.key: one for one in first.lines}
    assert {one.outcome.key: one for one in second.lines} == told
    assert len(second.lines) == len(first.lines) == len(told)


def test_the_plans_were_about_something() -> None:
    test_the_order_of_posts_and_deliveries_decides_nothing()
    assert sum(ready > 1 for ready in READY) > 10
