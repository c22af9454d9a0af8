"""What changed, as lines for a terminal: ``12月〔－5〕〔＋6〕日``."""

from collections.abc import Iterator
from typing import Final

from sns_cli.messages import Language
from sns_cli.model.difference import Difference, Line, Part, PartKind
from sns_cli.report.safe import safe_line
from sns_cli.report.sentences import sentence

_SIGNS: Final = {PartKind.REMOVED: "－", PartKind.ADDED: "＋", PartKind.SAME: "　"}


def change_lines(change: Difference, language: Language) -> Iterator[str]:
    """Yield a difference as safe lines; changed words stand in 〔－old〕〔＋new〕."""
    if change.whole:
        yield sentence("change-not-shown", {}, language)
    elif not change.lines:
        yield sentence("change-none", {}, language)
    for line in change.lines:
        yield "　…" if line is None else _shown(line)


def _shown(line: Line) -> str:
    if len(line) == 1:
        return f"{_SIGNS[line[0].kind]}{safe_line(line[0].text)}".rstrip(" ")
    if not line:
        return _SIGNS[PartKind.SAME]
    return "～" + "".join(map(_marked, line))


def _marked(part: Part) -> str:
    text = safe_line(part.text)
    if part.kind is PartKind.SAME:
        return text
    return f"〔{_SIGNS[part.kind]}{text}〕"
