"""Pictures at the service: the two endpoints, on top of the store.

What is held here shows nowhere until a post names it, and only for a day.
"""

import datetime as dt
from typing import Final

from sns_cli.adapters.rehearsal.http import (
    Answer,
    Request,
    json_answer,
    json_object,
)
from sns_cli.adapters.rehearsal.multipart import form_of
from sns_cli.adapters.rehearsal.problems import problem
from sns_cli.adapters.rehearsal.store import Store, StoredMedia
from sns_cli.compose.pictures.anatomy import MalformedError
from sns_cli.compose.pictures.kinds import Kind, kind_of
from sns_cli.compose.pictures.look import MOST_BYTES, take_apart

EXPIRES_AFTER: Final = dt.timedelta(hours=24)
MOST_PICTURES: Final = 4
_LONGEST_ALT: Final = 1000
_FIELDS: Final = {"media", "media_category", "media_type"}
_CATEGORIES: Final = {b"tweet_image", b"tweet_gif"}


def upload(store: Store, request: Request, now: dt.datetime) -> Answer:
    """``POST /2/media/upload``: one picture in one request."""
    form = form_of(request)
    if form is None:
        return problem(400, "The body is not a whole multipart form.")
    unknown = sorted(form.keys() - _FIELDS)
    if unknown:
        return problem(400, f"[$.{unknown[0]}: is not supported]")
    wrong = _wrong(form.get("media", b""), form.get("media_category", b""))
    if wrong is not None:
        return problem(400, wrong)
    content = form["media"]
    mime = _kind(content).mime
    if form.get("media_type", mime.encode()) != mime.encode():
        return problem(400, "[$.media_type: is not that of the media]")
    held = store.hold(content, mime, now)
    data = {
        "id": held.media_id,
        "media_key": f"3_{held.media_id}",
        "size": len(content),
        "expires_after_secs": int(EXPIRES_AFTER.total_seconds()),
    }
    return json_answer(200, {"data": data})


def metadata(store: Store, request: Request, now: dt.datetime) -> Answer:
    """``POST /2/media/metadata``: what a picture shows, in words."""
    body = json_object(request.body) or {}
    media_id, told = body.get("id"), body.get("metadata")
    alt = told.get("alt_text") if isinstance(told, dict) else None
    text = alt.get("text") if isinstance(alt, dict) else None
    if not isinstance(media_id, str) or not isinstance(text, str) or not text:
        return problem(400, "[$.metadata.alt_text.text: is needed, with $.id]")
    if len(text) > _LONGEST_ALT:
        return problem(400, "[$.metadata.alt_text.text: is too long]")
    if held(store, [media_id], now) is None:
        return problem(400, "The media ID is unknown or has expired.")
    store.describe(media_id, text)
    data = {"id": media_id, "associated_metadata": {"alt_text": {"text": text}}}
    return json_answer(200, {"data": data})


def held(
    store: Store, media_ids: list[object], now: dt.datetime
) -> list[StoredMedia] | None:
    """Return the pictures of these ids; None if one is unknown or too old."""
    found = [store.media(one) if isinstance(one, str) else None for one in media_ids]
    fresh = [one for one in found if one and now - one.created_at <= EXPIRES_AFTER]
    return fresh if len(fresh) == len(media_ids) else None


def for_post(store: Store, media: object, now: dt.datetime) -> list[StoredMedia] | str:
    """Return the pictures that ``media`` of a new post names, or what is wrong."""
    ids = media.get("media_ids") if isinstance(media, dict) else None
    if not isinstance(ids, list) or not 1 <= len(ids) <= MOST_PICTURES:
        return "[$.media.media_ids: must be 1 to 4 strings]"
    pictures = held(store, ids, now)
    if pictures is None or len(set(ids)) < len(ids):
        return "Your media IDs are invalid."
    moving = [one for one in pictures if one.mime == Kind.GIF.mime]
    if moving and len(pictures) > 1:
        return "Your media IDs are invalid: a GIF goes alone."
    return pictures


def _kind(content: bytes) -> Kind:
    kind = kind_of(content)
    if kind is None:
        raise MalformedError
    return kind


def _wrong(content: bytes, category: bytes) -> str | None:
    """Return what is wrong with a picture; its own bytes say what it is."""
    if category not in _CATEGORIES:
        return "[$.media_category: must be tweet_image or tweet_gif]"
    if len(content) > MOST_BYTES:
        return f"File size exceeds {MOST_BYTES} bytes."
    try:
        kind = _kind(content)
        frames = take_apart(kind, content).frames
    except MalformedError:
        return "media type unrecognized."
    moving = kind is Kind.GIF and frames > 1
    if moving is not (category == b"tweet_gif"):
        return "[$.media_category: is not that of the media]"
    return None
