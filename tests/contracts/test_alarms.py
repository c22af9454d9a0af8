"""What every port of alarms promises, in memory and on GitHub over real HTTP."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from sns_cli.adapters.alarms.github import GitHubAlarms
from sns_cli.adapters.github.access import Access
from sns_cli.adapters.github.api import GitHubApi
from sns_cli.errors import HostError
from sns_cli.model.alarm import LABEL, AlarmEntry, AlarmWords, Look, Part, digest
from sns_cli.model.alarm import body_of as text_of
from sns_cli.pipeline.alarming import settle
from sns_cli.ports import Alarms
from tests.fakes.alarms import AlarmBoard, KeptIssue
from tests.fakes.github import REPOSITORY, TOKEN, Answer, GitHub

WORDS = AlarmWords(
    title="人の確認が必要です",
    intro="はじめに",
    more="ほかに {count} 件",
    added="新しいこと",
    fewer="減りました",
    over="なくなりました",
    twice="#{number} に続きます",
)
KNOWN = frozenset({"x", "koho"})


@dataclass
class Stage:
    """A port, what there is behind it, and a way to make it fail once."""

    port: Alarms
    issues: Callable[[], list[KeptIssue]]
    refuse: Callable[[], None]
    open_by_hand: Callable[[str], None]


@pytest.fixture(params=["board", "github"])
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    if request.param == "board":
        board = AlarmBoard()
        refused = HostError("notice-refused", status=403)
        yield Stage(
            board,
            lambda: board.issues,
            lambda: board.failures.append(refused),
            lambda body: board.open("手で", body),
        )
        return
    with GitHub() as server:

        def seen() -> list[KeptIssue]:
            return [
                KeptIssue(
                    one.number,
                    one.title,
                    one.body or "",
                    one.state == "open",
                    server.said(one.number),
                )
                for one in server.issues.kept
                if LABEL in one.labels
            ]

        access = Access(TOKEN, REPOSITORY, server.base, local=True)
        port = GitHubAlarms(GitHubApi(access))
        yield Stage(
            port,
            seen,
            lambda: server.answers.append(Answer(403)),
            lambda body: _by_hand(server, body),
        )
        port.close()
        assert server.complaints == []


def _by_hand(server: GitHub, body: str) -> None:
    server.issues.add("手で", body, LABEL)


def entry(name: str, fact: str = "", account: str = "x") -> AlarmEntry:
    text = f"- {account} の {name} {fact}"
    return AlarmEntry(Part.RECORD, account, digest(name), digest(fact), text)


def look(*entries: AlarmEntry) -> Look:
    return Look(entries, KNOWN)


def test_where_nothing_stands_nothing_is_opened(stage: Stage) -> None:
    settle(stage.port, look(), WORDS)
    assert stage.issues() == []


def test_what_stands_is_opened_once(stage: Stage) -> None:
    for _ in range(3):
        settle(stage.port, look(entry("疑い")), WORDS)

    (issue,) = stage.issues()
    assert issue.title == "人の確認が必要です"
    assert issue.body == text_of([entry("疑い")], WORDS)
    assert (issue.open, issue.said) == (True, [])


def test_what_comes_is_said_and_what_goes_is_said(stage: Stage) -> None:
    settle(stage.port, look(entry("疑い")), WORDS)
    settle(stage.port, look(entry("疑い"), entry("遅れ")), WORDS)
    settle(stage.port, look(entry("遅れ")), WORDS)

    (issue,) = stage.issues()
    assert issue.said == ["新しいこと\n\n- x の 遅れ ", "減りました"]
    assert issue.body == text_of([entry("遅れ")], WORDS)
    assert issue.open


def test_the_same_with_other_facts_is_said_again(stage: Stage) -> None:
    for fact in ("青", "赤", "赤"):
        settle(stage.port, look(entry("表示名", fact)), WORDS)

    (issue,) = stage.issues()
    assert issue.said == ["新しいこと\n\n- x の 表示名 赤"]


def test_it_is_closed_with_a_word_and_opened_anew(stage: Stage) -> None:
    settle(stage.port, look(entry("疑い")), WORDS)
    settle(stage.port, look(), WORDS)
    settle(stage.port, look(), WORDS)
    settle(stage.port, look(entry("疑い")), WORDS)

    first, second = stage.issues()
    assert (first.open, first.said) == (False, ["なくなりました"])
    assert (second.open, second.said) == (True, [])
    assert "疑い" not in first.body


def test_of_two_the_newer_is_closed(stage: Stage) -> None:
    settle(stage.port, look(entry("疑い")), WORDS)
    (first,) = stage.issues()
    stage.open_by_hand(text_of([entry("遅れ")], WORDS))

    settle(stage.port, look(entry("疑い")), WORDS)

    first, second = stage.issues()
    assert (first.open, first.said) == (True, [])
    assert (second.open, second.said) == (False, [f"#{first.number} に続きます"])


def test_an_issue_that_is_not_ours_is_left_alone(stage: Stage) -> None:
    stage.open_by_hand("この札は何ですか")
    settle(stage.port, look(entry("疑い")), WORDS)

    other, ours = stage.issues()
    assert (other.open, other.body, other.said) == (True, "この札は何ですか", [])
    assert "疑い" in ours.body


def test_a_host_that_refuses_is_an_error_of_the_host(stage: Stage) -> None:
    stage.refuse()
    with pytest.raises(HostError):
        settle(stage.port, look(entry("疑い")), WORDS)
    settle(stage.port, look(entry("疑い")), WORDS)
    assert len(stage.issues()) == 1
