"""What the body of an answer must say before its status is believed. Pure.

A gateway, a captive portal or a half-broken service answers 200 and 404 as well. Where
belief could leave a picture without its description, or a post public that the record
calls gone, only X's documented words count.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sns_cli.adapters.channels.x.answers import post_id_of

Body = Mapping[str, Any] | None
_UNKNOWN: Final = "/problems/resource-not-found"
_UNKNOWN_TITLE: Final = "Not Found Error"


def is_described(body: Body, media_id: str) -> bool:
    """Tell whether X says that it took the description of this very picture."""
    return _is_untroubled(body) and post_id_of(body) == media_id


def is_deleted(body: Body) -> bool:
    """Tell whether X says that it deleted the post."""
    data = (body or {}).get("data")
    deleted = isinstance(data, dict) and data.get("deleted") is True
    return deleted and _is_untroubled(body)


def is_unknown_post(body: Body, remote_id: str) -> bool:
    """Tell whether a 404 is X's word that it has no such post (RFC 9457 §3.1).

    A gateway's "no such page" is about an address and proves nothing about a post.
    """
    return any(_names(problem, remote_id) for problem in _problems(body or {}))


def _is_untroubled(body: Body) -> bool:
    return body is not None and "errors" not in body


def _problems(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    errors = body.get("errors")
    yield body
    for one in errors if isinstance(errors, list) else ():
        if isinstance(one, dict):
            yield one


def _names(problem: Mapping[str, Any], remote_id: str) -> bool:
    kind, title = problem.get("type"), problem.get("title")
    typed = isinstance(kind, str) and kind.endswith(_UNKNOWN)
    detail = problem.get("detail")
    titled = title == _UNKNOWN_TITLE and f"[{remote_id}]" in str(detail)
    return typed or titled
