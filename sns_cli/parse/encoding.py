"""Bytes → clean text, or what is wrong with the bytes.

The checks come before any parser, since YAML and python-frontmatter fail open: with a
byte order mark or old line ends the whole front matter silently becomes body.
"""

import re
from dataclasses import dataclass
from typing import Final

from sns_cli.model.finding import Fault
from sns_cli.model.post import FILE_LIMIT

RULE: Final = "encoding-invalid"

_BOM: Final = "\ufeff"
_NONCHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)
)
"""Code points that never stand for a character (Unicode 23.7); services refuse them."""
_NONCHARACTER: Final = re.compile(f"[{_NONCHARACTERS}]")
_CONTROL: Final = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_NONCHARACTERS}]")
"""Control characters other than tab and LF, by which escape sequences begin, and what
is no character at all."""
_CONTROL_OR_BREAK: Final = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
)
"""Not wanted in front matter. YAML counts some of them as line ends; we do not."""
_HIDDEN: Final = re.compile(
    rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff{_NONCHARACTERS}]"
)
"""Not wanted in a value, however it came into it."""
_REPORTED: Final = 10
"""Most faults of one kind per file."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with LF line ends and no control characters, and what was wrong before.

    Attributes:
        text: None when the bytes are no text at all.
    """

    text: str | None
    faults: tuple[Fault, ...]


def decode(content: bytes) -> Decoded:
    """Return the text of a post file.

    Faults do not stop the reading where it can go on, so that a person sees all of
    them at once.
    """
    if len(content) > FILE_LIMIT:
        size = -(-len(content) // 1024)
        details = {"limit": FILE_LIMIT // 1024, "size": size}
        return Decoded(None, (Fault(RULE, "file-too-large", 1, details),))
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Decoded(None, (Fault(RULE, "not-utf8", line),))
    faults: list[Fault] = []
    if text.startswith(_BOM):
        faults.append(Fault(RULE, "byte-order-mark", 1))
        text = text[1:]
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        faults.append(Fault(RULE, "carriage-return", _line(text, text.index("\r"))))
        text = text.replace("\r", "\n")
    faults += control_faults(text, _CONTROL)
    return Decoded(_CONTROL.sub(" ", text), tuple(faults))


def front_matter_faults(source: str, first_line: int) -> tuple[Fault, ...]:
    """Report what no front matter may hold: tabs and invisible line ends."""
    return control_faults(source, _CONTROL_OR_BREAK, first_line)


def without_controls(source: str) -> str:
    """Return front matter in which YAML sees the same lines as people do."""
    return _CONTROL_OR_BREAK.sub(" ", source)


def hidden_controls(text: str) -> frozenset[str]:
    """Return the names of what no value may hold and ``text`` holds as it is."""
    return frozenset(map(code_point, _HIDDEN.findall(text)))


def hidden_control(value: str) -> str | None:
    """Return the name of a character in ``value`` that no value may hold."""
    match = _HIDDEN.search(value)
    return None if match is None else code_point(match[0])


def code_point(char: str) -> str:
    """Return how people look a character up: ``U+001B``."""
    return f"U+{ord(char):04X}"


def control_faults(
    text: str, forbidden: re.Pattern[str], first_line: int = 1
) -> tuple[Fault, ...]:
    """Report the first few characters of ``text`` that are forbidden, one per line."""
    found: dict[int, Fault] = {}
    for match in forbidden.finditer(text):
        line = _line(text, match.start()) + first_line - 1
        code = _code(match[0])
        details = {"character": code_point(match[0])}
        found.setdefault(line, Fault(RULE, code, line, details))
        if len(found) == _REPORTED:
            break
    return tuple(found.values())


def _code(char: str) -> str:
    if char == "\t":
        return "tab-in-front-matter"
    return "noncharacter" if _NONCHARACTER.match(char) else "control-character"


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
