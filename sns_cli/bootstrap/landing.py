"""Landing: what was made and proven is pushed onto ``main``, anew after a lost race."""

from collections.abc import Callable
from typing import Final, TypeVar

from sns_cli.bootstrap.clone import Clone
from sns_cli.errors import RemoteError
from sns_cli.model.history import CommitId
from sns_cli.ports import PushResult

_ATTEMPTS: Final = 10
_Made = TypeVar("_Made", bound=CommitId | None)


def land(
    clone: Clone,
    make: Callable[[], _Made],
    again: Callable[[], None] = lambda: None,
    refused: str = "main-push-refused",
) -> _Made:
    """Put a commit onto ``main`` and take over what ``main`` has become.

    Args:
        clone: its proof is that of ``main`` afterwards.
        make: makes the commit on the ``main`` that is known, and proves that it will
            count; None if there is nothing to be made any more.
        again: called after a lost race; raises if it must not be made anew.
        refused: code of the error if the remote does not take it.

    Returns:
        What is on ``main`` now; None if ``make`` made nothing.

    Raises:
        RemoteError: the remote cannot be reached or does not take it, or somebody
            else was first each time.
    """
    for _ in range(_ATTEMPTS):
        made = make()
        if made is None or _pushed(clone, made, refused):
            return made
        again()
    raise RemoteError("push-lost", attempts=_ATTEMPTS)


def _pushed(clone: Clone, commit: CommitId, refused: str) -> bool:
    """Push onto ``main``, and tell if the commit is there."""
    pushed = clone.remote.push(commit, "main")
    if pushed.result is PushResult.REFUSED:
        raise RemoteError(refused, detail=pushed.detail)
    landed = pushed.result is PushResult.ACCEPTED
    clone.proof = clone.continued(commit if landed else clone.remote.fetch("main"))
    return landed or clone.is_on_main(commit)
