"""Random schedules over the real engine: no duplicate, no loss, no lie."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sns_cli.publish import effects as fx
from tests.simulation.chaos import DENSE, KINDS, UNTOUCHED, faults_of
from tests.simulation.running import digest, run_range

SCHEDULES = int(os.environ.get("SNS_SIMULATION_SCHEDULES", "10000"))
"""About 6 ms each; ``make soak`` runs 100,000."""
PARTS = 8
REPEATED = 100
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_schedule_breaks_an_invariant(part: int) -> None:
    size = -(-SCHEDULES // PARTS)
    tally = run_range(part * size, min((part + 1) * size, SCHEDULES))

    assert not tally.violations
    # What is not there proves nothing: see that everything occurred.
    if tally.schedules >= 1000:
        missing = {key for key in expected() if not tally.times.get(key)}
        assert not missing
        assert not SITUATIONS - tally.situations.keys()


def expected() -> set[tuple[str, str]]:
    """Return every combination of an effect and what can strike it."""
    found = {(kind.__name__, "death") for kind in (*KINDS, *UNTOUCHED)}
    found |= {(kind.__name__, "pause") for kind in (*KINDS, *UNTOUCHED)}
    for kind in KINDS:
        found |= {(kind.__name__, fault.value) for fault in faults_of(kind)}
        found.add((kind.__name__, "none"))
    return found


SITUATIONS = {
    *("claimed", "published", "rejected", "retracted", "confirmed"),
    *(f"published by {how}" for how in ("reply", "read-back", "person")),
    *(f"exit {code}" for code in (0, 1, 4, 5, 6)),
    *("in-doubt not-on-timeline", "in-doubt several-on-timeline"),
    *("not-sent claim-too-old", "not-sent closed-meanwhile", "not-sent resolved"),
    *("not-sent given-up", "not-sent retry-later", "rejected rejected-stands"),
    *("claimed taken-by-another-run", "due pictures-changed-meanwhile"),
    *("due wrong-account", "due clock-off", "due account-ended", "due stopping"),
    *("due push-refused", "published receipt-not-written"),
    *("published settled-by-another-run", "published settled-by-read-back"),
    *(f"waiting limit-{kind}" for kind in ("budget", "per-day", "spacing")),
    *("waiting account-paused", "waiting paused-by-settings"),
    *("waiting paused-by-environment", "waiting waits-for-opening"),
    *("withdrawn withdrawn-meanwhile", "withdrawn withheld-by-retraction"),
    *("expired grant-ended", "expired post-expired"),
    *("note remote-unreachable", "note publishing-blocked"),
}
"""What every part of the schedules comes to at least once: written, said, and why."""


def test_every_fault_there_is_has_its_share() -> None:
    for kind, (name, _) in KINDS.items():
        assert {fault for fault, _ in getattr(DENSE, name)} == set(faults_of(kind))
    named = {kind.__name__ for kind in (*KINDS, *UNTOUCHED)}
    assert named == {one.__name__ for one in fx.Effect.__args__}  # type: ignore[attr-defined]


def test_the_same_seed_gives_the_same_history_in_every_process() -> None:
    """Neither the process nor the order of its sets and mappings decides anything."""
    here = [digest(seed) for seed in range(REPEATED)]
    code = (
        "import json\n"
        "from tests.simulation.running import digest\n"
        f"print(json.dumps([digest(seed) for seed in range({REPEATED})]))"
    )
    assert len(set(here)) == REPEATED
    for hash_seed in ("1", "2"):
        there = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            check=True,
        )
        assert json.loads(there.stdout) == here
