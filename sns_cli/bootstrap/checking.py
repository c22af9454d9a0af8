"""Drafts on disk, read and checked: for ``lint`` and ``preview``."""

import datetime as dt
from collections.abc import Iterable

from sns_cli.adapters.clock import SystemClock
from sns_cli.bootstrap.folder import Folder
from sns_cli.bootstrap.published import Published
from sns_cli.bootstrap.selecting import Selection
from sns_cli.bootstrap.unsettled import with_broken
from sns_cli.errors import SnsError
from sns_cli.lint.engine import PostFile, lint
from sns_cli.messages import Language
from sns_cli.model.finding import LintReport
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.post import Post
from sns_cli.model.reason import Reason
from sns_cli.parse.post import parse_post


def check(
    selection: Selection, at: dt.datetime | None, language: Language
) -> LintReport:
    """Return what the rules say about the selected posts.

    Where the settings change too, so does what posts that nobody touched may do: what
    that breaks is told of all that are still to go out.

    Args:
        selection: which; the others are known to the rules too.
        at: the run's time (aware); None for the clock's.
        language: of the sentences.
    """
    now = at or SystemClock().now()

    def lint_of(some: Selection) -> LintReport:
        return _lint(some, now, language)

    return with_broken(lint_of(selection), selection, lint_of)


def _lint(selection: Selection, now: dt.datetime, language: Language) -> LintReport:
    content, folder = selection.content, selection.folder
    return lint(
        [PostFile(path, data) for path, data in content.posts],
        folder.settings,
        now,
        lambda: settled_posts(folder),
        language,
        wanted=selection.wanted,
        others=content.others,
        specials=content.specials,
        pictures=content.picture,
        changed=Published(selection, now).changed,
    )


def parsed_posts(selection: Selection) -> tuple[tuple[str, Post | None], ...]:
    """Return the selected posts by path; None for what cannot be read."""
    zone = selection.folder.settings.library.timezone
    parsed = (
        (path, parse_post(path, data, zone))
        for path, data in selection.content.posts
        if selection.wants(path)
    )
    return tuple(
        (path, post if isinstance(post, Post) else None) for path, post in parsed
    )


def prepared_pictures(
    selection: Selection, posts: Iterable[Post]
) -> dict[str, PreparedPicture | Reason]:
    """Return the pictures of posts as they go out, or why they cannot, by path.

    Raises:
        SettingsError: a file cannot be read.
    """
    paths = {path for post in posts for path in post.media_paths}
    if not paths:
        return {}
    from sns_cli.compose.pictures.prepare import prepared  # noqa: PLC0415  (Pillow)

    found = {path: selection.content.picture(path) for path in sorted(paths)}
    return {
        path: Reason("media-missing", {"path": path})
        if content is None
        else prepared(path, content)
        for path, content in found.items()
    }


def settled_posts(folder: Folder) -> frozenset[str]:
    """Return the ids of posts already approved or delivered; none without git.

    A history that cannot be authenticated settles nothing: the rules about the time of
    publication then apply, which is the strict reading.
    """
    from sns_cli.bootstrap.reader import open_reader  # noqa: PLC0415  (loads git)
    from sns_cli.model.ledger import DeliveryState  # noqa: PLC0415

    try:
        reader = open_reader(folder.environment, folder.root, None)
        approved = {
            proof.id
            for proof in reader.authentication.posts
            if proof.approval is not None and proof.id is not None
        }
        delivered = {
            key.post
            for key, delivery in reader.ledger_names().deliveries.items()
            if delivery.state is not DeliveryState.NONE
        }
    except SnsError:
        return frozenset()
    return frozenset(approved | delivered)
