"""``sns.toml`` bytes → tree with lines, or what is wrong with the TOML."""

import re
import tomllib
from typing import Final

from sns_cli.model.finding import Fault
from sns_cli.parse.node import Entry, Items, Node, Scalar, Table
from sns_cli.parse.reading import clip
from sns_cli.parse.toml_lines import DEPTH_LIMIT, TomlLines, toml_lines

RULE: Final = "settings-invalid"
SETTINGS_LIMIT: Final = 128 * 1024
"""Largest ``sns.toml`` in bytes; a large library's has a tenth."""

_AT_LINE: Final = re.compile(r" ?\(at (?:line (?P<line>[0-9]+), .*|end of document)\)$")
_TEXT: Final = re.compile(r"""\"[^"]*\"|'[^']*'""")
_FULL_WIDTH: Final = frozenset("“”„‟＂‘’＇「」＝［］｛｝，、．＃　")


def read_toml(content: bytes) -> Table | Fault:
    """Return the document as a tree, or the one fault that keeps it from being read."""
    if len(content) > SETTINGS_LIMIT:
        details = {"limit": SETTINGS_LIMIT // 1024}
        return Fault(RULE, "settings-too-large", 1, details)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Fault(RULE, "settings-not-utf8", line)
    if text.startswith("\ufeff"):
        return Fault(RULE, "settings-byte-order-mark", 1)
    text = text.replace("\r\n", "\n")
    index = toml_lines(text)
    if index.too_deep is not None:
        details = {"limit": DEPTH_LIMIT}
        return Fault(RULE, "settings-too-deep", index.too_deep, details)
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return _toml_fault(error, text)
    root = _tree(document, (), index, 1)
    return root if isinstance(root, Table) else Table({}, 1)


def _toml_fault(error: Exception, text: str) -> Fault:
    """Return the fault; ValueError also comes from numbers beyond Python's limits."""
    message = str(error)
    match = _AT_LINE.search(message)
    line = 1
    if match is not None:
        line = int(match["line"] or text.rstrip("\n").count("\n") + 1)
        message = message[: match.start()]
    wide = _full_width(text.split("\n")[line - 1])
    if wide:
        return Fault(RULE, "toml-full-width", line, {"signs": " ".join(wide)})
    return Fault(RULE, "toml-invalid", line, {"problem": clip(message)})


def _full_width(line: str) -> list[str]:
    """Return the signs that a Japanese keyboard put where TOML wants its own."""
    bare = _TEXT.sub("", line).partition("#")[0]
    return sorted({sign for sign in bare if sign in _FULL_WIDTH})


def _tree(
    value: object, path: tuple[str | int, ...], index: TomlLines, line: int
) -> Node:
    """Build the tree of a TOML value.

    Args:
        value: what ``tomllib`` made of it.
        path: where it stands in the document.
        index: the lines of the document.
        line: the line of the nearest thing around it that has one.
    """
    line = index.lines.get(path, line)
    if isinstance(value, dict):
        table = Table({}, line)
        for key, one in value.items():
            node = _tree(one, (*path, key), index, line)
            table.entries[key] = Entry(node.line, node)
        return table
    if isinstance(value, list):
        return Items(
            [_tree(one, (*path, at), index, line) for at, one in enumerate(value)], line
        )
    return Scalar(value, line)
