"""What a file holds before anything is typed: texts, lists and tables with lines.

YAML front matter and TOML settings both become this tree, so that one set of readers
(:mod:`sns_cli.parse.reading`) types both and every fault knows its line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: always a string in front matter, a TOML value in settings."""

    value: object
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: list["Node"]
    line: int


class Entry(NamedTuple):
    """One ``key: value`` of a table, with the line of its key."""

    line: int
    node: "Node"


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with their values; keys are unique."""

    entries: dict[str, Entry]
    line: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A value that was refused and reported already; readers pass over it."""

    line: int


Node = Scalar | Items | Table | Broken


def walk(node: Node, prefix: str = "") -> Iterator[tuple[str, int]]:
    """Yield the dotted key (``media.0.alt``) and line of every entry below ``node``."""
    children: Iterator[tuple[str, int, Node]]
    if isinstance(node, Table):
        children = ((key, one.line, one.node) for key, one in node.entries.items())
    elif isinstance(node, Items):
        children = ((str(at), one.line, one) for at, one in enumerate(node.nodes))
    else:
        return
    for key, line, child in children:
        dotted = f"{prefix}{key}"
        yield dotted, line
        if not isinstance(child, Scalar):
            yield from walk(child, f"{dotted}.")


def entries(node: Node | None) -> Mapping[str, Entry]:
    """Return the entries of a table; nothing for any other node."""
    return node.entries if isinstance(node, Table) else {}


def child(node: Node | None, key: str) -> Node | None:
    """Return the value of ``key`` if ``node`` is a table that has it."""
    entry = entries(node).get(key)
    return None if entry is None else entry.node


def listed(node: Node | None) -> tuple[Node, ...]:
    """Return the items of a list; nothing for any other node."""
    return tuple(node.nodes) if isinstance(node, Items) else ()


def string(node: Node | None) -> str | None:
    """Return the text of a scalar that is one, stripped."""
    if isinstance(node, Scalar) and isinstance(node.value, str):
        return node.value.strip()
    return None
