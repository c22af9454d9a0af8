"""Start, stop, restart, and clients that behave badly."""

import contextlib
import socket
import sqlite3
import threading
from pathlib import Path

import pytest

from sns_cli.adapters.channels.x.channel import XChannel
from sns_cli.adapters.rehearsal import REHEARSAL_CREDENTIALS, RehearsalServer
from sns_cli.adapters.rehearsal.faults import fault_of
from sns_cli.errors import ExitCode, SettingsError
from sns_cli.model.channel import Answer, NoReply, Reply, Timeline
from tests.support.oauth_client import Signer, call
from tests.support.x_channel import send, x_channel


def channel_on(server: RehearsalServer) -> contextlib.AbstractContextManager[XChannel]:
    return x_channel(server.api_base, REHEARSAL_CREDENTIALS)


def test_a_restart_keeps_posts_and_deletions(tmp_path: Path) -> None:
    database = tmp_path / "folder" / "x.sqlite"
    with RehearsalServer(database) as server, channel_on(server) as channel:
        kept = send(channel, "残る")
        gone = send(channel, "消える")
        assert isinstance(gone, Reply)
        assert gone.remote_id is not None
        channel.delete(gone.remote_id)
        port = server.port
    with RehearsalServer(database, port=port) as server, channel_on(server) as channel:
        timeline = channel.read_back(None)
        again = send(channel, "残る")
    assert isinstance(kept, Reply)
    assert isinstance(timeline, Timeline)
    assert [post.remote_id for post in timeline.posts] == [kept.remote_id]
    assert isinstance(again, Reply)
    assert again.status == 403


def test_ids_keep_growing_when_the_clock_goes_back(tmp_path: Path) -> None:
    numbers = []
    for _ in range(2):
        with RehearsalServer(tmp_path / "x.sqlite") as server:
            with channel_on(server) as channel:
                answer = send(channel, f"{len(numbers)}")
            assert isinstance(answer, Reply)
            numbers.append(int(answer.remote_id or 0))
        later = numbers[0] + (3600_000 << 22)
        with contextlib.closing(sqlite3.connect(tmp_path / "x.sqlite")) as db, db:
            db.execute(
                "INSERT OR IGNORE INTO posts VALUES (?, 'from later', 0)", (later,)
            )
    assert numbers[1] == later + 1


def test_it_listens_on_this_machine_only(tmp_path: Path) -> None:
    with RehearsalServer(tmp_path / "x.sqlite") as server:
        assert server.api_base == f"http://127.0.0.1:{server.port}"
        with pytest.raises(OSError, match=r"refused|Cannot assign"):
            socket.create_connection(("127.0.0.2", server.port), 1).close()


def test_a_taken_port_is_said_and_leaves_nothing_open(tmp_path: Path) -> None:
    with RehearsalServer(tmp_path / "x.sqlite") as server:
        with pytest.raises(SettingsError) as caught:
            RehearsalServer(tmp_path / "y.sqlite", port=server.port)
        assert caught.value.code == "rehearsal-port-taken"
        assert caught.value.exit_code is ExitCode.CANNOT


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("拝啓 " * 500, encoding="utf-8")
    before = letter.read_bytes()
    for place in (letter, letter / "below.sqlite", tmp_path):
        with pytest.raises(SettingsError) as caught:
            RehearsalServer(place)
        assert caught.value.code == "rehearsal-database-unusable"
    assert letter.read_bytes() == before


def test_stop_ends_a_hang_and_may_be_repeated(tmp_path: Path) -> None:
    server = RehearsalServer(tmp_path / "x.sqlite")
    server.add_fault(fault_of({"fault": "accept-then-hang"}))
    answers: list[Answer] = []
    with x_channel(server.api_base, REHEARSAL_CREDENTIALS, (2.0, 60.0)) as channel:
        waiting = threading.Thread(target=lambda: answers.append(send(channel)))
        waiting.start()
        while not server.state()["posts"]:
            threading.Event().wait(0.01)
        server.stop()
        server.stop()
        names = [one.name for one in threading.enumerate() if one.is_alive()]
        assert not any("process_request" in name for name in names)
        waiting.join(20)
        after = send(channel)
    assert answers == [NoReply(left=True, reason="connection-reset")]
    assert after == NoReply(left=False, reason="connection-refused")


def test_many_at_once_are_each_accepted_once(tmp_path: Path) -> None:
    statuses: list[int] = []
    with RehearsalServer(tmp_path / "x.sqlite") as server:

        def post(text: str) -> None:
            body = {"text": text}
            statuses.append(
                call(server.port, "POST", "/2/tweets", body, Signer()).status
            )

        threads = [
            threading.Thread(target=post, args=(f"{number % 8}",))
            for number in range(24)
        ]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        posts = server.state()["posts"]
    assert isinstance(posts, list)
    assert sorted(post["text"] for post in posts) == [str(n) for n in range(8)]
    assert sorted(statuses) == [201] * 8 + [403] * 16


def talk(port: int, data: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), 5) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        heard = b""
        while piece := connection.recv(65536):
            heard += piece
        return heard


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\r\n\r\n",
        b"\x16\x03\x01\x00",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"POST /2/tweets HTTP/1.1\r\nContent-Length: 99\r\n\r\n{",
        b"POST /2/tweets HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /2/tweets HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n",
        b"POST /2/tweets HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET http://[ HTTP/1.1\r\n\r\n",
    ],
)
def test_bad_requests_get_no_post_and_no_traceback(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], data: bytes
) -> None:
    with RehearsalServer(tmp_path / "x.sqlite") as server:
        heard = talk(server.port, data)
        assert b" 201 " not in heard
        assert b"Traceback" not in heard
        assert call(server.port, "GET", "/").status == 200
        assert server.state()["posts"] == []
    assert capfd.readouterr() == ("", "")


def test_one_connection_serves_several_requests(tmp_path: Path) -> None:
    request = b"GET /rehearsal/state HTTP/1.1\r\nHost: x\r\n\r\n"
    with RehearsalServer(tmp_path / "x.sqlite") as server:
        heard = talk(server.port, request * 3)
    assert heard.count(b"HTTP/1.1 200 OK") == 3
