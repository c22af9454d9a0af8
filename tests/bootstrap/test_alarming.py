"""Calling for people is bounded, and whatever goes wrong is one warning."""

import threading
from collections.abc import Iterator

import pytest

from sns_cli.bootstrap.alarming import raise_alarm
from sns_cli.errors import HostDownError, HostError
from sns_cli.model.alarm import AlarmEntry, Issue, Look, Part, digest
from sns_cli.model.reason import Reason
from tests.fakes.alarms import AlarmBoard

LOOK = Look(
    (AlarmEntry(Part.RECORD, "x", digest("a"), digest("b"), "- 疑い"),), frozenset("x")
)


def never() -> bool:
    return False


def why(warning: Reason | None) -> str:
    assert warning is not None
    assert warning.code == "alarm-not-raised"
    cause = warning.details["why"]
    assert isinstance(cause, Reason)
    return cause.code


class Stuck(AlarmBoard):
    """A host that does not come back until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.reached = threading.Event()
        self.let_go = threading.Event()

    def standing(self) -> tuple[Issue, ...]:
        self.reached.set()
        self.let_go.wait(60)
        return super().standing()


@pytest.fixture
def stuck() -> Iterator[Stuck]:
    made = Stuck()
    yield made
    made.let_go.set()


def test_it_is_done_and_the_host_let_go() -> None:
    board = AlarmBoard()
    assert raise_alarm(lambda: board, LOOK, "ja", never) is None
    (issue,) = board.issues
    assert "疑い" in issue.body
    assert board.closed


@pytest.mark.parametrize("error", [HostError, HostDownError])
def test_a_host_that_refuses_is_a_warning(error: type[HostError]) -> None:
    board = AlarmBoard()
    board.failures = [error("notice-refused", status=403)]
    assert why(raise_alarm(lambda: board, LOOK, "ja", never)) == "notice-refused"
    assert board.closed


def test_a_host_that_cannot_be_opened_is_a_warning() -> None:
    def fail() -> AlarmBoard:
        raise HostDownError("notice-setting-malformed", name="GITHUB_TOKEN")

    assert why(raise_alarm(fail, LOOK, "ja", never)) == "notice-setting-malformed"


def test_a_bug_is_a_warning() -> None:
    def fail() -> AlarmBoard:
        raise ValueError

    assert why(raise_alarm(fail, LOOK, "ja", never)) == "bug"


def test_a_host_that_keeps_us_waiting_is_given_up(stuck: Stuck) -> None:
    assert why(raise_alarm(lambda: stuck, LOOK, "ja", never, 0.2)) == "notices-too-slow"


def test_who_is_asked_to_end_does_not_begin() -> None:
    board = AlarmBoard()
    assert (
        why(raise_alarm(lambda: board, LOOK, "ja", lambda: True)) == "notices-stopped"
    )
    assert board.issues == []


def test_who_is_asked_to_end_leaves_at_once(stuck: Stuck) -> None:
    warning = raise_alarm(lambda: stuck, LOOK, "ja", stuck.reached.is_set)
    assert why(warning) == "notices-stopped"
