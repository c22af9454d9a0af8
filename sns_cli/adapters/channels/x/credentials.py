"""The four secrets of an X account, and the only other server they may be shown to."""

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, urlsplit

from sns_cli.adapters.web.loopback import is_loopback
from sns_cli.errors import SettingsError

_PLAIN: Final = re.compile(r"[!-~]+")
_NEVER: Final = re.compile(r"[?#@\\%]")


@dataclass(frozen=True, slots=True)
class XCredentials:
    """OAuth 1.0a user context (RFC 5849 §1.1); ``repr`` shows none of the values."""

    consumer_key: str = field(repr=False)
    consumer_secret: str = field(repr=False)
    access_token: str = field(repr=False)
    access_token_secret: str = field(repr=False)

    def values(self) -> tuple[str, str, str, str]:
        """Return all four, for whoever must keep them out of sight."""
        return (
            self.consumer_key,
            self.consumer_secret,
            self.access_token,
            self.access_token_secret,
        )


def check_api_base(text: str, name: str = "SNS_<ACCOUNT>_API_BASE") -> str:
    """Return ``text`` as ``scheme://host[:port]`` if it is a loopback address.

    Credentials sent to any other host would be given away (design 8.4).

    Args:
        text: scheme, host and port; one final slash is forgiven.
        name: the variable it comes from, for the message.

    Raises:
        SettingsError: ``api-base-malformed`` or ``api-base-not-loopback``. The text
            itself is not repeated, since it may hold a password.
    """
    parts = _split(text)
    if parts is None or parts.hostname is None:
        raise SettingsError("api-base-malformed", name=name)
    if not is_loopback(parts.hostname):
        raise SettingsError("api-base-not-loopback", name=name, host=parts.hostname)
    return f"{parts.scheme}://{parts.netloc}"


def _split(text: str) -> SplitResult | None:
    if _PLAIN.fullmatch(text) is None or _NEVER.search(text) is not None:
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    fits = parts.scheme in {"http", "https"} and parts.path in {"", "/"}
    empty_port = parts.netloc.endswith(":")
    return parts if fits and port != 0 and not empty_port else None
