"""The machine's clock: the one place that reads the time."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The real time, and the run's time moved by ``offset`` (design 8.3, ``--at``)."""

    offset: dt.timedelta = dt.timedelta()

    def now(self) -> dt.datetime:
        """Return the run's time (aware, UTC)."""
        return self.real_now() + self.offset

    def real_now(self) -> dt.datetime:
        """Return the real time (aware, UTC)."""
        return dt.datetime.now(dt.UTC)  # noqa: TID251  (this is the clock adapter)
