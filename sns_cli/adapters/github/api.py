"""GitHub's REST API as far as we need it: a thing, pages of a list, one new thing.

https://docs.github.com/rest/using-the-rest-api: ``Accept`` and ``X-GitHub-Api-Version``
on every request, pages by ``Link``, rate limits by 403 or 429. Each request is made
once: no retry, no redirect, within the timeouts, and the token goes to one origin only.
Nothing the host says is repeated, so that nothing it echoes can show.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase

from sns_cli import __version__
from sns_cli.adapters.github.access import Access
from sns_cli.adapters.web.failures import reason_of
from sns_cli.adapters.web.silence import silence_libraries
from sns_cli.errors import HostDownError, HostError

VERSION: Final = "2022-11-28"
PER_PAGE: Final = 100
"""The most the API gives in one page."""
_LARGEST: Final = 16 * 2**20
"""Bytes of an answer; a page of 100 comments of the greatest length is 6.5 MB."""
_OK: Final = frozenset({200, 201})
_UNAUTHORIZED: Final = 401
_FORBIDDEN: Final = 403
_TOO_MANY: Final = 429
_ITS_OWN: Final = frozenset({_FORBIDDEN, 404, 410, 422})
"""Statuses that may concern this one thing alone: locked, gone, not wanted."""


class _Bearer(AuthBase):
    """Shows the token. As ``auth`` it also keeps ``~/.netrc`` from replacing it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class GitHubApi:
    """Speaks to one repository.

    Args:
        access: which, and with which token.
        timeouts: seconds for connecting, and for each read of an answer.
    """

    def __init__(
        self, access: Access, timeouts: tuple[float, float] = (5.0, 10.0)
    ) -> None:
        silence_libraries()
        self._root = f"{access.base}/repos/{access.repository}"
        self._timeouts = timeouts
        self._session = requests.Session()
        self._session.auth = _Bearer(access.token)
        self._session.trust_env = not access.local
        self._session.headers.update(
            {
                "Accept": "application/vnd.github+json",
                "X-GitHub-Api-Version": VERSION,
                "User-Agent": f"sns/{__version__}",
            }
        )
        self._session.mount("https://", HTTPAdapter(max_retries=0))
        self._session.mount("http://", HTTPAdapter(max_retries=0))

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def pages(
        self, path: str, most: int, **query: str
    ) -> Iterator[list[Mapping[str, Any]]]:
        """Yield the pages of a list, at most so many.

        Raises:
            HostError: see :meth:`_ask`.
        """
        named = "&".join(f"{key}={value}" for key, value in query.items())
        url: str | None = f"{self._root}/{path}?per_page={PER_PAGE}"
        if named:
            url = f"{url}&{named}"
        for _ in range(most):
            if url is None:
                return
            content, following = self._ask("GET", url)
            yield _objects(content)
            url = following

    def one(self, path: str) -> Mapping[str, Any]:
        """Return one thing.

        Raises:
            HostError: see :meth:`_ask`.
        """
        content, _ = self._ask("GET", f"{self._root}/{path}")
        value = _value(content)
        if not isinstance(value, dict):
            raise HostDownError("notice-answer-odd")
        return value

    def create(self, path: str, value: Mapping[str, Any]) -> None:
        """Make a new thing of ``value``; made is what the host gave a number.

        Raises:
            HostError: see :meth:`_ask`.
        """
        content, _ = self._ask(
            "POST", f"{self._root}/{path}", json.dumps(value).encode()
        )
        made = _value(content)
        if not isinstance(made, dict) or not isinstance(made.get("id"), int):
            raise HostDownError("notice-answer-odd")

    def change(self, path: str, value: Mapping[str, Any]) -> None:
        """Change a thing that is there (``PATCH``).

        Raises:
            HostError: see :meth:`_ask`.
        """
        self._ask("PATCH", f"{self._root}/{path}", json.dumps(value).encode())

    def _ask(
        self, method: str, url: str, body: bytes | None = None
    ) -> tuple[bytes, str | None]:
        """Ask once; return the answer and the address of the next page.

        Raises:
            HostDownError: the host does not answer, or takes nothing from us.
            HostError: it does not take this.
        """
        headers = {} if body is None else {"Content-Type": "application/json"}
        try:
            with self._session.request(
                method,
                url,
                data=body,
                headers=headers,
                timeout=self._timeouts,
                allow_redirects=False,
                stream=True,
            ) as response:
                content = _read(response)
        except HostError:
            raise
        except Exception as error:  # noqa: BLE001  (a port promises its errors)
            reason = reason_of(error, left=True, expired=False)
            raise HostDownError("notice-host-silent", reason=reason) from None
        _judge(response)
        return content, self._next(response)

    def _next(self, response: requests.Response) -> str | None:
        """Return the next page's address; the token is shown to nobody else."""
        url = response.links.get("next", {}).get("url")
        if url is None:
            return None
        if not url.startswith(f"{self._root}/") and not self._same_by_number(url):
            raise HostDownError("notice-answer-odd")
        return str(url)

    def _same_by_number(self, url: str) -> bool:
        """Tell whether it is the same API, naming the repository by its number."""
        base = self._root.rpartition("/repos/")[0]
        return url.startswith(f"{base}/repositories/")


def _read(response: requests.Response) -> bytes:
    content = b""
    for piece in response.iter_content(65536):
        content += piece
        if len(content) > _LARGEST:
            raise HostDownError("notice-answer-odd")
    return content


def _judge(response: requests.Response) -> None:
    status = response.status_code
    if status in _OK:
        return
    headers = response.headers
    limited = headers.get("x-ratelimit-remaining") == "0" or "retry-after" in headers
    if status == _TOO_MANY or (status == _FORBIDDEN and limited):
        raise HostDownError("notice-rate-limited", status=status)
    if status == _UNAUTHORIZED:
        raise HostDownError("notice-token-refused", status=status)
    if status in _ITS_OWN:
        raise HostError("notice-refused", status=status)
    raise HostDownError("notice-host-failed", status=status)


def _objects(content: bytes) -> list[Mapping[str, Any]]:
    value = _value(content)
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise HostDownError("notice-answer-odd")
    return value


def _value(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
