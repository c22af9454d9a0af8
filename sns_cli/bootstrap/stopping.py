"""Being asked to end: what is in hand is finished, nothing new is taken."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class StopFlag:
    """Whether the process was asked to end; callable, as the driver wants it."""

    def __init__(self) -> None:
        self.asked = False
        self.interrupted = False

    def __call__(self) -> bool:
        """Tell whether to take nothing new."""
        return self.asked

    def ask(self, number: int, _frame: object) -> None:
        """Note the request; a second Ctrl-C interrupts at once."""
        if self.asked and number == signal.SIGINT:
            raise KeyboardInterrupt
        self.asked = True
        self.interrupted |= number == signal.SIGINT


@contextmanager
def stop_requests() -> Iterator[StopFlag]:
    """Turn SIGTERM and the first Ctrl-C into a request to finish what is in hand."""
    flag = StopFlag()
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(number, flag.ask) for number in numbers]
    try:
        yield flag
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
