"""What the host of the repository records of a merge that was made in its web page.

Nothing here says what it proves; see ``approval.platform``.
"""

from dataclasses import dataclass
from typing import Final

from sns_cli.model.history import CommitId
from sns_cli.model.paths import ARCHIVE

RECORDS: Final = f"{ARCHIVE}approvals/"
"""Where the host's records are kept, one file for each commit (design 4, 6)."""
_ENDING: Final = ".json"


@dataclass(frozen=True, slots=True)
class Review:
    """A review of a pull request.

    Attributes:
        login: whose it is.
        state: as the host says: ``APPROVED``, ``CHANGES_REQUESTED``, ``COMMENTED``,
            ``DISMISSED``.
        commit: what was looked at; None where the host does not say.
        at: when, as the host wrote it.
    """

    login: str
    state: str
    commit: str | None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class PullMerge:
    """A merged pull request that the host ties to a commit.

    Attributes:
        repository: ``owner/name`` that was asked.
        base: the branch it was merged into.
        head: the last commit of the proposal that was merged.
        merge_commit: the commit that the merge made.
        merged_by: login of who merged it; None where the host does not say.
        merged_by_kind: ``User``, ``Bot`` …
        merged_at: when, as the host wrote it.
        reviews: those of who merged it, oldest first.
    """

    repository: str
    number: int
    url: str
    base: str
    head: str
    merge_commit: str
    merged_by: str | None
    merged_by_kind: str
    merged_at: str
    reviews: tuple[Review, ...] = ()


def record_path(commit: CommitId) -> str:
    """Return where the record of a commit is kept."""
    return f"{RECORDS}{commit}{_ENDING}"


def recorded_commit(path: str) -> CommitId | None:
    """Return which commit the record at a path is of; None for any other path."""
    if not (path.startswith(RECORDS) and path.endswith(_ENDING)):
        return None
    return CommitId(path[len(RECORDS) : -len(_ENDING)])
