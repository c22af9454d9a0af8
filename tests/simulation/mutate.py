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
from tests.simulation.struck import SCENES, Strike, chaos_of, singles

KNOWN = Path(__file__).with_name("known_seeds.json")
SEEDS = 10_000
SOON = 1_100
_WIDE = 90


Killer = int | str
"""A seed, or the name of a scene in which some single fault shows the mutant."""


def known_seeds() -> dict[str, Killer]:
    """Return what noticed each mutant when it was last looked for."""
    found: dict[str, Killer] = json.loads(KNOWN.read_text(encoding="utf-8"))
    return found


def breaks(number: int, killer: Killer) -> str | None:
    """Return what a mutant breaks under a seed or in a scene, None if nothing."""
    if isinstance(killer, int):
        return killed(MUTANTS[number], killer)
    scene = next(one for one in SCENES if one.name == killer)
    for step, blow in singles(scene):
        try:
            Strike(scene, {step: chaos_of(blow)}, mutant=MUTANTS[number]).run()
        except Exception as error:  # noqa: BLE001  (a crash is noticed as well)
            return f"step {step}, {blow[1]}: {type(error).__name__}: {error}"
    return None


def first_killer(number: int, seeds: int = SEEDS) -> tuple[int, Killer | None, str]:
    """Return a mutant's number, what notices it first, and what breaks.

    Some seeds are tried, then every single fault in every scene, then the other seeds.
    """
    soon = range(min(SOON, seeds))
    killers = (*soon, *(one.name for one in SCENES), *range(len(soon), seeds))
    for killer in killers:
        what = breaks(number, killer)
        if what is not None:
            return number, killer, what
    return number, None, ""


def main() -> int:
    """Try every mutant and print the table."""
    parser = argparse.ArgumentParser(description="Try every mutant of delivery.")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", action="store_true", help="write known_seeds.json")
    asked = parser.parse_args()
    began = time.monotonic()
    found: dict[str, Killer] = {}
    context = multiprocessing.get_context("fork")
    with context.Pool(asked.workers) as pool:
        for number, killer, what in pool.imap(first_killer, range(len(MUTANTS)), 1):
            name = MUTANTS[number].name
            if killer is None:
                say(f"{name}\n    SURVIVED {SEEDS} seeds")
            else:
                found[name] = killer
                kind = "seed" if isinstance(killer, int) else "scene"
                say(f"{name}\n    {kind} {killer}: {what[:_WIDE]}")
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
