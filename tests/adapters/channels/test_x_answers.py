"""Every status and every way an answer can be broken, told apart over real HTTP."""

import datetime as dt
import json

import pytest

from sns_cli.adapters.channels.x.transport import open_session
from sns_cli.model.channel import Identity, NoReply, Reply, Timeline
from tests.support.raw_server import RawServer, http
from tests.support.x_channel import send, x_channel

ACCEPTED = b'{"data":{"id":"1999","text":"x"}}'
DUPLICATE = (
    b'{"detail":"You are not allowed to create a Tweet with duplicate content.",'
    b'"type":"about:blank","title":"Forbidden","status":403}'
)


def answer_to(raw: bytes) -> Reply | NoReply:
    with RawServer(raw) as server, x_channel(server.base) as channel:
        return send(channel)


def reply_to(raw: bytes) -> Reply:
    answer = answer_to(raw)
    assert isinstance(answer, Reply), answer
    return answer


def test_the_request_is_what_x_expects() -> None:
    with RawServer(http("201 Created", ACCEPTED)) as server:
        with x_channel(server.base) as channel:
            send(channel, "本文\n二行め")
        (request,) = server.requests
    head, _, body = request.partition(b"\r\n\r\n")
    assert head.startswith(b"POST /2/tweets HTTP/1.1\r\n")
    assert b'oauth_signature_method="HMAC-SHA1"' in head
    assert b"connection: close" in head.lower()
    assert json.loads(body) == {"text": "本文\n二行め"}


def test_an_accepted_post_carries_id_address_time_and_body() -> None:
    date = "Date: Wed, 25 Nov 2026 01:00:00 GMT"
    reply = reply_to(http("201 Created", ACCEPTED, date))
    assert reply.remote_id == "1999"
    assert reply.url == "https://x.com/library/status/1999"
    assert reply.server_time == dt.datetime(2026, 11, 25, 1, 0, tzinfo=dt.UTC)
    assert reply.body == {"data": {"id": "1999", "text": "x"}}


@pytest.mark.parametrize(
    "status",
    [
        "301 Moved Permanently",
        "307 Temporary Redirect",
        "400 Bad Request",
        "401 Unauthorized",
        "402 Payment Required",
        "403 Forbidden",
        "404 Not Found",
        "409 Conflict",
        "418 I'm a teapot",
        "422 Unprocessable Entity",
        "429 Too Many Requests",
        "500 Internal Server Error",
        "502 Bad Gateway",
        "503 Service Unavailable",
        "504 Gateway Timeout",
        "599 Odd",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>no JSON</html>",
        b"[]",
        b'"text"',
        b'{"errors": "no list"}',
        b'{"errors": [1, null, "x"]}',
        b'{"errors": {"message": "no list"}, "error": 7}',
        b"[" * 100_000,
        b'{"detail": ["no text"], "title": 5}',
    ],
)
def test_a_status_stays_a_status_whatever_the_body(status: str, body: bytes) -> None:
    reply = reply_to(http(status, body, "x-rate-limit-reset: soon"))
    assert reply.status == int(status[:3])
    assert reply.remote_id is None
    assert reply.retry_at is None


@pytest.mark.parametrize("place", ["https://api.twitter.com", "http://127.0.0.1:9"])
def test_a_redirect_is_not_followed(place: str) -> None:
    location = f"Location: {place}/2/tweets"
    with RawServer(http("307 Temporary Redirect", b"", location)) as server:
        with x_channel(server.base) as channel:
            reply = send(channel)
        assert len(server.requests) == 1
    assert isinstance(reply, Reply)
    assert reply.status == 307


def test_no_connection_is_used_twice() -> None:
    """A kept one may be closed under us in the instant of sending."""
    answers = [http("201 Created", ACCEPTED)] * 2
    with (
        RawServer(*answers, keep=True) as server,
        x_channel(server.base, timeouts=(20.0, 5.0)) as channel,
    ):
        assert [isinstance(send(channel), Reply) for _ in answers] == [True, True]


def test_there_is_no_way_around_the_transport() -> None:
    with open_session(None, (1.0, 1.0)) as session:
        assert list(session.adapters) == ["https://"]


def test_duplicate_content_is_told_from_other_refusals_by_its_detail() -> None:
    duplicate = reply_to(http("403 Forbidden", DUPLICATE))
    other = reply_to(http("403 Forbidden", b'{"title":"Forbidden","status":403}'))
    assert "duplicate content" in duplicate.detail
    assert other.detail == "Forbidden"


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ({"detail": "the reason", "title": "T"}, "the reason"),
        ({"title": "T"}, "T"),
        ({"errors": [{"message": "one"}, {"detail": "two"}], "title": "T"}, "one; two"),
        ({"detail": "general", "errors": [{"message": "exact"}]}, "general; exact"),
        ({"detail": "same", "errors": [{"message": "same"}]}, "same"),
        ({"error": "old form"}, "old form"),
        ({"detail": "a\r\n::error::b\x1b[31m\u202ec\u2028d"}, "a ::error::b [31m c d"),
        ({"detail": "長" * 600}, "長" * 500),
        ({"detail": "broken \ud800 half"}, "broken \ufffd half"),
    ],
)
def test_detail_is_one_harmless_line(body: object, detail: str) -> None:
    raw = http("400 Bad Request", json.dumps(body).encode())
    assert reply_to(raw).detail == detail


RESET = 1_795_569_600  # 2026-11-25T01:20:00Z


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ([f"x-rate-limit-reset: {RESET}"], True),
        ([f"X-Rate-Limit-Reset: {RESET}", "Date: Wed, 25 Nov 2026 01:00:00 GMT"], True),
        (
            [f"x-rate-limit-reset: {RESET}", "Date: Wed, 25 Nov 2020 01:00:00 GMT"],
            False,
        ),
        ([f"x-rate-limit-reset: {RESET}", "Date: never"], True),
        ([], False),
        (["x-rate-limit-reset: "], False),
        (["x-rate-limit-reset: -1"], False),
        (["x-rate-limit-reset: 1e9"], False),
        (["x-rate-limit-reset: ٣"], False),
        (["x-rate-limit-reset: 99999999999999999999"], False),
    ],
)
def test_retry_at_is_the_reset_or_nothing(
    headers: list[str], *, expected: bool
) -> None:
    reply = reply_to(http("429 Too Many Requests", b"{}", *headers))
    wanted = dt.datetime.fromtimestamp(RESET, dt.UTC) if expected else None
    assert reply.retry_at == wanted


@pytest.mark.parametrize(
    ("body", "remote_id"),
    [
        (b'{"data":{"id":"12"}}', "12"),
        (b'{"data":{"id":12}}', "12"),
        (b'{"data":{"id":""}}', None),
        (b'{"data":{"id":"../users/1"}}', None),
        (b'{"data":{"id":null}}', None),
        (b'{"data":{"id":true}}', None),
        (b'{"data":[{"id":"12"}]}', None),
        (b'{"data":{}}', None),
        (b'{"id":"12"}', None),
        (b'{"data":{"id":"12"}', None),
        (b"", None),
        (b"\xff\xfe", None),
    ],
)
def test_only_a_real_id_counts_as_one(body: bytes, remote_id: str | None) -> None:
    reply = reply_to(http("201 Created", body))
    assert (reply.status, reply.remote_id) == (201, remote_id)
    assert (reply.url is None) == (remote_id is None)


def test_what_no_archive_can_hold_is_taken_out_of_the_body() -> None:
    deep: object = "x"
    for _ in range(200):
        deep = [deep]
    body = json.dumps({"data": {"id": "1"}, "half": "\ud800", "deep": deep})
    body = body[:-1] + ', "nan": NaN, "inf": -Infinity}'
    reply = reply_to(http("201 Created", body.encode()))
    assert reply.remote_id == "1"
    assert reply.body is not None
    json.dumps(reply.body, allow_nan=False, ensure_ascii=False).encode()


BROKEN = {
    "truncated": [
        b"HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n" + ACCEPTED,
        b"HTTP/1.1 403 Forbidden\r\nContent-Length: 999\r\n\r\n" + DUPLICATE[:20],
        b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n21\r\n{",
    ],
    "connection-reset": [b""],
    "malformed-answer": [
        b"\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 201 Created\r\n" + b"a: b\r\n" * 200 + b"\r\n",
        http("201 Created", b"no gzip", "Content-Encoding: gzip"),
    ],
}


@pytest.mark.parametrize(
    ("reason", "raw"), [(word, raw) for word, raws in BROKEN.items() for raw in raws]
)
def test_a_broken_answer_is_no_answer(reason: str, raw: bytes) -> None:
    answer = answer_to(raw)
    assert answer == NoReply(left=True, reason=reason)


def test_a_server_that_trickles_is_cut_off() -> None:
    with (
        RawServer(http("201 Created", ACCEPTED), pause=0.05) as server,
        x_channel(server.base, timeouts=(20.0, 0.3)) as channel,
    ):
        assert send(channel) == NoReply(left=True, reason="timeout")


def test_each_answer_is_asked_for_once() -> None:
    for raw in (b"", http("503 Service Unavailable"), http("429 Too Many Requests")):
        with RawServer(raw, raw, raw) as server:
            with x_channel(server.base) as channel:
                send(channel)
            assert len(server.requests) == 1


def test_identify_asks_once_and_returns_refusals_as_they_are() -> None:
    me = http("200 OK", b'{"data":{"id":"7","username":"library"}}')
    with (
        RawServer(http("401 Unauthorized"), http("200 OK", b"{}"), me) as server,
        x_channel(server.base) as channel,
    ):
        refused, unreadable = channel.identify(), channel.identify()
        first, second = channel.identify(), channel.identify()
        assert len(server.requests) == 3
    assert isinstance(refused, Reply)
    assert refused.status == 401
    assert isinstance(unreadable, Reply)
    assert first == second == Identity("7", "library")


@pytest.mark.parametrize(
    "page",
    [
        b"{}",
        b"[]",
        b'{"data":[]',
        b'{"data":{"id":"1","text":"x"},"meta":{}}',
        b'{"data":[{"id":"1"}],"meta":{"result_count":1}}',
        b'{"data":[{"text":"x"}],"meta":{"result_count":1}}',
        b'{"data":["x"],"meta":{"result_count":1}}',
        b'{"meta":{"result_count":0},"errors":[{"detail":"partly down"}]}',
    ],
)
def test_a_timeline_that_cannot_be_read_is_no_timeline(page: bytes) -> None:
    me = http("200 OK", b'{"data":{"id":"7","username":"library"}}')
    with (
        RawServer(me, http("200 OK", page)) as server,
        x_channel(server.base) as channel,
    ):
        assert not isinstance(channel.read_back(None), Timeline)


def test_endless_pages_are_no_whole_timeline() -> None:
    me = http("200 OK", b'{"data":{"id":"7","username":"library"}}')
    page = http(
        "200 OK", b'{"data":[{"id":"1","text":"x"}],"meta":{"next_token":"again"}}'
    )
    with RawServer(me, *[page] * 40) as server, x_channel(server.base) as channel:
        answer = channel.read_back(None)
        assert len(server.requests) == 33
    assert isinstance(answer, Timeline)
    assert [post.remote_id for post in answer.posts] == ["1"]
    assert not answer.whole


def test_the_timeline_is_asked_for_as_the_design_says() -> None:
    me = http("200 OK", b'{"data":{"id":"7","username":"library"}}')
    empty = http("200 OK", b'{"meta":{"result_count":0}}')
    since = dt.datetime.fromisoformat("2026-11-25T10:00:00.9+09:00")
    with RawServer(me, empty) as server, x_channel(server.base) as channel:
        assert channel.read_back(since) == Timeline(())
        line = server.requests[1].split(b"\r\n")[0].decode()
    assert line.startswith("GET /2/users/7/tweets?")
    assert "max_results=100" in line
    assert "start_time=2026-11-25T01%3A00%3A00Z" in line
    assert "tweet.fields=created_at%2Centities" in line
    assert "pagination_token" not in line
