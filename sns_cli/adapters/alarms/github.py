"""The alarm as an issue of GitHub (https://docs.github.com/rest/issues, 2022-11-28).

Used: ``GET`` and ``POST /repos/…/issues``, ``PATCH /repos/…/issues/{number}``,
``POST /repos/…/issues/{number}/comments``, ``POST /repos/…/labels``. The token needs
``issues: write``.

The issue is known by its label. Whoever may only open issues cannot set one, so that
nobody from outside can put an issue of their own in the alarm's place.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sns_cli.adapters.github.api import GitHubApi
from sns_cli.errors import HostError
from sns_cli.model.alarm import LABEL, Issue, is_alarm

_PAGES: Final = 3
_COLOUR: Final = "d93f0b"
_EXISTS: Final = 422


class GitHubAlarms:
    """Issues with our label."""

    def __init__(self, api: GitHubApi) -> None:
        self._api = api

    def standing(self) -> tuple[Issue, ...]:
        """Return the open issues of ours, oldest first.

        Raises:
            HostError: the host does not let us look.
        """
        pages = self._api.pages("issues", _PAGES, state="open", labels=LABEL)
        found = (one for page in pages for one in _issues(page))
        return tuple(sorted(found, key=lambda one: one.number))

    def open(self, title: str, body: str) -> None:
        """Open an issue; the label is made before, since unknown ones are left out.

        Raises:
            HostError: the host does not take it.
        """
        try:
            self._api.create("labels", {"name": LABEL, "color": _COLOUR})
        except HostError as error:
            if error.details.get("status") != _EXISTS:
                raise
        self._api.create("issues", {"title": title, "body": body, "labels": [LABEL]})

    def edit(self, number: int, body: str) -> None:
        """Change the text of an issue.

        Raises:
            HostError: the host does not take it.
        """
        self._api.change(f"issues/{number}", {"body": body})

    def say(self, number: int, text: str) -> None:
        """Add a comment to an issue.

        Raises:
            HostError: the host does not take it.
        """
        self._api.create(f"issues/{number}/comments", {"body": text})

    def close_issue(self, number: int) -> None:
        """Close an issue as done.

        Raises:
            HostError: the host does not take it.
        """
        value = {"state": "closed", "state_reason": "completed"}
        self._api.change(f"issues/{number}", value)

    def close(self) -> None:
        """Close the connections."""
        self._api.close()


def _issues(page: list[Mapping[str, Any]]) -> Iterator[Issue]:
    """Yield the issues of a page; every pull request is listed as an issue too."""
    for one in page:
        number, body = one.get("number"), one.get("body")
        if not isinstance(number, int) or not isinstance(body, str):
            continue
        if "pull_request" not in one and is_alarm(body):
            yield Issue(number, body)
