"""A host of the repository that knows who merged what, or does not answer."""

from sns_cli.errors import PlatformError
from sns_cli.model.history import Commit, CommitId
from sns_cli.model.platform import PullMerge


class FakePlatform:
    """Says what it was told; passes the contract of ``Platform``.

    Attributes:
        pulls: by the commit they are tied to.
        silent: what goes wrong instead of an answer.
        asked: about which commits, in order.
    """

    def __init__(self) -> None:
        self.pulls: dict[CommitId, tuple[PullMerge, ...]] = {}
        self.silent: str | None = None
        self.asked: list[CommitId] = []

    def knows(self, commit: CommitId, *pulls: PullMerge) -> None:
        """Tie pull requests to a commit."""
        self.pulls[commit] = pulls

    def merges_of(self, commit: Commit) -> tuple[PullMerge, ...]:
        """Return the merged pull requests tied to a commit."""
        self.asked.append(commit.id)
        if self.silent is not None:
            raise PlatformError("platform-silent", detail=self.silent)
        return self.pulls.get(commit.id, ())
