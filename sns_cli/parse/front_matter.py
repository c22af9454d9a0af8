"""A post file taken apart: front matter as a tree, and the body.

The reading goes through python-frontmatter with a strict handler; by itself it fails
open (a missing closing line, a list or a BOM give empty metadata and no error). Only
this module and ``yaml_tree`` import ``frontmatter`` and ``yaml``.
"""

import re
from dataclasses import dataclass
from typing import Final

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from sns_cli.model.finding import Fault
from sns_cli.model.post import FRONT_MATTER_LIMIT
from sns_cli.parse.encoding import decode, front_matter_faults, without_controls
from sns_cli.parse.node import Table
from sns_cli.parse.yaml_tree import RULE, read_tree

_MARK: Final = "---"
_OPENING: Final = "---\n"
_CLOSING: Final = re.compile(r"^---(?:\n|\Z)", re.MULTILINE)
_BLANK_LINES: Final = re.compile(r"(?:[^\S\n]*\n)*")


@dataclass(frozen=True, slots=True)
class Document:
    """The two parts of a post file.

    Attributes:
        root: the front matter; None when it could not be read.
        source: the front matter as written, without the ``---`` lines.
        body: LF line ends, outer blank lines removed.
        body_line: line of the body's first line.
        faults: what is wrong so far, in no order.
    """

    root: Table | None
    source: str
    body: str
    body_line: int
    faults: tuple[Fault, ...]


class StrictHandler(YAMLHandler):
    """python-frontmatter's YAML handler without its leniency; one per file.

    The delimiters must be exactly ``---``, the values stay strings, and the body keeps
    its first indentation (python-frontmatter strips a full-width space, with which
    Japanese paragraphs begin).
    """

    def __init__(self) -> None:
        super().__init__()
        self.source = ""
        self.body = ""
        self.body_line = 1
        self.root: Table | None = None
        self.faults: list[Fault] = []

    def split(self, text: str) -> tuple[str, str]:
        """Return front matter and body; both are kept as they are written.

        Raises:
            ValueError: a delimiter is missing; the fault is reported. (Python-
                frontmatter knows this error and returns the text unsplit.)
        """
        if not (text.startswith(_OPENING) or text == _MARK):
            self.faults.append(Fault(RULE, "front-matter-missing", 1))
            raise ValueError(text[:1])
        closing = _CLOSING.search(text, len(_OPENING))
        if closing is None:
            self.faults.append(Fault(RULE, "front-matter-unclosed", 1))
            raise ValueError(text[:1])
        self.source = text[len(_OPENING) : closing.start()].removesuffix("\n")
        self._take_body(text, closing.end())
        return self.source, self.body

    def _take_body(self, text: str, start: int) -> None:
        blank = _BLANK_LINES.match(text, start)
        begin = start if blank is None else blank.end()
        self.body = text[begin:].rstrip()
        self.body_line = text.count("\n", 0, begin) + 1

    def load(self, fm: str, **_kwargs: object) -> dict[str, object]:
        """Return the entries of the front matter, values as nodes of a tree."""
        if len(fm.encode()) > FRONT_MATTER_LIMIT:
            details = {"limit": FRONT_MATTER_LIMIT // 1024}
            self.faults.append(Fault(RULE, "front-matter-too-large", 1, details))
            return {}
        self.faults += front_matter_faults(fm, 2)
        self.root, faults = read_tree(without_controls(fm), 2)
        self.faults += faults
        return dict(self.root.entries) if self.root is not None else {}


def take_apart(content: bytes) -> Document:
    """Split a post file and read its front matter; never raises."""
    decoded = decode(content)
    if decoded.text is None:
        return Document(None, "", "", 1, decoded.faults)
    handler = StrictHandler()
    # python-frontmatter strips the text before the handler sees it.
    if decoded.text[:1].isspace():
        missing = Fault(RULE, "front-matter-missing", 1)
        return Document(None, "", "", 1, (*decoded.faults, missing))
    frontmatter.parse(decoded.text, handler=handler)
    return Document(
        root=handler.root,
        source=handler.source,
        body=handler.body,
        body_line=handler.body_line,
        faults=(*decoded.faults, *handler.faults),
    )
