"""The guides as programs: the command lines of a Markdown page, in order.

A fence marked ``sh`` is run as it stands. A comment on the line before it says what a
reader would know from the text around it:

    <!-- as: kancho -->        whose computer this is
    <!-- exit: 1 -->           how the last command ends
    <!-- background -->        runs in another window until the end of the page
    <!-- elsewhere: tests/x.py::test_y -->   another test runs these lines

Any other fence (``text``, ``toml`` …) is something to read, not to run.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
_FENCE: Final = re.compile(
    r"(?P<notes>(?:^<!--[^\n]*-->\n)*)^```(?P<kind>[a-z]*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_NOTE: Final = re.compile(r"<!--\s*(?P<key>[a-z]+)(?::\s*(?P<value>\S+))?\s*-->")
_INLINE: Final = re.compile(r"`(sns [^`]+)`")


@dataclass(frozen=True)
class Lines:
    """Command lines of one fence.

    Attributes:
        who: the person whose computer they are typed on; "" means the page's reader.
        exit_code: how the last of them ends.
        elsewhere: id of the test that runs them instead.
    """

    page: str
    line: int
    text: str
    who: str = ""
    exit_code: int = 0
    background: bool = False
    elsewhere: str = ""


def fences(page: str, kind: str) -> list[tuple[int, str, str]]:
    """Return (line, notes, text) of each fence of a kind in a page of ``docs/``."""
    source = (DOCS / page).read_text(encoding="utf-8")
    return [
        (source.count("\n", 0, match.start("text")), match["notes"], match["text"])
        for match in _FENCE.finditer(source)
        if match["kind"] == kind
    ]


def command_lines(page: str) -> list[Lines]:
    """Return what a page tells its reader to type."""
    return [
        _lines(page, line, notes, text) for line, notes, text in fences(page, "sh")
    ]


def mentioned_commands(page: str) -> list[str]:
    """Return the command lines of ``sns`` that the page's sentences name."""
    source = (DOCS / page).read_text(encoding="utf-8")
    return _INLINE.findall(_FENCE.sub("", source))


def _lines(page: str, line: int, notes: str, text: str) -> Lines:
    said = {match["key"]: match["value"] or "" for match in _NOTE.finditer(notes)}
    unknown = set(said) - {"as", "exit", "background", "elsewhere"}
    assert not unknown, f"{page}:{line}: {unknown}"
    return Lines(
        page=page,
        line=line,
        text=text,
        who=said.get("as", ""),
        exit_code=int(said.get("exit", "0")),
        background="background" in said,
        elsewhere=said.get("elsewhere", ""),
    )
