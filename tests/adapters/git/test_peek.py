"""A look at the tip of a remote's branch: an answer or none, and nothing is fetched."""

from pathlib import Path

import pytest

from sns_cli.adapters.git.remote import Remote
from sns_cli.adapters.git.repository import open_repository
from tests.support.git_command import git, text

WHO = ("-c", "user.name=a", "-c", "user.email=a@example.jp")


def commit(place: Path, message: str) -> str:
    git(place, *WHO, "commit", "-q", "--allow-empty", "-m", message)
    return text(place, "rev-parse", "HEAD")


@pytest.fixture(params=["sha1", "sha256"])
def pair(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """A repository with one commit, and a clone of it."""
    there, here = tmp_path / "there", tmp_path / "here"
    form = f"--object-format={request.param}"
    git(tmp_path, "init", "-q", "-b", "main", form, str(there))
    commit(there, "1")
    git(tmp_path, "clone", "-q", str(there), str(here))
    return there, here


def test_it_says_where_the_branch_is_and_fetches_nothing(
    pair: tuple[Path, Path],
) -> None:
    there, here = pair
    remote = Remote(open_repository(here))
    before = text(there, "rev-parse", "main")
    assert remote.peek("main") == before

    after = commit(there, "2")

    assert remote.peek("main") == after
    assert text(here, "rev-parse", "origin/main") == before
    assert git(here, "count-objects").decode().startswith("2 ")


def test_only_the_branch_itself_counts(pair: tuple[Path, Path]) -> None:
    there, here = pair
    git(there, "branch", "-q", "x/main")
    git(there, "tag", "main")
    wanted = commit(there, "2")

    assert Remote(open_repository(here)).peek("main") == wanted
    assert Remote(open_repository(here)).peek("none") is None


def test_without_an_answer_there_is_none(pair: tuple[Path, Path]) -> None:
    there, here = pair
    there.rename(there.with_name("gone"))

    assert Remote(open_repository(here)).peek("main") is None
    assert Remote(open_repository(here), "nowhere").peek("main") is None
