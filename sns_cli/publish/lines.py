"""A line of the report with what it means for the exit code."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Outcome, Reason, Result
from sns_cli.model.event import EventName
from sns_cli.model.ledger import Delivery, DeliveryState

_RESULT: Final[Mapping[DeliveryState, Result]] = {
    DeliveryState.CLAIMED: Result.CLAIMED,
    DeliveryState.PUBLISHED: Result.PUBLISHED,
    DeliveryState.NOT_SENT: Result.NOT_SENT,
    DeliveryState.REJECTED: Result.REJECTED,
    DeliveryState.IN_DOUBT: Result.IN_DOUBT,
    DeliveryState.RETRACTED: Result.RETRACTED,
    DeliveryState.BROKEN: Result.BROKEN,
    DeliveryState.NONE: Result.DUE,
}
_CODE: Final[Mapping[Result, ExitCode]] = {
    Result.CLAIMED: ExitCode.UNDELIVERED,
    Result.NOT_SENT: ExitCode.UNDELIVERED,
    Result.DUE: ExitCode.UNDELIVERED,
    Result.IN_DOUBT: ExitCode.IN_DOUBT,
    Result.REJECTED: ExitCode.PEOPLE,
    Result.BLOCKED: ExitCode.PEOPLE,
    Result.BROKEN: ExitCode.CANNOT,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One outcome and the exit code it asks for.

    Attributes:
        again: when a run could do more about it by itself; None if only people can.
    """

    outcome: Outcome
    code: ExitCode = ExitCode.OK
    again: dt.datetime | None = None


def line_of(outcome: Outcome) -> Line:
    """Return the line with the exit code its state asks for by itself."""
    return Line(outcome, _CODE.get(outcome.state, ExitCode.OK))


def standing_line(delivery: Delivery, reason: Reason | None = None) -> Line:
    """Return what the ledger alone says about a delivery."""
    last = delivery.newest(EventName.PUBLISHED)
    return line_of(
        Outcome(
            delivery.key,
            _RESULT[delivery.state],
            reason,
            url=last.text("url") if last else None,
            remote_id=last.text("remote_id") if last else None,
        )
    )
