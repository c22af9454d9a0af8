"""Posts as X shows them → posts as people read them. Pure.

X shortens every link to ``https://t.co/…`` and escapes ``& < >``; the text that was
sent comes back only when both are undone (services.md §1).
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sns_cli.adapters.channels.x.answers import post_id_of
from sns_cli.model.channel import RemotePost

_ENTITY: Final = re.compile(r"&(amp|lt|gt|quot|apos|#39|#x27);")
_CHARACTERS: Final = {
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "apos": "'",
    "#39": "'",
    "#x27": "'",
}
_OWN_MEDIA: Final = re.compile(
    r"https?://(?:www\.)?(?:x|twitter)\.com/[^/]+/status/[0-9]+/(?:photo|video)/[0-9]+"
)
_SNOWFLAKE: Final = re.compile(r"[0-9]{15,19}")
_EPOCH_MS: Final = 1_288_834_974_657
"""When X's ids begin: their upper bits are milliseconds since then."""


def posts_of(body: Mapping[str, Any], handle: str) -> tuple[RemotePost, ...] | None:
    """Return the posts of one page; None if it shows neither posts nor their absence.

    A page that cannot be read whole must not pass for one that lacks a post.
    """
    data = body.get("data")
    if data is None:
        meta = body.get("meta")
        empty = isinstance(meta, dict) and meta.get("result_count") == 0
        return () if empty and not body.get("errors") else None
    if not isinstance(data, list):
        return None
    posts = [_post(item, handle) for item in data]
    return None if None in posts else tuple(post for post in posts if post)


def next_page_of(body: Mapping[str, Any]) -> str | None:
    """Return the token of the next page, None on the last."""
    meta = body.get("meta")
    token = meta.get("next_token") if isinstance(meta, dict) else None
    return token if isinstance(token, str) and token else None


def _post(item: object, handle: str) -> RemotePost | None:
    remote_id = post_id_of({"data": item})
    if remote_id is None or not isinstance(item, dict):
        return None
    text = item.get("text")
    if not isinstance(text, str):
        return None
    return RemotePost(
        remote_id=remote_id,
        text=readable(text, _links(item)),
        url=post_url(handle, remote_id),
        created_at=_created_at(item.get("created_at"), remote_id),
        earlier=_earlier(item, remote_id),
    )


def _earlier(item: Mapping[str, Any], remote_id: str) -> tuple[str, ...]:
    """Return the ids of former versions: X numbers a post anew when it is edited."""
    for name in ("edit_history_tweet_ids", "edit_history_post_ids"):
        ids = item.get(name)
        if isinstance(ids, list):
            return tuple(
                one for one in ids if isinstance(one, str) and one != remote_id
            )
    return ()


def post_url(handle: str | None, remote_id: str) -> str:
    """Return the address at which people see the post."""
    return f"https://x.com/{handle or 'i'}/status/{remote_id}"


def readable(text: str, links: Iterable[Mapping[str, Any]]) -> str:
    """Return the text with entities undone, links expanded, media links removed."""
    shown = _ENTITY.sub(lambda match: _CHARACTERS[match[1]], text)
    for link in links:
        short, long = link.get("url"), link.get("expanded_url")
        if not (isinstance(short, str) and short and isinstance(long, str)):
            continue
        if _OWN_MEDIA.fullmatch(long) and shown.endswith(short):
            shown = shown.removesuffix(short).rstrip(" ")
        else:
            shown = _expanded(shown, short, long)
    return shown


def _expanded(text: str, short: str, long: str) -> str:
    # A shorter code must not be taken for the beginning of a longer one.
    return re.sub(rf"{re.escape(short)}(?![0-9A-Za-z])", lambda _: long, text)


def _links(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    entities = item.get("entities")
    urls = entities.get("urls") if isinstance(entities, dict) else None
    return [one for one in urls or () if isinstance(one, dict)]


def _created_at(value: object, remote_id: str) -> dt.datetime | None:
    """Return when it became public; the id tells too, should X rename the field."""
    if isinstance(value, str):
        try:
            at = dt.datetime.fromisoformat(value)
        except ValueError:
            return None
        return at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    if _SNOWFLAKE.fullmatch(remote_id) is None:
        return None
    ms = (int(remote_id) >> 22) + _EPOCH_MS
    return dt.datetime.fromtimestamp(0, dt.UTC) + dt.timedelta(milliseconds=ms)
