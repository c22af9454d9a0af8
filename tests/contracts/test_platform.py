"""What every port that is asked who merged what promises: in memory, and on GitHub."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from sns_cli.adapters.github.access import Access
from sns_cli.adapters.github.api import GitHubApi
from sns_cli.adapters.platform.github import GitHubPlatform
from sns_cli.errors import PlatformError
from sns_cli.messages import render
from sns_cli.model.history import Commit, CommitId
from sns_cli.model.platform import PullMerge, Review
from sns_cli.ports import Platform
from tests.fakes import github as fake
from tests.fakes.github import REPOSITORY, TOKEN, Answer, GitHub
from tests.fakes.platform import FakePlatform

MERGE, HEAD, BASE, OTHER = (CommitId(digit * 40) for digit in "abcd")
SAID = PullMerge(
    repository=REPOSITORY,
    number=4,
    url=f"https://github.com/{REPOSITORY}/pull/4",
    base="main",
    head=HEAD,
    merge_commit=MERGE,
    merged_by="kancho-city",
    merged_by_kind="User",
    merged_at="2026-11-20T00:00:00Z",
    reviews=(Review("kancho-city", "APPROVED", HEAD, "2026-11-20T00:00:00Z"),),
)


@dataclass
class Stage:
    """A port that knows one merge, and a way to make its host fall silent."""

    port: Platform
    fail: Callable[[], None]


@pytest.fixture(params=["memory", "github"])
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    if request.param == "memory":
        port = FakePlatform()
        port.knows(MERGE, SAID)
        yield Stage(port, lambda: setattr(port, "silent", "timeout"))
        return
    with GitHub() as server:
        review = fake.Review("kancho-city", "APPROVED", HEAD)
        server.knows(fake.Pull(4, HEAD, MERGE, reviews=(review,)), MERGE)
        api = GitHubApi(Access(TOKEN, REPOSITORY, server.base, local=True))
        yield Stage(
            GitHubPlatform(api, REPOSITORY),
            lambda: server.answers.append(Answer(502)),
        )
        api.close()
        assert server.complaints == []


def commit(number: CommitId, *parents: CommitId) -> Commit:
    at = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
    return Commit(number, parents, "", b"", "", "", at, "", ())


def test_it_says_who_merged_and_reviewed(stage: Stage) -> None:
    assert stage.port.merges_of(commit(MERGE, BASE, HEAD)) == (SAID,)


def test_it_knows_nothing_of_other_commits(stage: Stage) -> None:
    assert stage.port.merges_of(commit(OTHER, BASE, BASE)) == ()


def test_without_an_answer_it_says_so_and_nothing_else(stage: Stage) -> None:
    stage.fail()

    with pytest.raises(PlatformError) as error:
        stage.port.merges_of(commit(MERGE, BASE, HEAD))

    assert set(error.value.details) == {"detail"}
    for language in ("ja", "en"):
        assert render(error.value.code, language, error.value.details)  # type: ignore[arg-type]  # a literal
