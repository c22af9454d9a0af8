"""Notices as comments on pull requests of GitHub.

Used: ``GET /repos/…/commits/{sha}/pulls``, ``GET /repos/…/issues/comments``,
``GET`` and ``POST /repos/…/issues/{number}/comments`` (every pull request is an issue).
The token needs ``pull-requests: write``.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sns_cli.adapters.github.api import GitHubApi
from sns_cli.errors import HostError
from sns_cli.model.history import CommitId
from sns_cli.model.notice import Brought, Mark, Notice, marks_in

_BASE: Final = "main"
_RECENT_PAGES: Final = 5
_PAGES: Final = 20
_SLACK: Final = dt.timedelta(minutes=10)
"""A commit's clock may be ahead of the host's."""
_NO_SUCH_COMMIT: Final = 422


class GitHubNotices:
    """Comments on the pull request that brought a post to ``main``."""

    def __init__(self, api: GitHubApi) -> None:
        self._api = api
        self._pulls: dict[CommitId, list[Mapping[str, Any]]] = {}

    def news(self, notices: Sequence[Notice]) -> tuple[Notice, ...]:
        """Return those that the newest comments of the repository do not show as told.

        Raises:
            HostError: the host does not let us look.
        """
        if not notices:
            return ()
        since = min(notice.since for notice in notices) - _SLACK
        stamp = f"{since.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
        sought = {part.mark.delivery for one in notices for part in one.parts}
        known: dict[str, str] = {}
        for mark in self._marks(
            "issues/comments",
            _RECENT_PAGES,
            since=stamp,
            sort="created",
            direction="desc",
        ):
            known.setdefault(mark.delivery, mark.told)
            if sought <= known.keys():
                break
        return tuple(notice for notice in notices if notice.news(known))

    def tell(self, notice: Notice) -> None:
        """Write what of a notice is new onto its pull request, in one comment.

        Raises:
            HostError: the host does not take it.
        """
        number = self._proposal(notice.brought)
        if number is None:
            return
        path = f"issues/{number}/comments"
        known = {mark.delivery: mark.told for mark in self._marks(path, _PAGES)}
        parts = notice.news(known)
        if parts:
            self._api.create(path, {"body": notice.body(parts)})

    def close(self) -> None:
        """Close the connections."""
        self._api.close()

    def _marks(self, path: str, most: int, **query: str) -> Iterator[Mark]:
        for page in self._api.pages(path, most, **query):
            for comment in page:
                body = comment.get("body")
                if isinstance(body, str):
                    yield from marks_in(body)

    def _proposal(self, brought: Sequence[Brought]) -> int | None:
        """Return the pull request's number, None if the host knows none.

        Where the director merged and pushed, GitHub may know the pull request by the
        merge, or only by the head that it merged.
        """
        for one in brought:
            for asked in (one.commit, one.head):
                found = None if asked is None else pick(self._known_by(asked), one)
                if found is not None:
                    return found
        return None

    def _known_by(self, commit: CommitId) -> list[Mapping[str, Any]]:
        if commit not in self._pulls:
            try:
                pages = list(self._api.pages(f"commits/{commit}/pulls", 1))
            except HostError as error:
                if error.details.get("status") != _NO_SUCH_COMMIT:
                    raise
                pages = []
            self._pulls[commit] = [pull for page in pages for pull in page]
        return self._pulls[commit]


def pick(pulls: Sequence[Mapping[str, Any]], brought: Brought) -> int | None:
    """Return the number of the pull request that a commit brought to ``main``.

    The one it merged; else the one whose head it merged (the host may not have marked
    it as merged yet); else one that is merged. Of several, the newest.
    """
    ranked = [
        (rank, -number)
        for pull in pulls
        if isinstance(number := pull.get("number"), int)
        and _text(pull, "base", "ref") == _BASE
        and (rank := _rank(pull, brought)) is not None
    ]
    return -min(ranked)[1] if ranked else None


def _rank(pull: Mapping[str, Any], brought: Brought) -> int | None:
    if _text(pull, "merge_commit_sha") == brought.commit and _text(pull, "merged_at"):
        return 0
    if brought.head is not None and _text(pull, "head", "sha") == brought.head:
        return 1
    return 2 if _text(pull, "merged_at") else None


def _text(value: Any, *keys: str) -> str | None:  # noqa: ANN401  (any JSON value)
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else None
