"""What ``archive/`` on disk says has gone out: for drafts, without asking git.

File names tell nearly everything. Only the claims of posts that are asked about are
opened; and where every post is asked about, only the last months are looked at, so that
old years cost nothing.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sns_cli.adapters.git.object_id import algorithm_of, object_id
from sns_cli.adapters.work_tree import archive_paths, read_file
from sns_cli.bootstrap.folder import Folder
from sns_cli.bootstrap.selecting import Selection
from sns_cli.calendar import local
from sns_cli.errors import SettingsError
from sns_cli.model.post import Post

if TYPE_CHECKING:
    from sns_cli.model.event_path import NamedEvent
    from sns_cli.model.ledger import Made

_RECENT: Final = dt.timedelta(days=92)
_LARGEST: Final = 1024 * 1024
"""Bytes of an event; what is larger is none of ours."""


class Published:
    """The published posts among those a command is about.

    Args:
        selection: the posts.
        now: aware.
    """

    def __init__(self, selection: Selection, now: dt.datetime) -> None:
        self._root = selection.folder.root
        self._contents = dict(selection.content.posts)
        self._picture = selection.content.picture
        first = local(now - _RECENT, selection.folder.settings.library.timezone)
        self._since = f"{first:%Y/%m}" if selection.wanted is None else ""

    def changed(self, post: Post) -> bool:
        """Tell whether it went out, and never from its file and pictures as now."""
        sent = set(self._sent(post))
        if not sent:
            return False
        from sns_cli.model.ledger import changed_since  # noqa: PLC0415  (see below)

        algorithm = algorithm_of(next(iter(sent))[0])
        contents = [self._contents[post.path], *self._pictures(post)]
        current = (object_id("blob", one, algorithm) for one in contents)
        return changed_since(sent, tuple(current))

    def _pictures(self, post: Post) -> Iterator[bytes]:
        """Yield the pictures as they are, up to one that cannot be read."""
        for path in post.media_paths:
            try:
                content = self._picture(path)
            except SettingsError:  # another rule tells of it
                return
            if content is None:
                return
            yield content

    def _sent(self, post: Post) -> "Iterator[Made]":
        """Yield what the post was published from."""
        for name in self._claims.get(post.id, ()):
            from sns_cli.model.ledger import read_entry  # noqa: PLC0415  (see below)

            try:
                entry = read_entry(name, read_file(self._root, name.path, _LARGEST))
            except SettingsError:  # whoever cannot read the archive can still write
                continue
            made = None if entry is None else entry.made_from
            if made is not None:
                yield made

    @cached_property
    def _claims(self) -> "dict[str, list[NamedEvent]]":
        """The claim of each delivery that is final, by post."""
        paths = list(archive_paths(self._root, self._since))
        if not paths:
            return {}
        # Loaded only where something went out: the ledger brings the whole schema.
        from sns_cli.model.event import EventName  # noqa: PLC0415
        from sns_cli.model.event_path import read_event_path  # noqa: PLC0415
        from sns_cli.model.ledger import FINAL, fold_names  # noqa: PLC0415

        found = map(read_event_path, paths)
        ledger = fold_names(name for name in found if name is not None)
        claims: dict[str, list[NamedEvent]] = {}
        for key, delivery in ledger.deliveries.items():
            claim = delivery.newest(EventName.CLAIMED)
            if delivery.state in FINAL and claim is not None:
                claims.setdefault(key.post, []).append(claim.name)
        return claims


def undelivered(
    folder: Folder, posts: Sequence[tuple[str, Post | None]]
) -> tuple[tuple[str, Post | None], ...]:
    """Return the posts of which some account has not got anything yet.

    ``archive/`` is asked for its names alone.
    """
    sent = {
        tuple(path.rpartition("/")[2].split(".")[:2])
        for path in archive_paths(folder.root)
        if path.endswith("-published.json")
    }
    settings = folder.settings
    return tuple(
        (path, post)
        for path, post in posts
        if post is None
        or any(
            (post.id, account) not in sent
            for account in settings.accounts_of(post.meta.accounts)
        )
    )
