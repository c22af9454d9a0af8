"""Running many schedules: one range after the other, on every core there is."""

import hashlib
import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from sns_cli.model.delivery import Snapshot
from tests.simulation.scenario import Schedule
from tests.simulation.world import SOUND, Mutant, World

CHUNK = 100


@dataclass
class Tally:
    """What a range of schedules came to.

    Attributes:
        violations: what was broken, by seed.
        times: how often which fault met which effect.
        situations: how often something was said or written.
    """

    schedules: int = 0
    steps: int = 0
    public: int = 0
    violations: dict[int, str] = field(default_factory=dict)
    times: dict[tuple[str, str], int] = field(default_factory=dict)
    situations: dict[str, int] = field(default_factory=dict)

    def add(self, world: World) -> None:
        """Count one world that came to its end."""
        self.schedules += 1
        self.steps += len(world.trace)
        self.public += sum(one.key is not None for one in world.service.posts)
        for key, times in world.struck.times.items():
            self.times[key] = self.times.get(key, 0) + times
        for name in situations_of(world):
            self.situations[name] = self.situations.get(name, 0) + 1

    def merge(self, other: "Tally") -> None:
        """Take another range's counts in."""
        self.schedules += other.schedules
        self.steps += other.steps
        self.public += other.public
        self.violations.update(other.violations)
        for key, times in other.times.items():
            self.times[key] = self.times.get(key, 0) + times
        for name, times in other.situations.items():
            self.situations[name] = self.situations.get(name, 0) + times


def situations_of(world: World) -> set[str]:
    """Return what was written, said and why, each once."""
    found = set()
    for pages in world.judge.books.pages.values():
        for page in pages:
            reason = page.data.get("reason")
            told = f" {reason}" if page.event in {"not-sent", "in-doubt"} else ""
            found.add(f"{page.event}{told}")
            if page.data.get("settled_by"):
                found.add(f"published by {page.data['settled_by']}")
    for report in world.reports:
        found.add(f"exit {int(report.exit_code)}")
        found |= {f"note {one.code}" for one in report.notes}
        found |= {
            f"{one.state} {one.reason.code}"
            for one in report.outcomes
            if one.reason is not None
        }
    return found


def run_range(first: int, after: int) -> Tally:
    """Run the schedules of these seeds; a bug that ends a run is a violation too."""
    tally = Tally()
    for seed in range(first, after):
        try:
            tally.add(Schedule(seed).run())
        except Exception as error:  # noqa: BLE001  (whatever it is, it must not be)
            tally.schedules += 1
            tally.violations[seed] = f"{type(error).__name__}: {error}"
    return tally


def _run_chunk(bounds: tuple[int, int]) -> Tally:
    return run_range(*bounds)


def run_all(first: int, after: int, workers: int) -> Iterator[Tally]:
    """Yield what each hundred schedules came to, in order."""
    starts = range(first, after, CHUNK)
    chunks = [(start, min(start + CHUNK, after)) for start in starts]
    context = multiprocessing.get_context("fork")
    with context.Pool(workers) as pool:
        yield from pool.imap(_run_chunk, chunks)


def killed(mutant: Mutant, seed: int) -> str | None:
    """Return what a mutant breaks under a seed, None if nothing."""
    try:
        Schedule(seed, mutant).run()
    except Exception as error:  # noqa: BLE001  (a crash is noticed as well)
        return f"{type(error).__name__}: {error}"
    return None


def digest(seed: int) -> str:
    """Return a name for everything that happens under a seed."""
    trace = Schedule(seed, SOUND).run().trace
    return hashlib.sha256("\n".join(trace).encode()).hexdigest()


@cache
def _states(seed: int) -> tuple[Snapshot, ...]:
    world = Schedule(seed).run()
    remote = world.remote
    found = []
    for tip in remote.states:
        remote.tip = tip
        found.append(remote.snapshot())
    return tuple(found)


def at_some_time(seed: int, share: float) -> Snapshot:
    """Return what ``main`` held after such a share of a schedule's commits."""
    states = _states(seed)
    return states[min(int(share * len(states)), len(states) - 1)]
