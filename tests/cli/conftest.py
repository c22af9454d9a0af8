from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import post


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library") as made:
        yield made


@pytest.fixture
def busy_library(library: Library) -> Library:
    """A library with a published post and a proposal, for the calls of ``calls.py``."""
    library.approve(post("ohanashi"))
    proposed = {"posts/2036/06/kikaku.md": post("kikaku")}
    library.story.branch("an", proposed, library.tanto)
    assert library.publish().states == {"ohanashi": "published"}
    git(library.clone, "pull", "--quiet", "origin", "main")
    return library
