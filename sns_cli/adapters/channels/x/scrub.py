"""Takes credentials out of whatever a server says, and what no archive can hold.

An answer goes into the archive and onto screens. A server, or a proxy before it, may
echo what it was sent.
"""

import base64
import json
import re
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

HIDDEN: Final = "***"
_SHORTEST: Final = 6
"""Shorter values are no secrets, and hiding them would mangle ordinary text."""
_DEEPEST: Final = 40
_OAUTH: Final = re.compile(r"(oauth_[a-z_]+)=(\"|%22|\\\")?[^\s\",&]+")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class Scrubber:
    """Knows an account's secrets and shows none of them."""

    def __init__(self, secrets: Iterable[str]) -> None:
        forms = {
            form
            for secret in secrets
            if len(secret) >= _SHORTEST
            for form in (secret, quote(secret, safe=""), _base64(secret))
        }
        self._forms = sorted(forms, key=len, reverse=True)

    def text(self, text: str) -> str:
        """Return ``text`` without credentials and lone surrogates."""
        for form in self._forms:
            text = text.replace(form, HIDDEN)
        return _SURROGATE.sub("\ufffd", _OAUTH.sub(rf"\1={HIDDEN}", text))

    def json(self, content: bytes) -> Any:  # noqa: ANN401  (any JSON value)
        """Return the JSON value in ``content``, scrubbed; None if there is none."""
        try:
            value = json.loads(content, parse_constant=lambda _: None)
        except (ValueError, RecursionError):
            return None
        return self._value(value, 0)

    def _value(self, value: Any, depth: int) -> Any:  # noqa: ANN401  (any JSON value)
        if depth > _DEEPEST:
            return None
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self._value(one, depth + 1) for one in value]
        if isinstance(value, dict):
            return {
                self.text(key): self._value(one, depth + 1)
                for key, one in value.items()
            }
        return value


def _base64(secret: str) -> str:
    return base64.b64encode(secret.encode()).decode().rstrip("=")
