"""Readers: small functions that type a node or report what is wrong with it.

A reader never stops at the first fault: a table reads all its fields, a list all its
items, and what could not be read is :data:`BAD`. The forms of posts and settings are
put together from these.
"""

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Final, TypeVar

from sns_cli.model.finding import Fault
from sns_cli.parse.encoding import hidden_control
from sns_cli.parse.node import Broken, Items, Node, Scalar

T = TypeVar("T")

_SHOWN: Final = 60
"""Longest piece of a file repeated in a sentence, in characters."""
_SUGGESTIONS: Final = 50
"""Most "did you mean" per file: a hostile file could ask for many, and they cost."""


_BLANK_LINES: Final = re.compile(r"\A(?:[^\S\n]*\n)+")


class Bad(Enum):
    """Type of :data:`BAD`."""

    BAD = "bad"


BAD: Final = Bad.BAD
"""In place of a value that could not be read. The fault is already reported."""


def clip(value: object) -> str:
    """Return ``value`` as text short enough for a sentence."""
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


class Reading:
    """The reading of one file: where we are, and the faults found so far."""

    def __init__(
        self,
        rule: str,
        unknown_key_rule: str,
        zone: dt.tzinfo | None = None,
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        self.faults: list[Fault] = []
        self.path: list[str] = []
        self.zone = zone
        """Zone of local times in this file; None where no local times are read."""
        self._hidden = hidden
        self._rule = rule
        self._unknown_key_rule = unknown_key_rule
        self._suggestions = _SUGGESTIONS

    @property
    def key(self) -> str:
        """Where we are, for people: ``media(1).alt``."""
        return clip(".".join(self.path).replace(".(", "("))

    def fault(self, code: str, line: int, **details: object) -> Bad:
        """Report a fault at the present key."""
        rule = self._unknown_key_rule if code.startswith("key-unknown") else self._rule
        known = {"key": self.key, **details}
        self.faults.append(Fault(rule, code, line, known))
        return BAD

    def near_fault(
        self,
        code: str,
        line: int,
        value: str,
        options: Iterable[str],
        **details: object,
    ) -> Bad:
        """Report a fault, as ``<code>-similar`` when an option is close to it."""
        shown = clip(value)
        similar: Sequence[str] = ()
        if self._suggestions:
            self._suggestions -= 1
            similar = difflib.get_close_matches(shown, tuple(options), n=1)
        if similar:
            code = f"{code}-similar"
            details["similar"] = similar[0]
        return self.fault(code, line, value=shown, **details)

    def hidden_fault(self, character: str, line: int) -> Bad:
        """Report a character that no value may hold: as it is, or by an escape."""
        raw = character in self._hidden
        code = "value-control-character" if raw else "control-character-escaped"
        return self.fault(code, line, character=character)


Reader = Callable[[Reading, Node], T | Bad]


def text_of(reading: Reading, node: Node) -> str | Bad:
    """Read a text of any number of lines; outer white space is dropped."""
    if isinstance(node, Broken):
        return BAD
    if not isinstance(node, Scalar) or not isinstance(node.value, str):
        return reading.fault("text-expected", node.line)
    character = hidden_control(node.value)
    if character is not None:
        return reading.hidden_fault(character, node.line)
    return node.value.strip() or reading.fault("value-empty", node.line)


def line_of(reading: Reading, node: Node) -> str | Bad:
    """Read a text of one line."""
    text = text_of(reading, node)
    if text is not BAD and "\n" in text:
        return reading.fault("line-expected", node.line)
    return text


def block_of(reading: Reading, node: Node) -> str | Bad:
    """Read a text as a body is read: outer blank lines dropped, indentation kept."""
    if text_of(reading, node) is BAD or not isinstance(node, Scalar):
        return BAD
    return _BLANK_LINES.sub("", str(node.value).rstrip(), count=1)


def checked(valid: Callable[[str], object], code: str) -> Reader[str]:
    """Return a reader of a line for which ``valid`` is true."""

    def read(reading: Reading, node: Node) -> str | Bad:
        text = line_of(reading, node)
        if text is BAD or valid(text):
            return text
        return reading.fault(code, node.line, value=clip(text))

    return read


def choice(options: Mapping[str, T]) -> Reader[T]:
    """Return a reader of one of several words."""
    allowed = ", ".join(options)

    def read(reading: Reading, node: Node) -> T | Bad:
        text = line_of(reading, node)
        if text is BAD:
            return BAD
        if text in options:
            return options[text]
        return reading.near_fault(
            "choice-wrong", node.line, text, options, allowed=allowed
        )

    return read


def items(
    read_one: Reader[T], *, least: int = 0, unique: bool = False
) -> Reader[tuple[T, ...]]:
    """Return a reader of a list of at least ``least`` items."""

    def read(reading: Reading, node: Node) -> tuple[T, ...] | Bad:
        if not isinstance(node, Items):
            if isinstance(node, Broken):
                return BAD
            return reading.fault("list-expected", node.line)
        if len(node.nodes) < least:
            return reading.fault("list-empty", node.line)
        found: list[T] = []
        seen: set[object] = set()
        for at, one in enumerate(node.nodes, start=1):
            reading.path.append(f"({at})")
            value = read_one(reading, one)
            if unique and value in seen:
                value = reading.fault("value-twice", one.line, value=clip(value))
            if value is not BAD:
                found.append(value)
                seen.update((value,) if unique else ())
            reading.path.pop()
        return tuple(found) if len(found) == len(node.nodes) else BAD

    return read


def one_or_many(read_one: Reader[T]) -> Reader[T | tuple[T, ...]]:
    """Return a reader of one value or a non-empty list of such values."""
    read_many = items(read_one, least=1, unique=True)

    def read(reading: Reading, node: Node) -> T | tuple[T, ...] | Bad:
        if isinstance(node, Items):
            return read_many(reading, node)
        return read_one(reading, node)

    return read
