"""GitHub's ways: which pull request, which pages, which answers."""

import contextlib
import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sns_cli.adapters.environment import Environment, take_environment
from sns_cli.adapters.github.access import API, Access, access_of
from sns_cli.adapters.github.api import GitHubApi
from sns_cli.adapters.notices.github import GitHubNotices, pick
from sns_cli.errors import HostDownError, HostError
from sns_cli.model.history import CommitId
from sns_cli.model.notice import Brought, Notice, Part, mark
from tests.fakes.github import REPOSITORY, TOKEN, Answer, GitHub, Pull
from tests.support.raw_server import RawServer, http

MERGE, HEAD, OTHER = (CommitId(digit * 40) for digit in "abc")
SINCE = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
BY_MERGE = Brought(MERGE, HEAD)


def notice(name: str = "kyukan", *brought: Brought) -> Notice:
    part = Part(mark((name, "x"), ("公開",)), f"{name} は公開")
    return Notice(name, f"posts/{name}.md", brought or (BY_MERGE,), SINCE, "", (part,))


def access(base: str) -> Access:
    return Access(TOKEN, REPOSITORY, base, local=True)


@pytest.fixture
def github() -> Iterator[GitHub]:
    with GitHub(per_page=2) as server:
        yield server


@pytest.fixture
def notices(github: GitHub) -> Iterator[GitHubNotices]:
    port = GitHubNotices(GitHubApi(access(github.base), (5.0, 0.3)))
    yield port
    port.close()


# Which pull request


def shown(*pulls: Pull) -> list[dict[str, object]]:
    return [pull.shown() for pull in pulls]


@pytest.mark.parametrize(
    ("pulls", "number"),
    [
        ((), None),
        ((Pull(1, OTHER, MERGE),), 1),
        ((Pull(1, HEAD, merged=False),), 1),
        ((Pull(1, OTHER, OTHER),), 1),
        ((Pull(1, OTHER, merged=False),), None),
        ((Pull(1, HEAD, MERGE, base="draft"),), None),
        ((Pull(2, OTHER, OTHER), Pull(1, OTHER, MERGE)), 1),
        ((Pull(2, OTHER, OTHER), Pull(1, HEAD)), 1),
        ((Pull(1, HEAD), Pull(3, HEAD), Pull(2, HEAD)), 3),
        # GitHub's test merge of an open pull request is no merge.
        ((Pull(1, OTHER, MERGE, merged=False),), None),
    ],
)
def test_the_pull_request_is_the_one_that_was_merged(
    pulls: tuple[Pull, ...], number: int | None
) -> None:
    assert pick(shown(*pulls), BY_MERGE) == number


def test_odd_entries_are_no_pull_requests() -> None:
    odd = [{}, {"number": "7"}, {"number": 7, "base": []}, {"number": 7, "base": None}]

    assert pick(odd, BY_MERGE) is None


def test_a_merge_that_the_host_does_not_know_is_known_by_its_head(
    github: GitHub, notices: GitHubNotices
) -> None:
    github.knows(Pull(4, HEAD), HEAD)

    notices.tell(notice())
    assert len(github.said(4)) == 1


def test_a_commit_that_the_host_never_saw_has_no_proposal(
    github: GitHub, notices: GitHubNotices
) -> None:
    github.answers = [Answer(422), Answer(422)]

    notices.tell(notice())
    assert github.answers == []
    assert not github.comments


def test_the_second_way_to_know_a_proposal_is_tried(
    github: GitHub, notices: GitHubNotices
) -> None:
    github.knows(Pull(2, HEAD, MERGE), MERGE)

    notices.tell(notice("kyukan", Brought(OTHER), BY_MERGE))
    assert len(github.said(2)) == 1


# Pages


def test_every_page_of_a_proposal_is_read_before_it_is_written_to(
    github: GitHub, notices: GitHubNotices
) -> None:
    github.knows(Pull(1, HEAD, MERGE), MERGE)
    notices.tell(notice())
    for number in range(5):
        github.say(1, f"ありがとうございます {number}")
    late = notice("ohanashi")
    github.say(1, late.body(late.parts))
    before = github.said(1)

    notices.tell(notice())
    notices.tell(late)
    assert github.said(1) == before


def test_a_look_finds_the_newest_on_whatever_page(
    github: GitHub, notices: GitHubNotices
) -> None:
    told = notice()
    github.say(3, told.body(told.parts))
    for number in range(5):
        github.say(9, f"べつの話 {number}")

    assert notices.news([told]) == ()
    assert len(github.asked) == 3
    assert github.complaints == []


def test_a_look_ends_as_soon_as_it_has_seen_enough(
    github: GitHub, notices: GitHubNotices
) -> None:
    told = notice()
    for number in range(9):
        github.say(9, f"べつの話 {number}")
    github.say(1, told.body(told.parts))

    assert notices.news([told]) == ()
    assert len(github.asked) == 1


def test_a_look_ends_after_some_pages_and_keeps_what_it_did_not_see(
    github: GitHub, notices: GitHubNotices
) -> None:
    told = notice()
    github.say(1, told.body(told.parts))
    for number in range(40):
        github.say(9, f"べつの話 {number}")

    assert notices.news([told]) == (told,)
    assert len(github.asked) == 5


def test_older_talk_than_the_approval_is_not_looked_at(
    github: GitHub, notices: GitHubNotices
) -> None:
    told = notice()
    github.now = SINCE - dt.timedelta(hours=1)
    github.say(1, told.body(told.parts))

    assert notices.news([told]) == (told,)


@pytest.mark.parametrize("place", ["/next", "/repos/city/library/issues/comments"])
def test_the_token_follows_no_link_elsewhere(place: str) -> None:
    with RawServer(http("200 OK", b"[]")) as elsewhere:
        link = f'Link: <{elsewhere.base}{place}>; rel="next"'
        with RawServer(http("200 OK", b"[]", link)) as server:
            api = GitHubApi(access(server.base))
            with pytest.raises(HostDownError):
                list(api.pages("issues/comments", 5))
            api.close()

        assert elsewhere.requests == []


def test_the_same_host_may_name_the_repository_by_its_number() -> None:
    def first(_: bytes) -> bytes:
        link = f"{server.base}/repositories/1/issues/comments?page=2"
        return http("200 OK", b"[]", f'Link: <{link}>; rel="next"')

    with RawServer(first, http("200 OK", b'[{"body": "x"}]')) as server:
        api = GitHubApi(access(server.base))
        assert len(list(api.pages("issues/comments", 5))) == 2
        api.close()


# Answers


@pytest.mark.parametrize(
    ("answer", "code", "ends"),
    [
        (Answer(401), "notice-token-refused", True),
        (Answer(403), "notice-refused", False),
        (
            Answer(403, headers={"X-RateLimit-Remaining": "0"}),
            "notice-rate-limited",
            True,
        ),
        (Answer(403, headers={"Retry-After": "60"}), "notice-rate-limited", True),
        (Answer(429), "notice-rate-limited", True),
        (Answer(404), "notice-refused", False),
        (Answer(410), "notice-refused", False),
        (Answer(301, headers={"Location": "/x"}), "notice-host-failed", True),
        (Answer(307, headers={"Location": "/x"}), "notice-host-failed", True),
        (Answer(500), "notice-host-failed", True),
        (Answer(204, b""), "notice-host-failed", True),
        (Answer(200, b"{}"), "notice-answer-odd", True),
        (Answer(200, b"[1]"), "notice-answer-odd", True),
        (Answer(200, b"[" * 100_000), "notice-answer-odd", True),
        (Answer(200, b"\xff\xfe"), "notice-answer-odd", True),
        (Answer(200, b"[]", wait=30), "notice-host-silent", True),
    ],
)
def test_an_answer_that_is_none_says_what_it_means(
    github: GitHub, notices: GitHubNotices, answer: Answer, code: str, *, ends: bool
) -> None:
    github.answers = [answer]

    with pytest.raises(HostError) as caught:
        notices.tell(notice())

    assert caught.value.code == code
    assert isinstance(caught.value, HostDownError) is ends
    assert len(github.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n[",
        b"220 ftp ready\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        http("200 OK", b"no gzip", "Content-Encoding: gzip"),
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n[]",
    ],
)
def test_no_answer_is_anything_but_a_notice_error(answer: bytes) -> None:
    with RawServer(answer) as server:
        port = GitHubNotices(GitHubApi(access(server.base), (5.0, 2.0)))
        with pytest.raises(HostDownError) as caught:
            port.news([notice()])
        port.close()

    assert caught.value.__cause__ is None
    assert TOKEN not in repr(caught.value)


@pytest.mark.parametrize("link", ["<>;;;rel=\xff", "nonsense", "<x>; rel=next"])
def test_a_link_that_is_none_is_no_next_page_elsewhere(link: str) -> None:
    with RawServer(http("200 OK", b"[]", f"Link: {link}")) as server:
        api = GitHubApi(access(server.base))
        with contextlib.suppress(HostDownError):
            assert len(list(api.pages("issues/comments", 5))) == 1
        api.close()

    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"{}", b'{"id": "7"}', b"<!doctype html>wait"]
)
def test_a_comment_that_the_host_did_not_number_is_not_told(body: bytes) -> None:
    with RawServer(http("200 OK", body)) as server:
        api = GitHubApi(access(server.base), (5.0, 5.0))
        with (
            contextlib.closing(api),
            pytest.raises(HostDownError, match="notice-answer-odd"),
        ):
            api.create("issues/7/comments", {"body": "公開"})
        assert len(server.requests) == 1


def test_an_answer_without_end_is_cut_short() -> None:
    endless = b"HTTP/1.1 200 OK\r\n\r\n[" + b" " * (17 * 2**20) + b"]"

    with RawServer(endless) as server:
        api = GitHubApi(access(server.base))
        with pytest.raises(HostDownError, match="notice-answer-odd"):
            list(api.pages("issues/comments", 1))
        api.close()


def test_a_netrc_does_not_replace_the_token(github: GitHub, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password mine\n")
    netrc.chmod(0o600)
    os.environ.update(NETRC=str(netrc))
    os.environ.update(NO_PROXY="127.0.0.1")
    given = Access(TOKEN, REPOSITORY, github.base, local=False)

    api = GitHubApi(given)
    list(api.pages("issues/comments", 1))
    api.close()

    assert github.complaints == []


# Access


def environment(**changes: str) -> Environment:
    said = {"GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": REPOSITORY}
    return take_environment({**said, **changes})


def test_without_an_address_it_is_github_itself() -> None:
    assert access_of(environment()) == Access(TOKEN, REPOSITORY, API)
    assert API == "https://api.github.com"


@pytest.mark.parametrize(
    ("address", "base", "local"),
    [
        ("https://ghe.example.jp/api/v3", "https://ghe.example.jp/api/v3", False),
        ("https://ghe.example.jp/api/v3/", "https://ghe.example.jp/api/v3", False),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080", True),
        ("http://[::1]:8080", "http://[::1]:8080", True),
        ("http://localhost:8080", "http://localhost:8080", True),
    ],
)
def test_an_own_server_is_taken(address: str, base: str, *, local: bool) -> None:
    found = access_of(environment(GITHUB_API_URL=address))

    assert found == Access(TOKEN, REPOSITORY, base, local)


@pytest.mark.parametrize(
    "changes",
    [
        {"GITHUB_API_URL": "http://api.github.com"},
        {"GITHUB_API_URL": "http://127.0.0.1.example.com"},
        {"GITHUB_API_URL": "ftp://127.0.0.1"},
        {"GITHUB_API_URL": "https://user:secret@api.github.com"},
        {"GITHUB_API_URL": "https://api.github.com?x=1"},
        {"GITHUB_API_URL": "https://api.github.com#x"},
        {"GITHUB_API_URL": "https://api.github.com:99999"},
        {"GITHUB_API_URL": "https://api.github.com:"},
        {"GITHUB_API_URL": "https://a/../b"},
        {"GITHUB_API_URL": "api.github.com"},
        {"GITHUB_REPOSITORY": "library"},
        {"GITHUB_REPOSITORY": "city/library/more"},
        {"GITHUB_REPOSITORY": "../library"},
        {"GITHUB_REPOSITORY": "city/library?x"},
        {"GITHUB_TOKEN": "two words"},
        {"GITHUB_TOKEN": "line\nbreak"},
    ],
)
def test_what_is_malformed_is_named_and_not_repeated(changes: dict[str, str]) -> None:
    (name,) = changes

    with pytest.raises(HostDownError) as caught:
        access_of(environment(**changes))

    assert caught.value.details == {"name": name}


def test_the_token_is_taken_out_and_the_rest_left() -> None:
    environ = {
        "GITHUB_TOKEN": TOKEN,
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_STEP_SUMMARY": "/tmp/summary",  # noqa: S108  (only a name)
        "SNS_PAUSED": "x",
    }

    taken = take_environment(environ)

    assert set(environ) == {"GITHUB_REPOSITORY", "GITHUB_STEP_SUMMARY"}
    assert TOKEN not in repr(taken)
    assert taken.github_token == TOKEN
    assert TOKEN not in repr(access_of(taken))
