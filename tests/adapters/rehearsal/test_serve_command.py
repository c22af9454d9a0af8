"""``sns rehearse serve`` as it is typed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sns_cli.adapters.channels.x import XCredentials
from sns_cli.adapters.rehearsal import RehearsalServer
from sns_cli.model.channel import NoReply, Reply
from tests.support.oauth_client import call
from tests.support.x_channel import send, x_channel


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "sns_cli", "rehearse", "serve", *arguments]


def environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    return {**kept, "HOME": str(home)}


@contextmanager
def serving(home: Path, *arguments: str) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Start it; yield the exported variables and all lines; end it with SIGTERM."""
    with subprocess.Popen(
        command("--port", "0", *arguments),
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        exported: dict[str, str] = {}
        lines: list[str] = []
        try:
            while len(exported) < 5:
                line = process.stdout.readline()
                assert line, process.communicate()
                lines.append(line.rstrip("\n"))
                if line.startswith("export "):
                    name, _, value = line.removeprefix("export ").strip().partition("=")
                    exported[name] = value
            yield exported, lines
        finally:
            process.send_signal(signal.SIGTERM)
            lines += process.communicate(timeout=30)[1].splitlines()
            assert process.returncode == 0


def get(base: str, target: str) -> str:
    return call(int(base.rpartition(":")[2]), "GET", target).body.decode()


def credentials(exported: dict[str, str], account: str = "X") -> XCredentials:
    return XCredentials(
        exported[f"SNS_{account}_CONSUMER_KEY"],
        exported[f"SNS_{account}_CONSUMER_SECRET"],
        exported[f"SNS_{account}_ACCESS_TOKEN"],
        exported[f"SNS_{account}_ACCESS_TOKEN_SECRET"],
    )


def test_what_it_prints_is_all_that_is_needed_to_post(tmp_path: Path) -> None:
    with serving(tmp_path, "--handle", "lib_example") as (exported, lines):
        base = exported["SNS_X_API_BASE"]
        with x_channel(base, credentials(exported)) as channel:
            answer = send(channel, "予行です")
            who = channel.identify()
        assert "予行です" in get(base, "/")
        assert any(base in line for line in lines if "タイムライン" in line)
    assert isinstance(answer, Reply)
    assert answer.status == 201
    assert getattr(who, "handle", None) == "lib_example"
    assert "投稿は" in lines[-1]
    with serving(tmp_path) as (exported, _):
        assert "予行です" in get(exported["SNS_X_API_BASE"], "/")


def test_account_database_and_fault_can_be_chosen(tmp_path: Path) -> None:
    place = tmp_path / "here" / "posts.sqlite"
    arguments = ("--account", "x-koho", "--database", str(place), "--fault", "reset")
    with serving(tmp_path, *arguments) as (exported, _):
        base = exported["SNS_X_KOHO_API_BASE"]
        with x_channel(base, credentials(exported, "X_KOHO")) as channel:
            assert send(channel) == NoReply(left=True, reason="connection-reset")
        assert json.loads(get(base, "/rehearsal/state"))["posts"] == []
    assert place.is_file()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--fault", "explode"], 2, "explode"),
        (["--handle", "<b>"], 2, "<b>"),
        (["--account", "X;rm"], 2, "X;rm"),
        (["--port", "70000"], 2, "--port"),
        (["--database", "/dev/null/x"], 4, "/dev/null/x"),
    ],
)
def test_what_cannot_be_is_said(
    tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    done = subprocess.run(
        command(*arguments),
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_ends_it_with_4(tmp_path: Path) -> None:
    with RehearsalServer(tmp_path / "x.sqlite") as server:
        done = subprocess.run(
            command("--port", str(server.port)),
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
    assert done.returncode == 4
    assert str(server.port) in done.stderr
    assert "--port" in done.stderr
