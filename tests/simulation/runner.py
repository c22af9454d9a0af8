"""One run of ``publish`` on some machine, and what it was told last."""

import datetime as dt
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

from sns_cli.model.delivery import Reason, RunReport, Snapshot
from sns_cli.model.verification import Verification
from sns_cli.publish import effects as fx
from sns_cli.publish.config import Config

STEP = dt.timedelta(seconds=5)
"""Longest a step takes that nothing goes wrong in."""


@dataclass
class Runner:
    """A run with a clock of its own.

    Attributes:
        offset: how far its clock is off.
        began: in true time.
        deadline: when the host ends it.
        until: it runs again up to then, in true time.
        paused: it was started with the pause of its environment.
        seen: the newest state of ``main`` that it was told.
        looked_at_clock: when it last did, in true time.
        looked: when it last read an account's timeline, and it was told what shows.
        handles: whose credentials it was told it has, by account.
        identified: when the service last told it the time.
        measured: its clock was compared with the service's without a break: one who is
            frozen in between measures nothing.
    """

    name: str
    config: Config
    engine: Generator[fx.Effect, Any, RunReport | Verification]
    offset: dt.timedelta
    began: dt.datetime
    deadline: dt.datetime
    paused: Reason | None = None
    until: dt.datetime | None = None
    answer: object = None
    last: fx.Effect | None = None
    seen: Snapshot | None = None
    looked_at_clock: dt.datetime | None = None
    looked: dict[str, dt.datetime] = field(default_factory=dict)
    handles: dict[str, str] = field(default_factory=dict)
    identified: dt.datetime | None = None
    measured: bool = True

    def look_at_clock(self, now: dt.datetime) -> None:
        """Take note that it asks for the time."""
        if self.identified is not None and now - self.identified > STEP:
            self.measured = False
        self.identified = None
        self.looked_at_clock = now
