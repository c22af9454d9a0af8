"""The endpoints of design 8.4 about posts, on top of the store.

Pure but for the store.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from sns_cli.adapters.rehearsal.http import (
    Answer,
    Request,
    json_answer,
    json_object,
    timestamp,
)
from sns_cli.adapters.rehearsal.problems import DUPLICATE, problem
from sns_cli.adapters.rehearsal.shorten import shown
from sns_cli.adapters.rehearsal.store import Store, StoredPost
from sns_cli.adapters.rehearsal.uploads import for_post
from sns_cli.compose.weighted_length import LIMIT, weighted_length

_DUPLICATE_WINDOW: Final = dt.timedelta(hours=24)
_SMALLEST_PAGE, _PAGE, _LARGEST_PAGE = 5, 10, 100
_TIMELINE_QUERY: Final = {
    "max_results",
    "start_time",
    "pagination_token",
    "tweet.fields",
}
_USER_FIELDS: Final = {"description", "entities", "id", "name", "url", "username"}
_FIELDS: Final = {"created_at", "entities", "id", "text"}


@dataclass(frozen=True, slots=True)
class Profile:
    """The account that the credentials belong to, and what it says of itself."""

    handle: str
    name: str
    user_id: str = "1000000000000000001"
    biography: str = ""
    address: str = ""


OTHER: Final = Profile("someone_else", "Someone else", "1000000000000000002")


def me(profile: Profile, request: Request) -> Answer:
    """``GET /2/users/me``, with more of it where ``user.fields`` asks for more."""
    query = request.query
    if query.keys() - {"user.fields"}:
        return problem(400, f"The query parameters {sorted(query)} are not known.")
    fields = set(filter(None, query.get("user.fields", "").split(",")))
    if fields - _USER_FIELDS:
        return problem(400, f"The user.fields {sorted(fields - _USER_FIELDS)} are odd.")
    biography = shown(profile.biography, 1)
    address = shown(profile.address, 2)
    links = {"description": biography.entities, "url": address.entities}
    whole: dict[str, Any] = {
        "id": profile.user_id,
        "name": profile.name,
        "username": profile.handle,
        "description": biography.text,
        "url": address.text,
        "entities": {key: one for key, one in links.items() if one},
    }
    wanted = fields | {"id", "name", "username"}
    data = {key: value for key, value in whole.items() if key in wanted}
    if not data.get("entities"):
        data.pop("entities", None)
    return json_answer(200, {"data": data})


def create(
    store: Store, profile: Profile, request: Request, now: dt.datetime
) -> Answer:
    """``POST /2/tweets`` with nothing but ``text`` and ``media``."""
    body = json_object(request.body)
    if body is None:
        return problem(400, "The request body is not a JSON object.")
    unknown = sorted(body.keys() - {"text", "media"})
    if unknown:
        return problem(400, f"[$.{unknown[0]}: is not supported]")
    text = body.get("text")
    wrong = _wrong(text)
    if wrong is not None:
        return problem(400, wrong)
    pictures = for_post(store, body["media"], now) if "media" in body else []
    if isinstance(pictures, str):
        return problem(400, pictures)
    post = store.add(str(text), now, _DUPLICATE_WINDOW, pictures)
    if post is None:
        return problem(403, DUPLICATE)
    data = _post_json(post, {"id", "text"}, profile)
    return json_answer(201, {"data": data})


def _wrong(text: object) -> str | None:
    if not isinstance(text, str) or not text.strip():
        return "[$.text: must not be empty]"
    weight = weighted_length(text)
    if weight > LIMIT:
        return f"Your Tweet text is too long ({weight} > {LIMIT})."
    return None


def delete(store: Store, remote_id: str) -> Answer:
    """``DELETE /2/tweets/:id``."""
    if not store.delete(remote_id):
        return problem(404, f"Could not find tweet with id: [{remote_id}].")
    return json_answer(200, {"data": {"deleted": True}})


def timeline(store: Store, profile: Profile, user_id: str, request: Request) -> Answer:
    """``GET /2/users/:id/tweets``, newest first, in pages."""
    if user_id != profile.user_id:
        return problem(404, f"Could not find user with id: [{user_id}].")
    query = request.query
    wanted = _wanted(query)
    if isinstance(wanted, str):
        return problem(400, wanted)
    size, before, since = wanted
    found = store.newest(size + 1, before, since)
    posts = found[:size]
    meta: dict[str, Any] = {"result_count": len(posts)}
    if not posts:
        return json_answer(200, {"meta": meta})
    meta |= {"newest_id": posts[0].remote_id, "oldest_id": posts[-1].remote_id}
    if len(found) > size:
        meta["next_token"] = f"before-{posts[-1].remote_id}"
    fields = set(filter(None, query.get("tweet.fields", "").split(",")))
    data = [_post_json(post, fields | {"id", "text"}, profile) for post in posts]
    return json_answer(200, {"data": data, "meta": meta})


def _wanted(query: dict[str, str]) -> str | tuple[int, int | None, dt.datetime | None]:
    """Return (page size, ids below, start time), or what is wrong with the query."""
    unknown = sorted(query.keys() - _TIMELINE_QUERY)
    if unknown:
        return f"The query parameter [{unknown[0]}] is not one of the known ones."
    fields = set(filter(None, query.get("tweet.fields", "").split(",")))
    if fields - _FIELDS:
        return f"The tweet.fields {sorted(fields - _FIELDS)} are not supported."
    try:
        size = int(query.get("max_results", _PAGE))
        token = query.get("pagination_token")
        before = None if token is None else int(token.removeprefix("before-"))
        start = query.get("start_time")
        since = None if start is None else dt.datetime.fromisoformat(start)
    except ValueError:
        return "max_results, pagination_token or start_time cannot be read."
    if not _SMALLEST_PAGE <= size <= _LARGEST_PAGE:
        return f"The max_results [{size}] is not between 5 and 100."
    if since is not None and since.tzinfo is None:
        return "The start_time has no time zone."
    return size, before, since


def _post_json(post: StoredPost, fields: set[str], profile: Profile) -> dict[str, Any]:
    page = f"https://x.com/{profile.handle}/status/{post.remote_id}/photo"
    pictures = [f"{page}/{n}" for n in range(1, len(post.media) + 1)]
    seen = shown(post.text, post.number, pictures)
    whole = {
        "id": post.remote_id,
        "text": seen.text,
        "created_at": timestamp(post.created_at),
        "entities": seen.entities,
    }
    picked = {key: value for key, value in whole.items() if key in fields and value}
    return picked | {"edit_history_tweet_ids": [post.remote_id]}
