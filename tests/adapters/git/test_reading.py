"""A chain that was begun to be read beforehand is the chain that is asked for."""

import threading
from pathlib import Path

import pytest

from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId
from tests.support.git_story import Story


@pytest.fixture
def story(tmp_path: Path) -> Story:
    story = Story(tmp_path)
    story.person("kantyo", "director")
    story.introduce()
    return story


def grow(story: Story, count: int) -> CommitId:
    for number in range(count):
        story.commit({f"docs/{number}.md": f"{number}"}, story.people["kantyo"])
    return story.head


def test_what_was_begun_is_what_is_read(story: Story) -> None:
    start = story.head
    head = grow(story, 5)
    asked = story.history()
    begun = story.history()

    begun.expect(head, start)

    assert begun.chain(head, start) == asked.chain(head, start)
    assert len(begun.chain(head, start).commits) == 5


def test_another_head_than_the_expected_one_is_read_anew(story: Story) -> None:
    start = story.head
    history = story.history()
    before = grow(story, 2)

    history.expect(before, start)
    head = grow(story, 3)

    assert history.chain(head, start).tip.id == head
    assert history.chain(before, start).tip.id == before


@pytest.mark.parametrize("name", ["--all", "main", "", "1" * 39])
def test_what_is_no_id_is_not_expected(story: Story, name: str) -> None:
    history = story.history()
    before = threading.active_count()

    history.expect(CommitId(name), story.head)
    history.expect(story.head, CommitId(name))

    assert threading.active_count() == before


def test_no_thread_is_left_when_the_chain_is_read(story: Story) -> None:
    """A second process is made only where there is none."""
    start = story.head
    head = grow(story, 2)
    history = story.history()
    before = threading.active_count()

    history.expect(head, start)
    history.chain(head, start)

    assert threading.active_count() == before


def test_a_commit_that_is_gone_is_told_either_way(story: Story) -> None:
    start = story.head
    head = grow(story, 3)
    lost = story.history().chain(head, start).commits[1].id
    (story.remote / "objects" / lost[:2] / lost[2:]).unlink()
    said = []
    for begins in (False, True):
        history = story.history()
        if begins:
            history.expect(head, start)
        with pytest.raises(HistoryError) as caught:
            history.chain(head, start)
        said.append(caught.value.code)
    assert said == ["git-failed", "git-failed"]
