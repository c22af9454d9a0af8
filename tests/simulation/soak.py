"""``make soak``: many schedules, more than one test run has time for.

``SEEDS=a:b`` names the range (b excluded); a range that was interrupted goes on where
its last line says. Exit 1 if an invariant broke under some seed.
"""

import os
import sys
import time

from tests.simulation.running import Tally, run_all

USUAL = "0:100000"


def main() -> int:
    """Run the range and print how it goes."""
    first, after = map(int, (os.environ.get("SEEDS") or USUAL).split(":"))
    workers = int(os.environ.get("WORKERS") or os.cpu_count() or 1)
    began = time.monotonic()
    whole = Tally()
    at = first
    say(f"seeds {first} to {after - 1}, {workers} processes")
    try:
        for tally in run_all(first, after, workers):
            for seed, what in tally.violations.items():
                say(f"VIOLATION seed {seed}: {what}")
            whole.merge(tally)
            at = first + whole.schedules
            if whole.schedules % 1000 == 0 or at == after:
                say(_progress(whole, at, after, time.monotonic() - began))
    except KeyboardInterrupt:
        say(f"stopped; go on with SEEDS={at}:{after}")
        return 130
    for (effect, fault), times in sorted(whole.times.items()):
        say(f"  {effect:<12} {fault:<32} {times:>9}")
    say(_progress(whole, at, after, time.monotonic() - began))
    return 1 if whole.violations else 0


def _progress(whole: Tally, at: int, after: int, seconds: float) -> str:
    return (
        f"{whole.schedules} schedules in {seconds:.0f} s "
        f"({whole.schedules / max(seconds, 0.001):.0f}/s), {whole.steps} steps, "
        f"{whole.public} posts public, {len(whole.violations)} violations; "
        f"rest: SEEDS={at}:{after}"
    )


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
