"""Whether a post we are not sure of is on the service's timeline. Pure.

A positive match settles a doubt. Absence proves nothing, since timelines lag.
"""

import datetime as dt
import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from sns_cli.model.channel import RemotePost, Timeline


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for.

    Attributes:
        text: exactly what the claim was to send.
        since: in the service's time; an older post is none of ours. None: no bound.
        timeline: what the service shows.
        taken: remote ids that belong to other deliveries.
        rivals: texts of other deliveries of the account that are unsettled too; a
            post with an equal text cannot be told apart from theirs.
    """

    text: str
    since: dt.datetime | None
    timeline: Timeline
    taken: AbstractSet[str] = frozenset()
    rivals: tuple[str, ...] = ()


class NoMatch(StrEnum):
    """Why no post was recognised as the one sought."""

    ABSENT = "not-on-timeline"
    TWICE = "several-on-timeline"
    SHARED = "same-text-as-another-delivery"


Match = RemotePost | NoMatch


def normal(text: str) -> str:
    """Return the form in which texts are compared: NFC, LF, no outer white space."""
    ends = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", ends).strip()


def match(sought: Sought) -> Match:
    """Return the one post on the timeline that is the one sought, or why none is."""
    wanted = normal(sought.text)
    found = {
        post.remote_id: post
        for post in sought.timeline.posts
        if normal(post.text) == wanted and _may_be(post, sought)
    }
    if not found:
        return NoMatch.ABSENT
    if len(found) > 1:
        return NoMatch.TWICE
    if wanted in map(normal, sought.rivals):
        return NoMatch.SHARED
    return next(iter(found.values()))


def _may_be(post: RemotePost, sought: Sought) -> bool:
    if post.remote_id in sought.taken:
        return False
    if sought.since is None or post.created_at is None:
        return True
    return post.created_at >= sought.since
