"""Pictures and their descriptions on their way to X, byte for byte."""

import json

import pytest

from sns_cli.adapters.channels.x.channel import XChannel
from sns_cli.model.channel import NOTHING, NoReply, Prepared, Reply
from tests.support.pictures import animation, picture
from tests.support.raw_server import RawServer, http
from tests.support.x_channel import CANARIES, message_with, x_channel

PNG, OTHER = picture("PNG"), picture("JPEG")


def taken(media_id: str, **info: object) -> bytes:
    return http("200 OK", json.dumps({"data": {"id": media_id, **info}}).encode())


def described(media_id: str) -> bytes:
    told = {"id": media_id, "associated_metadata": {"alt_text": {"text": "…"}}}
    return http("200 OK", json.dumps({"data": told}).encode())


CREATED = http("201 Created", b'{"data": {"id": "1999"}}')


def first_line(request: bytes) -> str:
    return request.partition(b"\r\n")[0].decode()


def test_each_picture_is_handed_over_and_described_in_order() -> None:
    message = message_with((PNG, "地図"), (OTHER, "棚"))
    answers = (
        taken("71"),
        described("71"),
        taken("72"),
        described("72"),
        CREATED,
    )
    with RawServer(*answers) as server:
        with x_channel(server.base) as channel:
            prepared = channel.prepare(message)
            assert prepared == Prepared(("71", "72"))
            sent = channel.send(message, prepared)
        requests = list(server.requests)
    assert isinstance(sent, Reply)
    assert sent.remote_id == "1999"
    assert [first_line(one) for one in requests] == [
        "POST /2/media/upload HTTP/1.1",
        "POST /2/media/metadata HTTP/1.1",
        "POST /2/media/upload HTTP/1.1",
        "POST /2/media/metadata HTTP/1.1",
        "POST /2/tweets HTTP/1.1",
    ]
    bodies = [one.partition(b"\r\n\r\n")[2] for one in requests]
    assert json.loads(bodies[1]) == {
        "id": "71",
        "metadata": {"alt_text": {"text": "地図"}},
    }
    assert json.loads(bodies[4]) == {
        "text": "写真です。",
        "media": {"media_ids": ["71", "72"]},
    }
    assert all(b'oauth_signature="' in one for one in requests)


def test_the_upload_holds_exactly_the_bytes_and_no_name_of_a_file() -> None:
    with RawServer(taken("71")) as server:
        with x_channel(server.base) as channel:
            channel.prepare(message_with((PNG, None)))
        (request,) = server.requests
    head, _, body = request.partition(b"\r\n\r\n")
    assert b"multipart/form-data; boundary=" in head
    assert body.count(PNG) == 1
    assert b'name="media_category"\r\n\r\ntweet_image\r\n' in body
    assert b'name="media_type"\r\n\r\nimage/png\r\n' in body
    assert b"posts/" not in body
    assert b".png" not in body


@pytest.mark.parametrize(
    ("content", "category"),
    [
        (animation(), b"tweet_gif"),
        (animation(loop=None), b"tweet_gif"),
        (picture("GIF"), b"tweet_image"),
        (picture("GIF", comment=b"NETSCAPE2.0"), b"tweet_image"),
    ],
)
def test_a_gif_that_moves_is_called_one(content: bytes, category: bytes) -> None:
    with RawServer(taken("71")) as server:
        with x_channel(server.base) as channel:
            channel.prepare(message_with((content, None), mime="image/gif"))
        (request,) = server.requests
    assert b"\r\n\r\n" + category + b"\r\n" in request


def test_a_message_without_pictures_asks_nothing() -> None:
    with RawServer() as server:
        with x_channel(server.base) as channel:
            assert channel.prepare(message_with()) == NOTHING
        assert server.requests == []


def test_the_first_failure_ends_it() -> None:
    message = message_with((PNG, "地図"), (OTHER, "棚"))
    with RawServer(http("503 Service Unavailable")) as server:
        with x_channel(server.base) as channel:
            answer = channel.prepare(message)
        assert len(server.requests) == 1
    assert isinstance(answer, Reply)
    assert answer.status == 503


@pytest.mark.parametrize("status", ["400 Bad Request", "500 Internal Server Error"])
def test_a_description_that_is_not_taken_fails_the_picture(status: str) -> None:
    with RawServer(taken("71"), http(status)) as server:
        with x_channel(server.base) as channel:
            answer = channel.prepare(message_with((PNG, "地図"), (OTHER, "棚")))
        assert len(server.requests) == 2
    assert isinstance(answer, Reply)
    assert str(answer.status) == status[:3]


@pytest.mark.parametrize("status", ["200 OK", "201 Created", "204 No Content"])
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"data": {}}',
        b'{"data": {"id": "72"}}',
        b'{"data": {"id": "71"}, "errors": [{"message": "alt text refused"}]}',
        b'{"errors": [{"message": "alt text refused"}]}',
        b"<!doctype html><title>Please wait</title>",
    ],
)
def test_a_description_counts_only_where_x_names_the_picture(
    status: str, body: bytes
) -> None:
    sent = b"" if status.startswith("204") else body
    with RawServer(taken("71"), http(status, sent)) as server:
        with x_channel(server.base) as channel:
            answer = channel.prepare(message_with((PNG, "地図"), (OTHER, "棚")))
        assert len(server.requests) == 2
    assert isinstance(answer, Reply), "the picture would go out without its words"
    assert str(answer.status) == status[:3]
    assert answer.reason in {"alt text refused", "description-not-confirmed"}


@pytest.mark.parametrize("body", [b"", b"{}", b'{"data": {}}', b'{"data": {"id": ""}}'])
def test_success_without_an_id_is_none(body: bytes) -> None:
    with RawServer(http("200 OK", body)) as server, x_channel(server.base) as channel:
        answer = channel.prepare(message_with((PNG, None)))
    assert isinstance(answer, Reply)
    assert answer.remote_id is None


def prepared_with(**info: object) -> object:
    answer = taken("71", processing_info=info)
    with RawServer(answer) as server, x_channel(server.base) as channel:
        return channel.prepare(message_with((PNG, None)))


def test_a_picture_x_still_works_on_is_waited_for() -> None:
    assert prepared_with(state="pending", check_after_secs=3) == Prepared(("71",), 3.0)
    assert prepared_with(state="succeeded") == Prepared(("71",), 0.0)
    assert prepared_with(state=7, check_after_secs="x") == Prepared(("71",), 0.0)


def test_a_picture_x_could_not_work_on_is_refused() -> None:
    answer = prepared_with(state="failed")
    assert isinstance(answer, Reply)
    assert answer.status == 422


def test_where_nobody_answers_nothing_left() -> None:
    with x_channel("http://127.0.0.1:1") as channel:
        answer = channel.prepare(message_with((PNG, None)))
    assert answer == NoReply(left=False, reason="connection-refused")


def test_a_redirect_is_not_followed() -> None:
    with RawServer(taken("72")) as other:
        moved = http("307 Temporary Redirect", b"", f"Location: {other.base}/")
        with RawServer(moved) as server, x_channel(server.base) as channel:
            answer = channel.prepare(message_with((PNG, None)))
        assert other.requests == []
    assert isinstance(answer, Reply)
    assert answer.status == 307


def test_no_credential_comes_back_from_an_echo() -> None:
    def echo(request: bytes) -> bytes:
        head = request.partition(b"\r\n\r\n")[0].decode("latin-1")
        told = json.dumps({"detail": head, "errors": [{"message": head}]})
        return http("400 Bad Request", told.encode())

    with RawServer(echo) as server, x_channel(server.base) as channel:
        answer = channel.prepare(message_with((PNG, None)))
    assert isinstance(answer, Reply)
    assert "oauth_token" in answer.detail
    assert not any(value in repr(answer) for value in CANARIES.values())


def test_a_silent_server_is_given_up() -> None:
    with RawServer(keep=True) as server:
        channel = XChannel(CANARIES, "library", server.base, (5.0, 0.3))
        answer = channel.prepare(message_with((PNG, None)))
        channel.close()
    assert answer == NoReply(left=True, reason="timeout")
