"""Names of files that try to act on the terminal or the CI job: no command helps them.

The hosts' runners read ``::command::`` at the beginning of a line and ``##[command]``
anywhere in it; a terminal reads escape sequences.
"""

import re

import pytest

from tests.cli.calls import CALLS, arguments
from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import post

LEGACY, ESCAPE, FAKE = "##[error]r", "a\u202eb", "::error::FAKE"
ACTS = re.compile(
    r"##\[|[\x1b\u202e]|^\s*::(?!(?:error|warning|notice)[ :])|^\s*::error::FAKE",
    re.MULTILINE,
)
"""What runners and terminals act on, but for our own annotations."""


@pytest.fixture
def library(busy_library: Library) -> Library:
    """Posts and strays with such names: approved, unapproved, unreadable, proposed."""
    names = (LEGACY, ESCAPE, FAKE)
    folder = "posts/2036/06/"
    fits = {f"{folder}{name}.md": post(f"p-{at}") for at, name in enumerate(names)}
    unfit: dict[str, str | None] = {f"{folder}{name}x.md": "?" for name in names}
    strays: dict[str, str | None] = {f"{folder}{name}.txt": "?" for name in names}
    busy_library.merge({**fits, **unfit, **strays})
    busy_library.push({f"posts/2036/07/{LEGACY}.md": post("p-late")})
    busy_library.story.flush()
    git(busy_library.clone, "pull", "--quiet", "origin", "main")
    return busy_library


def test_a_command_prints_names_that_do_nothing(library: Library) -> None:
    acted = {}
    for name, call in CALLS.items():
        run = library.sns(*arguments(call, library))
        acted[name] = ACTS.findall(run.out + run.err)

    assert {name: found for name, found in acted.items() if found} == {}


CALLS_WITH_NAMES = {
    "preview": ("preview",),
    "preview as Markdown": ("preview", "--format", "markdown"),
    "preview into a file": ("preview", "--output", f"{LEGACY}.html"),
    "lint as annotations": ("lint", "--format", "github"),
    "a path that is missing": ("lint", f"posts/{LEGACY}"),
    "withdraw": ("withdraw", "p-0"),
    "status as annotations": ("status", "--format", "github"),
    "what waits": ("approve", "--again", "--key", "{key}", "--yes"),
    "a file that is no key": ("approve", "an", "--key", f"/nowhere/{LEGACY}"),
    "an unknown branch": ("approve", LEGACY, "--key", "{key}"),
    "publish as annotations": ("publish", "--format", "github", "--dry-run"),
    "a traceback": ("lint", f"posts/{LEGACY}", "-v"),
}


@pytest.mark.parametrize("name", CALLS_WITH_NAMES)
def test_so_it_is_in_other_forms_and_in_complaints(library: Library, name: str) -> None:
    key = arguments(CALLS["approve"], library)[3]
    words = [key if one == "{key}" else one for one in CALLS_WITH_NAMES[name]]

    run = library.sns(*words)

    assert not ACTS.findall(run.out + run.err), run
    assert "＃＃[error]" in run.out + run.err, run
