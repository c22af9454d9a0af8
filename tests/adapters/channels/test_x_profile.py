"""What an account on X says of itself, as people read it."""

import json

import pytest

from sns_cli.adapters.channels.x.channel import XChannel
from sns_cli.model.channel import Identity, Reply
from sns_cli.model.profile import Profile
from tests.support.raw_server import RawServer, http
from tests.support.x_channel import CANARIES

DATA = {
    "id": "7",
    "username": "library",
    "name": "例示市立図書館 &amp; 分館",
    "description": "案内 https://t.co/abc &lt;公式&gt;",
    "url": "https://t.co/xyz",
    "entities": {
        "url": {"urls": [{"url": "https://t.co/xyz", "expanded_url": "https://a.jp/"}]},
        "description": {
            "urls": [{"url": "https://t.co/abc", "expanded_url": "https://b.jp/"}]
        },
    },
}


def asked(data: object, *, profile: bool = True) -> tuple[Profile | None, str]:
    """Return what is understood, and the request that was made."""
    body = json.dumps({"data": data}).encode()
    with RawServer(http("200 OK", body)) as server:
        channel = XChannel(CANARIES, "library", server.base, profile=profile)
        found = channel.identify()
        channel.close()
        request = server.requests[0].decode()
    assert isinstance(found, Identity)
    return found.profile, request.partition("\r\n")[0]


def test_links_are_expanded_and_entities_undone() -> None:
    found, request = asked(DATA)
    assert found == Profile(
        "library",
        "例示市立図書館 &amp; 分館",
        "案内 https://b.jp/ <公式>",
        "https://a.jp/",
    )
    assert "user.fields=description%2Centities%2Cname%2Curl%2Cusername" in request


def test_it_is_not_asked_for_where_nobody_needs_it() -> None:
    found, request = asked(DATA, profile=False)
    assert found is None
    assert request.startswith("GET /2/users/me HTTP")


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"description": None, "url": 7},
        {"entities": []},
        {"entities": {"url": None, "description": {"urls": [None, {"url": 1}]}}},
    ],
)
def test_what_is_not_given_is_not_made_up(odd: dict[str, object]) -> None:
    found, _ = asked({"id": "7", "username": "library", **odd})
    assert found == Profile("library", None, None, None)


@pytest.mark.parametrize("status", ["400 Bad Request", "404 Not Found"])
def test_a_service_that_knows_no_profiles_still_says_whose_keys_these_are(
    status: str,
) -> None:
    refused = http(status, b'{"title":"Invalid Request"}')
    named = http("200 OK", b'{"data":{"id":"7","username":"library"}}')
    with RawServer(refused, named) as server:
        channel = XChannel(CANARIES, "library", server.base, profile=True)
        found = channel.identify()
        channel.close()
        lines = [one.partition(b" HTTP")[0] for one in server.requests]
    assert isinstance(found, Identity)
    assert found.profile is None
    assert [b"user.fields" in line for line in lines] == [True, False]


def test_without_profiles_a_refusal_is_asked_about_once() -> None:
    with RawServer(http("404 Not Found", b"{}")) as server:
        channel = XChannel(CANARIES, "library", server.base)
        found = channel.identify()
        channel.close()
        assert len(server.requests) == 1
    assert isinstance(found, Reply)
