"""Forms with files, as clients send pictures (RFC 7578). Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sns_cli.adapters.rehearsal.http import Request

_BOUNDARY: Final = re.compile(
    r"multipart/form-data\s*;.*\bboundary=\"?([^\s\";,]{1,70})", re.IGNORECASE
)
_NAME: Final = re.compile(
    rb"content-disposition:[^\r\n]*\bname=\"([a-z_]+)\"", re.IGNORECASE
)


def form_of(request: Request) -> Mapping[str, bytes] | None:
    """Return the fields of a form by name, None if the body is no whole form."""
    match = _BOUNDARY.match(request.headers.get("content-type", ""))
    if match is None:
        return None
    line = b"\r\n--" + match[1].encode("latin-1")
    first, *parts = (b"\r\n" + request.body).split(line)
    if first or not parts or not parts[-1].startswith(b"--"):
        return None
    fields = list(_fields(parts[:-1]))
    return None if None in fields else dict(one for one in fields if one)


def _fields(parts: list[bytes]) -> Iterator[tuple[str, bytes] | None]:
    for part in parts:
        head, found, content = part.partition(b"\r\n\r\n")
        name = _NAME.search(head)
        yield (name[1].decode(), content) if found and name else None
