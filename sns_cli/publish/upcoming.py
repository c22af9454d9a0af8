"""When a run could next do what it cannot do now (``sns publish --until``). Pure.

Only what comes about by itself counts: a time that comes, an hour that opens, a limit
that frees, a retry. What people have to do shows as a change of ``main``.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from sns_cli.model.delivery import RunReport, Snapshot
from sns_cli.model.event import EventName
from sns_cli.model.ledger import DeliveryState
from sns_cli.publish.config import Config
from sns_cli.publish.plan import Scene, plan, withheld

TRY_AGAIN: Final = dt.timedelta(minutes=15)
"""After what should have gone and did not, and nothing says when to try again."""
LOOK_AGAIN: Final = dt.timedelta(minutes=2)
"""After ``main`` could not be read, so that nothing is known."""


def upcoming(config: Config, report: RunReport, now: dt.datetime) -> dt.datetime | None:
    """Return the next instant after ``now`` at which another run may do more.

    A lower bound: the run that takes place then finds out what it may really do.

    Args:
        config: of the run that is over.
        report: what it did and left.
        now: the run's time (aware).

    Returns:
        None if nothing comes about by itself.
    """
    if report.seen is None:
        return now + LOOK_AGAIN
    # What was to be over and is not must not make us run without a pause.
    moments = _moments(config, report, report.seen, now)
    later = (one if one > now else now + TRY_AGAIN for one in moments)
    return min(later, default=None)


def _moments(
    config: Config, report: RunReport, seen: Snapshot, now: dt.datetime
) -> Iterator[dt.datetime]:
    if seen.blocked:
        return  # and settling goes on under a pause
    planned = plan(Scene(config, seen, seen.ledger, now, withheld=withheld(seen)))
    yield from (one.again for one in planned.lines if one.again is not None)
    left = any(one.key.account in config.channels for one in planned.ready)
    codes = {one.reason.code for one in report.outcomes if one.reason is not None}
    if left or not codes.isdisjoint({"retraction-failed", "retraction-unknown"}):
        yield now + TRY_AGAIN  # the run itself could not do it
    for key, delivery in seen.ledger.deliveries.items():
        claim = delivery.newest(EventName.CLAIMED)
        if delivery.state is DeliveryState.CLAIMED and config.looks_after(key):
            at = claim.at if claim is not None else None
            yield (at or now) + config.bounds.settle_after
