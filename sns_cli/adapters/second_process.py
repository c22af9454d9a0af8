"""A second process, which goes through the same work from the other end.

It is a copy of this one (``fork``), so that it needs neither start-up nor data, and all
it says is one byte for each piece of work it did. Nobody ever waits for it: what it has
not said is found out here. Where there is no second core or no ``fork``, where threads
run (a copy has none of them, but whatever locks they held), and when it dies, that is
everything.
"""

import contextlib
import os
import signal
import threading
import weakref
from collections.abc import Callable
from typing import Final, NoReturn

_LEAST: Final = 500
"""Pieces of work below which a copy costs more than it brings."""
_AT_ONCE: Final = 16
"""Answers written, and questions asked before answers are looked for again."""
_HOLDS: Final = b"+"
_ELSE: Final = b"-"
_MOST: Final = 1 << 20


def second_process(
    holds: Callable[[int], bool], count: int, least: int = _LEAST
) -> Callable[[int], bool]:
    """Let a second process find out for ``count`` places whether something holds.

    Args:
        holds: asked of the places from the last to the first, in the other process;
            must be pure.
        count: how many places there are, from 0.
        least: from how many on a second process is worth its while.

    Returns:
        Whether it is known of a place that it holds; False says nothing. To be asked
        of the places from the first to the last.
    """
    if count < least or not _possible():
        return _nothing_known
    out, into = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(out)
        os.close(into)
        return _nothing_known
    if child == 0:
        os.close(out)
        _work(holds, count, into)
    os.close(into)
    os.set_blocking(out, False)
    return _Answers(out, child, count)


class _Answers:
    """What the other process said so far."""

    def __init__(self, out: int, child: int, count: int) -> None:
        self._out = out
        self._last = count - 1
        self._said = bytearray()
        self._asked = 0
        self._end = weakref.finalize(self, _finish, out, child)

    def __call__(self, place: int) -> bool:
        """Tell whether it is known that it holds at ``place``."""
        if self._end.alive and self._asked % _AT_ONCE == 0:
            self._listen()
        self._asked += 1
        at = self._last - place
        if at >= len(self._said):
            return False
        # They have met: what lies before this place was found out here.
        self._end()
        return self._said[at : at + 1] == _HOLDS

    def _listen(self) -> None:
        with contextlib.suppress(BlockingIOError):
            said = os.read(self._out, _MOST)
            self._said += said
            if not said:
                self._end()


def _nothing_known(_: int) -> bool:
    return False


def _possible() -> bool:
    alone = threading.active_count() == 1
    return alone and hasattr(os, "fork") and _cores() > 1


def _cores() -> int:
    """Return how many cores this process may use, which a container may limit."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux tells
        return os.cpu_count() or 1


def _work(holds: Callable[[int], bool], count: int, into: int) -> NoReturn:
    """Answer until the end, or until nobody listens any more; then be gone.

    Whatever happens, the copy must not go on as if it were the program.
    """
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        answers = bytearray()
        for place in reversed(range(count)):
            answers += _HOLDS if holds(place) else _ELSE
            if len(answers) == _AT_ONCE:
                _write(into, answers)
                answers.clear()
        _write(into, answers)
    finally:
        os._exit(0)


def _write(into: int, answers: bytearray) -> None:
    while answers:
        del answers[: os.write(into, answers)]


def _finish(out: int, child: int) -> None:
    os.close(out)
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)
