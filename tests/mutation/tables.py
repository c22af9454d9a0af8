"""Rows of tables: the rules each role is held to, and words that count."""

import ast
from collections.abc import Iterator, Mapping
from typing import Final

from tests.mutation.operators import Found
from tests.mutation.swaps import Swap

_DICTIONARIES: Final = frozenset({"_BAD", "_HASHES", "_ENVIRONMENT"})
_COMMANDS: Final = frozenset({"_LOG", "_OPTIONS"})
"""Words of commands of git, each of which says something that counts."""
_ASIDE: Final = (
    "'color.",
    "'core.",
    "'fetch.",
    "'gc.",
    "'log'",
    "'maintenance.",
    "'protocol.",
    "'push.",
    "'submodule.",
    "'GIT_OPTIONAL_LOCKS'",
    "'GIT_TERMINAL_PROMPT'",
    "'GIT_TRACE",
)
"""Beginnings of words that have to do with other things than what is approved."""
_KEPT: Final = ("'core.attributesFile",)


Row = tuple[str, str, Found]
"""A table, what of it is looked for to find who uses it, and what goes."""


def rows(tree: ast.Module) -> Iterator[Row]:
    """Yield every row of the tables of a module."""
    tables = {
        statement.target.id: statement
        for statement in tree.body
        if isinstance(statement, ast.AnnAssign)
        and isinstance(statement.target, ast.Name)
        and statement.value is not None
    }
    bundles = _bundles(tables)
    for name, statement in tables.items():
        if "Rule" in ast.unparse(statement.annotation):
            if name not in bundles:
                yield from _rules(name, statement, tables)
        else:
            yield from _words(name, statement)


def _bundles(tables: Mapping[str, ast.AnnAssign]) -> set[str]:
    """Return the tables that are part of others: their rows are tried there."""
    return {
        one.value.id
        for statement in tables.values()
        if isinstance(statement.value, ast.Tuple)
        for one in statement.value.elts
        if isinstance(one, ast.Starred) and isinstance(one.value, ast.Name)
    }


def _rules(
    name: str, statement: ast.AnnAssign, tables: Mapping[str, ast.AnnAssign]
) -> Iterator[Row]:
    value = statement.value
    if not isinstance(value, ast.Tuple):
        return
    rules = _flat(value, tables)
    for at, rule in enumerate(rules):
        rest = ast.Tuple([*rules[:at], *rules[at + 1 :]], ast.Load())
        what = ast.unparse(rule)
        wanted = what if "." in what else name
        yield name, wanted, (what, Swap(statement, "value", value, rest))


def _flat(value: ast.Tuple, tables: Mapping[str, ast.AnnAssign]) -> list[ast.expr]:
    found: list[ast.expr] = []
    for one in value.elts:
        if isinstance(one, ast.Starred) and isinstance(one.value, ast.Name):
            inner = tables[one.value.id].value
            assert isinstance(inner, ast.Tuple)
            found += _flat(inner, tables)
        else:
            found.append(one)
    return found


def _words(name: str, statement: ast.AnnAssign) -> Iterator[Row]:
    value = statement.value
    if isinstance(value, ast.Dict) and name in _DICTIONARIES:
        for at, key in enumerate(value.keys):
            rest = ast.Dict(
                value.keys[:at] + value.keys[at + 1 :],
                value.values[:at] + value.values[at + 1 :],
            )
            what = "" if key is None else ast.unparse(key)
            if _counts(what):
                yield name, name, (what, Swap(statement, "value", value, rest))
    for held, words in _listed(name, value):
        for one in words:
            yield name, name, (ast.unparse(one), Swap(held, "elts", one, None))


def _listed(
    name: str, value: ast.expr | None
) -> Iterator[tuple[ast.expr, list[ast.expr]]]:
    """Yield what lists words, and those of them that are left out one by one."""
    if isinstance(value, ast.Tuple) and name in _COMMANDS:
        yield value, [one for one in value.elts if _counts(ast.unparse(one))]
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "frozenset":
        for held in value.args:
            if isinstance(held, ast.Set):
                yield held, list(held.elts)


def _counts(word: str) -> bool:
    return word.startswith(_KEPT) or not word.startswith(_ASIDE)
