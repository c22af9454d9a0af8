"""No credential shows anywhere, whatever a server, a log or a traceback echoes."""

import base64
import http.client
import io
import json
import logging
import subprocess
import sys
import traceback
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from sns_cli.adapters.channels.x.channel import XChannel
from tests.support.raw_server import RawServer
from tests.support.raw_server import http as answer
from tests.support.x_channel import CANARIES, send, x_channel


def forms() -> Iterator[str]:
    for value in CANARIES.values():
        yield value
        yield quote(value, safe="")
        yield base64.b64encode(value.encode()).decode().rstrip("=")
        yield repr(value.encode())


def assert_clean(text: str) -> None:
    shown = [form for form in forms() if form in text]
    assert shown == []


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything that a root logger set to DEBUG gets to see."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    for name in ("oauthlib.oauth1.rfc5849", "urllib3.connectionpool", "tweepy.client"):
        monkeypatch.setattr(logging.getLogger(name), "level", logging.DEBUG)
    monkeypatch.setattr(http.client.HTTPConnection, "debuglevel", 1)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


def test_no_library_logs_or_prints_a_request(
    log: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("sns").debug("the handler works")
    with RawServer(answer("201 Created", b"{}"), b"") as server:
        with x_channel(server.base) as channel:
            send(channel)
            send(channel)
        assert len(server.requests) == 2
    captured = capsys.readouterr()
    assert log.getvalue() == "the handler works\n"
    assert (captured.out, captured.err) == ("", "")


def test_the_canaries_are_really_sent_and_would_be_seen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with RawServer(answer("201 Created", b"{}")) as server:
        with x_channel(server.base) as channel:
            send(channel)
        (request,) = server.requests
    with pytest.raises(AssertionError):
        assert_clean(request.decode())
    assert capsys.readouterr().out == ""


def echo(request: bytes) -> bytes:
    """Answer with everything that came in, as text and again as JSON would hold it."""
    text = request.decode()
    secrets = " ".join(forms())
    body = {
        "detail": secrets + text,
        "title": text,
        text: {"list": [text, secrets]},
        "errors": [{"message": text}],
    }
    return answer("400 Bad Request", json.dumps(body).encode())


def test_an_echo_of_the_request_is_scrubbed() -> None:
    with RawServer(echo) as server, x_channel(server.base) as channel:
        reply = send(channel)
    assert "***" in repr(reply)
    assert_clean(repr(reply))
    assert "oauth_signature=***" in repr(reply)


def test_nothing_shows_a_credential_when_printed() -> None:
    with x_channel("http://127.0.0.1:9") as channel:
        shown = [repr(CANARIES), str(CANARIES), f"{CANARIES}", repr(channel)]
        shown.append(repr(send(channel)))
    for text in shown:
        assert_clean(text)


def test_a_traceback_with_locals_shows_no_credential() -> None:
    try:
        XChannel(CANARIES, "library", "http://elsewhere.example")
    except Exception as error:  # noqa: BLE001  (whatever it is, it must be clean)
        lines = traceback.TracebackException.from_exception(
            error, capture_locals=True
        ).format()
        text = "".join(lines)
    assert "api-base-not-loopback" in text
    assert_clean(text)


HEAVY = "[m for m in ('tweepy','requests','urllib3','oauthlib') if m in sys.modules]"


@pytest.mark.parametrize(
    "used",
    [
        (
            "import sns_cli.adapters.channels.x as x;"
            "assert 'sns_cli.adapters.channels.x.channel' not in sys.modules"
        ),
        (
            "from sns_cli.adapters.channels.x.channel import XChannel;"
            "from sns_cli.adapters.channels.x import XCredentials;"
            "XChannel(XCredentials('a', 'b', 'c', 'd'), 'library').close()"
        ),
    ],
    ids=["the package", "a channel that sends nothing"],
)
def test_nothing_is_loaded_before_the_first_request(used: str) -> None:
    code = f"import sys; {used}; print({HEAVY})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
