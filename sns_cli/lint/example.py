"""An example post of a rule's manual; the tests run it.

An example says only what differs from an ordinary post, so that the manual shows what
matters and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

PATH: Final = "posts/2026/11/example.md"
"""Where an example lies."""

_ORDINARY: Final = MappingProxyType(
    {
        "id": "20261205-ohanashikai",
        "title": "おはなし会(12月)",
        "accounts": "[x]",
        "category": "催し案内",
        "basis": "ア",
        "source_url": "https://www.lib.example.lg.jp/event/1205.html",
        "drafted_by": "tanto-01",
        "publish_at": "2026-11-25 10:00",
    }
)
_BODY: Final = "冬の絵本を読むおはなし会を開きます。申込は不要です。"


@dataclass(frozen=True, slots=True)
class Example:
    """A post, told by what is special about it.

    Attributes:
        front: front matter values as written; None leaves an ordinary entry out.
        body: instead of the ordinary body.
        start: what the file begins with before its first ``---`` (a fault).
        twin: path of a second file with the same content (the fault of two posts with
            one id).
        sent: another version of it was published.
        other: path of a file beside the posts that none of them shows (a fault).
        closing: a closing more of the calendar in ``sns.toml``, as written there.
    """

    front: Mapping[str, str | None] = field(default_factory=dict)
    body: str | None = None
    start: str = ""
    twin: str | None = None
    sent: bool = False
    other: str | None = None
    closing: str | None = None

    def source(self) -> bytes:
        """Return the whole file."""
        entries = {**_ORDINARY, **self.front}
        lines = [f"{key}: {value}" for key, value in entries.items() if value]
        body = self.body or _BODY
        return "\n".join([f"{self.start}---", *lines, "---", body, ""]).encode()

    def files(self) -> tuple[tuple[str, bytes], ...]:
        """Return every file of the example: path and content."""
        paths = (PATH,) if self.twin is None else (PATH, self.twin)
        return tuple((path, self.source()) for path in paths)

    def excerpt(self) -> str:
        """Return what the manual shows: the entries and the text that matter."""
        shown = [
            f"{key}: {value}" if value else f"({key}: なし / none)"
            for key, value in self.front.items()
        ]
        if self.start:
            shown.insert(0, f"{self.start!a}---".replace("'", ""))
        if self.other is not None:
            shown.append(self.other)
        if self.closing is not None:
            shown += ["(sns.toml)", "closed = [", f"  {self.closing},", "]"]
        if self.sent:
            shown.insert(0, "(公開済み / published)")
        if self.twin is not None:
            shown = [f"{PATH}", f"  id: {_ORDINARY['id']}"]
            shown += [self.twin, f"  id: {_ORDINARY['id']}"]
        if self.body is not None:
            shown += ["---", self.body] if shown else [self.body]
        return "\n".join(shown or [f"id: {_ORDINARY['id']}", "---", _BODY])
