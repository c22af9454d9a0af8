"""Contents, also of objects that a partial clone left out."""

from pathlib import Path

import pytest

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import open_repository
from sns_cli.errors import HistoryError
from sns_cli.model.history import BlobId
from tests.support.git_command import git
from tests.support.git_story import Story

CONTENTS = {f"posts/2026/12/{number}.md": f"text {number}" for number in range(100)}


@pytest.fixture
def story(tmp_path: Path) -> Story:
    story = Story(tmp_path)
    director = story.person("kantyo", "director")
    story.introduce()
    story.branch("many", CONTENTS, by=director)
    story.merge("many", by=director)
    return story


def counted(story: Story, clone: Path) -> Path:
    """Let every visit of ``clone`` to the remote leave a line in the returned file."""
    visits = story.folder / "visits"
    visits.write_text("")
    wrapper = story.folder / "upload-pack"
    wrapper.write_text(f'#!/bin/sh\necho x >>"{visits}"\nexec git-upload-pack "$@"\n')
    wrapper.chmod(0o755)
    git(clone, "config", "remote.origin.uploadpack", str(wrapper))
    return visits


def test_a_hundred_missing_contents_cost_one_visit(story: Story) -> None:
    clone = story.clone("ci", blobless=True)
    visits = counted(story, clone)
    history = GitHistory(open_repository(clone))
    blobs = [entry.blob for entry in history.files(story.head, "posts/")]
    contents = history.read(blobs)
    assert sorted(contents.values()) == sorted(map(str.encode, CONTENTS.values()))
    assert visits.read_text() == "x\n"
    history.read(blobs)
    assert visits.read_text() == "x\n"


def test_some_missing_and_some_present_cost_one_visit(story: Story) -> None:
    clone = story.clone("ci", blobless=True)
    history = GitHistory(open_repository(clone))
    blobs = [entry.blob for entry in history.files(story.head, "posts/")]
    history.read(blobs[:50])
    visits = counted(story, clone)
    assert len(history.read(blobs)) == 100
    assert visits.read_text() == "x\n"


def test_walking_and_authenticating_fetch_no_contents(story: Story) -> None:
    clone = story.clone("ci", blobless=True)
    visits = counted(story, clone)
    history = GitHistory(open_repository(clone))
    chain = history.chain(story.head, None)
    history.check_merges(chain.commits, chain.introduction.id)
    history.side_commits(chain.tip)
    history.files(story.head)
    assert len(chain.tip.changes) == 100
    assert visits.read_text() == ""


def test_contents_are_exact_whatever_they_hold(story: Story) -> None:
    held = [b"", b"\n", b"\0\xff", b"a missing\n", b"x" * 100_000, b"no end"]
    blobs = [story.blob(content) for content in held]
    found = story.history().read([*blobs, blobs[0]])
    assert [found[blob] for blob in blobs] == held


def test_nothing_asked_is_nothing_read(story: Story) -> None:
    assert story.history().read([]) == {}


@pytest.mark.parametrize("blobless", [False, True])
def test_an_object_that_is_nowhere_is_an_error(story: Story, *, blobless: bool) -> None:
    history = GitHistory(open_repository(story.clone("ci", blobless=blobless)))
    with pytest.raises(HistoryError) as caught:
        history.read([BlobId("1" * 40)])
    assert caught.value.code == "object-missing"


def test_an_unreachable_remote_names_what_is_missing_and_why(story: Story) -> None:
    clone = story.clone("ci", blobless=True)
    history = GitHistory(open_repository(clone))
    blobs = [entry.blob for entry in history.files(story.head, "posts/")]
    story.remote.rename(story.folder / "elsewhere")
    with pytest.raises(HistoryError) as caught:
        history.read(blobs)
    assert caught.value.code == "object-missing"
    assert caught.value.details["detail"]
