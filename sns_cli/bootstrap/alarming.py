"""Calling for people after a run, within bounds: nothing of it changes how it ends.

It is done beside the main thread for the same reasons as telling (``telling``).
"""

import datetime as dt
import threading
import time
from collections.abc import Callable
from typing import Final

from sns_cli.adapters.environment import Environment
from sns_cli.adapters.github.access import access_of
from sns_cli.errors import HostDownError, SnsError
from sns_cli.messages import Language
from sns_cli.model.alarm import AlarmWords, Look
from sns_cli.model.delivery import Snapshot
from sns_cli.model.reason import Reason
from sns_cli.model.verification import Verification
from sns_cli.pipeline.alarming import settle
from sns_cli.pipeline.alerts import (
    alerts_at_service,
    alerts_on_record,
    settled,
    unrecorded,
)
from sns_cli.ports import Alarms
from sns_cli.report.alarms import alarm_entries, alarm_words

SECONDS: Final = 30.0
"""For the whole of it; the job ends after 15 minutes."""
_LOOK: Final = 0.05
"""Seconds between two looks at whether to stop."""


def look_of(
    snapshot: Snapshot,
    now: dt.datetime,
    language: Language,
    report: Verification | None = None,
) -> Look:
    """Return what a run found.

    Args:
        snapshot: ``main`` as the run left it.
        now: the run's time (aware).
        language: of those who read it.
        report: of reading back, if that is what the run did.
    """
    policy = snapshot.policy
    alerts = [*alerts_on_record(snapshot, now)]
    looked = {}
    if report is not None:
        # What is on record comes first: it is the one that is kept.
        alerts += [*unrecorded(report), *alerts_at_service(report)]
        looked = dict(report.looked)
        looked |= dict.fromkeys(report.wrong, now)
    return Look(
        alarm_entries(alerts, policy, language),
        frozenset({*policy.accounts, "-"}),
        looked,
        settled(snapshot),
    )


def open_alarms(environment: Environment) -> Alarms:
    """Return where people are called for: the CI host.

    Raises:
        HostDownError: what the CI host says of itself cannot be used.
    """
    access = access_of(environment)
    if access is None:
        raise HostDownError("notice-setting-malformed", name="GITHUB_TOKEN")
    # requests costs as much as the rest of a run with nothing to tell.
    from sns_cli.adapters.alarms.github import GitHubAlarms  # noqa: PLC0415
    from sns_cli.adapters.github.api import GitHubApi  # noqa: PLC0415

    return GitHubAlarms(GitHubApi(access))


def raise_alarm(
    open_port: Callable[[], Alarms],
    look: Look,
    language: Language,
    stopping: Callable[[], bool],
    seconds: float = SECONDS,
) -> Reason | None:
    """Bring the issue up to date; return the one warning there is to give.

    Args:
        open_port: opens where it is.
        look: what the run found.
        language: of those who read it.
        stopping: whether the process was asked to end.
        seconds: after which it is given up.
    """
    caller = _Caller(open_port, look, alarm_words(language))
    if stopping():
        return _not_raised(Reason("notices-stopped"))
    deadline = time.monotonic() + seconds
    caller.start()
    while caller.is_alive():
        if stopping():
            return _not_raised(Reason("notices-stopped"))
        if time.monotonic() >= deadline:
            late = {"seconds": round(seconds)}
            return _not_raised(Reason("notices-too-slow", late))
        caller.join(_LOOK)
    return None if caller.why is None else _not_raised(caller.why)


def _not_raised(why: Reason) -> Reason:
    return Reason("alarm-not-raised", {"why": why})


class _Caller(threading.Thread):
    """Does it, and remembers what went wrong."""

    def __init__(
        self, open_port: Callable[[], Alarms], look: Look, words: AlarmWords
    ) -> None:
        # A daemon: the process does not wait for a host that keeps it waiting.
        super().__init__(daemon=True)
        self.why: Reason | None = None
        self._open_port = open_port
        self._look = look
        self._words = words

    def run(self) -> None:
        try:
            port = self._open_port()
            try:
                settle(port, self._look, self._words)
            finally:
                port.close()
        except SnsError as error:
            self.why = Reason(error.code, error.details)
        except Exception as error:  # noqa: BLE001  (a bug here must not end the run)
            self.why = Reason("bug", {"kind": type(error).__name__})
