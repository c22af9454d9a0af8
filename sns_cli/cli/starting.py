"""Ctrl-C while the program is being loaded: nothing was begun, so nothing is said."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from sns_cli.errors import ExitCode


@contextmanager
def ends_at_once() -> Iterator[None]:
    """End the process without a word if it is interrupted in here.

    Whoever made us ignore the signal, or handles it, knows better.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(_number: int, _frame: FrameType | None) -> None:
    # An exception might be caught, or wrapped in another, by whatever is being loaded.
    os._exit(ExitCode.INTERRUPTED)
