"""The guides as programs: the command lines of a Markdown page, in order.

A fence marked ``sh`` is run as it stands. Comments on the lines before a fence say what
its reader knows from the text around it:

    <!-- as: kancho -->      whose computer this is
    <!-- exit: 1 -->         how the last command ends
    <!-- answer: y,y -->     what is typed when the program asks, a line each
    <!-- background -->      runs in another window until the end
    <!-- edit: posts -->     no command: put these lines into the file of that folder
    <!-- elsewhere: tests/x.py::test_y -->   another test runs these lines

Any other fence is something to read.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[2]
DOCS: Final = REPOSITORY / "docs"
_PART: Final = re.compile(
    r"^##[ ](?P<heading>[^\n]*)$"
    r"|(?P<notes>(?:^<!--[^\n]*-->\n)*)^```(?P<kind>[a-z]*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_NOTE: Final = re.compile(r"<!--\s*(?P<key>[a-z]+)(?::\s*(?P<value>\S+))?\s*-->")
_KNOWN: Final = {"as", "exit", "answer", "background", "edit", "elsewhere"}
_INLINE: Final = re.compile(r"`(sns [^`]+)`")


@dataclass(frozen=True)
class Fence:
    """A fence that tells its reader to do something.

    Attributes:
        chapter: number of the heading it stands under.
        notes: what the comments before it say.
    """

    page: str
    line: int
    chapter: int
    kind: str
    text: str
    notes: dict[str, str]

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def fences(page: str) -> list[Fence]:
    """Return the fences of a page of ``docs/``, in order."""
    source = (DOCS / page).read_text(encoding="utf-8")
    found = []
    chapter = 0
    for match in _PART.finditer(source):
        if match["heading"] is not None:
            chapter += 1
            continue
        said = {
            note["key"]: note["value"] or "" for note in _NOTE.finditer(match["notes"])
        }
        line = source.count("\n", 0, match.start("text"))
        assert set(said) <= _KNOWN, f"{page}:{line}: {set(said) - _KNOWN}"
        found.append(Fence(page, line, chapter, match["kind"], match["text"], said))
    return found


def mentioned_commands(page: str) -> list[str]:
    """Return the command lines of ``sns`` that the page's sentences name."""
    source = (DOCS / page).read_text(encoding="utf-8")
    return _INLINE.findall(_PART.sub("", source))
