"""A library with everybody in it, whose history is told and then authenticated."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from sns_cli.approval.authenticate import authenticate
from sns_cli.messages import render
from sns_cli.model.history import CommitId
from sns_cli.model.proof import Authentication, PostProof, Refusal
from sns_cli.ports import History
from tests.approval.helper import Helped, Helper
from tests.support.git_story import Person, Story

POST = "posts/2026/11/kyukan.md"
IMAGE = "posts/2026/11/kyukan.jpg"
CLAIM = "archive/2026/11/20261110-kyukan.x.1-claimed.json"
PUBLISHED = "archive/2026/11/20261110-kyukan.x.2-published.json"
NOT_SENT = "archive/2026/11/20261110-kyukan.x.2-not-sent.json"


def post(body: str = "休館のお知らせです。", **fields: str) -> str:
    """Return a post file; ``fields`` are set or, if empty, left out."""
    meta = {
        "id": "20261110-kyukan",
        "title": "休館のお知らせ",
        "accounts": "[x]",
        "category": "closure",
        "basis": "announced",
        **fields,
    }
    lines = "".join(f"{key}: {value}\n" for key, value in meta.items() if value)
    return f"---\n{lines}---\n{body}\n"


def with_image(body: str = "休館のお知らせです。", file: str = "kyukan.jpg") -> str:
    return post(body, media=f'[{{file: {file}, alt: 館, people: "false"}}]')


def grant(**fields: str) -> str:
    """Return a ``[[grants]]`` table for tanto; ``fields`` are TOML values."""
    table = {
        "id": '"g1"',
        "to": '"tanto"',
        "accounts": '["x"]',
        "categories": '["closure", "event"]',
        "basis": '["announced", "website"]',
        "valid": "[2026-11-01, 2026-11-30]",
        **fields,
    }
    lines = [f"{key} = {value}" for key, value in table.items() if value]
    return "\n".join(["[[grants]]", *lines, ""])


@dataclass
class Library:
    """A story with a person of every role; ``introduce`` comes first."""

    folder: Path
    evidence: str = "signature"
    story: Story = field(init=False)

    def __post_init__(self) -> None:
        self.story = Story(self.folder)
        self.kancho = self.story.person("kancho", "director")
        self.tanto = self.story.person("tanto", "staff")
        self.koho = self.story.person("koho", "staff")
        self.hoshu = self.story.person("hoshu", "maintainer")
        self.unei = self.story.person("unei", "manager")
        self.robot = self.story.person("robot", "publisher")

    def settings(self, extra: str = "", **options: object) -> str:
        return self.story.settings(self.evidence, extra, **options)  # type: ignore[arg-type]  # passed on as they are

    def introduce(self, extra: str = "", **files: object) -> CommitId:
        return self.story.introduce(self.settings(extra), files)  # type: ignore[arg-type]  # contents of files

    def propose(self, files: dict[str, object], by: Person | None = None) -> str:
        """Put ``files`` into a proposal of staff and return its branch."""
        name = f"an-{len(self.story.tips)}"
        self.story.branch(name, files, by=by or self.koho)  # type: ignore[arg-type]  # as above
        return name

    def approve(
        self, files: dict[str, object], by: Person | None = None, *trailers: str
    ) -> CommitId:
        """Propose ``files`` and approve them by a good merge."""
        by = by or self.kancho
        block = self.story.trailers(by, *trailers)
        return self.story.merge(self.propose(files), by, block)

    def judged(
        self,
        head: CommitId | None = None,
        real_now: dt.datetime | None = None,
        helper: Helper | None = None,
    ) -> Authentication:
        """Authenticate through the real adapter, pinned at nothing."""
        history: History = self.story.history()
        if helper is not None:
            history = Helped(history, helper)
        chain = history.chain(head or self.story.head, None)
        outcome = authenticate(history, chain, real_now or self.story.now)[1]
        for one in outcome.posts:
            assert (one.approval is None) == (one.reason is not None)
            if one.reason is not None:
                render(one.reason, "ja", one.details)
        return outcome


def refusal(outcome: Authentication, commit: CommitId) -> Refusal | None:
    """Return why ``commit`` was refused, None if it was accepted."""
    return next((one for one in outcome.refusals if one.commit == commit), None)


def refused_for(outcome: Authentication, commit: CommitId) -> str | None:
    """Return the rule that refused ``commit``; its sentences must be writable."""
    found = refusal(outcome, commit)
    if found is None:
        return None
    for language in ("ja", "en"):
        assert found.commit[:10] in render(found.code, language, found.details)  # type: ignore[arg-type]  # a literal
    return found.rule


def proof(outcome: Authentication, path: str = POST) -> PostProof:
    return next(one for one in outcome.posts if one.path == path)


def approved(outcome: Authentication, path: str = POST) -> bool:
    return proof(outcome, path).approval is not None
