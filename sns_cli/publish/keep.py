"""Staying alive until a time, to send at the exact minute (decision 17).

One run is one look at ``main``. Here whole runs follow each other, each with everything
proven again, when something becomes due, when ``main`` moves, and else not at all.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from sns_cli.model.delivery import Outcome, Result, RunReport
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import DeliveryKey
from sns_cli.ports import Clock

PEEK_EVERY: Final = dt.timedelta(seconds=20)
"""Between two looks at the remote's tip; an emergency waits no longer than this."""
PEEK_FREE: Final = dt.timedelta(seconds=15)
"""Before a moment no look is begun: one that hangs must not make us late."""
_SLICE: Final = dt.timedelta(seconds=1)
"""Longest sleep: we may be asked to end, and the machine's clock may be set."""
_AWAY: Final = "remote-unreachable"
_DONE: Final = frozenset({Result.PUBLISHED, Result.RETRACTED})
"""What a run did for good; the runs after it do not tell it again."""


@dataclass(frozen=True, slots=True)
class Pass:
    """One whole run.

    Attributes:
        report: what it did and left.
        again: when another run could do more by itself; None if nothing comes.
    """

    report: RunReport
    again: dt.datetime | None


@dataclass(frozen=True)
class Vigil:
    """What staying alive needs of the world.

    Attributes:
        clock: the runs' clock.
        sleep: waits that many seconds.
        stopping: whether the process was asked to end.
        tip: the tip of the remote's ``main``; None if the remote does not answer.
        run: does one whole run.
        waits: told of each run before waiting; the second argument is what for,
            None if only for a change of ``main``.
        stays: wait for people's changes even if nothing becomes due by itself. Where a
            change starts a run of its own (a CI host), ending at once is as quick and
            costs nothing.
    """

    clock: Clock
    sleep: Callable[[float], None]
    stopping: Callable[[], bool]
    tip: Callable[[], CommitId | None]
    run: Callable[[], Pass]
    waits: Callable[[RunReport, dt.datetime | None], None]
    stays: bool


def keep(vigil: Vigil, until: dt.datetime) -> RunReport:
    """Run, wait, run again, until the time has come or nothing can come before it.

    Args:
        vigil: the world.
        until: aware. What becomes due at this very instant still goes out.

    Returns:
        What all the runs did, and how things stand at the end: the exit code is the
        last run's, since each run tells of everything that stands.
    """
    done: dict[DeliveryKey, Outcome] = {}
    due: dt.datetime | None = None
    while True:
        made = vigil.run()
        done.update({one.key: one for one in made.report.outcomes})
        done = {key: one for key, one in done.items() if one.state in _DONE}
        again = _next(made, due, vigil.clock.now())
        if made.report.seen is not None:
            due = made.again
        if again is not None and again > until:
            again = None
        waits = again is not None or vigil.stays
        if vigil.stopping() or not waits or vigil.clock.now() >= until:
            return _whole(made.report, done)
        vigil.waits(made.report, again)
        if not _wait(vigil, made.report, again, until):
            return _whole(made.report, done)


def _next(made: Pass, due: dt.datetime | None, now: dt.datetime) -> dt.datetime | None:
    """Return when to run again; who saw nothing keeps to what was due before."""
    if made.report.seen is None and due is not None and now < due:
        return due if made.again is None else min(due, made.again)
    return made.again


def _wait(
    vigil: Vigil,
    report: RunReport,
    again: dt.datetime | None,
    until: dt.datetime,
) -> bool:
    """Wait for what comes first; tell whether another run is to follow."""
    seen, away = report.seen, _is_away(report)
    end = until if again is None else again
    peek = vigil.clock.now() + PEEK_EVERY
    while not vigil.stopping():
        now = vigil.clock.now()
        if now >= end:
            return again is not None
        if (seen or away) and now >= peek and end - now > PEEK_FREE:
            # While it was away nothing is known: whatever it answers is news.
            if vigil.tip() not in {None, seen.tip if seen else None}:
                return True
            now = vigil.clock.now()
            peek = now + PEEK_EVERY
        left = max(end - now, dt.timedelta())
        vigil.sleep(min(left, _SLICE).total_seconds())
    return False


def _is_away(report: RunReport) -> bool:
    """Tell whether the remote did not answer: once it does, a run may get further."""
    return report.seen is None and any(one.code == _AWAY for one in report.notes)


def _whole(last: RunReport, done: dict[DeliveryKey, Outcome]) -> RunReport:
    """Return the last report, with what the runs before it did for good."""
    told = {one.key for one in last.outcomes}
    before = (one for key, one in done.items() if key not in told)
    return replace(last, outcomes=(*before, *last.outcomes))
