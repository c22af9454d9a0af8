"""GitHub's API as far as we use it: a real HTTP server on this machine.

It keeps to https://docs.github.com/rest (version 2022-11-28): methods, paths, headers,
pages by ``Link``, shapes of what goes in and out. What does not fit is answered as
GitHub would and remembered in ``complaints``, which a test expects to stay empty.
"""

import datetime as dt
import json
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.fakes.github_issues import Issues

TOKEN = "ghs_canaryTOKEN0123456789abcdefghijklmn"
REPOSITORY = "city/library"
_SHA = r"[0-9a-f]{40}"
_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_LONGEST = 65536


@dataclass(frozen=True)
class Review:
    """A review of a pull request; ``login`` None: the account is gone."""

    login: str | None
    state: str
    commit: str | None

    def shown(self, number: int) -> dict[str, Any]:
        user = None if self.login is None else {"login": self.login, "type": "User"}
        return {
            "id": number,
            "user": user,
            "body": "",
            "state": self.state,
            "commit_id": self.commit,
            "submitted_at": "2026-11-20T00:00:00Z",
            "author_association": "MEMBER",
        }


@dataclass(frozen=True)
class Pull:
    """A pull request as GitHub knows it."""

    number: int
    head: str
    merge: str | None = None
    base: str = "main"
    merged: bool = True
    merged_by: str | None = "kancho-city"
    kind: str = "User"
    reviews: tuple[Review, ...] = ()

    def whole(self) -> dict[str, Any]:
        """Return it as ``GET …/pulls/{number}`` does: with what a list leaves out."""
        by = {"login": self.merged_by, "id": 7, "type": self.kind}
        known = self.merged and self.merged_by is not None
        return {
            **self.shown(),
            "merged": self.merged,
            "merged_by": by if known else None,
            "commits": 1,
        }

    def shown(self) -> dict[str, Any]:
        at = "2026-11-20T00:00:00Z"
        return {
            "number": self.number,
            "html_url": f"https://github.com/{REPOSITORY}/pull/{self.number}",
            "state": "closed" if self.merged else "open",
            "merged_at": at if self.merged else None,
            "merge_commit_sha": self.merge,
            "head": {"ref": "an", "sha": self.head},
            "base": {"ref": self.base, "sha": "0" * 40},
            "user": {"login": "tanto", "type": "User"},
        }


@dataclass(frozen=True)
class Comment:
    """A comment on an issue or a pull request."""

    id: int
    number: int
    body: str
    at: dt.datetime

    def shown(self) -> dict[str, Any]:
        at = f"{self.at:%Y-%m-%dT%H:%M:%SZ}"
        return {
            "id": self.id,
            "issue_url": f"/repos/{REPOSITORY}/issues/{self.number}",
            "body": self.body,
            "created_at": at,
            "updated_at": at,
            "user": {"login": "github-actions[bot]", "type": "Bot"},
        }


@dataclass(frozen=True)
class Answer:
    """What is sent back instead of what was asked for."""

    status: int
    body: bytes = b'{"message": "no"}'
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0.0


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


class GitHub:
    """A repository on GitHub.

    Attributes:
        pulls: by the commits GitHub would list them for.
        answers: taken one by one instead of a true answer; see ``always``.
        always: taken instead of every answer.
        before_comment: called before a comment is kept.
        complaints: what in the requests did not fit the documentation.
        issues: beside the pull requests.
    """

    def __init__(self, per_page: int = 100) -> None:
        self.pulls: dict[str, list[Pull]] = {}
        self.comments: list[Comment] = []
        self.asked: list[Asked] = []
        self.complaints: list[str] = []
        self.issues = Issues(self.complaints.append)
        self.answers: list[Answer] = []
        self.always: Answer | None = None
        self.before_comment: Callable[[], None] = lambda: None
        self.now = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)
        self._per_page = per_page
        self._lock = threading.Lock()
        self.over = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.github = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def base(self) -> str:
        """What ``GITHUB_API_URL`` is to say."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def environment(self) -> dict[str, str]:
        """Return what a job on this host knows."""
        return {
            "GITHUB_TOKEN": TOKEN,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_API_URL": self.base,
        }

    def knows(self, pull: Pull, *commits: str) -> None:
        """Have GitHub list a pull request for these commits."""
        for commit in commits:
            self.pulls.setdefault(commit, []).append(pull)

    def say(self, number: int, body: str) -> None:
        """Write a comment, as a person would."""
        with self._lock:
            self.now += dt.timedelta(seconds=1)
            made = Comment(len(self.comments) + 1, number, body, self.now)
            self.comments.append(made)

    def said(self, number: int = 1) -> list[str]:
        """Return the comments on a pull request, oldest first."""
        return [one.body for one in self.comments if one.number == number]

    def counted(self, method: str, pattern: str) -> int:
        """Return how often paths of that form were asked."""
        return sum(
            one.method == method and re.fullmatch(pattern, one.path) is not None
            for one in self.asked
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    # Answering

    def answer(self, asked: Asked) -> Answer:
        """Return the answer to a request."""
        with self._lock:
            self.asked.append(asked)
            odd = self.always or (self.answers.pop(0) if self.answers else None)
        if odd is not None:
            return odd
        return self._refusal(asked) or self._of_issues(asked) or self._true(asked)

    def _refusal(self, asked: Asked) -> Answer | None:
        headers = asked.headers
        if headers.get("authorization") != f"Bearer {TOKEN}":
            self.complaints.append("token")
            return Answer(401)
        if headers.get("x-github-api-version") != "2022-11-28":
            self.complaints.append("version")
            return Answer(400)
        if headers.get("accept") != "application/vnd.github+json":
            self.complaints.append("accept")
        if not headers.get("user-agent"):
            self.complaints.append("user-agent")
            return Answer(403)
        return None

    def _true(self, asked: Asked) -> Answer:
        place = rf"/repos/{REPOSITORY}"
        found = re.fullmatch(rf"{place}/commits/({_SHA})/pulls", asked.path)
        if found is not None and asked.method == "GET":
            self._expect(asked, set())
            return self._page(asked, [one.shown() for one in self._pulls(found[1])])
        found = re.fullmatch(rf"{place}/pulls/(\d+)(/reviews)?", asked.path)
        if found is not None and asked.method == "GET":
            return self._pull(asked, int(found[1]), reviews=found[2] is not None)
        if asked.path == f"{place}/issues/comments" and asked.method == "GET":
            return self._recent(asked)
        found = re.fullmatch(rf"{place}/issues/(\d+)/comments", asked.path)
        if found is not None and asked.method == "GET":
            self._expect(asked, {"since"})
            mine = [one for one in self.comments if one.number == int(found[1])]
            return self._page(asked, [one.shown() for one in mine])
        if found is not None and asked.method == "POST":
            return self._write(asked, int(found[1]))
        self.complaints.append(f"{asked.method} {asked.path}")
        return Answer(404)

    def _of_issues(self, asked: Asked) -> Answer | None:
        path = asked.path.removeprefix(f"/repos/{REPOSITORY}")
        if re.fullmatch(r"/(issues|issues/\d+|labels)", path) is None:
            return None
        if (asked.method, path) == ("GET", "/issues"):
            self._expect(asked, {"state", "labels"})
            return self._page(asked, self.issues.listed(dict(asked.query)))
        try:
            value = json.loads(asked.body)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            self.complaints.append("no json object")
            return Answer(400)
        number = path.removeprefix("/issues/")
        match asked.method, path:
            case "POST", "/labels":
                status, made = self.issues.label(value)
            case "POST", "/issues":
                status, made = self.issues.create(value)
            case "PATCH", _ if number.isdecimal():
                status, made = self.issues.change(int(number), value)
            case _:
                self.complaints.append(f"{asked.method} {asked.path}")
                return Answer(404)
        return Answer(status, json.dumps(made).encode())

    def _pulls(self, commit: str) -> list[Pull]:
        return self.pulls.get(commit, [])

    def _pull(self, asked: Asked, number: int, *, reviews: bool) -> Answer:
        self._expect(asked, set())
        every = (pull for pulls in self.pulls.values() for pull in pulls)
        pull = next((one for one in every if one.number == number), None)
        if pull is None:
            return Answer(404)
        if not reviews:
            return Answer(200, json.dumps(pull.whole()).encode())
        shown = [one.shown(at) for at, one in enumerate(pull.reviews, start=1)]
        return self._page(asked, shown)

    def _recent(self, asked: Asked) -> Answer:
        self._expect(asked, {"since", "sort", "direction"})
        since = asked.query.get("since")
        if since is not None and not _ISO.fullmatch(since):
            self.complaints.append(f"since {since}")
        shown = [one.shown() for one in self.comments]
        shown = [one for one in shown if since is None or one["updated_at"] >= since]
        if "sort" in asked.query and asked.query.get("direction") == "desc":
            shown.reverse()
        return self._page(asked, shown)

    def _expect(self, asked: Asked, names: set[str]) -> None:
        unknown = set(asked.query) - names - {"per_page", "page"}
        self.complaints += [f"query {name}" for name in sorted(unknown)]

    def _page(self, asked: Asked, everything: list[dict[str, Any]]) -> Answer:
        size = min(int(asked.query.get("per_page", "30")), self._per_page)
        page = int(asked.query.get("page", "1"))
        shown = everything[(page - 1) * size : page * size]
        headers = {}
        if len(everything) > page * size:
            query = urlencode({**asked.query, "page": page + 1})
            headers["Link"] = f'<{self.base}{asked.path}?{query}>; rel="next"'
        return Answer(200, json.dumps(shown).encode(), headers)

    def _write(self, asked: Asked, number: int) -> Answer:
        kind = asked.headers.get("content-type", "")
        if not kind.startswith("application/json"):
            self.complaints.append(f"content-type {kind}")
        try:
            value = json.loads(asked.body)
        except ValueError:
            self.complaints.append("no json")
            return Answer(400)
        body = value.get("body") if isinstance(value, dict) else None
        if not isinstance(body, str) or not body or len(body) > _LONGEST:
            self.complaints.append("body")
            return Answer(422)
        self.before_comment()
        self.say(number, body)
        return Answer(201, json.dumps(self.comments[-1].shown()).encode())


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    github: GitHub


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def _do(self) -> None:
        github = self.server.github
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length", "0"))
        asked = Asked(
            self.command,
            parts.path,
            {key: values[-1] for key, values in parse_qs(parts.query).items()},
            {key.lower(): value for key, value in self.headers.items()},
            self.rfile.read(length),
        )
        answer = github.answer(asked)
        if answer.wait and github.over.wait(answer.wait):
            self.close_connection = True
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    do_GET = _do  # noqa: N815  (the name http.server looks for)
    do_POST = _do  # noqa: N815
    do_PATCH = _do  # noqa: N815
    do_DELETE = _do  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""
