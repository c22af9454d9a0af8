"""A clock that stands still until it is moved."""

import datetime as dt
from dataclasses import dataclass

JST = dt.timezone(dt.timedelta(hours=9))


@dataclass
class FixedClock:
    """The port ``Clock`` for tests.

    Attributes:
        at: the real time (aware).
        offset: how far ``--at`` moved the run's time.
    """

    at: dt.datetime = dt.datetime(2026, 11, 20, 10, 0, tzinfo=JST)
    offset: dt.timedelta = dt.timedelta()

    def now(self) -> dt.datetime:
        return self.at + self.offset

    def real_now(self) -> dt.datetime:
        return self.at

    def advance(self, **duration: float) -> None:
        """Let time pass, such as ``advance(minutes=20)``."""
        self.at += dt.timedelta(**duration)
