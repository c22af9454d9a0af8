"""Telling is bounded, and whatever goes wrong is one warning."""

import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from sns_cli.bootstrap.telling import MOST, tell_people
from sns_cli.errors import HostDownError, HostError
from sns_cli.model.history import CommitId
from sns_cli.model.notice import Brought, Notice, Part, mark
from sns_cli.model.reason import Reason
from sns_cli.ports import Notices
from tests.fakes.notices import NoticeBoard

COMMIT = CommitId("a" * 40)
SINCE = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)


def notices(count: int) -> list[Notice]:
    return [
        Notice(
            str(number),
            f"posts/{number}.md",
            (Brought(COMMIT),),
            SINCE,
            "",
            (Part(mark((str(number), "x"), ("公開",)), f"投稿 {number}"),),
        )
        for number in range(count)
    ]


@pytest.fixture
def board() -> NoticeBoard:
    made = NoticeBoard()
    made.proposals = {COMMIT: 1}
    return made


def never() -> bool:
    return False


class Stuck(NoticeBoard):
    """A host that does not come back from some call until it is let go."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.proposals = {COMMIT: 1}
        self.reached = threading.Event()
        self.let_go = threading.Event()
        self._left = at

    def tell(self, notice: Notice) -> None:
        if self._left == 0:
            self.reached.set()
            self.let_go.wait(60)
        self._left -= 1
        super().tell(notice)


@pytest.fixture
def stuck() -> Iterator[Stuck]:
    made = Stuck(at=2)
    yield made
    made.let_go.set()


def details(warning: Reason | None) -> tuple[object, str]:
    assert warning is not None
    assert warning.code == "notices-not-written"
    why = warning.details["why"]
    assert isinstance(why, Reason)
    return warning.details["count"], why.code


def test_all_is_told_in_order_and_the_host_let_go(board: NoticeBoard) -> None:
    assert tell_people(lambda: board, notices(3), never) is None
    shown = [text.split()[1] for _, text in board.comments]
    assert shown == ["0", "1", "2"]
    assert board.closed


def test_more_than_a_run_writes_is_left_to_the_next(board: NoticeBoard) -> None:
    many = notices(MOST + 7)

    first = tell_people(lambda: board, many, never)
    written = len(board.comments)
    second = tell_people(lambda: board, many, never)

    assert (details(first), written) == ((7, "notices-too-many"), MOST)
    assert (second, len(board.comments)) == (None, MOST + 7)


def test_one_that_fails_does_not_keep_back_the_others(board: NoticeBoard) -> None:
    board.failures = [HostError("notice-refused", status=403)]

    warning = tell_people(lambda: board, notices(3), never)

    assert details(warning) == (1, "notice-refused")
    assert len(board.comments) == 2


def test_a_host_that_fails_is_not_asked_again(board: NoticeBoard) -> None:
    board.failures = [HostDownError("notice-host-failed", status=500)]

    warning = tell_people(lambda: board, notices(3), never)

    assert details(warning) == (3, "notice-host-failed")
    assert (board.comments, board.closed) == ([], True)


def test_time_is_up_whatever_the_host_does(stuck: Stuck) -> None:
    warning = tell_people(lambda: stuck, notices(5), never, seconds=0.3)

    assert details(warning) == (3, "notices-too-slow")
    assert not stuck.closed  # it is stuck, and nobody waited for it


def test_it_stops_at_once_when_asked_to(stuck: Stuck) -> None:
    warning = tell_people(lambda: stuck, notices(5), stuck.reached.is_set)

    assert details(warning) == (3, "notices-stopped")


def test_given_up_means_that_nothing_else_is_begun(stuck: Stuck) -> None:
    tell_people(lambda: stuck, notices(5), stuck.reached.is_set)
    stuck.let_go.set()
    while not stuck.closed:
        time.sleep(0.01)

    assert len(stuck.comments) == 3  # what was in hand, and no more


def test_a_run_that_was_asked_to_end_begins_nothing(board: NoticeBoard) -> None:
    warning = tell_people(lambda: board, notices(2), lambda: True)

    assert details(warning) == (2, "notices-stopped")
    assert board.comments == []


class Broken(NoticeBoard):
    def news(self, notices: Sequence[Notice]) -> tuple[Notice, ...]:  # noqa: ARG002  (breaks before it looks)
        raise ZeroDivisionError


def no_host() -> Notices:
    raise HostDownError("notice-setting-malformed", name="GITHUB_API_URL")


@pytest.mark.parametrize(
    ("open_port", "code"), [(Broken, "bug"), (no_host, "notice-setting-malformed")]
)
def test_nothing_that_goes_wrong_gets_out(
    open_port: Callable[[], Notices], code: str
) -> None:
    assert details(tell_people(open_port, notices(2), never)) == (2, code)
