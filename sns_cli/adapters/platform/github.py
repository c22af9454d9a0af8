"""Who merged what, by GitHub's own records.

Used: ``GET /repos/…/commits/{sha}/pulls``, ``GET /repos/…/pulls/{number}`` and
``GET /repos/…/pulls/{number}/reviews`` (https://docs.github.com/rest/pulls). The token
needs ``pull-requests: read``. Whatever is not of the documented form counts as no
answer: an answer of this host stands in for a signature.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sns_cli.adapters.github.api import GitHubApi
from sns_cli.errors import HostError, PlatformError
from sns_cli.model.history import Commit, CommitId
from sns_cli.model.platform import PullMerge, Review

_BASE: Final = "main"
_NO_SUCH_COMMIT: Final = 422
_PAGES: Final = 20
_MOST: Final = 10
"""Pull requests that one merge may belong to; it is one, or two of the same branch."""
_COMMIT: Final = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
_LOGIN: Final = re.compile(r"[A-Za-z0-9_-]{1,100}(\[bot\])?")
_WORD: Final = re.compile(r"[A-Za-z_]{1,40}")
_TIME: Final = re.compile(r"[0-9TZ:.+-]{20,35}")
_BRANCH: Final = re.compile(r"[^\x00-\x20\x7f-\x9f\ud800-\udfff]{1,250}")
_ADDRESS: Final = re.compile(r"https?://[!-~]{1,500}")


class _OddError(Exception):
    """The answer is not of the documented form."""


class GitHubPlatform:
    """The pull requests of one repository.

    Args:
        api: speaks to it.
        repository: ``owner/name``, as it goes on record.
    """

    def __init__(self, api: GitHubApi, repository: str) -> None:
        self._api = api
        self._repository = repository

    def merges_of(self, commit: Commit) -> tuple[PullMerge, ...]:
        """Return the merged pull requests that GitHub ties to a commit.

        Raises:
            PlatformError: GitHub does not answer as documented.
        """
        try:
            if commit.merges:
                return self._merges(commit)
            return self._absorbed(commit)
        except HostError as error:
            raise PlatformError("platform-silent", detail=_why(error)) from None
        except _OddError:
            raise PlatformError("platform-silent", detail="odd answer") from None

    def _merges(self, commit: Commit) -> tuple[PullMerge, ...]:
        """Return those whose merge it is: known by it, or only by what it merged."""
        for asked in (commit.id, commit.parents[1]):
            numbers = [
                _number(pull)
                for pull in self._known_by(asked)
                if pull.get("merge_commit_sha") == commit.id and pull.get("merged_at")
            ]
            if numbers:
                return tuple(self._merge(number) for number in numbers[:_MOST])
        return ()

    def _absorbed(self, commit: Commit) -> tuple[PullMerge, ...]:
        """Return one that brought a commit of one parent to ``main``, if any did."""
        for pull in self._known_by(commit.id):
            base = _child(pull, "base").get("ref")
            if pull.get("merged_at") and base == _BASE:
                return (self._told(pull, ()),)
        return ()

    def _known_by(self, commit: CommitId) -> list[Mapping[str, Any]]:
        try:
            pages = list(self._api.pages(f"commits/{commit}/pulls", _PAGES))
        except HostError as error:
            if error.details.get("status") != _NO_SUCH_COMMIT:
                raise
            return []
        return [pull for page in pages for pull in page]

    def _merge(self, number: int) -> PullMerge:
        pull = self._api.one(f"pulls/{number}")
        if pull.get("merged") is not True or _number(pull) != number:
            raise _OddError
        login = _child(pull, "merged_by").get("login")
        return self._told(pull, tuple(self._reviews(number, login)))

    def _told(self, pull: Mapping[str, Any], reviews: tuple[Review, ...]) -> PullMerge:
        merger = pull.get("merged_by") or {}
        return PullMerge(
            repository=self._repository,
            number=_number(pull),
            url=_text(pull, "html_url", _ADDRESS),
            base=_text(_child(pull, "base"), "ref", _BRANCH),
            head=_text(_child(pull, "head"), "sha", _COMMIT),
            merge_commit=_text(pull, "merge_commit_sha", _COMMIT),
            merged_by=_text(merger, "login", _LOGIN) if merger else None,
            merged_by_kind=_text(merger, "type", _WORD) if merger else "-",
            merged_at=_text(pull, "merged_at", _TIME),
            reviews=reviews,
        )

    def _reviews(self, number: int, login: object) -> Iterator[Review]:
        """Yield the reviews of one person, oldest first; all, or it is no answer."""
        full = False
        for at, page in enumerate(self._api.pages(f"pulls/{number}/reviews", _PAGES)):
            full = at + 1 == _PAGES and bool(page)
            for one in page:
                user = one.get("user")
                theirs = user.get("login") if isinstance(user, Mapping) else None
                if theirs is not None and _same(theirs, login):
                    yield _review(one, theirs)
        if full:
            raise _OddError


def _review(value: Mapping[str, Any], login: str) -> Review:
    return Review(
        login=login,
        state=_text(value, "state", _WORD),
        commit=_text(value, "commit_id", _COMMIT) if value.get("commit_id") else None,
        at=_text(value, "submitted_at", _TIME) if value.get("submitted_at") else None,
    )


def _same(one: object, other: object) -> bool:
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    return one.casefold() == other.casefold()


def _number(pull: Mapping[str, Any]) -> int:
    number = pull.get("number")
    if type(number) is not int or number < 1:
        raise _OddError
    return number


def _child(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    child = value.get(key)
    if child is None and key == "merged_by":
        return {}
    if not isinstance(child, Mapping):
        raise _OddError
    return child


def _text(value: Any, key: str, form: re.Pattern[str]) -> str:  # noqa: ANN401  (any JSON value)
    text = value.get(key) if isinstance(value, Mapping) else None
    if not isinstance(text, str) or form.fullmatch(text) is None:
        raise _OddError
    return text


def _why(error: HostError) -> str:
    """Return what went wrong, in words of every language; nothing the host said."""
    status = error.details.get("status")
    if status is not None:
        return f"HTTP {status}"
    return str(error.details.get("reason", "odd answer"))
