"""``posts/YYYY/MM/<slug>.md`` → :class:`Post`, or every fault of its form (design 8.1).

What this says is about form alone: whether accounts exist, a basis is given or people
in a picture consented is for the lint rules.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from typing import Final, cast
from zoneinfo import ZoneInfo

from sns_cli.model.finding import Fault
from sns_cli.model.post import (
    BASIS_JA,
    CATEGORY_JA,
    Basis,
    Category,
    Consulted,
    FrontMatter,
    Media,
    MediaKind,
    Override,
    Post,
    Rights,
    Waiver,
    is_post_path,
)
from sns_cli.parse.front_matter import Document, take_apart
from sns_cli.parse.node import Table, walk
from sns_cli.parse.reading import (
    BAD,
    Reading,
    block_of,
    checked,
    choice,
    clip,
    items,
    line_of,
    text_of,
)
from sns_cli.parse.scalars import account_key, day, instant, post_id, yes_no
from sns_cli.parse.tables import TableReader, Values, mapping
from sns_cli.parse.yaml_tree import RULE

UNKNOWN_KEY: Final = "unknown-key"

CATEGORIES: Final = {
    **{name: one for one, name in CATEGORY_JA.items()},
    **{one.value: one for one in Category},
}
"""Category by either of its names."""
BASES: Final = {
    **{name: one for one, name in BASIS_JA.items()},
    **{one.value: one for one in Basis},
}
"""Basis by either of its names."""

_SCANNED_ID: Final = re.compile(
    rb"---\r?\nid: +(?P<quote>[\"']?)(?P<id>[a-z0-9][a-z0-9-]{2,63})(?P=quote)"
    rb"[ ]*(?: #[^\r\n]*)?\r?\n"
)


def _is_inside(path: str) -> bool:
    """Tell whether a media path stays in the post's folder and means one file."""
    parts = path.split("/")
    return (
        "\\" not in path
        and all(part and not part.startswith(".") for part in parts)
        and ":" not in parts[0]
        and unicodedata.is_normalized("NFC", path)
    )


def _check_overrides(reading: Reading, table: Table, values: Values) -> None:
    accounts = values.get("accounts")
    entry = table.entries.get("overrides")
    if accounts is None or entry is None or not isinstance(entry.node, Table):
        return
    known = cast("tuple[str, ...]", accounts)
    for key, override in entry.node.entries.items():
        if key not in known:
            reading.path.append("overrides")
            reading.near_fault(
                "override-account",
                override.line,
                key,
                known,
                accounts=", ".join(map(clip, known)),
            )
            reading.path.pop()


def _check_period(reading: Reading, table: Table, values: Values) -> None:
    begin, end = values.get("publish_at"), values.get("expires_at")
    if not isinstance(begin, dt.datetime) or not isinstance(end, dt.datetime):
        return
    # In UTC: Python compares two times of one zone by the clock on the wall.
    if end.astimezone(dt.UTC) <= begin.astimezone(dt.UTC):
        reading.path.append("expires_at")
        reading.fault("expires-before-publish", table.entries["expires_at"].line)
        reading.path.pop()


def _check(reading: Reading, table: Table, values: Values) -> None:
    _check_overrides(reading, table, values)
    _check_period(reading, table, values)


_OVERRIDE: Final = TableReader(Override, {"subject": line_of, "body": block_of})
_MEDIA: Final = TableReader(
    Media,
    {
        "file": checked(_is_inside, "media-path-wrong"),
        "alt": text_of,
        "rights": TableReader(Rights, {"holder": line_of, "basis": line_of}),
        "people": yes_no,
        "consent": line_of,
        "kind": choice({one.value: one for one in MediaKind}),
    },
)
_FRONT_MATTER: Final = TableReader(
    FrontMatter,
    {
        "id": post_id,
        "title": line_of,
        "accounts": items(account_key, least=1, unique=True),
        "category": choice(CATEGORIES),
        "basis": choice(BASES),
        "source_url": line_of,
        "announced": line_of,
        "drafted_by": line_of,
        "consulted": items(
            TableReader(Consulted, {"section": line_of, "by": line_of, "on": day})
        ),
        "publish_at": instant,
        "expires_at": instant,
        "outside_hours_reason": text_of,
        "media": items(_MEDIA),
        "names": items(line_of),
        "corrects": post_id,
        "follows": post_id,
        "retracts": post_id,
        "waivers": items(TableReader(Waiver, {"rule": line_of, "reason": text_of})),
        "overrides": mapping(account_key, _OVERRIDE),
    },
    _check,
)


def parse_post(path: str, content: bytes, timezone: str) -> Post | tuple[Fault, ...]:
    """Return the post in ``content``, or all its faults by line.

    Args:
        path: repository path of the file.
        content: its bytes as git holds them.
        timezone: IANA name of the library's zone, for times without offset. The times
            of the post are returned in this zone.

    Returns:
        The post; or at least one fault, of the rules ``front-matter-invalid``,
        ``unknown-key`` and ``encoding-invalid``.

    Raises:
        ZoneInfoNotFoundError: ``timezone`` does not exist (``parse_settings`` would
            have refused it).
    """
    document = take_apart(content)
    faults = list(document.faults)
    if not is_post_path(path):
        faults.append(Fault(RULE, "post-path-wrong", 1, {"path": clip(path)}))
    if document.root is None:
        return _by_line(faults)
    reading = Reading(RULE, UNKNOWN_KEY, ZoneInfo(timezone))
    meta = _FRONT_MATTER(reading, document.root)
    faults += reading.faults
    if meta is BAD or faults:
        return _by_line(faults)
    return Post(
        path=path,
        meta=meta,
        body=document.body,
        source_front_matter=document.source,
        lines=_lines(document, document.root),
    )


def _lines(document: Document, root: Table) -> dict[str, int]:
    return {**dict(walk(root)), "body": document.body_line}


def _by_line(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: fault.line))


def scan_id(content: bytes) -> str | None:
    """Return the id if it stands plainly on the first line of the front matter.

    Cheap, for histories of thousands of posts. Whenever :func:`parse_post` accepts
    ``content``, the result is either its id or None ("parse to know"): the first line
    of a YAML table cannot lie inside another value, keys are unique, and a value that
    goes on in the next line would not have the form of an id.
    """
    match = _SCANNED_ID.match(content)
    return None if match is None else match["id"].decode()


def id_of(path: str, content: bytes, timezone: str) -> str | None:
    """Return the id of a post file, read as cheaply as it can be; None if unreadable.

    Args:
        path: of the file in the repository.
        content: its bytes.
        timezone: IANA name of the library's zone.
    """
    found = scan_id(content)
    if found is None:
        post = parse_post(path, content, timezone)
        found = post.id if isinstance(post, Post) else None
    return found


def may_have_media(content: bytes) -> bool:
    """Tell whether a post may name media; False is certain.

    A key can be written without its letters only by a backslash escape.
    """
    return b"media" in content or b"\\" in content
