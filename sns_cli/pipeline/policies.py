"""The settings in force at each point of a history."""

from bisect import bisect_right

from sns_cli.approval.verdict import Accepted
from sns_cli.approval.walk import Walk
from sns_cli.model.history import CommitId
from sns_cli.model.paths import SETTINGS
from sns_cli.model.settings import Settings


class Policies:
    """Answers who was who when a commit was made.

    Args:
        walk: along the history.
    """

    def __init__(self, walk: Walk) -> None:
        self._places = [-1]
        self._settings = [walk.start.settings]
        self._commits = [walk.chain.introduction.id]
        pairs = zip(walk.chain.commits, walk.state.verdicts, strict=True)
        for place, (commit, verdict) in enumerate(pairs):
            if not isinstance(verdict, Accepted) or not commit.changes:
                continue
            change = commit.changes[0]
            if change.path == SETTINGS and change.new_blob is not None:
                settings = walk.shelf.settings(change.new_blob)
                if isinstance(settings, Settings):
                    self._places.append(place)
                    self._settings.append(settings)
                    self._commits.append(commit.id)

    def before(self, place: int) -> Settings:
        """Return the settings by which the commit at ``place`` (from 0) is judged."""
        return self._settings[self._index(place)]

    def commit_before(self, place: int) -> CommitId:
        """Return the accepted commit that those settings are from."""
        return self._commits[self._index(place)]

    def _index(self, place: int) -> int:
        return bisect_right(self._places, place - 1) - 1
