"""Only correctly signed, timely and new requests get in."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from sns_cli.adapters.rehearsal import REHEARSAL_CREDENTIALS, RehearsalServer
from tests.support.oauth_client import Response, Signer, call

NOW = dt.datetime(2026, 11, 25, 1, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
GOOD = Signer(at=NOW)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RehearsalServer]:
    with RehearsalServer(tmp_path / "x.sqlite", now=lambda: NOW) as running:
        yield running


def post(
    server: RehearsalServer, signer: Signer | None, text: str = "本文"
) -> Response:
    return call(server.port, "POST", "/2/tweets", {"text": text}, signer)


def wrong(**changes: str) -> Signer:
    return Signer(dataclasses.replace(REHEARSAL_CREDENTIALS, **changes), at=NOW)


@pytest.mark.parametrize(
    "host", ["https://api.twitter.com", "https://api.x.com", "its own"]
)
def test_a_request_signed_for_x_or_for_this_server_gets_in(
    server: RehearsalServer, host: str
) -> None:
    host = server.api_base if host == "its own" else host
    assert post(server, Signer(at=NOW, host=host)).status == 201


@pytest.mark.parametrize("seconds", [-300, 300])
def test_a_clock_five_minutes_off_is_tolerated(
    server: RehearsalServer, seconds: int
) -> None:
    assert post(server, Signer(at=NOW + seconds * SECOND)).status == 201


@pytest.mark.parametrize(
    ("signer", "reason"),
    [
        (None, "header-malformed"),
        (wrong(consumer_key="other"), "consumer-unknown"),
        (wrong(access_token="other"), "token-unknown"),
        (wrong(consumer_secret="other"), "signature-wrong"),
        (wrong(access_token_secret="other"), "signature-wrong"),
        (Signer(at=NOW, host="https://api.example"), "signature-wrong"),
        (Signer(at=NOW, method="PLAINTEXT"), "method-unsupported"),
        (Signer(at=NOW, extra={"oauth_signature": ""}), "header-incomplete"),
        (Signer(at=NOW, extra={"oauth_extra": "1"}), "signature-wrong"),
        (Signer(at=NOW - 301 * SECOND), "timestamp-stale"),
        (Signer(at=NOW + 301 * SECOND), "timestamp-stale"),
        (Signer(at=NOW, extra={"oauth_timestamp": "now"}), "timestamp-stale"),
    ],
)
def test_whoever_cannot_sign_is_refused_as_x_refuses(
    server: RehearsalServer, signer: Signer | None, reason: str
) -> None:
    refused = post(server, signer)
    assert refused.status == 401
    assert refused.json() == {
        "title": "Unauthorized",
        "type": "about:blank",
        "status": 401,
        "detail": "Unauthorized",
    }
    assert refused.headers["x-rehearsal-reason"] == reason
    assert server.state()["posts"] == []


def test_a_nonce_counts_once_even_after_a_restart(tmp_path: Path) -> None:
    database = tmp_path / "x.sqlite"
    signer = Signer(at=NOW, nonce="only-once")
    with RehearsalServer(database, now=lambda: NOW) as server:
        assert post(server, signer).status == 201
        again = post(server, signer, "ほかの本文")
        assert again.headers["x-rehearsal-reason"] == "nonce-reused"
    with RehearsalServer(database, now=lambda: NOW) as server:
        again = post(server, signer, "ほかの本文")
    assert again.status == 401
    assert again.headers["x-rehearsal-reason"] == "nonce-reused"


def test_nobody_without_the_secrets_can_use_up_a_nonce(server: RehearsalServer) -> None:
    thief = Signer(wrong(consumer_secret="other").credentials, at=NOW, nonce="mine")
    assert post(server, thief).status == 401
    assert post(server, Signer(at=NOW, nonce="mine")).status == 201


def test_a_changed_query_breaks_the_signature(server: RehearsalServer) -> None:
    signed = "/2/users/1000000000000000001/tweets?max_results=5"
    header = GOOD.header("GET", signed)

    class Stolen(Signer):
        def header(self, verb: str, target: str) -> str:
            del verb, target
            return header

    assert call(server.port, "GET", signed + "0", None, Stolen()).status == 401
    assert call(server.port, "GET", signed, None, Stolen()).status == 200


def test_the_body_is_not_part_of_the_signature(server: RehearsalServer) -> None:
    """RFC 5849 §3.4.1.3.1: only form bodies are signed; X's JSON bodies are not."""
    first = post(server, Signer(at=NOW, nonce="a"), "一つ")
    second = post(server, Signer(at=NOW, nonce="b"), "二つ")
    assert (first.status, second.status) == (201, 201)
