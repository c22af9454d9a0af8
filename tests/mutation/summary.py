"""What a run of mutants came to, as lines, and whether anything is left to do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tests.mutation.equivalents import EQUIVALENT, excuse, matching

_WIDE: Final = 110


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant.

    Attributes:
        name: see :class:`tests.mutation.mutants.Mutant`.
        killer: the test that noticed, None if none did.
        tests: how many could have.
    """

    name: str
    killer: str | None
    tests: int


@dataclass(frozen=True)
class Run:
    """A run of mutants.

    Attributes:
        wanted: the names of those that were to be tried, or are excused.
        outcomes: of those that were tried.
        whole: whether every mutant there is was wanted.
        seconds: it took.
    """

    wanted: Sequence[str]
    outcomes: Sequence[Outcome]
    whole: bool
    seconds: float

    @property
    def survivors(self) -> tuple[Outcome, ...]:
        """Those that no test noticed, and that nothing excuses."""
        return tuple(
            one
            for one in self.outcomes
            if one.killer is None and excuse(one.name) is None
        )

    @property
    def stale(self) -> tuple[str, ...]:
        """What is excused without need: a test notices it, or it is not there."""
        lived = {one.name for one in self.outcomes if one.killer is None}
        noticed = {
            one.name
            for one in self.outcomes
            if one.killer is not None
            and one.name not in lived
            and excuse(one.name) is not None
        }
        gone = unused(self.wanted) if self.whole else ()
        return (*sorted(noticed), *gone)

    @property
    def status(self) -> int:
        """0 if every rule is proven and every excuse is needed, else 1."""
        return 1 if self.survivors or self.stale else 0


def table_row(one: Outcome) -> str:
    """Return the two lines of the table about one mutant."""
    file, colons, case = (one.killer or "").partition("::")
    killer = f"{file.rpartition('/')[2]}{colons}{case}"
    fate = killer if one.killer else f"SURVIVED {one.tests} cases"
    return f"{_cut(one.name)}\n    → {fate}"


def summary(run: Run) -> Iterator[str]:
    """Yield the lines that end the table."""
    yield ""
    for one in run.survivors:
        yield f"SURVIVOR {one.name} ({one.tests} cases)"
    for name in run.stale:
        yield f"NO EQUIVALENT, though excused: {name}"
    for reason in EQUIVALENT:
        excused = [name for name in run.wanted if excuse(name) == reason]
        if excused:
            yield f"EQUIVALENT, {reason}:"
            yield from (f"    {_cut(name)}" for name in excused)
    yield ""
    yield from _by_module(run)
    killed = sum(one.killer is not None for one in run.outcomes)
    passed_over = len(run.wanted) - len(run.outcomes)
    yield (
        f"\n{len(run.wanted)} mutants: {killed} killed, "
        f"{len(run.survivors)} survived, {passed_over} equivalent and not tried; "
        f"{run.seconds:.0f} s"
    )


def unused(names: Iterable[str]) -> tuple[str, ...]:
    """Return the excuses that none of these names fits."""
    known = tuple(names)
    return tuple(
        pattern
        for patterns in EQUIVALENT.values()
        for pattern in patterns
        if not any(matching(pattern).match(name) for name in known)
    )


def _by_module(run: Run) -> Iterator[str]:
    all_, killed = (
        _counted(run.wanted),
        _counted([one.name for one in run.outcomes if one.killer is not None]),
    )
    yield f"{'mutants':>8} {'killed':>8}  module"
    for module in sorted(all_):
        yield f"{all_[module]:>8} {killed[module]:>8}  {module}"


def _counted(names: Sequence[str]) -> Counter[str]:
    return Counter(name.partition(":")[0] for name in names)


def _cut(name: str) -> str:
    return name if len(name) <= _WIDE else f"{name[: _WIDE - 1]}…"
