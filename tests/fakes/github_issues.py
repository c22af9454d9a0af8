"""GitHub's issues and labels, as ``fakes.github`` answers for them.

https://docs.github.com/rest/issues/issues and …/issues/labels (version 2022-11-28).
Where the documentation leaves room, this is the stricter of the two: a label that does
not exist is left out of a new issue.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Complain = Callable[[str], None]
_COLOUR_LENGTH = 6
_LONGEST_TITLE = 256
_LONGEST = 65536
_REASONS = {"completed", "not_planned", "duplicate", "reopened", None}


@dataclass
class GitHubIssue:
    """An issue, or (``pull``) a pull request as the list of issues shows it."""

    number: int
    title: str
    body: str | None
    labels: tuple[str, ...] = ()
    state: str = "open"
    pull: bool = False

    def shown(self) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "id": 1000 + self.number,
            "number": self.number,
            "title": self.title,
            "body": self.body,
            "state": self.state,
            "labels": [{"id": 1, "name": name} for name in self.labels],
            "user": {"login": "github-actions[bot]", "type": "Bot"},
        }
        return {**shown, "pull_request": {"url": "…"}} if self.pull else shown


@dataclass
class Issues:
    """The issues and labels of a repository; the newest issue has the last number."""

    complain: Complain
    kept: list[GitHubIssue] = field(default_factory=list)
    labels: set[str] = field(default_factory=lambda: {"bug"})

    def add(
        self, title: str, body: str | None, *labels: str, pull: bool = False
    ) -> int:
        """Open an issue, as a person would."""
        number = 101 + len(self.kept)
        self.kept.append(GitHubIssue(number, title, body, labels, pull=pull))
        return number

    def listed(self, query: dict[str, str]) -> list[dict[str, Any]]:
        """Return what the list shows, newest first, as GitHub does."""
        wanted = set(filter(None, query.get("labels", "").split(",")))
        state = query.get("state", "open")
        if state not in {"open", "closed", "all"}:
            self.complain(f"state {state}")
        return [
            one.shown()
            for one in reversed(self.kept)
            if state in {"all", one.state} and wanted <= set(one.labels)
        ]

    def create(self, value: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Open an issue; return status and answer."""
        title, body, labels = (value.get(key) for key in ("title", "body", "labels"))
        self._known(value, {"title", "body", "labels"})
        if not isinstance(title, str) or not 0 < len(title) <= _LONGEST_TITLE:
            self.complain("title")
            return 422, {"message": "Validation Failed"}
        if not self._is_text(body) or not isinstance(labels, list):
            return 422, {"message": "Validation Failed"}
        kept = tuple(one for one in labels if one in self.labels)
        number = self.add(title, body, *kept)
        return 201, self._of(number).shown()

    def change(self, number: int, value: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Change an issue; return status and answer."""
        self._known(value, {"title", "body", "state", "state_reason", "labels"})
        issue = next((one for one in self.kept if one.number == number), None)
        if issue is None:
            return 404, {"message": "Not Found"}
        if "body" in value:
            if not self._is_text(value["body"]):
                return 422, {"message": "Validation Failed"}
            issue.body = value["body"]
        if "state" in value:
            if value["state"] not in {"open", "closed"}:
                self.complain("state")
                return 422, {"message": "Validation Failed"}
            issue.state = value["state"]
        if value.get("state_reason") not in _REASONS:
            self.complain("state_reason")
        return 200, issue.shown()

    def label(self, value: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Make a label; return status and answer."""
        self._known(value, {"name", "color", "description"})
        name, colour = value.get("name"), value.get("color", "")
        if not isinstance(name, str) or len(colour) != _COLOUR_LENGTH:
            self.complain("label")
            return 422, {"message": "Validation Failed"}
        if name in self.labels:
            errors = [{"resource": "Label", "code": "already_exists", "field": "name"}]
            return 422, {"message": "Validation Failed", "errors": errors}
        self.labels.add(name)
        return 201, {"id": 7, "name": name, "color": colour, "default": False}

    def _of(self, number: int) -> GitHubIssue:
        return next(one for one in self.kept if one.number == number)

    def _known(self, value: dict[str, Any], names: set[str]) -> None:
        for name in sorted(value.keys() - names):
            self.complain(f"field {name}")

    def _is_text(self, body: object) -> bool:
        if isinstance(body, str) and 0 < len(body) <= _LONGEST:
            return True
        self.complain("body")
        return False
