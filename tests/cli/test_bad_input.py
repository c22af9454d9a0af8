"""Every command, wherever it cannot work: one clear message, and nothing written."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.calls import CALLS, Call, commands
from tests.cli.places import PLACES, Place
from tests.support.forks import run_forked
from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.runs import Run

JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
NEXT_STEP = re.compile(r"ください|します|--help|例: |ある宛先|いる人|ある名前|近い名前")
"""Words of a sentence that says how to go on."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library") as made:
        made.approve(post("ohanashi"))
        made.story.branch("an", {"posts/2036/06/kikaku.md": post("kikaku")}, made.tanto)
        assert made.publish().states == {"ohanashi": "published"}
        git(made.clone, "pull", "--quiet", "origin", "main")
        yield made


def key_file(library: Library) -> Path:
    path = library.folder / "kancho-key"
    path.write_text(library.kancho.private_key, encoding="ascii")
    path.chmod(0o600)
    return path


def arguments(call: Call, library: Library) -> list[str]:
    real = {"{post}": "ohanashi", "{branch}": "an", "{key}": str(key_file(library))}
    return [real.get(one, one) for one in call.arguments]


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


def told_badly(run: Run) -> str | None:
    """Return what is wrong with the message of a failure, if anything is.

    It is one message, in Japanese, and says how to go on.
    """
    told = [line for line in run.err.splitlines() if not line.startswith("注意: ")]
    if run.out:
        return "a failure with a result"
    if not told or not told[0].startswith("エラー: "):
        return "no message"
    if sum(line.startswith("エラー") for line in told) != 1:
        return "several messages"
    if not all(JAPANESE.search(line) for line in told):
        return "a line without Japanese"
    return None if NEXT_STEP.search("\n".join(told)) else "no way out"


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
    library: Library, tmp_path: Path, where: str
) -> None:
    build, missing = PLACES[where]
    place = build(library, tmp_path)

    faults = {
        name: fault(call, library, place, works=call.need not in missing)
        for name, call in CALLS.items()
    }

    assert {name: one for name, one in faults.items() if one} == {}
