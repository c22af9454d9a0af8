"""``make mutate-approval``: is every rule of approval proven by a case of its own?

Each rule and each condition in it is done away with, one at a time, in a copy of the
package; the tests that run the place are run against the copy until one fails. What
no test notices is a survivor. Exit 1 if there is one that ``equivalents`` does not
explain, or if that explains what needs no explanation (``--all`` looks).
"""

import argparse
import importlib
import multiprocessing
import multiprocessing.pool
import multiprocessing.queues
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from tests.mutation.equivalents import excuse
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.running import (
    ROOT,
    Contexts,
    copy_package,
    mutated,
    record_tests,
    run_tests,
)
from tests.mutation.summary import Outcome, Run, summary, table_row

CASES: Final = "tests/approval"
BESIDE: Final = (
    "tests/adapters/git/test_blobs.py",
    "tests/adapters/git/test_bytes.py",
    "tests/adapters/git/test_each_option.py",
    "tests/adapters/git/test_history.py",
    "tests/adapters/git/test_merges.py",
    "tests/adapters/git/test_peek.py",
    "tests/adapters/git/test_process.py",
    "tests/adapters/git/test_reading.py",
    "tests/adapters/git/test_any_machine.py",
    "tests/adapters/test_second_process.py",
    "tests/parse/test_faults.py",
    "tests/parse/test_post.py",
    "tests/parse/test_settings.py",
    "tests/parse/test_ssh_key.py",
    "tests/schedule/test_granted.py",
)
"""Cases about approval that are not in its own folder."""
ELSEWHERE: Final[Mapping[str, str]] = {
    "adapters/second_process.py": "tests/adapters/test_second_process.py",
}
"""Cases that run a module in processes of their own, where nobody sees which lines."""
NO_CASES: Final = frozenset(
    {
        "test_random_authority.py",
        "test_random_histories.py",
        "test_random_web.py",
        "test_sentences.py",
        "test_ways.py",
    }
)
"""A rule is to be proven by a case that was written for it; sentences are read from
the source and notice everything."""

FIRST: Final = (
    "approval/rules/",
    "approval/",
    "adapters/git/commit.py",
    "adapters/git/",
)
"""What a run that must end early is to have tried, by the beginnings of modules."""

_LIBRARIES: Final = ("cryptography", "git", "hypothesis", "jpholiday", "pendulum")
_FRAMEWORK: Final = ("pydantic", "frontmatter", "yaml")


@dataclass(frozen=True)
class Known:
    """What the recording run found: who runs which line, how long each test takes."""

    contexts: Contexts
    seconds: Mapping[str, float]

    def order(self, mutant: Mutant) -> list[str]:
        """Return the tests that could notice, the likeliest and quickest first."""
        beside = ELSEWHERE.get(mutant.module, "nowhere")
        could = {one for one in self.seconds if one.startswith(beside)}
        could |= self._tests(mutant.lines)
        likely = self._tests(mutant.likely)
        return sorted(could, key=lambda one: (one not in likely, self.seconds[one]))

    def _tests(self, lines: frozenset[tuple[str, int]]) -> set[str]:
        return set().union(*(self.contexts.get(line, set()) for line in lines))


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
        return Outcome(mutant.name, None, 0)
    copy = _copies.get()
    with mutated(copy, mutant.module, mutant.text):
        status, watch = run_tests(copy, tests)
    _copies.put(copy)
    killer = watch.failed or (None if status == 0 else f"pytest ended with {status}")
    return Outcome(mutant.name, killer, len(tests))


def main() -> int:
    """Try every mutant and print the table."""
    asked = _arguments()
    began = time.monotonic()
    for library in (*_LIBRARIES, *_FRAMEWORK):
        importlib.import_module(library)
    wanted = [
        one
        for one in sorted(mutants_of(ROOT / "sns_cli"), key=rank)
        if not asked.only or any(part in one.name for part in asked.only)
    ]
    if not wanted:
        _say(f"no mutant has a name with one of {asked.only}")
        return 2
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
            found = []
            for outcome in outcomes:
                _say(table_row(outcome))
                found.append(outcome)
    names = [one.name for one in wanted]
    run = Run(names, found, not asked.only, time.monotonic() - began)
    for line in summary(run):
        _say(line)
    return run.status


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Try every mutant of approval.")
    parser.add_argument("--only", nargs="*", help="parts of the mutants' names")
    parser.add_argument("--tests", nargs="*", help="instead of the usual cases")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="the equivalent ones too")
    return parser.parse_args()


def rank(mutant: Mutant) -> int:
    """Return how late a mutant is tried."""
    fits = [mutant.module.startswith(beginning) for beginning in FIRST]
    return fits.index(True) if True in fits else len(fits)


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


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
