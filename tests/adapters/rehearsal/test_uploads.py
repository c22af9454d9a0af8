"""Pictures at the rehearsal service: checked, kept, shown, and forgotten in time."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sns_cli.adapters.channels.x.channel import XChannel
from sns_cli.adapters.rehearsal import REHEARSAL_CREDENTIALS, RehearsalServer
from sns_cli.adapters.rehearsal.http import Request
from sns_cli.adapters.rehearsal.multipart import form_of
from sns_cli.model.channel import Prepared, Reply, Timeline
from tests.adapters.rehearsal.test_page import Page
from tests.support.oauth_client import Response, Signer, call
from tests.support.pictures import animation, picture
from tests.support.x_channel import message_with, x_channel

PNG = picture("PNG")
ALT = "地図 <b>&\"'</b>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RehearsalServer]:
    with RehearsalServer(tmp_path / "x.sqlite", handle="library") as running:
        yield running


@pytest.fixture
def channel(server: RehearsalServer) -> Iterator[XChannel]:
    with x_channel(server.api_base, REHEARSAL_CREDENTIALS) as opened:
        yield opened


def form(boundary: str = "b", **fields: bytes) -> bytes:
    parts = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; '
        f'filename="f"\r\n\r\n'.encode()
        + content
        + b"\r\n"
        for name, content in fields.items()
    )
    return b"".join(parts) + f"--{boundary}--\r\n".encode()


def upload(server: RehearsalServer, **fields: bytes) -> Response:
    target = "/2/media/upload"
    kind = "multipart/form-data; boundary=b"
    return call(server.port, "POST", target, form(**fields), Signer(), kind)


def create(server: RehearsalServer, media: object, text: str = "写真") -> int:
    body = {"text": text, "media": media}
    return call(server.port, "POST", "/2/tweets", body, Signer()).status


def describe(server: RehearsalServer, media_id: str, alt: object) -> int:
    body = {"id": media_id, "metadata": {"alt_text": {"text": alt}}}
    return call(server.port, "POST", "/2/media/metadata", body, Signer()).status


def test_what_was_handed_over_shows_on_the_post(
    server: RehearsalServer, channel: XChannel
) -> None:
    message = message_with((PNG, ALT), (picture("PNG") + b"", None))
    prepared = channel.prepare(message)
    assert isinstance(prepared, Prepared)
    sent = channel.send(message, prepared)
    assert isinstance(sent, Reply)
    posts = server.state()["posts"]
    assert isinstance(posts, list)
    (post,) = posts
    assert [one["alt"] for one in post["media"]] == [ALT, None]
    assert [server.media(one["id"]) for one in post["media"]] == [PNG, PNG]


def test_the_text_reads_back_as_it_was_sent(channel: XChannel) -> None:
    for number in (1, 4):
        text = f"写真 {number} https://www.lib.example.jp/?a=1&b=2"
        pictures = [(PNG + b"", None)] * number
        message = message_with(*pictures, text=text)
        prepared = channel.prepare(message)
        assert isinstance(prepared, Prepared)
        channel.send(message, prepared)
        timeline = channel.read_back(None)
        assert isinstance(timeline, Timeline)
        assert timeline.posts[0].text == text


def test_the_page_shows_pictures_with_their_words(
    server: RehearsalServer, channel: XChannel
) -> None:
    message = message_with((PNG, ALT), text="写真です")
    prepared = channel.prepare(message)
    assert isinstance(prepared, Prepared)
    channel.send(message, prepared)
    page = Page(call(server.port, "GET", "/").body.decode())
    assert page.tags.count("img") == 1
    assert page.tags[page.tags.index("img") :].count("b") == 1, "our own ALT alone"
    assert ALT in page.text
    (source,) = page.links
    shown = call(server.port, "GET", str(source))
    assert (shown.headers["content-type"], shown.body) == ("image/png", PNG)


def test_the_page_tells_the_time_on_the_wall(tmp_path: Path) -> None:
    at = dt.datetime(2026, 11, 25, 15, 30, tzinfo=dt.UTC)
    with RehearsalServer(tmp_path / "y.sqlite", now=lambda: at) as server:
        body = {"text": "夜"}
        call(server.port, "POST", "/2/tweets", body, Signer(at=at))
        page = Page(call(server.port, "GET", "/").body.decode())
    assert "2026-11-26 00:30:00" in page.text
    assert "UTC" not in page.text


@pytest.mark.parametrize(
    "fields",
    [
        {"media": PNG},
        {"media_category": b"tweet_image"},
        {"media": b"text", "media_category": b"tweet_image"},
        {"media": PNG, "media_category": b"dm_image"},
        {"media": PNG, "media_category": b"tweet_gif"},
        {"media": animation(), "media_category": b"tweet_image"},
        {"media": PNG[:-9], "media_category": b"tweet_image"},
        {"media": PNG + bytes(5 << 20), "media_category": b"tweet_image"},
        {"media": PNG, "media_category": b"tweet_image", "media_type": b"image/gif"},
        {"media": PNG, "media_category": b"tweet_image", "shared": b"true"},
    ],
)
def test_what_is_no_picture_is_refused(
    server: RehearsalServer, fields: dict[str, bytes]
) -> None:
    assert upload(server, **fields).status == 400


def test_an_unsigned_picture_is_nobodys(server: RehearsalServer) -> None:
    body = form(media=PNG, media_category=b"tweet_image")
    kind = "multipart/form-data; boundary=b"
    assert call(server.port, "POST", "/2/media/upload", body, None, kind).status == 401


def held(server: RehearsalServer, content: bytes = PNG) -> str:
    moving = b"tweet_gif" if content.count(b"NETSCAPE2.0") else b"tweet_image"
    answer = upload(server, media=content, media_category=moving)
    assert answer.status == 200
    return str(answer.json()["data"]["id"])


def test_a_post_names_one_to_four_pictures_that_are_there(
    server: RehearsalServer,
) -> None:
    ids = [held(server) for _ in range(5)]
    gif = held(server, animation())
    refused: list[object] = [
        {"media_ids": []},
        {"media_ids": ids},
        {"media_ids": ["123"]},
        {"media_ids": [int(ids[0])]},
        {"media_ids": [ids[0], ids[0]]},
        {"media_ids": [ids[0], gif]},
        {"media_ids": ids[0]},
        {},
        None,
    ]
    assert [create(server, one) for one in refused] == [400] * len(refused)
    assert create(server, {"media_ids": ids[:4]}, "四枚") == 201
    assert create(server, {"media_ids": [gif]}, "動く") == 201


def test_a_picture_is_forgotten_after_a_day(tmp_path: Path) -> None:
    now = [dt.datetime(2026, 11, 25, 1, 0, tzinfo=dt.UTC)]
    with RehearsalServer(tmp_path / "x.sqlite", now=lambda: now[0]) as server:
        form_ = form(media=PNG, media_category=b"tweet_image")
        kind = "multipart/form-data; boundary=b"
        target = "/2/media/upload"
        answer = call(server.port, "POST", target, form_, Signer(at=now[0]), kind)
        media = {"media_ids": [answer.json()["data"]["id"]]}
        now[0] += dt.timedelta(hours=24, seconds=1)
        body = {"text": "遅い", "media": media}
        late = call(server.port, "POST", "/2/tweets", body, Signer(at=now[0]))
    assert late.status == 400


def test_a_description_is_text_of_up_to_1000_characters(
    server: RehearsalServer,
) -> None:
    media_id = held(server)
    refused = ["", 7, None, "字" * 1001]
    assert [describe(server, media_id, one) for one in refused] == [400] * 4
    assert describe(server, "123", "地図") == 400
    assert describe(server, media_id, "字" * 1000) == 200


def test_pictures_outlive_the_process(tmp_path: Path) -> None:
    place = tmp_path / "x.sqlite"
    with RehearsalServer(place) as server:
        media_id = held(server)
    with RehearsalServer(place) as again:
        assert again.media(media_id) == PNG
        assert create(again, {"media_ids": [media_id]}) == 201


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--b--",
        b"--b\r\nno head",
        form(media=PNG)[:-9],
        b"text before\r\n" + form(media=PNG),
        form("c", media=PNG),
    ],
)
def test_half_a_form_is_no_form(body: bytes) -> None:
    headers = {"content-type": "multipart/form-data; boundary=b"}
    assert not form_of(Request("POST", "/", headers, body))


def test_a_form_is_read_whatever_the_bytes() -> None:
    content = b"\r\n--B\r\n\r\n--\0\xff\n\r" * 9
    headers = {"content-type": 'multipart/form-data; boundary="b"'}
    fields = form_of(Request("POST", "/", headers, form(media=content)))
    assert fields == {"media": content}
    assert form_of(Request("POST", "/", {"content-type": "text/plain"}, b"")) is None
    assert json.dumps(sorted(fields)) == '["media"]'
