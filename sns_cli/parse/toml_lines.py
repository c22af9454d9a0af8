"""Line numbers for TOML: which line each key and list item of a document stands on.

``tomllib`` gives values without lines. This skims the same text and notes the line of
every key; it checks nothing, since ``tomllib`` does. On text that is no TOML it stops
where it no longer understands. It also runs before ``tomllib`` as a guard: depth costs
``tomllib`` the square of itself in dotted keys (14 s for 60 KB) and a RecursionError
in lists.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

DEPTH_LIMIT: Final = 8

_Path = tuple[str | int, ...]

_BLANK: Final = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE: Final = re.compile(r"[ \t]*")
_KEY_PART: Final = re.compile(
    r"[ \t]*(?:\"(?P<basic>(?:[^\"\\\n]|\\.)*)\"|'(?P<literal>[^'\n]*)'"
    r"|(?P<bare>[A-Za-z0-9_-]+))[ \t]*"
)
_LONG_STRING: Final = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"\"\"\"{0,2}|'''.*?''''{0,2}", re.DOTALL
)
_STRING: Final = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")
_PLAIN: Final = re.compile(r"[^,\]}#\n\"'\[{]+")


@dataclass(frozen=True, slots=True)
class TomlLines:
    """Lines (from 1) by path; a list item's path holds its index.

    Attributes:
        too_deep: line on which the nesting passed :data:`DEPTH_LIMIT`, else None.
    """

    lines: Mapping[_Path, int]
    too_deep: int | None = None


class _StopError(Exception):
    """This is no TOML from here on."""


class _TooDeepError(Exception):
    """Nested deeper than any settings are."""


class _Skim:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[_Path, int] = {}
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._counts: dict[_Path, int] = {}

    def line(self) -> int:
        return bisect_left(self._ends, self.at) + 1

    def document(self) -> None:
        """Skim statement by statement."""
        table: _Path = ()
        self.blank()
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                table = self.header()
            else:
                self.entry(table)
            self.blank()

    def blank(self) -> None:
        """Pass over white space, line ends and comments."""
        match = _BLANK.match(self.text, self.at)
        self.at = self.at if match is None else match.end()

    def expect(self, token: str) -> None:
        """Pass over ``token``."""
        if not self.text.startswith(token, self.at):
            raise _StopError
        self.at += len(token)

    def header(self) -> _Path:
        """Skim ``[table]`` or ``[[list of tables]]`` and return its path."""
        line = self.line()
        bracket = "[[" if self.text.startswith("[[", self.at) else "["
        self.at += len(bracket)
        *parents, last = self.keys()
        path: _Path = ()
        for key in parents:
            path = self.newest((*path, key), line)
        path = (*path, last)
        if bracket == "[[":
            self._counts[path] = self._counts.get(path, 0) + 1
        path = self.newest(path, line)
        self.expect("]" * len(bracket))
        return path

    def newest(self, path: _Path, line: int) -> _Path:
        """Note ``path``; in a list of tables, return the path of its newest item."""
        self.lines.setdefault(path, line)
        if path not in self._counts:
            return path
        path = (*path, self._counts[path] - 1)
        self.lines.setdefault(path, line)
        return path

    def keys(self) -> list[str]:
        """Skim a dotted key."""
        keys: list[str] = []
        while True:
            match = _KEY_PART.match(self.text, self.at)
            if match is None:
                raise _StopError
            self.at = match.end()
            keys.append(_key(match))
            if len(keys) > DEPTH_LIMIT:
                raise _TooDeepError
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def entry(self, table: _Path) -> None:
        """Skim ``key = value``."""
        line = self.line()
        path = table
        for key in self.keys():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self.expect("=")
        match = _SPACE.match(self.text, self.at)
        self.at = self.at if match is None else match.end()
        self.value(path)

    def value(self, path: _Path) -> None:
        """Skim a value of any kind."""
        if len(path) > DEPTH_LIMIT:
            raise _TooDeepError
        if self.text.startswith("[", self.at):
            self.array(path)
        elif self.text.startswith("{", self.at):
            self.inline_table(path)
        else:
            long = self.text.startswith(('"""', "'''"), self.at)
            quoted = self.text.startswith(('"', "'"), self.at)
            kind = _LONG_STRING if long else _STRING if quoted else _PLAIN
            match = kind.match(self.text, self.at)
            if match is None:
                raise _StopError
            self.at = match.end()

    def array(self, path: _Path) -> None:
        """Skim ``[value, …]``."""
        self.at += 1
        index = 0
        while True:
            self.blank()
            if self.text.startswith("]", self.at):
                self.at += 1
                return
            item = (*path, index)
            self.lines[item] = self.line()
            self.value(item)
            index += 1
            self.comma("]")

    def inline_table(self, path: _Path) -> None:
        """Skim ``{key = value, …}``."""
        self.at += 1
        while True:
            self.blank()
            if self.text.startswith("}", self.at):
                self.at += 1
                return
            self.entry(path)
            self.comma("}")

    def comma(self, closing: str) -> None:
        """Pass over the comma between items; none is needed before ``closing``."""
        self.blank()
        if not self.text.startswith(closing, self.at):
            self.expect(",")


def _key(match: re.Match[str]) -> str:
    basic = match["basic"]
    if basic is None:
        return str(match["literal"] if match["bare"] is None else match["bare"])
    if "\\" not in basic:
        return basic
    try:
        return str(tomllib.loads(f'key = "{basic}"')["key"])
    except tomllib.TOMLDecodeError:
        return basic


def toml_lines(text: str) -> TomlLines:
    """Return the lines of all keys of ``text`` (LF line ends); never raises."""
    skim = _Skim(text)
    try:
        skim.document()
    except _StopError:
        pass
    except _TooDeepError:
        return TomlLines(skim.lines, skim.line())
    return TomlLines(skim.lines)
