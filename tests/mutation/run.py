"""``make mutate-approval``: is every rule of approval proven by a case of its own?

Each rule and each condition in it is done away with, one at a time, in a copy of the
package; the tests that run the place are run against the copy until one fails. What
no test notices is a survivor. Exit 1 if there is one that ``equivalents`` does not
explain.
"""

import argparse
import importlib
import multiprocessing
import multiprocessing.pool
import multiprocessing.queues
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from tests.mutation.equivalents import EQUIVALENT, excuse
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.running import (
    ROOT,
    Contexts,
    copy_package,
    mutated,
    record_tests,
    run_tests,
)

CASES: Final = "tests/approval"
BESIDE: Final = (
    "tests/adapters/git/test_history.py",
    "tests/adapters/git/test_process.py",
    "tests/parse/test_ssh_key.py",
)
"""Cases about approval that are not in its own folder."""
NO_CASES: Final = frozenset(
    {
        "test_random_authority.py",
        "test_random_histories.py",
        "test_random_web.py",
        "test_sentences.py",
    }
)
"""A rule is to be proven by a case that was written for it; sentences are read from
the source and notice everything."""

_LIBRARIES: Final = ("cryptography", "git", "hypothesis", "jpholiday", "pendulum")
_FRAMEWORK: Final = ("pydantic", "frontmatter", "yaml")
_WIDE: Final = 110


@dataclass(frozen=True)
class Known:
    """What the recording run found: who runs which line, how long each test takes."""

    contexts: Contexts
    seconds: Mapping[str, float]

    def order(self, mutant: Mutant) -> list[str]:
        """Return the tests that could notice, the likeliest and quickest first."""
        could = self._tests(mutant.lines)
        likely = self._tests(mutant.likely)
        return sorted(could, key=lambda one: (one not in likely, self.seconds[one]))

    def _tests(self, lines: frozenset[tuple[str, int]]) -> set[str]:
        return set().union(*(self.contexts.get(line, set()) for line in lines))


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: the test that failed, if any, of how many."""

    mutant: Mutant
    killer: str | None
    tests: int


Copies = "multiprocessing.queues.Queue[Path]"
_copies: Copies


def _take_copies(copies: Copies) -> None:
    global _copies  # noqa: PLW0603  (how a pool hands something to its processes)
    _copies = copies


def _record(tests: Sequence[str]) -> tuple[int, str | None, dict[str, float], Contexts]:
    copy = _copies.get()
    status, watch, contexts = record_tests(copy, tests)
    _copies.put(copy)
    return status, watch.failed, watch.seconds, contexts


def _try(known: Known, mutant: Mutant) -> Outcome:
    tests = known.order(mutant)
    if not tests:
        return Outcome(mutant, None, 0)
    copy = _copies.get()
    with mutated(copy, mutant.module, mutant.text):
        status, watch = run_tests(copy, tests)
    _copies.put(copy)
    killer = watch.failed or (None if status == 0 else f"pytest ended with {status}")
    return Outcome(mutant, killer, len(tests))


def main() -> int:
    """Try every mutant and print the table."""
    asked = _arguments()
    began = time.monotonic()
    for library in (*_LIBRARIES, *_FRAMEWORK):
        importlib.import_module(library)
    wanted = [
        one
        for one in mutants_of(ROOT / "sns_cli")
        if not asked.only or any(part in one.name for part in asked.only)
    ]
    suites = _suites(asked.tests or _cases(), asked.workers)
    context = multiprocessing.get_context("fork")
    with tempfile.TemporaryDirectory(prefix="sns-mutants-") as folder:
        copies: Copies = context.Queue()
        for number in range(asked.workers):
            copies.put(copy_package(Path(folder) / str(number)))
        with context.Pool(asked.workers, _take_copies, (copies,), 1) as pool:
            known = _recorded(pool, suites)
            _say(f"{len(wanted)} mutants, {len(known.seconds)} cases")
            tried = [one for one in wanted if asked.all or excuse(one.name) is None]
            outcomes = pool.imap(partial(_try, known), tried, chunksize=1)
            survivors = list(_survivors(outcomes))
    return _summary(wanted, len(tried), survivors, time.monotonic() - began)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Try every mutant of approval.")
    parser.add_argument("--only", nargs="*", help="parts of the mutants' names")
    parser.add_argument("--tests", nargs="*", help="instead of the usual cases")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="the equivalent ones too")
    return parser.parse_args()


def _cases() -> list[str]:
    """Return the files with cases, as pytest takes them."""
    files = sorted((ROOT / CASES).glob("test_*.py"), key=lambda one: one.stat().st_size)
    found = [f"{CASES}/{one.name}" for one in files if one.name not in NO_CASES]
    return [*found, *BESIDE]


def _suites(files: Sequence[str], workers: int) -> list[Sequence[str]]:
    """Deal the files out to the workers."""
    return [files[at::workers] for at in range(min(workers, len(files)))]


def _recorded(
    pool: multiprocessing.pool.Pool, suites: Sequence[Sequence[str]]
) -> Known:
    contexts: Contexts = {}
    seconds: dict[str, float] = {}
    for status, failed, took, ran in pool.imap(_record, suites, chunksize=1):
        if status != 0:
            sys.exit(f"without any mutant a test fails: {failed}, status {status}")
        seconds |= took
        for line, tests in ran.items():
            contexts.setdefault(line, set()).update(tests)
    return Known(contexts, seconds)


def _survivors(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    for one in outcomes:
        if one.killer is None:
            yield one
        file, colons, case = (one.killer or "").partition("::")
        killer = f"{Path(file).name}{colons}{case}"
        fate = killer if one.killer else f"SURVIVED {one.tests} cases"
        _say(f"{_cut(one.mutant.name)}\n    → {fate}")


def _cut(name: str) -> str:
    return name if len(name) <= _WIDE else f"{name[: _WIDE - 1]}…"


def _summary(
    wanted: Sequence[Mutant], tried: int, survivors: Sequence[Outcome], took: float
) -> int:
    unexplained = [one for one in survivors if excuse(one.mutant.name) is None]
    names = [one.name for one in wanted]
    _say("")
    for one in unexplained:
        _say(f"SURVIVOR {one.mutant.name} ({one.tests} cases)")
    if tried == len(wanted):
        noticed = {one.name for one in wanted} - {one.mutant.name for one in survivors}
        for name in sorted(name for name in noticed if excuse(name) is not None):
            _say(f"NOTICED, so no equivalent: {name}")
    for reason in EQUIVALENT:
        excused = [name for name in names if excuse(name) == reason]
        if excused:
            listed = "".join(f"\n    {_cut(name)}" for name in excused)
            _say(f"EQUIVALENT, {reason}:{listed}")
    _say(
        f"\n{len(wanted)} mutants: {tried - len(survivors)} killed, "
        f"{len(unexplained)} survived, {len(wanted) - tried} equivalent and not tried; "
        f"{took:.0f} s"
    )
    return 1 if unexplained else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
