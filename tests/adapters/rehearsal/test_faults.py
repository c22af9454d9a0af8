"""Each way to misbehave looks to the channel as it would look at X."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from sns_cli.adapters.channels.x.channel import XChannel
from sns_cli.adapters.rehearsal import REHEARSAL_CREDENTIALS, RehearsalServer
from sns_cli.adapters.rehearsal.faults import FAULTS, FaultBox, fault_of
from sns_cli.adapters.rehearsal.http import Route
from sns_cli.model.channel import Answer, Identity, NoReply, Reply, Timeline
from tests.support.oauth_client import call
from tests.support.x_channel import send

ACCEPTED_AND_LOST = {
    "accept-then-hang": NoReply(left=True, reason="timeout"),
    "accept-then-reset": NoReply(left=True, reason="connection-reset"),
    "accept-then-truncate": NoReply(left=True, reason="truncated"),
    "accept-then-503": 503,
    "accept-without-id": 201,
}
NOT_ACCEPTED = {
    "hang": NoReply(left=True, reason="timeout"),
    "reset": NoReply(left=True, reason="connection-reset"),
    **{str(n): n for n in (400, 401, 402, 403, 422, 429, 500, 502, 503, 504)},
    "429-without-reset": 429,
    **{f"200-{what}": 200 for what in ("page", "errors", "null", "list")},
    "204": 204,
    "404-page": 404,
    "403-permissions": 403,
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RehearsalServer]:
    with RehearsalServer(tmp_path / "x.sqlite") as running:
        yield running


@pytest.fixture
def channel(
    request: pytest.FixtureRequest, server: RehearsalServer
) -> Iterator[XChannel]:
    # Only where it must run out is the time short; machines may be slow.
    patience = 1.0 if "hang-" in request.node.name else 20.0
    made = XChannel(REHEARSAL_CREDENTIALS, "library", server.api_base, (20.0, patience))
    yield made
    made.close()


def tell(server: RehearsalServer, **fault: object) -> None:
    answer = call(server.port, "POST", "/rehearsal/faults", fault)
    assert answer.status == 200, answer.body


def public(server: RehearsalServer) -> list[str]:
    posts = server.state()["posts"]
    assert isinstance(posts, list)
    return [post["text"] for post in posts if not post["deleted"]]


def heard(answer: Answer) -> object:
    if isinstance(answer, Reply):
        assert answer.remote_id is None
        return answer.status
    return answer


@pytest.mark.parametrize(("fault", "expected"), ACCEPTED_AND_LOST.items())
def test_accepted_but_not_heard_of(
    server: RehearsalServer, channel: XChannel, fault: str, expected: object
) -> None:
    tell(server, fault=fault)
    assert heard(send(channel, "本文")) == expected
    assert public(server) == ["本文"]
    timeline = channel.read_back(None)
    assert isinstance(timeline, Timeline)
    assert [post.text for post in timeline.posts] == ["本文"]


@pytest.mark.parametrize(("fault", "expected"), NOT_ACCEPTED.items())
def test_not_accepted(
    server: RehearsalServer, channel: XChannel, fault: str, expected: object
) -> None:
    tell(server, fault=fault)
    assert heard(send(channel, "本文")) == expected
    assert public(server) == []
    answer = send(channel, "本文")
    assert isinstance(answer, Reply)
    assert answer.status == 201


def test_every_fault_that_hits_sending_is_tried_above() -> None:
    sending = {name for name, on in FAULTS.items() if on is Route.CREATE}
    assert sending == {*ACCEPTED_AND_LOST, *NOT_ACCEPTED}


def test_429_says_when_it_resets_or_does_not(
    server: RehearsalServer, channel: XChannel
) -> None:
    tell(server, fault="429", seconds=60)
    tell(server, fault="429-without-reset")
    told, silent = send(channel), send(channel)
    assert isinstance(told, Reply)
    assert isinstance(silent, Reply)
    assert told.retry_at is not None
    assert told.server_time is not None
    wait = told.retry_at - told.server_time
    assert dt.timedelta(seconds=58) <= wait <= dt.timedelta(seconds=62)
    assert silent.retry_at is None


def test_a_lagging_or_dead_timeline(server: RehearsalServer, channel: XChannel) -> None:
    send(channel, "本文")
    tell(server, fault="timeline-empty")
    tell(server, fault="timeline-down")
    assert channel.read_back(None) == Timeline(())
    down = channel.read_back(None)
    assert isinstance(down, Reply)
    assert down.status == 503
    seen = channel.read_back(None)
    assert isinstance(seen, Timeline)
    assert len(seen.posts) == 1


def test_the_wrong_account_and_the_wrong_clock(
    server: RehearsalServer, channel: XChannel
) -> None:
    tell(server, fault="wrong-account")
    tell(server, fault="wrong-clock", seconds=-7200, on="create")
    who = channel.identify()
    assert isinstance(who, Identity)
    assert who.handle == "someone_else"
    assert who.server_time is not None
    late = send(channel)
    assert isinstance(late, Reply)
    assert late.status == 201
    assert late.server_time is not None
    gap = who.server_time - late.server_time
    assert dt.timedelta(seconds=7190) < gap < dt.timedelta(seconds=7210)


def test_a_delete_can_be_carried_out_and_not_heard_of(
    server: RehearsalServer, channel: XChannel
) -> None:
    sent = send(channel, "消す")
    assert isinstance(sent, Reply)
    assert sent.remote_id is not None
    tell(server, fault="accept-then-reset", on="delete")
    assert channel.delete(sent.remote_id) == NoReply(
        left=True, reason="connection-reset"
    )
    assert public(server) == []


def test_a_refused_post_is_refused_although_a_fault_waits(
    server: RehearsalServer, channel: XChannel
) -> None:
    tell(server, fault="accept-then-hang")
    answer = send(channel, "あ" * 200)
    assert isinstance(answer, Reply)
    assert answer.status == 400


def test_a_fault_lasts_as_often_as_it_was_told(
    server: RehearsalServer, channel: XChannel
) -> None:
    tell(server, fault="500", times=2)
    assert [heard(send(channel, "本文")) for _ in range(2)] == [500, 500]
    assert isinstance(send(channel, "本文"), Reply)
    assert public(server) == ["本文"]


def test_faults_can_be_taken_back(server: RehearsalServer, channel: XChannel) -> None:
    tell(server, fault="hang", times=9)
    call(server.port, "DELETE", "/rehearsal/faults")
    assert server.state()["faults"] == []
    answer = send(channel)
    assert isinstance(answer, Reply)
    assert answer.status == 201


@pytest.mark.parametrize(
    "body",
    [
        b"",
        {"fault": "explode"},
        {"fault": 5},
        {"fault": "hang", "times": 0},
        {"fault": "hang", "times": "many"},
        {"fault": "hang", "on": "everywhere"},
        {"fault": "hang", "seconds": "long"},
        {"fault": "hang", "secnods": 3},
    ],
)
def test_a_fault_nobody_knows_is_refused(server: RehearsalServer, body: object) -> None:
    assert call(server.port, "POST", "/rehearsal/faults", body).status == 400
    assert server.state()["faults"] == []


def test_faults_wait_for_their_endpoint_in_order() -> None:
    box = FaultBox()
    box.add(fault_of({"fault": "500", "on": "me"}))
    box.add(fault_of({"fault": "502", "on": "any"}))
    box.add(fault_of({"fault": "503"}))
    taken = [box.take(route) for route in (Route.CREATE, Route.CREATE, Route.CREATE)]
    assert [one.name if one else None for one in taken] == ["502", "503", None]
    last = box.take(Route.ME)
    assert last is not None
    assert last.name == "500"
