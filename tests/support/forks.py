"""The client of ``fork_server``: one server for all tests of a process."""

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.support.runs import Run

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Forked:
    """A run of ``sns`` that was started.

    Attributes:
        pid: the number of its process.
    """

    pid: int

    def kill(self) -> None:
        """End it at once; it may have ended before (it is not waited for yet)."""
        os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> Run:
        """Wait for its end; once."""
        return Run(**_ask({"wait": self.pid}))


def start_forked(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    kill_at: int | None = None,
    children: Path | None = None,
) -> Forked:
    """Start ``sns`` in a process of its own, forked from one that has all imports.

    Args:
        arguments: of the command line.
        environment: all that it knows.
        folder: where it starts.
        kill_at: at which moment it ends itself; see ``doom``.
        children: where to note what the processes it starts are told.
    """
    order = {
        "arguments": list(arguments),
        "environment": dict(environment),
        "folder": str(folder),
        "kill_at": kill_at,
        "children": None if children is None else str(children),
    }
    return Forked(_ask(order)["pid"])


def run_forked(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    children: Path | None = None,
) -> Run:
    """Run ``sns`` to its end; see :func:`start_forked`."""
    return start_forked(arguments, environment, folder, children=children).wait()


def _ask(order: Mapping[str, Any]) -> Mapping[str, Any]:
    server = _server()
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(json.dumps(order) + "\n")
    server.stdin.flush()
    answer = json.loads(server.stdout.readline())
    assert isinstance(answer, dict)
    return answer


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
