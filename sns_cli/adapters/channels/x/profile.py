"""An account as X shows it → what it says of itself. Pure.

``GET /2/users/me`` with ``user.fields``: what was not filled in comes as an empty text
or not at all, and links come shortened with their long form in ``entities``
(https://docs.x.com/x-api/fundamentals/data-dictionary, "User").
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sns_cli.adapters.channels.x.timeline import readable
from sns_cli.model.profile import Profile

PROFILE_FIELDS: Final = ("description", "entities", "name", "url", "username")


def profile_of(data: Mapping[str, Any], handle: str) -> Profile:
    """Return the profile in ``data`` of an answer; None for what it does not give."""
    return Profile(
        handle=handle,
        name=_text(data, "name"),
        biography=_readable(data, "description"),
        address=_readable(data, "url"),
    )


def _readable(data: Mapping[str, Any], key: str) -> str | None:
    text = _text(data, key)
    return None if text is None else readable(text, _links(data, key)).strip()


def _text(data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    return value if isinstance(value, str) else None


def _links(data: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    value: Any = data
    for step in ("entities", key, "urls"):
        value = value.get(step) if isinstance(value, Mapping) else None
    yield from (one for one in value or () if isinstance(one, Mapping))
