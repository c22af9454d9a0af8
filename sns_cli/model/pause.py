"""Stopping and starting again: what is asked for, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum

from sns_cli.errors import UsageError
from sns_cli.model.history import CommitId
from sns_cli.model.reason import Reason


class Change(StrEnum):
    """What is asked for."""

    PAUSE = "pause"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asks for.

    Attributes:
        account: only this one; None for all.
        reason: why, on one line; for a pause of everything it is shown by every run.
    """

    change: Change
    account: str | None
    reason: str

    @property
    def pauses(self) -> bool:
        """Whether it stops."""
        return self.change is Change.PAUSE

    @property
    def needs_director(self) -> bool:
        """Whether only an accepted change does it.

        A refused one that pauses an account would not be read, but block everything.
        """
        return not self.pauses or self.account is not None

    @property
    def title(self) -> str:
        """First line of the change, for people who read the history."""
        what = "停止" if self.pauses else "再開"
        of = "" if self.account is None else f"({self.account})"
        return f"{what}{of}: {self.reason}" if self.reason else f"{what}{of}"


def order_of(change: Change, account: str | None, reason: str = "") -> Order:
    """Return what is asked for; the reason on one line, without hidden characters.

    Raises:
        UsageError: ``pause-reason-missing``.
    """
    shown = "".join(
        one if one.isprintable() or one == "\u3000" else " " for one in reason
    )
    line = " ".join(shown.split())
    if change is Change.PAUSE and not line:
        raise UsageError("pause-reason-missing")
    return Order(change, account, line)


@dataclass(frozen=True, slots=True)
class Paused:
    """What came of an order.

    Attributes:
        commit: the change on ``main``; None when there was nothing to do.
        by: key of the director who signed it; None for an unsigned pause.
        why_unsigned: why it could not be signed.
        undone: a refused change of ``sns.toml`` that it put right.
        standing: why nothing is sent even now.
    """

    commit: CommitId | None
    by: str | None = None
    why_unsigned: Reason | None = None
    undone: CommitId | None = None
    standing: tuple[Reason, ...] = ()
