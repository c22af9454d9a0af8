"""What a rule may know besides the post itself. All is given, nothing is fetched."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sns_cli.calendar import OpeningHours, local, opening_hours
from sns_cli.model.post import Post
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Settings


@dataclass(frozen=True, slots=True)
class LintContext:
    """The surroundings of the posts of one run.

    Attributes:
        settings: the library's policy.
        now: the run's time (aware).
        rules: every rule's name, and whether it may be waived.
        paths_of: paths of the post files that carry an id.
        settled: returns the ids of posts already approved or delivered. Costly; asked
            only for a post whose ``publish_at`` lies in the past.
        look: returns why the picture at a path cannot be sent, None if it can be, or
            if the files are not here. Costly; asked only for a post's own pictures.
        changed: tells whether a post was published and its file is not what was.
    """

    settings: Settings
    now: dt.datetime
    rules: Mapping[str, bool]
    paths_of: Mapping[str, tuple[str, ...]]
    settled: Callable[[], frozenset[str]]
    look: Callable[[str], Reason | None]
    changed: Callable[[Post], bool]

    def accounts(self, post: Post) -> tuple[str, ...]:
        """Return the accounts a post goes to that exist in the settings."""
        chosen = self.settings.accounts_of(post.meta.accounts)
        return tuple(key for key in chosen if key in self.settings.accounts)

    def planned(self, post: Post) -> dt.datetime:
        """Return when the post is meant to go out: ``publish_at``, else now.

        The result is in the library's time zone.
        """
        at = post.meta.publish_at or self.now
        return local(at, self.settings.library.timezone)

    def awaits_publication(self, post: Post) -> bool:
        """Tell whether the post's ``publish_at`` can still be mended.

        Rules about the time of publication apply only then: not to a request to take
        a post down, and not to a post already approved or delivered (design 8.3).
        """
        at = post.meta.publish_at
        if at is None or post.meta.retracts is not None:
            return False
        return at >= self.now or post.id not in self.settled()

    def hours(self, account: str) -> OpeningHours | None:
        """Return the opening hours of an account, or None if it has no calendar."""
        calendar = self.settings.calendar_of(account)
        if calendar is None:
            return None
        return opening_hours(calendar, self.settings.library.timezone)
