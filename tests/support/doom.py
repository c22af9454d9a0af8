"""Ends a process before or after one of the things it does to the world.

Counted are the moments that Python itself announces to audit hooks (the table of audit
events in its library reference), so that nothing the program does goes by unseen: each
write to a connection, and each git command that reaches out or stores something. The
moment *after* one of them is the next at which the program goes on: it has had the
answer, and nothing has come of it yet.
"""

import os
import signal
import sys
from typing import Any, Final

_OUTWARD: Final = frozenset({"fetch", "ls-remote", "push", "unpack-objects"})
"""Git's commands that somebody outside, or the next run, can notice."""


class Doom:
    """Counts those moments, and ends the process at one of them with SIGKILL.

    Args:
        kill_at: which one; 0 is the first.
    """

    def __init__(self, kill_at: int) -> None:
        self._left = kill_at
        self._after = False

    def watch(self) -> None:
        """Begin to count; there is no end to it in this process."""
        sys.addaudithook(self._heard)

    def finish(self) -> None:
        """Count the moment after the last thing that was done."""
        if self._after:
            self._step()

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "subprocess.Popen":
            words = map(os.fsdecode, arguments[1])
            self._moment(outward=not _OUTWARD.isdisjoint(words))
        elif event == "http.client.send":
            self._moment(outward=True)

    def _moment(self, *, outward: bool) -> None:
        if outward or self._after:
            self._step()
        self._after = outward

    def _step(self) -> None:
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self._left -= 1
