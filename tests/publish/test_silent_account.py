"""One service that never answers delays the other accounts by its timeouts, once."""

import pytest

from sns_cli.errors import ExitCode
from tests.fakes.service import HANDLE
from tests.publish.desk import approved
from tests.publish.rig import Rig, why
from tests.simulation.library import settings
from tests.support.raw_server import RawServer, http
from tests.support.x_channel import x_channel

IDS = ("aaa", "bbb", "ccc")
ME = f'{{"data": {{"id": "1", "username": "{HANDLE}", "name": "L"}}}}'.encode()
JSON = "Content-Type: application/json"


def rig_of() -> Rig:
    """Return a rig whose first account in the plan is ``a``, with three posts."""
    return Rig(tuple(approved(one) for one in IDS), settings(("a", "x")))


@pytest.mark.parametrize("trickles", [True, False])
def test_silence_when_asked_who_it_is_ends_the_account_at_once(
    *, trickles: bool
) -> None:
    """A service that says a byte now and then never runs into a read timeout.

    Were it not for the deadline of the whole answer, it would hold the run for an hour.
    """
    rig = rig_of()
    with RawServer(b"H" * 10_000, pause=0.2 if trickles else 600.0) as silent:
        with x_channel(silent.base, timeouts=(0.5, 0.6)) as channel:
            rig.channels["a"] = channel  # type: ignore[assignment]  # a real one
            report = rig.run()
        asked = list(silent.requests)

    assert report.exit_code is ExitCode.UNDELIVERED
    assert len(asked) == 1
    assert {why(report, one, "a") for one in IDS} == {"rehearsal-no-answer"}
    assert len(rig.channel.sent) == len(IDS)


def test_silence_when_sent_to_costs_the_answer_and_one_look_back() -> None:
    rig = rig_of()
    answers = http("200 OK", ME, JSON), b"", b""
    with RawServer(*answers, pause=None, keep=True) as silent:
        with x_channel(silent.base, timeouts=(0.5, 0.6)) as channel:
            rig.channels["a"] = channel  # type: ignore[assignment]  # a real one
            report = rig.run()
        asked = [one.split(b" ", 2)[0] for one in silent.requests]

    assert report.exit_code is ExitCode.IN_DOUBT
    assert asked == [b"GET", b"POST", b"GET"]
    assert why(report, "bbb", "a") == "account-ended"
    assert len(rig.channel.sent) == len(IDS)
