"""Every deliberate bug is noticed within the schedules of one test run."""

import pytest

from tests.simulation.mutants import MUTANTS
from tests.simulation.mutate import breaks, first_killer, known_seeds
from tests.simulation.test_simulation import SCHEDULES

OF_THE_REFERENCE = 13
"""delivery.md 2.2: so many bugs were tried there."""


@pytest.mark.parametrize("number", range(len(MUTANTS)), ids=lambda n: MUTANTS[n].name)
def test_the_simulation_notices(number: int) -> None:
    mutant = MUTANTS[number]
    known = known_seeds().get(mutant.name)
    beyond = isinstance(known, int) and known >= SCHEDULES
    if known is not None and not beyond and breaks(number, known):
        return
    # The schedules changed since the seeds were kept: look for it again.
    _, killer, _ = first_killer(number, SCHEDULES)
    assert killer is not None


def test_there_are_as_many_as_there_should_be() -> None:
    names = [one.name for one in MUTANTS]

    assert len(set(names)) == len(names) >= 25
    assert sum("2.2" in one for one in names) >= OF_THE_REFERENCE


def test_the_seeds_kept_are_of_mutants_there_are() -> None:
    assert set(known_seeds()) <= {one.name for one in MUTANTS}
