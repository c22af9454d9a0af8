"""Several publishers at the same time, some of which are killed at random moments.

A trial is repeatable as far as a machine is: the seed says who is killed when, and the
machine how they interleave. What must hold, holds for each of them.
"""

import random
import time
from collections.abc import Sequence
from pathlib import Path

from tests.flow.killing import check_objects, made_good
from tests.support.forks import Forked
from tests.support.library import Library
from tests.support.library_files import post, publishing

IDS = ("kyukan", "ohanashi", "tenji")
_MOMENTS = 40
"""About as many as an undisturbed run with these posts has."""
_SECONDS = 1.5
"""About as long as such runs take beside each other."""


def trial(folder: Path, seed: int) -> str:
    """Let three or four publishers compete, kill some; return what came of it."""
    chance = random.Random(seed)  # noqa: S311  (a trial, no secret)
    with Library(folder) as library:
        library.approve(*(post(one) for one in IDS))
        count = chance.choice([3, 4])
        shared = chance.random() < 1 / 3
        clones = [
            library.clone if shared else library.story.clone(f"ci-{number}")
            for number in range(count)
        ]
        killed = _compete(library, clones, chance)
        end = made_good(library, IDS)
        check_objects(library)
    return f"{killed} of {count} killed, {end}"


def _compete(library: Library, clones: Sequence[Path], chance: random.Random) -> int:
    """Run a publisher in every clone; return how many were killed."""
    runs: list[Forked] = []
    ends: list[tuple[float, Forked]] = []
    for clone in clones:
        kind = chance.choice(["moment", "time", "none"])
        moment = chance.randrange(_MOMENTS) if kind == "moment" else None
        run = library.fork(*publishing(), repo=clone, kill_at=moment)
        runs.append(run)
        if kind == "time":
            ends.append((chance.uniform(0, _SECONDS), run))
    passed = 0.0
    for seconds, run in sorted(ends, key=lambda one: one[0]):
        time.sleep(seconds - passed)
        passed = seconds
        run.kill()
    ended = [run.wait() for run in runs]
    codes = [one.code for one in ended]
    # 5: somebody else's claim was young when this run looked.
    assert set(codes) <= {-9, 0, 5}, [(one.code, one.out, one.err) for one in ended]
    return codes.count(-9)
