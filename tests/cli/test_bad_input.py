"""Every command, wherever it cannot work: one clear message, and nothing written."""

from pathlib import Path

import pytest

from tests.cli.calls import CALLS, Call, arguments, commands
from tests.cli.places import PLACES, Place
from tests.cli.told import told_badly
from tests.support.forks import run_forked
from tests.support.git_command import git
from tests.support.library import Library


def snapshot(library: Library, folder: Path) -> dict[str, object]:
    """Return all that a command could have written, except git's own objects."""
    written: dict[str, object] = {
        "main": git(library.story.remote, "for-each-ref"),
        "sent": library.sent(),
    }
    for root in (folder, library.folder, library.home):
        for path in root.rglob("*"):
            inside = path.relative_to(root).parts
            if ".git" in inside or "objects" in inside or "sqlite" in path.suffix:
                continue
            written[str(path)] = path.read_bytes() if path.is_file() else None
    return written


def test_every_command_has_a_call() -> None:
    assert sorted(CALLS) == sorted(name for name, _ in commands())


def fault(call: Call, library: Library, place: Place, *, works: bool) -> str | None:
    """Return what a command does wrong in a place, if anything."""
    typed = arguments(call, library)
    before = snapshot(library, place.folder)
    run = run_forked(typed, library.environment(**place.variables), place.folder)
    if "Traceback" in run.err or run.code != (call.code if works else 4):
        return f"exit {run.code}"
    if run.code in {2, 4}:
        if snapshot(library, place.folder) != before:
            return "something was written"
        return told_badly(run)
    return None


@pytest.mark.parametrize("where", PLACES)
def test_where_a_command_cannot_work_it_says_so(
    busy_library: Library, tmp_path: Path, where: str
) -> None:
    build, missing = PLACES[where]
    place = build(busy_library, tmp_path)

    faults = {
        name: fault(call, busy_library, place, works=call.need not in missing)
        for name, call in CALLS.items()
    }

    assert {name: one for name, one in faults.items() if one} == {}
