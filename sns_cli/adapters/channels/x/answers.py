"""HTTP responses → ``Reply``. Pure: nothing here talks to anyone."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, Final

from sns_cli.adapters.channels.x.scrub import Scrubber
from sns_cli.model.channel import Reply

_DETAIL_LENGTH: Final = 500
_POST_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}")
_SECONDS: Final = re.compile(r"[0-9]{1,11}")
_TOO_MANY_REQUESTS: Final = 429
_LONGEST_WINDOW: Final = dt.timedelta(hours=48)
"""X's longest window is 24 hours; a reset further off is nonsense."""


def reply_of(
    status: int, headers: Mapping[str, str], content: bytes, scrub: Scrubber
) -> Reply:
    """Return what the service said; ids and addresses are the caller's to read."""
    value = scrub.json(content)
    body: Mapping[str, Any] | None = value if isinstance(value, dict) else None
    server_time = server_time_of(headers.get("Date"))
    return Reply(
        status=status,
        detail=detail_of(body or {}),
        retry_at=retry_at_of(status, headers.get("x-rate-limit-reset"), server_time),
        server_time=server_time,
        body=body,
    )


def detail_of(body: Mapping[str, Any]) -> str:
    """Return the service's own words on one line, at most 500 characters."""
    words = [_one_line(text) for text in _texts(body)]
    return "; ".join(dict.fromkeys(word for word in words if word))[:_DETAIL_LENGTH]


def _texts(body: Mapping[str, Any]) -> Iterator[str]:
    errors = body.get("errors")
    items = errors if isinstance(errors, list) else [body.get("error")]
    inner = [text for item in items for text in _texts_of(item)]
    outer = body.get("detail") or (None if inner else body.get("title"))
    if isinstance(outer, str):
        yield outer
    yield from inner


def _texts_of(item: object) -> Iterator[str]:
    if isinstance(item, str):
        yield item
    elif isinstance(item, dict):
        for key in ("message", "detail"):
            if isinstance(item.get(key), str):
                yield item[key]


def _one_line(text: str) -> str:
    shown = (" " if unicodedata.category(one)[0] in "CZ" else one for one in text)
    return " ".join("".join(shown).split())


def post_id_of(body: Mapping[str, Any] | None) -> str | None:
    """Return ``data.id`` if it can be the id of a post."""
    data = (body or {}).get("data")
    value = data.get("id") if isinstance(data, dict) else None
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and is_post_id(value) else None


def is_post_id(text: str) -> bool:
    """Return whether ``text`` may stand in an address as a post's id."""
    return _POST_ID.fullmatch(text) is not None


def retry_at_of(
    status: int, header: str | None, server_time: dt.datetime | None
) -> dt.datetime | None:
    """Return when X's limit resets (aware, UTC); None unless the limit was hit."""
    if status != _TOO_MANY_REQUESTS or header is None:
        return None
    if _SECONDS.fullmatch(header.strip()) is None:
        return None
    try:
        at = dt.datetime.fromtimestamp(int(header), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    nonsense = server_time is not None and at > server_time + _LONGEST_WINDOW
    return None if nonsense else at


def server_time_of(header: str | None) -> dt.datetime | None:
    """Return the ``Date`` of an answer (RFC 9110 §6.6.1), aware, in UTC."""
    try:
        at = parsedate_to_datetime(header or "")
        return (at if at.tzinfo else at.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
