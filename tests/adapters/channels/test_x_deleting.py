"""Taking a post down: only what X says in so many words is believed."""

import json

import pytest

from sns_cli.model.channel import NoReply, Reply
from tests.support.raw_server import RawServer, http
from tests.support.x_channel import x_channel

HTML = b"<!doctype html><title>Please wait</title>"
UNKNOWN = "https://api.twitter.com/2/problems/resource-not-found"


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("200 OK", b""),
        ("200 OK", HTML),
        ("200 OK", b"null"),
        ("200 OK", b"[]"),
        ("200 OK", b'{"data": {}}'),
        ("200 OK", b'{"data": {"deleted": "true"}}'),
        ("200 OK", b'{"data": {"deleted": 1}}'),
        ("200 OK", b'{"errors": [{"message": "no"}]}'),
        ("200 OK", b'{"data": {"deleted": true}, "errors": [{"message": "no"}]}'),
        ("204 No Content", b""),
        ("404 Not Found", b""),
        ("404 Not Found", HTML),
        ("404 Not Found", b'{"message": "no Route matched with those values"}'),
        ("404 Not Found", b'{"title": "Not Found", "type": "about:blank"}'),
        ("404 Not Found", b'{"title": "Not Found Error", "detail": "[13]"}'),
    ],
)
def test_only_the_words_of_x_prove_that_a_post_is_gone(
    status: str, body: bytes
) -> None:
    with RawServer(http(status, body)) as server, x_channel(server.base) as channel:
        answer = channel.delete("12")
    assert answer == NoReply(left=True, reason="not-deleted")


@pytest.mark.parametrize(
    "body",
    [
        {"type": UNKNOWN, "title": "Not Found Error"},
        {"errors": [{"type": UNKNOWN, "value": "12"}]},
        {"title": "Not Found Error", "detail": "Could not find tweet with id: [12]."},
    ],
)
def test_a_post_that_x_does_not_know_is_gone(body: object) -> None:
    content = json.dumps(body).encode()
    with (
        RawServer(http("404 Not Found", content)) as server,
        x_channel(server.base) as channel,
    ):
        answer = channel.delete("12")
    assert isinstance(answer, Reply)
    assert answer.status == 404


def test_delete_believes_no_denial_and_no_strange_id() -> None:
    kept = http("200 OK", b'{"data":{"deleted":false}}')
    gone = http("200 OK", b'{"data":{"deleted":true}}')
    with RawServer(kept, gone) as server, x_channel(server.base) as channel:
        denied = channel.delete("12")
        done = channel.delete("12")
        strange = channel.delete("../users/me")
        assert len(server.requests) == 2
        assert server.requests[0].startswith(b"DELETE /2/tweets/12 HTTP/1.1\r\n")
    assert denied == NoReply(left=True, reason="not-deleted")
    assert isinstance(done, Reply)
    assert strange == NoReply(left=False, reason="post-id-malformed")
