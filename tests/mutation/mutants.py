"""Every mutant of the modules that decide: one rule or condition fewer in each."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.scope import PARTS, RULES, Operator, modules_of
from tests.mutation.swaps import Swap, places
from tests.mutation.tables import rows
from tests.mutation.written import WRITTEN

Line = tuple[str, int]
"""Module and number of a line."""


@dataclass(frozen=True)
class Mutant:
    """A module with one thing done away with.

    Attributes:
        module: path below ``sns_cli``.
        where: function or table.
        what: is done away with, as code.
        lines: of which a test must run one to notice.
        likely: lines that the test which notices most likely runs.
        text: the module's mutated text.
    """

    module: str
    where: str
    what: str
    lines: frozenset[Line]
    likely: frozenset[Line]
    text: str

    @property
    def name(self) -> str:
        """Module, place and what goes: the key of the list of equivalents."""
        return f"{self.module}:{self.where}: {' '.join(self.what.split())}"


def mutants_of(package: Path) -> Iterator[Mutant]:
    """Yield every mutant of the package in this folder."""
    modules = modules_of(package)
    trees = {
        module: ast.parse((package / module).read_text(encoding="utf-8"))
        for module in modules
    }
    for module, operators in modules.items():
        found = (
            *of_functions(module, trees[module], operators),
            *of_tables(module, trees),
        )
        wanted = PARTS.get(module)
        yield from (one for one in found if wanted is None or one.where in wanted)
    yield from of_written(package, trees)


def of_written(package: Path, trees: Mapping[str, ast.Module]) -> Iterator[Mutant]:
    """Yield the mutants that were written by hand."""
    for one in WRITTEN:
        text = (package / one.module).read_text(encoding="utf-8")
        if text.count(one.old) != 1:
            message = f"{one.old!r} does not stand once in {one.module}"
            raise ValueError(message)
        lines = _using(one.module, one.where, trees[one.module])
        what = f"{one.new.strip()} for {one.old.strip()}"
        changed = text.replace(one.old, one.new)
        yield Mutant(one.module, one.where, what, lines, lines, changed)


def of_functions(
    module: str, tree: ast.Module, operators: tuple[Operator, ...]
) -> Iterator[Mutant]:
    """Yield the mutants of a module's functions; ``tree`` is left as it was."""
    for where, function in functions(tree):
        for operator in operators:
            for what, swap in list(operator(function)):
                held = _holding(function, swap.old)
                lines = frozenset((module, line) for line in _head(held))
                within = _holding(function, swap.parent)
                behind = within.body[0].lineno if isinstance(within, ast.If) else 0
                text = _without(tree, swap)
                likely = frozenset({(module, behind)}) if behind else lines
                yield Mutant(module, where, what, lines, likely, text)


def of_tables(module: str, trees: Mapping[str, ast.Module]) -> Iterator[Mutant]:
    """Yield the mutants of a module's tables."""
    for table, wanted, (what, swap) in list(rows(trees[module])):
        near, dot, rule = wanted.rpartition(".")
        if dot:
            lines = _refusing(f"{RULES}/{near}.py", rule, trees)
        else:
            lines = _using(module, wanted, trees[module])
        yield Mutant(module, table, what, lines, lines, _without(trees[module], swap))


def _without(tree: ast.Module, swap: Swap) -> str:
    swap.make()
    text = ast.unparse(ast.fix_missing_locations(tree))
    swap.take_back()
    return text


def functions(tree: ast.AST) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield the functions and methods of a module with their names."""
    for node in getattr(tree, "body", ()):
        if isinstance(node, ast.ClassDef):
            for name, function in functions(node):
                yield f"{node.name}.{name}", function
        elif isinstance(node, ast.FunctionDef):
            yield node.name, node


def _refusing(
    module: str, rule: str, trees: Mapping[str, ast.Module]
) -> frozenset[Line]:
    """Return the lines at which a rule, or what it calls in its module, refuses."""
    known = dict(functions(trees[module]))
    seen: set[str] = set()
    to_see = {rule}
    lines: set[Line] = set()
    while to_see:
        name = to_see.pop()
        seen.add(name)
        for node in ast.walk(known[name]):
            if isinstance(node, ast.Return) and not _says_nothing(node):
                lines.update((module, line) for line in _head(node))
            if isinstance(node, ast.Name) and node.id in known:
                to_see |= {node.id} - seen
    return frozenset(lines)


def _says_nothing(node: ast.Return) -> bool:
    return isinstance(node.value, ast.Constant)


def _using(module: str, table: str, tree: ast.Module) -> frozenset[Line]:
    """Return the lines that use a table, or another one that it is part of."""
    names = {table}
    for statement in tree.body:
        if isinstance(statement, ast.AnnAssign) and statement.value is not None:
            used = {getattr(node, "id", "") for node in ast.walk(statement.value)}
            if names & used:
                names.add(ast.unparse(statement.target))
    return frozenset(
        (module, line)
        for _, function in functions(tree)
        for _, _, node in places(function)
        if isinstance(node, ast.Name) and node.id in names
        for line in _head(_holding(function, node))
    )


def _holding(function: ast.FunctionDef, wanted: ast.AST) -> ast.stmt:
    """Return the innermost statement that holds a node or is it."""
    found: ast.stmt = function
    for _, _, node in places(function):
        if isinstance(node, ast.stmt) and any(
            inner is wanted for inner in ast.walk(node)
        ):
            found = node
    return found


def _head(node: ast.stmt) -> range:
    """Return the lines of a statement; of a compound one those of its head."""
    end = node.end_lineno or node.lineno
    body = getattr(node, "body", None)
    if body:
        end = max(node.lineno, body[0].lineno - 1)
    return range(node.lineno, end + 1)
