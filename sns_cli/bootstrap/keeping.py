"""Composing a publisher that stays until a time: ``sns publish --until``."""

import datetime as dt
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.git.remote import Remote
from sns_cli.bootstrap.publishing import Errand, Publisher
from sns_cli.bootstrap.running import shifted_clock
from sns_cli.bootstrap.stopping import StopFlag, stop_requests
from sns_cli.calendar import local, parse_instant
from sns_cli.errors import SnsError, UsageError
from sns_cli.model.delivery import Reason, RunReport
from sns_cli.model.settings import Settings
from sns_cli.publish.keep import Pass, Vigil, keep
from sns_cli.publish.upcoming import LOOK_AGAIN, upcoming

LONGEST: Final = dt.timedelta(hours=6)
"""A job of the host lasts no longer."""
_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}")
_MINUTES: Final = re.compile(r"\+(?P<count>\d{1,4})")

Waits = Callable[[RunReport, dt.datetime | None, StopFlag], None]
"""Told of each run before waiting, with what for; see ``publish.keep.Vigil.waits``."""


@dataclass(frozen=True)
class Stay:
    """How long to stay, and on which clock.

    Attributes:
        clock: the runs' clock; ``--at`` moved it, and from there it goes as time goes.
        until: aware, in the library's time zone.
    """

    clock: SystemClock
    until: dt.datetime


def stay_until(value: str, at: dt.datetime | None, policy: Settings) -> Stay:
    """Read ``--until``: a time (RFC 3339), ``HH:MM`` of today, or ``+`` minutes.

    Args:
        value: what was typed.
        at: the runs' time instead of the real one.
        policy: says in which time zone today and ``HH:MM`` are.

    Raises:
        UsageError: it names no time, or one that is past or more than 6 hours ahead.
    """
    clock = shifted_clock(at)
    now = local(clock.now(), policy.library.timezone)
    until = _instant(value, now, policy.library.timezone)
    if until is None:
        raise UsageError("until-malformed", value=value)
    if until <= now:
        raise UsageError("until-past", value=value, now=now)
    if until - now > LONGEST:
        hours = int(LONGEST.total_seconds() // 3600)
        raise UsageError("until-too-far", value=value, now=now, hours=hours)
    return Stay(clock, until)


def _instant(value: str, now: dt.datetime, zone: str) -> dt.datetime | None:
    minutes = _MINUTES.fullmatch(value)
    if minutes is not None:
        return now + dt.timedelta(minutes=int(minutes["count"]))
    if _CLOCK.fullmatch(value):
        value = f"{now:%Y-%m-%d}T{value:0>5}"
    return parse_instant(value, zone)


def publish_until(
    publisher: Publisher, errand: Errand, stay: Stay, waits: Waits
) -> RunReport:
    """Run until the time, each run on channels and settings as they are by then.

    Raises:
        UsageError: as ``Publisher.run``, of the first run.
    """
    remote = Remote(publisher.repository)
    with stop_requests() as stopping:
        runs = _Runs(publisher, errand, stay.clock, stopping)
        vigil = Vigil(
            clock=stay.clock,
            sleep=time.sleep,
            stopping=stopping,
            tip=lambda: remote.peek("main"),
            run=runs.one_more,
            waits=lambda report, again: waits(report, again, stopping),
            stays=not _starts_by_itself(),
        )
        report = keep(vigil, stay.until)
    return publisher.ended(report, stopping)


@dataclass
class _Runs:
    publisher: Publisher
    errand: Errand
    clock: SystemClock
    stopping: StopFlag
    begun: bool = False

    def one_more(self) -> Pass:
        """Do one whole run; from the second on, what hinders it is its report."""
        try:
            if self.begun:
                self.publisher.look_again()
            config, report = self.publisher.one_run(
                self.errand, self.clock, self.stopping
            )
        except SnsError as error:
            if not self.begun:
                raise
            reason = Reason(error.code, error.details)
            failed = RunReport((), error.exit_code, (reason,))
            return Pass(failed, self.clock.now() + LOOK_AGAIN)
        self.begun = True
        return Pass(report, upcoming(config, report, self.clock.now()))


def _starts_by_itself() -> bool:
    """Tell whether a change of ``main`` starts a run of its own.

    The workflow does so on GitHub and on hosts that run its workflows; those set this.
    """
    return os.environ.get("GITHUB_ACTIONS") == "true"
