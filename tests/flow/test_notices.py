"""People are told on the proposal what became of its post: once, and afterwards."""

import hashlib
import re
import signal
import time
from collections.abc import Iterator

import pytest

from tests.fakes.github import REPOSITORY, TOKEN, Answer, GitHub, Pull
from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import HANDLE, post, publishing, text_of
from tests.support.raw_server import RawServer, http
from tests.support.runs import Run, finish

NOW = {"outside_hours_reason": "試験"}
"""May go out at any hour: notices are written only by runs at the real time."""
ISSUES = rf"/repos/{REPOSITORY}/issues/\d+/comments"
MARK = re.compile(r"<!-- sns notice/1 delivery=[0-9a-f]{16} told=[0-9a-f]{16} -->")


@pytest.fixture
def github() -> Iterator[GitHub]:
    with GitHub() as server:
        yield server
        assert server.complaints == []


def proposed(library: Library, github: GitHub, *posts: str, number: int = 1) -> None:
    """Have posts approved, as GitHub would know it."""
    merge = library.approve(*posts)
    line = git(library.story.remote, "rev-parse", f"{merge}^2").decode()
    head = line.strip()
    github.knows(Pull(number, head, merge), merge, head)


def publish(library: Library, github: GitHub, *more: str, **variables: str) -> Run:
    """Run ``sns publish`` as a job on that host does, at the real time."""
    variables = {**github.environment(), **variables}
    return library.sns("publish", "--format", "json", *more, **variables)


def test_what_was_published_is_told_once_with_its_address(
    library: Library, github: GitHub
) -> None:
    proposed(library, github, post("ohanashi", **NOW))

    first = publish(library, github)
    second = publish(library, github)

    assert (first.code, second.code) == (0, 0), (first, second)
    assert first.states == {"ohanashi": "published"}
    assert first.err == second.err == ""
    (comment,) = github.said()
    (delivery,) = first.json["deliveries"]
    assert f"<{delivery['url']}>" in comment
    assert "公開しました" in comment
    assert MARK.search(comment)
    assert second.states == {}


def test_a_notice_comes_after_the_record(library: Library, github: GitHub) -> None:
    proposed(library, github, post("ohanashi", **NOW))
    seen: list[list[str]] = []
    github.before_comment = lambda: seen.append(sorted(library.events()))

    publish(library, github)

    assert seen == [["ohanashi.x.1-claimed", "ohanashi.x.2-published"]]


def test_waiting_is_told_once_and_then_that_it_is_out(
    library: Library, github: GitHub
) -> None:
    proposed(library, github, post("ohanashi", **NOW))

    first = publish(library, github, SNS_PAUSED="点検")
    again = publish(library, github, SNS_PAUSED="点検")
    assert first.states == again.states == {"ohanashi": "waiting"}
    assert len(github.said()) == 1
    done = publish(library, github)
    publish(library, github)

    waiting, published = github.said()
    assert "点検" in waiting
    assert "公開しました" in published
    assert done.states == {"ohanashi": "published"}
    # A run with nothing new takes one look at the host, whatever it holds.
    assert github.counted("GET", rf"/repos/{REPOSITORY}/issues/comments") == 3
    assert github.counted("GET", ISSUES) == github.counted("POST", ISSUES) == 2


def test_another_instant_is_told_again_on_the_proposal_that_brought_it(
    library: Library, github: GitHub
) -> None:
    for number, year in enumerate((2037, 2037, 2038), 1):
        text = post("ohanashi", f"{number}", publish_at=f"{year}-01-06T10:00:00+09:00")
        proposed(library, github, text, number=number)
        publish(library, github)
        publish(library, github)

    assert [len(github.said(number)) for number in (1, 2, 3)] == [1, 1, 1]
    assert "2038" in github.said(3)[0]


@pytest.mark.parametrize("arguments", [("--dry-run",), publishing()[1:]])
def test_nobody_is_told_of_a_plan_or_of_another_time(
    library: Library, github: GitHub, arguments: tuple[str, ...]
) -> None:
    proposed(library, github, post("ohanashi", **NOW))

    run = library.sns("publish", *arguments, **github.environment())

    assert run.code == 0, run
    assert (run.err, github.asked) == ("", [])


@pytest.mark.parametrize("missing", ["GITHUB_TOKEN", "GITHUB_REPOSITORY"])
def test_where_there_is_no_host_nobody_is_told_and_nothing_is_said(
    library: Library, github: GitHub, missing: str
) -> None:
    proposed(library, github, post("ohanashi", **NOW))

    run = publish(library, github, **{missing: ""})

    assert (run.code, run.states, run.err) == (0, {"ohanashi": "published"}, "")
    assert github.asked == []


def test_a_post_without_a_proposal_is_no_failure(
    library: Library, github: GitHub
) -> None:
    library.approve(post("ohanashi", **NOW))

    run = publish(library, github)

    assert (run.code, run.err) == (0, ""), run
    assert github.comments == []


FAILURES = {
    "refused": Answer(401),
    "limited": Answer(403, headers={"x-ratelimit-remaining": "0"}),
    "not-allowed": Answer(403),
    "unknown": Answer(404),
    "too-many": Answer(429, headers={"Retry-After": "3600"}),
    "down": Answer(500),
    "garbage": Answer(200, b"<html>::error::evil"),
    "no-list": Answer(200, b'{"a": 1}'),
    "moved": Answer(301, headers={"Location": "http://127.0.0.1:9/elsewhere"}),
    "echo": Answer(502, TOKEN.encode(), {"X-Echo": TOKEN}),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_host_that_fails_costs_one_line_and_changes_nothing(
    library: Library, github: GitHub, failure: str
) -> None:
    proposed(library, github, post("ohanashi", **NOW), post("kyukan", **NOW))
    github.always = FAILURES[failure]
    library.misbehave("503")

    run = publish(library, github)

    assert run.code == 6, run  # the doubt's, as it is without any host
    assert run.states == {"kyukan": "in-doubt", "ohanashi": "published"}
    assert run.err.count("\n") == 1
    assert "お知らせ 2 件" in run.err
    assert "evil" not in run.err
    assert TOKEN not in run.out + run.err
    assert len(github.asked) == 2  # one look for the notices, one for the alarm


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9", "http://api.example.com", "not an address", "https://a@b"],
)
def test_a_host_that_is_not_there_or_not_safe_costs_one_line(
    library: Library, github: GitHub, address: str
) -> None:
    proposed(library, github, post("ohanashi", **NOW))

    run = publish(library, github, GITHUB_API_URL=address)

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run
    assert run.err.count("\n") == 1
    assert TOKEN not in run.err


def test_a_proposal_that_takes_no_comment_keeps_the_others_from_nothing(
    library: Library, github: GitHub
) -> None:
    proposed(library, github, post("kyukan", **NOW))
    proposed(library, github, post("ohanashi", **NOW), number=2)
    # The look at what was said, and the question for the first one's proposal.
    github.answers = [Answer(200, b"[]"), Answer(403)]

    run = publish(library, github)

    assert run.code == 0, run
    assert (len(github.said(1)), len(github.said(2))) == (0, 1)
    assert "お知らせ 1 件" in run.err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_asked_to_end_while_it_tells_ends_as_it_would_have(
    library: Library, github: GitHub, number: signal.Signals
) -> None:
    proposed(library, github, post("ohanashi", **NOW))
    github.always = Answer(200, b"[]", wait=300)

    process = library.start("publish", "--format", "json", **github.environment())
    while not github.asked:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(number)
    run = finish(process)

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run
    assert run.err.count("\n") == 1


def test_a_host_that_never_answers_is_given_up(
    library: Library, github: GitHub
) -> None:
    proposed(library, github, post("ohanashi", **NOW))
    github.always = Answer(200, b"[]", wait=300)

    run = publish(library, github)

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run
    assert "時間切れ" in run.err


def test_what_a_service_refused_is_told_with_its_words_made_harmless(
    library: Library, github: GitHub
) -> None:
    proposed(library, github, post("ohanashi", **NOW))
    me = http("200 OK", b'{"data": {"id": "1", "username": "%s"}}' % HANDLE.encode())
    evil = rb"<img src=x> @everyone #1 ![a](http://b.example) <!-- sns -->\n# h \u202e"
    refused = http("400 Bad Request", b'{"detail": "%s"}' % evil)

    with RawServer(me, refused) as server:
        run = publish(library, github, SNS_X_API_BASE=server.base)
        again = publish(library, github, SNS_X_API_BASE=server.base)

    assert (run.states, again.states) == ({"ohanashi": "rejected"},) * 2
    (comment,) = github.said()
    assert "everyone" in comment
    shown = MARK.sub("", comment)
    for active in ("<img", "@", "#1", "![", "<!--", "\n#", "\u202e"):
        assert active not in shown, active
    assert "posts/2036/06/ohanashi" in comment


def test_a_doubt_is_told_once_with_who_decides_and_how(
    library: Library, github: GitHub
) -> None:
    proposed(library, github, post("ohanashi", **NOW))
    library.misbehave("503")

    runs = [publish(library, github) for _ in range(3)]

    assert [run.code for run in runs] == [6, 6, 6]
    (comment,) = github.said()
    assert "sns resolve ohanashi x --not-sent" in comment
    assert "図書館長" in comment  # the account's manager

    resolved = library.sns("resolve", "ohanashi", "x", "--not-sent")
    library.misbehave("503")
    publish(library, github)

    assert resolved.code == 0, resolved
    assert len(github.said()) == 2  # another claim, another doubt


def test_taking_down_is_told_to_those_who_posted_and_those_who_asked(
    library: Library, github: GitHub
) -> None:
    proposed(library, github, post("ohanashi", **NOW))
    publish(library, github)
    proposed(
        library, github, post("torisage", "誤りのため", retracts="ohanashi"), number=2
    )

    run = publish(library, github)
    publish(library, github)

    assert run.states == {"ohanashi": "retracted"}, run
    assert (len(github.said(1)), len(github.said(2))) == (2, 1)
    assert "取り下げました" in github.said(1)[1]
    assert "取り下げました" in github.said(2)[0]


def test_a_post_that_cannot_be_read_is_told_where_it_was_proposed(
    library: Library, github: GitHub
) -> None:
    text = post("ohanashi", **NOW).replace("title:", "tilte:")
    proposed(library, github, text)

    runs = [publish(library, github) for _ in range(2)]

    assert [run.code for run in runs] == [1, 1], runs
    (comment,) = github.said()
    assert "書き方に誤り" in comment


def test_a_post_approved_where_it_lay_is_told_on_the_proposal_of_its_change(
    library: Library, github: GitHub
) -> None:
    text = post("ohanashi", **NOW)
    merge = library.merge({"posts/2036/06/ohanashi.md": text}, library.tanto)
    github.knows(Pull(1, "0" * 40, merge), merge)
    digest = hashlib.sha256(text.encode()).hexdigest()
    line = f"Approves: posts/2036/06/ohanashi.md sha256:{digest}"
    trailers = library.story.trailers(library.kancho, line)
    library.push({}, library.kancho, "承認", signed=True, trailers=trailers)

    run = publish(library, github)

    assert run.states == {"ohanashi": "published"}, run
    assert len(github.said()) == 1


def test_the_token_reaches_nobody_but_the_host(
    library: Library, github: GitHub
) -> None:
    dump = 'env >> "$GIT_DIR/seen"; tr "\\0" "\\n" < "/proc/$PPID/environ" 2> /dev/null'
    library.hook("pre-receive", f'{dump} >> "$GIT_DIR/seen"\nexit 0')
    proposed(library, github, post("ohanashi", **NOW))

    process = library.start("-v", "publish", **github.environment())
    run = finish(process)

    assert run.code == 0, run
    assert len(github.said()) == 1
    seen = (library.story.remote / "seen").read_text()
    assert "PATH=" in seen
    (library.folder / "said").write_text(run.out + run.err + seen)
    for path in library.folder.rglob("*"):
        if path.is_file():
            assert TOKEN.encode() not in path.read_bytes(), path
    everything = ("cat-file", "--batch", "--batch-all-objects", "--unordered")
    assert TOKEN.encode() not in git(library.story.remote, *everything)


def test_two_posts_of_one_proposal_are_told_one_by_one(
    library: Library, github: GitHub
) -> None:
    proposed(library, github, post("kyukan", **NOW), post("ohanashi", **NOW))

    publish(library, github)

    assert library.sent() == [text_of("kyukan"), text_of("ohanashi")]
    assert [("kyukan" in one, "ohanashi" in one) for one in github.said()] == [
        (True, False),
        (False, True),
    ]
    # The host is asked once about a commit, however many posts it brought.
    assert github.counted("GET", rf"/repos/{REPOSITORY}/commits/.*") == 1
