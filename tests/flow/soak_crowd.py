"""Many trials of competing and dying publishers: ``python -m tests.flow.soak_crowd``.

``python -m tests.flow.soak_crowd 200 1000`` does 200, from seed 1000 on. It prints what
came of how many, and stops at the first that breaks a promise, naming its seed.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.flow.crowd import trial
from tests.support.isolation import isolated_environment


def soak(trials: int, first: int) -> Counter[str]:
    """Do that many trials and return what came of them."""
    ends: Counter[str] = Counter()
    for seed in range(first, first + trials):
        with tempfile.TemporaryDirectory() as folder:
            try:
                ends[trial(Path(folder) / "library", seed)] += 1
            except BaseException:
                sys.stderr.write(f"seed {seed} breaks a promise\n")
                raise
    return ends


def main(trials: int = 200, first: int = 1000) -> None:
    """Soak, and print the figures."""
    isolated = isolated_environment()
    next(isolated)
    began = time.monotonic()
    ends = soak(trials, first)
    seconds = time.monotonic() - began
    lines = [f"{count:6} {end}" for end, count in sorted(ends.items())]
    seeds = f"seeds {first} to {first + trials - 1}"
    lines.append(f"{trials} trials, {seeds}, 0 violations")
    lines.append(f"{seconds:.0f} s, {seconds / trials:.2f} s a trial\n")
    sys.stdout.write("\n".join(lines))
    next(isolated, None)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
