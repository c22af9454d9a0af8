"""``archive/approvals/<commit id>.json``: the schema ``approval/1`` (design 4, 6).

Everything needed to judge a merge again without the host, in ten years.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sns_cli.model.platform import PullMerge, Review

SCHEMA: Final = "approval/1"
_LARGEST: Final = 1024 * 1024


def record_bytes(
    merge: PullMerge,
    parents: Sequence[str],
    asked_at: str,
    run: Mapping[str, object],
) -> bytes:
    """Return the file that keeps what the host said of ``merge.merge_commit``.

    Args:
        merge: as the host told it.
        parents: of the commit.
        asked_at: RFC 3339 with the offset of the library's time zone.
        run: who asked.
    """
    value = {
        "schema": SCHEMA,
        "commit": merge.merge_commit,
        "parents": list(parents),
        "repository": merge.repository,
        "pull": merge.number,
        "url": merge.url,
        "base": merge.base,
        "head": merge.head,
        "merged_by": {"login": merge.merged_by, "type": merge.merged_by_kind},
        "merged_at": merge.merged_at,
        "reviews": [
            {
                "login": one.login,
                "state": one.state,
                "commit": one.commit,
                "submitted_at": one.at,
            }
            for one in merge.reviews
        ],
        "asked_at": asked_at,
        "run": dict(run),
    }
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)
    return f"{text}\n".encode()


def read_record(
    content: bytes, commit: str, parents: Sequence[str]
) -> PullMerge | None:
    """Return what a record of exactly this commit says.

    Unknown fields are ignored, so that later versions may add some. None if it is of
    another form, or about another commit or other parents.
    """
    value = _object(content)
    about = (value.get("schema"), value.get("commit"), value.get("parents"))
    if about != (SCHEMA, commit, list(parents)):
        return None
    try:
        return _merge(value)
    except (KeyError, TypeError):
        return None


def _object(content: bytes) -> Mapping[str, Any]:
    if len(content) > _LARGEST:
        return {}
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _merge(value: Mapping[str, Any]) -> PullMerge:
    number = value["pull"]
    if type(number) is not int:
        raise TypeError
    merger = value["merged_by"]
    return PullMerge(
        repository=_text(value["repository"]),
        number=number,
        url=_text(value["url"]),
        base=_text(value["base"]),
        head=_text(value["head"]),
        merge_commit=_text(value["commit"]),
        merged_by=_text(merger["login"]),
        merged_by_kind=_text(merger["type"]),
        merged_at=_text(value["merged_at"]),
        reviews=tuple(_review(one) for one in value["reviews"]),
    )


def _review(value: Mapping[str, Any]) -> Review:
    commit, at = value["commit"], value["submitted_at"]
    return Review(
        login=_text(value["login"]),
        state=_text(value["state"]),
        commit=None if commit is None else _text(commit),
        at=None if at is None else _text(at),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
