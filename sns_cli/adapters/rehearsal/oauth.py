"""Who is asking: OAuth 1.0a with HMAC-SHA1 (RFC 5849), checked as strictly as X does.

The channel signs for ``https://api.twitter.com`` and is moved to this server after
signing, so the base string is tried with X's two hosts and with the request's own.
"""

import datetime as dt
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from oauthlib.oauth1.rfc5849 import signature

from sns_cli.adapters.channels.x import XCredentials
from sns_cli.adapters.rehearsal.http import Request

_CLOCK_SKEW: Final = dt.timedelta(seconds=300)
_NEEDED: Final = (
    "oauth_consumer_key",
    "oauth_nonce",
    "oauth_signature",
    "oauth_signature_method",
    "oauth_timestamp",
    "oauth_token",
)

RememberNonce = Callable[[str, int], bool]
"""``(nonce, timestamp) -> whether it was new``."""


@dataclass(frozen=True, slots=True)
class _Signed:
    """What oauthlib wants to see of a request."""

    http_method: str
    uri: str
    params: list[tuple[str, str]]
    signature: str


def refusal(
    request: Request,
    credentials: XCredentials,
    now: dt.datetime,
    remember: RememberNonce,
) -> str | None:
    """Return why the request is not authentic, or None.

    Args:
        request: as it came in.
        credentials: the only ones that exist here.
        now: the service's time.
        remember: notes a nonce for good. Asked last, so that nobody without the
            secrets can use up nonces.
    """
    parameters = _parameters(request)
    if parameters is None:
        return "header-malformed"
    given = dict(parameters)
    stranger = _stranger(given, credentials)
    if stranger is not None:
        return stranger
    at = _timestamp(given["oauth_timestamp"])
    if at is None or abs(now.timestamp() - at) > _CLOCK_SKEW.total_seconds():
        return "timestamp-stale"
    if not _signature_fits(request, parameters, credentials):
        return "signature-wrong"
    return None if remember(given["oauth_nonce"], at) else "nonce-reused"


def _stranger(given: Mapping[str, str], credentials: XCredentials) -> str | None:
    """Return what shows, before any signature is looked at, that this is nobody."""
    if any(not given.get(name) for name in _NEEDED):
        return "header-incomplete"
    if given["oauth_signature_method"] != "HMAC-SHA1":
        return "method-unsupported"
    if not _same(given["oauth_consumer_key"], credentials.consumer_key):
        return "consumer-unknown"
    if not _same(given["oauth_token"], credentials.access_token):
        return "token-unknown"
    return None


def _parameters(request: Request) -> list[tuple[str, str]] | None:
    try:
        collected: list[tuple[str, str]] = signature.collect_parameters(
            uri_query=urlsplit(request.target).query,
            headers={"Authorization": request.headers.get("authorization", "")},
            exclude_oauth_signature=False,
        )
    except ValueError:
        return None
    names = [name for name, _ in collected if name.startswith("oauth_")]
    return collected if len(set(names)) == len(names) else None


def _timestamp(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() else None


def _signature_fits(
    request: Request, parameters: list[tuple[str, str]], credentials: XCredentials
) -> bool:
    own = request.headers.get("host", "localhost")
    signed = [pair for pair in parameters if pair[0] != "oauth_signature"]
    given: Mapping[str, str] = dict(parameters)
    for host in ("https://api.twitter.com", "https://api.x.com", f"http://{own}"):
        candidate = _Signed(
            request.method, host + request.path, signed, given["oauth_signature"]
        )
        if signature.verify_hmac_sha1(
            candidate, credentials.consumer_secret, credentials.access_token_secret
        ):
            return True
    return False


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())
