"""``make mutate-delivery``: which schedule notices which deliberate bug.

Prints a table and exits 1 if a bug survives every seed. The seeds found are kept in
``known_seeds.json``, so that a test run need not look for them again.
"""

import argparse
import json
import multiprocessing
import sys
import time
from pathlib import Path

from tests.simulation.mutants import MUTANTS
from tests.simulation.running import killed
from tests.simulation.soak import say

KNOWN = Path(__file__).with_name("known_seeds.json")
SEEDS = 10_000
_WIDE = 90


def known_seeds() -> dict[str, int]:
    """Return the seed that noticed each mutant when it was last looked for."""
    found: dict[str, int] = json.loads(KNOWN.read_text(encoding="utf-8"))
    return found


def first_seed(number: int, seeds: int = SEEDS) -> tuple[int, int | None, str]:
    """Return a mutant's number, the first seed that notices it, and what breaks."""
    for seed in range(seeds):
        what = killed(MUTANTS[number], seed)
        if what is not None:
            return number, seed, what
    return number, None, ""


def main() -> int:
    """Try every mutant and print the table."""
    parser = argparse.ArgumentParser(description="Try every mutant of delivery.")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", action="store_true", help="write known_seeds.json")
    asked = parser.parse_args()
    began = time.monotonic()
    found: dict[str, int] = {}
    context = multiprocessing.get_context("fork")
    with context.Pool(asked.workers) as pool:
        for number, seed, what in pool.imap(first_seed, range(len(MUTANTS)), 1):
            name = MUTANTS[number].name
            if seed is None:
                say(f"{name}\n    SURVIVED {SEEDS} seeds")
            else:
                found[name] = seed
                say(f"{name}\n    seed {seed}: {what[:_WIDE]}")
    survivors = len(MUTANTS) - len(found)
    took = time.monotonic() - began
    say(
        f"\n{len(MUTANTS)} mutants: {len(found)} killed, {survivors} survived; "
        f"{took:.0f} s"
    )
    if asked.keep:
        text = json.dumps(found, indent=1, ensure_ascii=False)
        KNOWN.write_text(f"{text}\n", encoding="utf-8")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
