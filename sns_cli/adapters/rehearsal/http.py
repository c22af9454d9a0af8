"""Requests and answers as values, so that what decides about them opens no socket."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl, urlsplit


class Route(StrEnum):
    """The endpoints; the words used in ``on`` of a fault and in the state."""

    ME = "me"
    CREATE = "create"
    DELETE = "delete"
    TIMELINE = "timeline"
    UPLOAD = "upload"
    METADATA = "metadata"


class Ending(StrEnum):
    """How an answer reaches the client, or does not."""

    WHOLE = "whole"
    HANG = "hang"
    """No byte is answered until the time is over; then the connection is closed."""
    RESET = "reset"
    """The connection is reset without an answer."""
    TRUNCATE = "truncate"
    """Half of the body is sent, then the connection is closed."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request, read whole.

    Attributes:
        target: path and query as they stood in the request line.
        headers: names in lower case.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        """The path, still percent-encoded."""
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        """The query's parameters; the last of a name counts."""
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer and how it ends.

    Attributes:
        clock_error: seconds added to ``Date``.
        seconds: how long a hang lasts.
    """

    status: int
    body: bytes = b""
    content_type: str = "application/json; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    ending: Ending = Ending.WHOLE
    clock_error: float = 0.0
    seconds: float = 0.0


def json_answer(status: int, value: object) -> Answer:
    """Return an answer with a JSON body."""
    return Answer(status, json.dumps(value, ensure_ascii=False).encode())


def json_object(body: bytes) -> dict[str, Any] | None:
    """Return the JSON object in ``body``, or None."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def timestamp(at: dt.datetime) -> str:
    """Return a time as X writes it: UTC with milliseconds and ``Z``."""
    utc = at.astimezone(dt.UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"
