"""New post files: for ``new``, ``correct`` and ``retract``. Nothing is overwritten."""

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path

from sns_cli.adapters.work_tree import archive_paths, read_posts, write_new
from sns_cli.bootstrap.folder import Folder
from sns_cli.calendar import local, parse_instant
from sns_cli.compose.draft import (
    Draft,
    Fields,
    draft_id,
    file_name,
    make_post,
    numbered,
)
from sns_cli.errors import HistoryError, UsageError
from sns_cli.model.post import Post
from sns_cli.parse.post import CATEGORIES, id_of, parse_post


def draft_post(  # noqa: PLR0913  (what a post is made of, and how it is named)
    folder: Folder,
    fields: Fields,
    body: str,
    now: dt.datetime,
    *,
    slug: str | None = None,
    notes: Mapping[str, str] | None = None,
    again: bool = True,
) -> Path:
    """Write a new post file and return where it is (absolute).

    It lies in the folder of the month of ``publish_at``, or else of ``now``, in the
    library's time zone. Its id is ``fields["id"]``, or made of that day and ``slug``
    (or the category) and of no other post's, published or not.

    Args:
        folder: the library's.
        fields: the front matter by key; see :data:`sns_cli.compose.draft.Fields`.
        body: the Markdown below it.
        now: aware.
        slug: name of the file, without ``.md``; by default the id.
        notes: remarks by key for whoever fills the post in.
        again: a file of that name may be there: this one is called ``…-2``.

    Raises:
        UsageError: the id is taken, the name cannot be used or is taken, or the fields
            do not make a post; nothing is written.
        SettingsError: the file cannot be written.
    """
    draft = prepare(folder, fields, body, now, slug=slug, notes=notes)
    name = draft.path.rpartition("/")[2].removesuffix(".md")
    for one in numbered(name):
        path = f"{draft.path.rpartition('/')[0]}/{one}.md"
        if write_new(folder.root, path, draft.content):
            return folder.root / path
        if not again:
            break
    raise UsageError("draft-exists", path=draft.path)


def prepare(
    folder: Folder,
    fields: Fields,
    body: str,
    now: dt.datetime,
    *,
    slug: str | None = None,
    notes: Mapping[str, str] | None = None,
) -> Draft:
    """Return the file that :func:`draft_post` would write.

    Raises:
        UsageError: as there.
    """
    zone = folder.settings.library.timezone
    day = _day(fields.get("publish_at"), now, zone)
    name = None if slug is None else file_name(slug)
    if name == "":
        raise UsageError("slug-malformed", value=slug)
    taken = taken_ids(folder)
    wished = fields.get("id")
    if wished is None:
        category = CATEGORIES.get(str(fields.get("category")))
        wished = draft_id(
            day, name or "", category.value if category else "post", taken
        )
    elif wished in taken:
        raise UsageError("id-taken", id=wished)
    if not name and file_name(str(wished)) != wished:
        raise UsageError("slug-malformed", value=wished)
    path = f"posts/{day:%Y/%m}/{name or wished}.md"
    content = make_post({**fields, "id": wished}, body, notes)
    parsed = parse_post(path, content, zone)
    if not isinstance(parsed, Post):
        raise UsageError("draft-invalid", fault=parsed[0])
    return Draft(parsed.id, path, content)


def taken_ids(folder: Folder) -> frozenset[str]:
    """Return the ids of all posts that are here, and of all that were ever claimed."""
    zone = folder.settings.library.timezone
    taken = {
        path.rpartition("/")[2].partition(".")[0] for path in archive_paths(folder.root)
    }
    for path, content in read_posts(folder.root).posts:
        taken.add(id_of(path, content, zone) or "")
    return frozenset(taken)


def _day(publish_at: object, now: dt.datetime, zone: str) -> dt.date:
    """Return the day by which the file is filed; nonsense is for the parser to say."""
    if isinstance(publish_at, str):
        publish_at = parse_instant(publish_at, zone)
    return local(
        publish_at if isinstance(publish_at, dt.datetime) else now, zone
    ).date()


def drafter(folder: Folder) -> str | None:
    """Return who works here: the person whose address git knows, if it knows one."""
    from sns_cli.adapters.git.process import (  # noqa: PLC0415  (only ``new`` asks)
        GitProcess,
        scrub_environment,
    )

    scrub_environment(os.environ)
    try:
        email = GitProcess(folder.root).setting("user.email")
    except HistoryError:  # no git: a draft can be written all the same
        return None
    if email is None:
        return None
    people = folder.settings.people.items()
    same = (key for key, one in people if one.email.casefold() == email.casefold())
    return next(same, None)
