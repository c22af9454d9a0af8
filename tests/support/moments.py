"""Waiting for the moment in which something is to happen to a running process."""

import subprocess
import time
from collections.abc import Callable

from tests.support.library import Library
from tests.support.runs import finish

HOLD = """
[ -e "$GIT_DIR/hold" ] || exit 0
: > "$GIT_DIR/held"
while [ -e "$GIT_DIR/hold" ]; do sleep 0.02; done
"""
"""A ``post-receive`` hook: main has moved, and the answer waits for ``hold`` to go."""


def wait_until_held(library: Library, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a push was applied and :data:`HOLD` keeps back the answer."""
    wait_until(process, (library.story.remote / "held").exists)


def wait_until_sent(library: Library, process: "subprocess.Popen[bytes]") -> None:
    """Wait until the service has accepted a post."""
    wait_until(process, lambda: bool(library.sent()))


def wait_until(process: "subprocess.Popen[bytes]", come: Callable[[], bool]) -> None:
    """Wait until something has come about; the process must live till then."""
    while not come():
        assert process.poll() is None, finish(process)
        time.sleep(0.01)
