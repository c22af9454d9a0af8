"""What every port of notices promises, in memory and on GitHub over real HTTP."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from sns_cli.adapters.github.access import Access
from sns_cli.adapters.github.api import GitHubApi
from sns_cli.adapters.notices.github import GitHubNotices
from sns_cli.errors import HostDownError, HostError
from sns_cli.model.history import CommitId
from sns_cli.model.notice import Brought, Notice, Part, mark
from sns_cli.ports import Notices
from tests.fakes.github import REPOSITORY, TOKEN, Answer, GitHub, Pull
from tests.fakes.notices import NoticeBoard

MERGE, HEAD, OTHER = (CommitId(digit * 40) for digit in "abc")
SINCE = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)


@dataclass
class Stage:
    """A port, what was said through it, and a way to make it fail once."""

    port: Notices
    said: Callable[[], list[str]]
    refuse: Callable[[], None]


@pytest.fixture(params=["board", "github"])
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    if request.param == "board":
        board = NoticeBoard()
        board.proposals = {MERGE: 1}
        refused = HostError("notice-refused", status=403)
        yield Stage(
            board,
            lambda: [text for _, text in board.comments],
            lambda: board.failures.append(refused),
        )
        return
    with GitHub() as server:
        server.knows(Pull(1, HEAD, MERGE), MERGE)
        access = Access(TOKEN, REPOSITORY, server.base, local=True)
        port = GitHubNotices(GitHubApi(access))
        yield Stage(port, server.said, lambda: server.answers.append(Answer(403)))
        port.close()
        assert server.complaints == []


def part(account: str, fact: str) -> Part:
    return Part(mark(("kyukan", account), (fact,)), f"{account} は {fact}")


def notice(*parts: Part, commit: CommitId = MERGE) -> Notice:
    brought = (Brought(commit),)
    return Notice("kyukan", "posts/a.md", brought, SINCE, "お知らせ", parts, "以上")


def test_what_is_new_is_written_once(stage: Stage) -> None:
    told = notice(part("x", "公開"))

    assert stage.port.news([told]) == (told,)
    stage.port.tell(told)
    assert stage.port.news([told]) == ()
    stage.port.tell(told)
    (text,) = stage.said()
    assert text.startswith("お知らせ\n\nx は 公開\n\n以上")


def test_only_the_new_parts_are_written(stage: Stage) -> None:
    stage.port.tell(notice(part("x", "公開"), part("mail", "待つ")))

    changed = notice(part("x", "公開"), part("mail", "公開"))
    assert stage.port.news([changed]) == (changed,)
    stage.port.tell(changed)

    first, second = stage.said()
    assert "x は 公開" in first
    assert "x は" not in second
    assert "mail は 公開" in second


def test_what_holds_again_is_news_again(stage: Stage) -> None:
    for fact in ("待つ", "停止", "待つ", "待つ"):
        stage.port.tell(notice(part("x", fact)))

    assert len(stage.said()) == 3


def test_a_look_goes_by_what_was_said_last(stage: Stage) -> None:
    before, after = notice(part("x", "待つ")), notice(part("x", "停止"))
    stage.port.tell(before)
    stage.port.tell(after)

    assert stage.port.news([before, after]) == (before,)


def test_a_post_that_no_proposal_brought_is_told_nowhere(stage: Stage) -> None:
    stage.port.tell(notice(part("x", "公開"), commit=OTHER))
    assert stage.said() == []


def test_a_proposal_that_takes_nothing_is_a_notice_error_and_no_more(
    stage: Stage,
) -> None:
    told = notice(part("x", "公開"))
    stage.refuse()

    with pytest.raises(HostError) as caught:
        stage.port.tell(told)
    assert not isinstance(caught.value, HostDownError)
    stage.port.tell(told)
    assert len(stage.said()) == 1


def test_a_look_at_nothing_shows_nothing(stage: Stage) -> None:
    assert stage.port.news([]) == ()


def test_a_look_keeps_the_order(stage: Stage) -> None:
    many = [
        replace(notice(Part(mark((name, "x"), ("公開",)), name)), post=name)
        for name in ("c", "a", "b")
    ]
    stage.port.tell(many[1])

    assert stage.port.news(many) == (many[0], many[2])
