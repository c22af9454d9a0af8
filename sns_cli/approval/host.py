"""The host of the repository, asked at most once about a commit."""

from typing import Final

from sns_cli.approval.verdict import Refused
from sns_cli.errors import PlatformError
from sns_cli.model.history import Commit, CommitId
from sns_cli.model.platform import PullMerge
from sns_cli.ports import Platform

_NOBODY_TO_ASK: Final = Refused("platform-unasked")


class Host:
    """Remembers what the host said; after its first silence it is left alone.

    Args:
        platform: where it is asked; None where there is nobody to ask.
    """

    def __init__(self, platform: Platform | None) -> None:
        self._platform = platform
        self._said: dict[CommitId, tuple[PullMerge, ...]] = {}
        self._silence: Refused | None = None if platform else _NOBODY_TO_ASK

    def merges_of(self, commit: Commit) -> tuple[PullMerge, ...] | Refused:
        """Return the merged pull requests tied to a commit, or why nobody knows."""
        if commit.id not in self._said:
            if self._platform is None or self._silence is not None:
                return self._silence or _NOBODY_TO_ASK
            try:
                self._said[commit.id] = self._platform.merges_of(commit)
            except PlatformError as error:
                self._silence = Refused("platform-silent", details=error.details)
                return self._silence
        return self._said[commit.id]
