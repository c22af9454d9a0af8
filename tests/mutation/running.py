"""Runs tests against a copy of the package, each time in a process of its own.

The process is forked from one that has loaded pytest and the libraries, and nothing
of ``sns_cli``: it loads that from the copy.
"""

import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final

import coverage
import pytest

ROOT: Final = Path(__file__).parents[2]
_COPIED: Final = ("sns_cli", "tests", "archive", "pyproject.toml", "README.md")
LOG: Final = "pytest.log"
_IGNORED: Final = shutil.ignore_patterns("mutation", "*.tmp")
_PATIENCE: Final = 120
"""Seconds after which a mutant that goes round in circles counts as noticed."""

_FEW: Final = 6
"""Tests that are tried before the others."""

_OPTIONS: Final = (
    "-x",
    # Of its own: several runs on one machine clear away each other's folders.
    "--basetemp=.temporary",
    "-q",
    "-p",
    "no:cacheprovider",
    # The libraries are loaded before pytest is.
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)

Contexts = dict[tuple[str, int], set[str]]
"""Tests by the lines (module below ``sns_cli``, number) that they run."""


def copy_package(folder: Path) -> Path:
    """Copy what the tests need of this repository and return where it is."""
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=_IGNORED)
        else:
            shutil.copy2(source, folder / name)
    return folder


@contextmanager
def mutated(copy: Path, module: str, text: str) -> Iterator[None]:
    """Put another text in a module's place for a while."""
    file = copy / "sns_cli" / module
    original = file.read_bytes()
    try:
        _write(file, text.encode())
        yield
    finally:
        _write(file, original)


def _write(file: Path, content: bytes) -> None:
    """Write a source; a compiled one of the same second would be taken for it."""
    file.write_bytes(content)
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()


@dataclass(eq=False)
class Watch:
    """A plugin: the first test that failed, how long each took, which ran."""

    failed: str | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and self.failed is None:
            self.failed = report.nodeid
        took = self.seconds.get(report.nodeid, 0.0)
        self.seconds[report.nodeid] = took + report.duration


@dataclass(eq=False)
class Recorder:
    """A plugin: tells coverage which test is running."""

    measuring: coverage.Coverage

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        self.measuring.switch_context(item.nodeid)


def run_tests(copy: Path, tests: Sequence[str]) -> tuple[int, Watch]:
    """Run tests against a copy until one fails; return pytest's status.

    The first few are tried first: pytest reads the files of all it is given before it
    runs any, and mostly these few are enough.

    To be called in a process that ends afterwards.
    """
    _enter(copy)
    watch = Watch()
    signal.signal(signal.SIGALRM, _too_long)
    status = 0
    for some in (tests[:_FEW], tests[_FEW:]):
        if some and status == 0:
            signal.alarm(_PATIENCE)
            status = status_of([*_OPTIONS, *some], watch)
            signal.alarm(0)
    return status, watch


def status_of(arguments: list[str], watch: Watch) -> int:
    """Return pytest's status; what makes pytest itself break off was noticed, too."""
    try:
        return int(pytest.main(arguments, [watch]))
    except Exception as error:  # noqa: BLE001  (whatever a mutant brings about)
        watch.failed = watch.failed or f"pytest broke off: {type(error).__name__}"
        return int(pytest.ExitCode.INTERNAL_ERROR)


def record_tests(copy: Path, tests: Sequence[str]) -> tuple[int, Watch, Contexts]:
    """Run tests and return which lines each of them ran; as :func:`run_tests`."""
    _enter(copy)
    watch = Watch()
    package = copy / "sns_cli"
    measuring = coverage.Coverage(
        data_file=None, include=[f"{package}/*"], config_file=False
    )
    measuring.start()
    plugins = [watch, Recorder(measuring)]
    status = pytest.main([*_OPTIONS, *tests], plugins)
    measuring.stop()
    data = measuring.get_data()
    contexts = {
        (str(Path(file).relative_to(package)), line): set(found) - {""}
        for file in data.measured_files()
        for line, found in data.contexts_by_lineno(file).items()
    }
    return int(status), watch, contexts


def _enter(copy: Path) -> None:
    if "sns_cli" in sys.modules:
        message = "the package was loaded before its copy could be"
        raise RuntimeError(message)
    os.chdir(copy)
    os.environ["HYPOTHESIS_PROFILE"] = "mutants"
    sys.path[:] = [str(copy), *(one for one in sys.path if Path(one) != ROOT)]
    sink = os.open(copy / LOG, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(sink, 1)
    os.dup2(sink, 2)
    import sns_cli  # noqa: PLC0415  (from the copy, not before)

    assert Path(str(sns_cli.__file__)).is_relative_to(copy)


def _too_long(_: int, __: FrameType | None) -> None:
    message = "this mutant does not end"
    raise TimeoutError(message)
