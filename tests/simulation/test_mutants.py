"""Every deliberate bug is noticed within the schedules of one test run."""

import pytest

from tests.simulation.mutants import MUTANTS
from tests.simulation.scenario import Schedule
from tests.simulation.test_simulation import SCHEDULES
from tests.simulation.world import Mutant


def killed_at(mutant: Mutant) -> int | None:
    """Return the first seed under which an invariant breaks."""
    for seed in range(SCHEDULES):
        try:
            Schedule(seed, mutant).run()
        except AssertionError:
            return seed
    return None


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_the_simulation_notices(mutant: Mutant) -> None:
    assert killed_at(mutant) is not None
