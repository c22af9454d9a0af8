"""What is read before it is needed is not believed of another head."""

from pathlib import Path

import pytest

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import open_repository
from sns_cli.bootstrap.reader import Reader
from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId
from tests.approval.library import CLAIM, POST, Library, post


def read(library: Library, pin: CommitId) -> Reader:
    repository = open_repository(library.story.remote)
    return Reader(repository, GitHistory(repository), SystemClock(), pin)


def test_a_head_that_moves_on_after_the_first_look(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    start = library.introduce()
    reader = read(library, start)

    reader.expect()
    reader.look_ahead()
    library.approve({POST: post()})
    library.story.commit({CLAIM: "{}"}, library.robot, trailers=[])

    assert reader.authentication.head == library.story.head
    assert reader.authentication.commits == 2
    assert [key.post for key in reader.ledger_names().deliveries] == ["20261110-kyukan"]


def test_an_introduction_that_is_not_there_is_told_as_ever(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    library.introduce()
    reader = read(library, CommitId("1" * 40))

    reader.expect()
    reader.look_ahead()

    with pytest.raises(HistoryError) as caught:
        _ = reader.proof
    assert caught.value.code == "introduction-unknown"


def test_nothing_is_read_ahead_of_an_empty_library(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    reader = read(library, CommitId("1" * 40))

    reader.expect()
    reader.look_ahead()

    with pytest.raises(HistoryError) as caught:
        _ = reader.proof
    assert caught.value.code == "head-missing"
