"""A client of the rehearsal service that signs by hand, so that it can sign wrongly.

Written from RFC 5849 §3.4 without the library that the service checks with.
"""

import base64
import datetime as dt
import hashlib
import hmac
import http.client
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from sns_cli.adapters.channels.x import XCredentials
from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.rehearsal import REHEARSAL_CREDENTIALS


@dataclass(frozen=True)
class Signer:
    """How to sign; each field can be made wrong."""

    credentials: XCredentials = REHEARSAL_CREDENTIALS
    host: str = "https://api.twitter.com"
    at: dt.datetime | None = None
    nonce: str | None = None
    method: str = "HMAC-SHA1"
    extra: Mapping[str, str] = field(default_factory=dict)

    def header(self, verb: str, target: str) -> str:
        """Return the ``Authorization`` header for a request."""
        at = self.at or SystemClock().real_now()
        oauth = {
            "oauth_consumer_key": self.credentials.consumer_key,
            "oauth_nonce": self.nonce or secrets.token_hex(16),
            "oauth_signature_method": self.method,
            "oauth_timestamp": str(int(at.timestamp())),
            "oauth_token": self.credentials.access_token,
            "oauth_version": "1.0",
        }
        oauth["oauth_signature"] = self._signature(verb, target, oauth)
        parts = {**oauth, **self.extra}
        return "OAuth " + ", ".join(f'{k}="{_escape(v)}"' for k, v in parts.items())

    def _signature(self, verb: str, target: str, oauth: Mapping[str, str]) -> str:
        there = urlsplit(target)
        pairs = [*oauth.items(), *parse_qsl(there.query, keep_blank_values=True)]
        normal = "&".join(
            f"{name}={value}"
            for name, value in sorted((_escape(k), _escape(v)) for k, v in pairs)
        )
        base = "&".join(map(_escape, (verb, self.host + there.path, normal)))
        secret = self.credentials.consumer_secret, self.credentials.access_token_secret
        key = "&".join(map(_escape, secret))
        digest = hmac.new(key.encode(), base.encode(), hashlib.sha1).digest()
        return base64.b64encode(digest).decode()


@dataclass(frozen=True)
class Response:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:  # noqa: ANN401  (any JSON value)
        return json.loads(self.body)


def call(
    port: int,
    verb: str,
    target: str,
    body: object = None,
    signer: Signer | None = None,
    content_type: str = "application/json",
) -> Response:
    """Make one request; unsigned if ``signer`` is None."""
    headers = {"Content-Type": content_type, "Connection": "close"}
    if signer is not None:
        headers["Authorization"] = signer.header(verb, target)
    raw = body if isinstance(body, bytes | None) else json.dumps(body).encode()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(verb, target, raw, headers)
        response = connection.getresponse()
        named = {name.lower(): value for name, value in response.getheaders()}
        return Response(response.status, named, response.read())
    finally:
        connection.close()


def _escape(text: str) -> str:
    return quote(text, safe="-._~")
