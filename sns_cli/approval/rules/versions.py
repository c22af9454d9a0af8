"""Every version of a post since it was last accepted (design 4: "before and after").

What lies on ``main`` is not all: whoever may push puts there, unapproved, a version
that a grant covers in the place of one that it does not. So the last accepted version
counts and whatever refused commits made of it since, also where it was before a move.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sns_cli.approval.case import Case
from sns_cli.approval.state import Entry
from sns_cli.approval.verdict import Accepted
from sns_cli.model.history import REGULAR, BlobId
from sns_cli.model.post import Post, is_post_path


class Version(NamedTuple):
    """What refused commits changed at a path, or made of it.

    Attributes:
        entry: what stood there.
        waiting: a refused commit put it there; else it is the last accepted.
    """

    path: str
    entry: Entry
    waiting: bool

    @property
    def blob(self) -> BlobId | None:
        """Its bytes, if it is a plain file."""
        return self.entry.blob if self.entry.mode == REGULAR else None

    @property
    def there(self) -> bool:
        """Tell whether anything stood there."""
        return self.entry.blob is not None


def versions(case: Case, path: str, since: int = -1) -> tuple[Version, ...]:
    """Return what stood at a path since it was last accepted, oldest first.

    Empty if no refused commit changed it since: then what stands there is it.

    Args:
        case: on trial.
        path: below ``posts/``.
        since: leave the path out unless it was changed after that position.
    """
    drafts = case.state.drafts.get(path, ())
    if not drafts or drafts[-1].position <= since:
        return ()
    found: list[Version] = []
    for draft in drafts:
        for change in draft.commit.changes:
            if change.path != path:
                continue
            if not found:
                before = Entry(change.old_mode, change.old_blob)
                found.append(Version(path, before, waiting=False))
            after = Entry(change.new_mode, change.new_blob)
            found.append(Version(path, after, waiting=True))
    return tuple(found)


def elsewhere(case: Case, path: str, ids: set[str]) -> tuple[Version, ...]:
    """Return the versions of a post under other paths, as :func:`versions`.

    Args:
        case: on trial.
        path: where the post is now; what lies before its last acceptance is over.
        ids: of the post; every other id it had on the way is added.
    """
    since = _accepted_at(case, path)
    others = [
        versions(case, other, since)
        for other in case.state.drafts
        if other != path and is_post_path(other)
    ]
    case.shelf.read_texts(
        one.blob for them in others for one in them if one.blob is not None
    )
    waiting = [(them, set(_ids(case, them))) for them in others]
    found: list[Version] = []
    while met := [one for one in waiting if not ids.isdisjoint(one[1])]:
        waiting = [one for one in waiting if one not in met]
        for them, same in met:
            found += them
            ids |= same
    return tuple(found)


def read(case: Case, path: str, entry: Entry | None) -> Post | None:
    """Return the post that stands at a path, None if it cannot be read as one."""
    if entry is None or entry.blob is None or entry.mode != REGULAR:
        return None
    timezone = case.policy.settings.library.timezone
    return case.shelf.post(path, entry.blob, timezone)


def _ids(case: Case, found: tuple[Version, ...]) -> Iterator[str]:
    timezone = case.policy.settings.library.timezone
    for one in found:
        if one.blob is not None:
            post_id = case.shelf.post_id(one.path, one.blob, timezone)
            if post_id is not None:
                yield post_id


def _accepted_at(case: Case, path: str) -> int:
    """Return the position of the last change of a path if it was accepted, else -1."""
    last = case.state.last.get(path)
    accepted = last is not None and isinstance(case.state.verdict_on(last), Accepted)
    return last.position if last is not None and accepted else -1
