"""An object that cannot be read, told together with the commit it was needed for."""

from collections.abc import Sequence
from typing import Final

from sns_cli.errors import HistoryError
from sns_cli.model.history import Commit

_UNREADABLE: Final = frozenset({"object-missing", "git-failed"})


def needed_for(error: HistoryError, commits: Sequence[Commit]) -> HistoryError:
    """Return ``error`` with the commit it stopped, as far as that can be told.

    Args:
        error: raised while ``commits`` were judged.
        commits: one of them; or several that were read for at once, of which the one
            that changed the missing file is named.
    """
    missing = error.details.get("object")
    found = (
        commits
        if len(commits) == 1
        else [
            commit
            for commit in commits
            for change in commit.changes
            if missing is not None and missing in (change.old_blob, change.new_blob)
        ]
    )
    if error.code not in _UNREADABLE or not found:
        return error
    words = (missing, error.details.get("command"), error.details.get("detail"))
    detail = " ".join(str(word) for word in words if word)
    return HistoryError("history-unreadable", commit=found[0].id[:10], detail=detail)
