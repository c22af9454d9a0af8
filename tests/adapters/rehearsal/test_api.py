"""The endpoints answer as X does."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sns_cli.adapters.rehearsal import RehearsalServer
from sns_cli.adapters.rehearsal.http import Route
from sns_cli.adapters.rehearsal.limits import X_LIMITS
from tests.support.oauth_client import Response, Signer, call

START = dt.datetime(2026, 11, 25, 1, 0, tzinfo=dt.UTC)
USER = "1000000000000000001"


class Clock:
    """The service's time, moved by the test."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> dt.datetime:
        return self.time

    def move(self, **parts: float) -> None:
        self.time += dt.timedelta(**parts)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(tmp_path: Path, clock: Clock) -> Iterator[RehearsalServer]:
    with RehearsalServer(tmp_path / "x.sqlite", handle="library", now=clock) as running:
        yield running


def ask(
    server: RehearsalServer, clock: Clock, verb: str, target: str, body: object = None
) -> Response:
    return call(server.port, verb, target, body, Signer(at=clock.time))


def post(server: RehearsalServer, clock: Clock, text: str) -> Response:
    return ask(server, clock, "POST", "/2/tweets", {"text": text})


def timeline(server: RehearsalServer, clock: Clock, query: str = "") -> dict[str, Any]:
    response = ask(server, clock, "GET", f"/2/users/{USER}/tweets?{query}")
    assert response.status == 200
    page: dict[str, Any] = response.json()
    return page


def test_me_names_the_account(server: RehearsalServer, clock: Clock) -> None:
    data = ask(server, clock, "GET", "/2/users/me").json()["data"]
    assert data == {"id": USER, "name": "図書館(予行)", "username": "library"}


def test_every_answer_carries_date_and_rate_limit(
    server: RehearsalServer, clock: Clock
) -> None:
    clock.move(seconds=61)
    headers = post(server, clock, "一つめ").headers
    assert headers["date"] == "Wed, 25 Nov 2026 01:01:01 GMT"
    assert headers["x-rate-limit-limit"] == "100"
    assert headers["x-rate-limit-remaining"] == "99"
    reset = dt.datetime.fromtimestamp(int(headers["x-rate-limit-reset"]), dt.UTC)
    assert clock.time < reset <= clock.time + dt.timedelta(minutes=15, seconds=1)


def test_ids_are_numbered_as_x_numbers_them(
    server: RehearsalServer, clock: Clock
) -> None:
    ids = [int(post(server, clock, f"{n}").json()["data"]["id"]) for n in range(3)]
    assert ids == sorted(set(ids))
    assert (ids[0] >> 22) + 1_288_834_974_657 == int(START.timestamp() * 1000)


def test_a_text_comes_back_as_x_shows_it(server: RehearsalServer, clock: Clock) -> None:
    link = "https://lib.example.jp/?a=1&b=2"
    post(server, clock, f"Q&A <案内>\n{link} と {link}。")
    page = timeline(server, clock, "tweet.fields=created_at,entities")
    (shown,) = page["data"]
    pattern = (
        r"Q&amp;A &lt;案内&gt;\nhttps://t\.co/(\w{10}) と https://t\.co/(\w{10})。"
    )
    codes = re.fullmatch(pattern, shown["text"])
    assert codes is not None
    assert codes[1] != codes[2]
    urls = shown["entities"]["urls"]
    assert [one["expanded_url"] for one in urls] == [link, link]
    for one in urls:
        assert shown["text"][one["start"] : one["end"]] == one["url"]
    assert shown["created_at"] == "2026-11-25T01:00:00.000Z"
    assert page["meta"]["result_count"] == 1


def test_fields_come_only_when_asked_for(server: RehearsalServer, clock: Clock) -> None:
    post(server, clock, "一つめ")
    (shown,) = timeline(server, clock)["data"]
    assert shown.keys() == {"id", "text", "edit_history_tweet_ids"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'["text"]', "JSON"),
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": " \n"}, "text"),
        ({"text": 5}, "text"),
        ({"text": "x", "txet": "y"}, "txet"),
        ({"text": "x", "media": {"media_ids": ["1"]}}, "media"),
        ({"text": "あ" * 141}, "282"),
    ],
)
def test_what_x_would_not_take_is_refused(
    server: RehearsalServer, clock: Clock, body: object, words: str
) -> None:
    refused = ask(server, clock, "POST", "/2/tweets", body)
    assert refused.status == 400
    assert words in refused.json()["detail"]
    assert server.state()["posts"] == []


@pytest.mark.parametrize(
    "text",
    ["あ" * 140, "a" * 280, "あ" * 128 + " https://lib.example.jp/" + "a" * 300],
)
def test_a_text_of_weight_280_is_taken(
    server: RehearsalServer, clock: Clock, text: str
) -> None:
    assert post(server, clock, text).status == 201


def test_the_same_text_is_refused_for_a_day_unless_deleted(
    server: RehearsalServer, clock: Clock
) -> None:
    first = post(server, clock, "同じ本文")
    clock.move(hours=23, minutes=59)
    refused = post(server, clock, "同じ本文")
    clock.move(minutes=2)
    later = post(server, clock, "同じ本文")
    ask(server, clock, "DELETE", f"/2/tweets/{later.json()['data']['id']}")
    again = post(server, clock, "同じ本文")
    assert (first.status, later.status, again.status) == (201, 201, 201)
    assert refused.status == 403
    assert refused.json() == {
        "detail": "You are not allowed to create a Tweet with duplicate content.",
        "type": "about:blank",
        "title": "Forbidden",
        "status": 403,
    }


def test_delete_hides_a_post_once(server: RehearsalServer, clock: Clock) -> None:
    remote_id = post(server, clock, "消す").json()["data"]["id"]
    first = ask(server, clock, "DELETE", f"/2/tweets/{remote_id}")
    second = ask(server, clock, "DELETE", f"/2/tweets/{remote_id}")
    odd = ask(server, clock, "DELETE", "/2/tweets/" + "9" * 25)
    assert first.json() == {"data": {"deleted": True}}
    assert (second.status, odd.status) == (404, 404)
    assert timeline(server, clock) == {"meta": {"result_count": 0}}


def test_pages_show_every_post_once_newest_first(
    server: RehearsalServer, clock: Clock
) -> None:
    for number in range(12):
        post(server, clock, f"{number}")
    seen: list[str] = []
    query = "max_results=5"
    pages = 0
    while query:
        page = timeline(server, clock, query)
        pages += 1
        seen += [one["text"] for one in page["data"]]
        token = page["meta"].get("next_token")
        query = f"max_results=5&pagination_token={token}" if token else ""
    assert pages == 3
    assert seen == [str(number) for number in reversed(range(12))]


def test_start_time_includes_its_own_instant(
    server: RehearsalServer, clock: Clock
) -> None:
    post(server, clock, "前")
    clock.move(seconds=10)
    post(server, clock, "後")
    at = "start_time=2026-11-25T01%3A00%3A10Z"
    assert [one["text"] for one in timeline(server, clock, at)["data"]] == ["後"]


@pytest.mark.parametrize(
    "query",
    [
        "max_results=4",
        "max_results=101",
        "max_results=x",
        "start_time=yesterday",
        "start_time=2026-11-25T01:00:00",
        "pagination_token=before-x",
        "tweet.fields=author_id",
        "since=1",
    ],
)
def test_a_query_x_would_not_understand_is_refused(
    server: RehearsalServer, clock: Clock, query: str
) -> None:
    response = ask(server, clock, "GET", f"/2/users/{USER}/tweets?{query}")
    assert response.status == 400


def test_the_limit_refuses_until_the_window_ends(tmp_path: Path, clock: Clock) -> None:
    limits = {**X_LIMITS, Route.CREATE: 2}
    with RehearsalServer(tmp_path / "x", now=clock, limits=limits) as server:
        statuses = [post(server, clock, f"{n}").status for n in range(3)]
        refused = post(server, clock, "もう一つ")
        reset = int(refused.headers["x-rate-limit-reset"])
        clock.time = dt.datetime.fromtimestamp(reset, dt.UTC)
        after = post(server, clock, "次の枠")
        assert ask(server, clock, "GET", "/2/users/me").status == 200
    assert statuses == [201, 201, 429]
    assert refused.headers["x-rate-limit-remaining"] == "0"
    assert after.status == 201


@pytest.mark.parametrize(
    ("verb", "target", "status"),
    [
        ("POST", "/2/media/upload/initialize", 404),
        ("GET", "/rehearsal/media/1", 404),
        ("GET", "/2/nothing", 404),
        ("PUT", "/2/tweets", 501),
        ("GET", "/2/users/5/tweets", 404),
    ],
)
def test_what_is_not_there_says_so(
    server: RehearsalServer, clock: Clock, verb: str, target: str, status: int
) -> None:
    assert ask(server, clock, verb, target).status == status


def test_the_state_tells_what_was_accepted_and_asked(
    server: RehearsalServer, clock: Clock
) -> None:
    post(server, clock, "一つめ")
    call(server.port, "GET", "/2/users/me")
    state = json.loads(call(server.port, "GET", "/rehearsal/state").body)
    (shown,) = state["posts"]
    assert (shown["text"], shown["deleted"]) == ("一つめ", False)
    asked = {name: number for name, number in state["requests"].items() if number}
    assert asked == {"me": 1, "create": 1}
    assert shown["media"] == []
    assert state["faults"] == []
