"""What comes first in a report: what a person must look at, then what is late."""

from collections.abc import Iterable, Mapping
from typing import Final

from sns_cli.model.delivery import Outcome, Result

_RANK: Final[Mapping[Result, int]] = {
    Result.IN_DOUBT: 0,
    Result.BROKEN: 1,
    Result.REJECTED: 3,
    Result.BLOCKED: 3,
    Result.NOT_SENT: 4,
    Result.DUE: 5,
    Result.CLAIMED: 5,
}
_OVERDUE: Final = 2
_REST: Final = 9


def urgent_first(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return the outcomes with the most pressing first, else in their order."""
    return sorted(outcomes, key=_rank)


def state_code(one: Outcome) -> str:
    """Return the code of the word for a delivery's state."""
    late = one.due_since is not None and one.state in {Result.WAITING, Result.DUE}
    return "delivery-overdue" if late else f"delivery-{one.state.value}"


def _rank(one: Outcome) -> int:
    # Only what is still to be sent can be overdue, and that ranks last by its state.
    late = one.due_since is not None
    return _OVERDUE if late else _RANK.get(one.state, _REST)
