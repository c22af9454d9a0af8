"""Which repository on which host, and with which token: checked before anything else.

The address comes from the CI host (``GITHUB_API_URL``). On GitHub it is
``https://api.github.com``, on an own server ``https://HOST/api/v3``.
"""

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, urlsplit

from sns_cli.adapters.environment import Environment
from sns_cli.adapters.web.loopback import is_loopback
from sns_cli.errors import HostDownError

API: Final = "https://api.github.com"
_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._/-]*)?")
_REPOSITORY: Final = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")
_TOKEN: Final = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Access:
    """How to speak to the host.

    Attributes:
        base: address of the API, without a slash at its end.
        repository: ``owner/name``.
        local: it is on this machine; no proxy is asked.
    """

    token: str = field(repr=False)
    repository: str
    base: str = API
    local: bool = False


def access_of(environment: Environment) -> Access | None:
    """Return the access the CI host gave, None if it gave none.

    Raises:
        HostDownError: what it gave cannot be used. No value is repeated.
    """
    token, repository = environment.github_token, environment.github_repository
    if token is None or repository is None:
        return None
    if _TOKEN.fullmatch(token) is None:
        raise HostDownError("notice-setting-malformed", name="GITHUB_TOKEN")
    if _REPOSITORY.fullmatch(repository) is None or ".." in repository:
        raise HostDownError("notice-setting-malformed", name="GITHUB_REPOSITORY")
    base, local = _address(environment.github_api_url or API)
    return Access(token, repository, base, local)


def _address(text: str) -> tuple[str, bool]:
    """Return the address and whether it is this machine's."""
    malformed = HostDownError("notice-setting-malformed", name="GITHUB_API_URL")
    if _ADDRESS.fullmatch(text) is None or ".." in text:
        raise malformed
    parts = _split(text)
    if parts is None or parts.hostname is None:
        raise malformed
    local = is_loopback(parts.hostname)
    if parts.scheme == "http" and not local:
        # The token would cross the network for anybody to read.
        raise malformed
    return text.rstrip("/"), local


def _split(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    return None if port == 0 or parts.netloc.endswith(":") else parts
