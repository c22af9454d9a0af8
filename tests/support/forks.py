"""The client of ``fork_server``: one server for all tests of a process."""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tests.support.runs import Run

ROOT = Path(__file__).parents[2]


def run_forked(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    kill_at: int | None = None,
) -> Run:
    """Run ``sns`` in a process of its own, forked from one that has all imports."""
    server = _server()
    assert server.stdin is not None
    assert server.stdout is not None
    order = {
        "arguments": list(arguments),
        "environment": dict(environment),
        "folder": str(folder),
        "kill_at": kill_at,
    }
    server.stdin.write(json.dumps(order) + "\n")
    server.stdin.flush()
    return Run(**json.loads(server.stdout.readline()))


@cache
def _server() -> "subprocess.Popen[str]":
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.support.fork_server"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": os.devnull},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(_end, server)
    return server


def _end(server: "subprocess.Popen[str]") -> None:
    assert server.stdin is not None
    server.stdin.close()
    server.wait()
