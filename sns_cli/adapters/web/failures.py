"""Why there is no answer: whatever was raised → one short word."""

import http.client
import ssl
from collections.abc import Iterator
from typing import Final

from urllib3 import exceptions as lib

_WORDS: Final[tuple[tuple[type[BaseException], str], ...]] = (
    # The first that fits any exception of the chain counts.
    (lib.NameResolutionError, "dns"),
    (ConnectionRefusedError, "connection-refused"),
    (lib.SSLError, "tls"),
    (ssl.SSLError, "tls"),
    (lib.NewConnectionError, "unreachable"),
    (lib.ConnectTimeoutError, "connect-timeout"),
    (lib.ReadTimeoutError, "timeout"),
    (lib.ProxyError, "proxy"),
    (TimeoutError, "timeout"),
    (lib.IncompleteRead, "truncated"),
    (http.client.IncompleteRead, "truncated"),
    (lib.InvalidChunkLength, "truncated"),
    (ConnectionError, "connection-reset"),
    (http.client.HTTPException, "malformed-answer"),
    (lib.DecodeError, "malformed-answer"),
    (lib.HTTPError, "no-answer"),
)


def reason_of(error: BaseException | None, *, left: bool, expired: bool) -> str:
    """Return a kebab-case word; never a text of the exception's, which may tell much.

    Args:
        error: what the HTTP libraries raised.
        left: the request was being written or had been.
        expired: our own deadline cut the connection.
    """
    if expired:
        return "timeout"
    chain = tuple(_chain(error))
    for kind, word in _WORDS:
        if any(isinstance(one, kind) for one in chain):
            return "connect-timeout" if word == "timeout" and not left else word
    return "unexpected-error"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and all it wraps; libraries wrap in four different ways."""
    queue: list[object] = [error]
    seen: set[int] = set()
    while queue:
        one = queue.pop(0)
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        reason = getattr(one, "reason", None)
        queue += [*one.args, reason, one.__cause__, one.__context__]
