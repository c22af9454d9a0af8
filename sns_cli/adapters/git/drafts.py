"""The commits of a proposal, with the names and times their authors gave."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from sns_cli.adapters.git.repository import Repository
from sns_cli.model.draft import Draft
from sns_cli.model.history import CommitId

_FORMAT: Final = "--format=%H%n%an%n%ae%n%ct"


def drafts(
    repository: Repository,
    theirs: CommitId,
    ours: CommitId,
    paths: Sequence[str] = (),
) -> tuple[Draft, ...]:
    """Return the commits that ``theirs`` has and ``ours`` has not, oldest first.

    Merges are left out: bringing a proposal up to date is nobody's draft.

    Args:
        repository: holds both commits.
        theirs: tip of the proposal.
        ours: what it is proposed to.
        paths: only commits that touch one of these; none given means all.

    Raises:
        HistoryError: ``git-failed``.
    """
    # Names chosen by others: neither an option nor a pattern.
    literal = [f":(top,literal){path}" for path in paths]
    arguments = ("--no-show-signature", "--no-patch", "--no-merges", "--reverse")
    revisions = (theirs, f"^{ours}", "--", *literal)
    out = repository.git.output(
        "log", "-z", *arguments, _FORMAT, "--end-of-options", *revisions
    )
    return tuple(_parsed(out.decode("utf-8", "replace")))


def _parsed(out: str) -> Iterator[Draft]:
    for record in out.split("\0"):
        commit, *rest = record.split("\n")
        if len(rest) == 3:  # noqa: PLR2004  (the fields of the format)
            name, email, seconds = rest
            yield Draft(CommitId(commit), name, email, _time(seconds))


def _time(seconds: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
