"""GitHub's expressions, as far as our workflows use them.

https://docs.github.com/actions/reference/workflows-and-actions/expressions: literals,
``a.b.c``, calls, ``!``, comparisons, ``&&`` and ``||``, and its loose ideas of truth
and equality. What a workflow asks for and is not known here is an error, never empty.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Context = Mapping[str, Any]
"""Contexts by name. A :class:`Lenient` one answers null for names it does not have."""

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*)"
    r"|(?P<sign>&&|\|\||==|!=|[!(),]))"
)
_HOLE = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)


class UnknownError(Exception):
    """A workflow asks for something that the test's world does not have."""


class Lenient(dict[str, Any]):
    """A context whose missing entries are null, as GitHub's are."""


@dataclass
class _Reader:
    tokens: list[tuple[str, str]]
    context: Context
    functions: Mapping[str, Callable[..., Any]]
    at: int = field(default=0)

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def take(self) -> tuple[str, str]:
        token = self.peek()
        self.at += 1
        return token

    def accept(self, sign: str) -> bool:
        if self.peek() == ("sign", sign):
            self.at += 1
            return True
        return False

    def either(self) -> object:
        value = self.both()
        while self.accept("||"):
            other = self.both()
            value = value if true(value) else other
        return value

    def both(self) -> object:
        value = self.comparison()
        while self.accept("&&"):
            other = self.comparison()
            value = other if true(value) else value
        return value

    def comparison(self) -> object:
        value = self.negation()
        while True:
            if self.accept("=="):
                value = equal(value, self.negation())
            elif self.accept("!="):
                value = not equal(value, self.negation())
            else:
                return value

    def negation(self) -> object:
        return not true(self.negation()) if self.accept("!") else self.primary()

    def primary(self) -> object:
        kind, text = self.take()
        if kind == "text":
            return text[1:-1].replace("''", "'")
        if kind == "number":
            return float(text)
        if kind == "sign" and text == "(":
            value = self.either()
            self.close()
            return value
        if kind == "name":
            return self.call(text) if self.accept("(") else self.look_up(text)
        raise UnknownError(text)

    def call(self, name: str) -> object:
        values = []
        while not self.accept(")"):
            values.append(self.either())
            self.accept(",")
        if name not in self.functions:
            raise UnknownError(name)
        return self.functions[name](*values)

    def close(self) -> None:
        if not self.accept(")"):
            raise UnknownError(self.peek()[1])

    def look_up(self, path: str) -> object:
        literals = {"true": True, "false": False, "null": None}
        if path in literals:
            return literals[path]
        value: Any = self.context
        for name in path.split("."):
            if name in value:
                value = value[name]
            elif isinstance(value, Lenient):
                return None
            else:
                raise UnknownError(path)
        return value


def true(value: object) -> bool:
    """Whether a value counts as true: not false, 0, '' or null."""
    return value not in {0, "", None}  # 0 is False, too


def equal(one: object, other: object) -> bool:
    """Compare as GitHub does: texts without case, unlike kinds as numbers."""
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    if type(one) is type(other):
        return bool(one == other)
    return _number(one) == _number(other)


def _number(value: object) -> float:
    if value in {None, ""}:
        return 0.0
    try:
        return float(value if isinstance(value, str | int | float) else "nan")
    except ValueError:
        return float("nan")


def evaluate(
    text: str, context: Context, functions: Mapping[str, Callable[..., Any]]
) -> object:
    """Return the value of an expression without its ``${{ }}``."""
    tokens, at = [], 0
    text = text.strip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            raise UnknownError(text[at:])
        tokens.append((found.lastgroup, found[found.lastgroup]))
        at = found.end()
    reader = _Reader(tokens, context, {"format": _format, **functions})
    value = reader.either()
    if reader.peek()[0] != "end":
        raise UnknownError(text)
    return value


def expand(text: object, context: Context) -> str:
    """Return a text with its ``${{ }}`` filled in."""
    return _HOLE.sub(lambda hole: shown(evaluate(hole[1], context, {})), str(text))


def shown(value: object) -> str:
    """Return a value as GitHub writes it into a text."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _format(template: str, *values: object) -> str:
    return template.format(*map(shown, values))
