"""GitHub's ways: what is asked, what is believed, and what counts as no answer."""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator

import pytest

from sns_cli.adapters.environment import Environment
from sns_cli.adapters.github.access import Access
from sns_cli.adapters.github.api import GitHubApi
from sns_cli.adapters.platform.github import GitHubPlatform
from sns_cli.bootstrap.host import open_platform
from sns_cli.errors import PlatformError
from sns_cli.model.history import Commit, CommitId
from tests.fakes.github import REPOSITORY, TOKEN, Answer, GitHub, Pull, Review
from tests.support.raw_server import RawServer

MERGE, HEAD, BASE, OTHER = (CommitId(digit * 40) for digit in "abcd")
APPROVED = Review("Kancho-City", "APPROVED", HEAD)
GOOD = Pull(4, HEAD, MERGE, reviews=(APPROVED,))


@pytest.fixture
def github() -> Iterator[GitHub]:
    with GitHub(per_page=2) as server:
        yield server
        assert server.complaints == []


@pytest.fixture
def port(github: GitHub) -> Iterator[GitHubPlatform]:
    api = GitHubApi(access(github.base), (5.0, 0.3))
    yield GitHubPlatform(api, REPOSITORY)
    api.close()


def access(base: str) -> Access:
    return Access(TOKEN, REPOSITORY, base, local=True)


def commit(number: CommitId, *parents: CommitId) -> Commit:
    at = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
    return Commit(number, parents, "", b"", "", "", at, "", ())


A_MERGE = commit(MERGE, BASE, HEAD)
SINGLE = commit(MERGE, BASE)


def why(port: GitHubPlatform, one: Commit = A_MERGE) -> str:
    """Return why there is no answer."""
    with pytest.raises(PlatformError) as error:
        port.merges_of(one)
    return str(error.value.details["detail"])


def test_a_merge_that_is_known_by_its_head_only_is_found(
    github: GitHub, port: GitHubPlatform
) -> None:
    github.knows(Pull(3, HEAD, OTHER), HEAD)  # the same proposal, merged elsewhere
    github.knows(GOOD, HEAD)

    (found,) = port.merges_of(A_MERGE)

    assert (found.number, found.merge_commit) == (4, MERGE)


def test_a_test_merge_of_an_open_pull_request_is_no_answer(
    github: GitHub, port: GitHubPlatform
) -> None:
    """GitHub sets ``merge_commit_sha`` before anything was merged."""
    github.knows(dataclasses.replace(GOOD, merged=False), MERGE)

    assert port.merges_of(A_MERGE) == ()


def test_all_pages_of_reviews_are_read_and_only_the_mergers_kept(
    github: GitHub, port: GitHubPlatform
) -> None:
    others = [Review(f"passer-by-{n}", "APPROVED", HEAD) for n in range(5)]
    gone = Review(None, "APPROVED", HEAD)
    later = Review("kancho-city", "CHANGES_REQUESTED", None)
    reviews = (APPROVED, *others, gone, later)
    github.knows(dataclasses.replace(GOOD, reviews=reviews), MERGE)

    (found,) = port.merges_of(A_MERGE)

    assert [(one.login, one.state, one.commit) for one in found.reviews] == [
        ("Kancho-City", "APPROVED", HEAD),
        ("kancho-city", "CHANGES_REQUESTED", None),
    ]


def test_more_reviews_than_can_be_read_are_no_answer(
    github: GitHub, port: GitHubPlatform
) -> None:
    reviews = (APPROVED,) * 41  # of pages of two, twenty are read
    github.knows(dataclasses.replace(GOOD, reviews=reviews), MERGE)

    assert why(port) == "odd answer"


def test_who_merged_may_be_gone(github: GitHub, port: GitHubPlatform) -> None:
    github.knows(dataclasses.replace(GOOD, merged_by=None), MERGE)

    (found,) = port.merges_of(A_MERGE)

    assert (found.merged_by, found.reviews) == (None, ())


def test_a_squash_is_told_by_one_question(github: GitHub, port: GitHubPlatform) -> None:
    github.knows(GOOD, MERGE)

    (found,) = port.merges_of(SINGLE)

    assert found.number == 4
    assert len(github.asked) == 1


@pytest.mark.parametrize(
    "pull", [dataclasses.replace(GOOD, base="next"), Pull(4, HEAD, merged=False)]
)
def test_a_direct_push_belongs_to_no_merged_proposal(
    github: GitHub, port: GitHubPlatform, pull: Pull
) -> None:
    github.knows(pull, MERGE)

    assert port.merges_of(SINGLE) == ()


@pytest.mark.parametrize(
    ("answer", "detail"),
    [
        (Answer(401), "HTTP 401"),
        (Answer(403), "HTTP 403"),
        (Answer(404), "HTTP 404"),
        (Answer(429), "HTTP 429"),
        (Answer(500), "HTTP 500"),
        (Answer(302, headers={"Location": "http://127.0.0.1:1/"}), "HTTP 302"),
        (Answer(200, b"{}"), "odd answer"),
        (Answer(200, b"[" * 100_000), "odd answer"),
        (Answer(200, b"<html>"), "odd answer"),
        (Answer(200, b"[]", wait=300), "timeout"),
    ],
)
def test_whatever_goes_wrong_is_no_answer_and_nothing_is_repeated(
    github: GitHub, port: GitHubPlatform, answer: Answer, detail: str
) -> None:
    github.knows(GOOD, MERGE)
    github.always = answer

    assert detail in why(port)
    assert len(github.asked) == 1


def test_a_commit_that_github_does_not_know_belongs_to_nothing(
    github: GitHub, port: GitHubPlatform
) -> None:
    github.always = Answer(422)

    assert port.merges_of(A_MERGE) == ()


def test_a_host_that_is_not_there_is_no_answer() -> None:
    with RawServer() as server:
        base = server.base
    api = GitHubApi(access(base), (0.5, 0.5))

    assert why(GitHubPlatform(api, REPOSITORY))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("merged", None),
        ("merged", "true"),
        ("number", 5),
        ("number", "4"),
        ("number", True),
        ("head", None),
        ("head.sha", "HEAD"),
        ("base.ref", ""),
        ("base", "main"),
        ("merge_commit_sha", None),
        ("merged_by", "kancho-city"),
        ("merged_by.login", "a\nb"),
        ("merged_by.login", "\ud800"),
        ("merged_by.type", 1),
        ("merged_at", None),
        ("html_url", "javascript:alert(1)"),
    ],
)
def test_a_pull_request_of_another_form_is_no_answer(
    github: GitHub, port: GitHubPlatform, path: str, value: object
) -> None:
    listed = json.dumps([GOOD.shown()]).encode()
    whole = GOOD.whole()
    *way, last = path.split(".")
    place = whole[way[0]] if way else whole
    place[last] = value
    github.answers = [Answer(200, listed), Answer(200, json.dumps(whole).encode())]
    github.knows(GOOD, MERGE)

    assert why(port) == "odd answer"


@pytest.mark.parametrize(
    "change", [{"state": None}, {"commit_id": "x"}, {"submitted_at": 5}]
)
def test_a_review_of_another_form_is_no_answer(
    github: GitHub, port: GitHubPlatform, change: dict[str, object]
) -> None:
    github.answers = [
        Answer(200, json.dumps([GOOD.shown()]).encode()),
        Answer(200, json.dumps(GOOD.whole()).encode()),
        Answer(200, json.dumps([{**APPROVED.shown(1), **change}]).encode()),
    ]

    assert why(port) == "odd answer"


def test_without_a_token_there_is_nobody_to_ask() -> None:
    assert open_platform(Environment({})) is None


def test_an_unusable_setting_is_named_and_never_its_value() -> None:
    said = {
        "GITHUB_TOKEN": "geheim",
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_API_URL": "http://example.com",
    }
    port = open_platform(Environment(said))

    assert port is not None
    with pytest.raises(PlatformError, match="GITHUB_API_URL") as error:
        port.merges_of(A_MERGE)
    assert "geheim" not in str(error.value)
