"""What a mutant does away with: a refusal, a condition, a row of a table."""

import ast
from collections.abc import Iterator
from typing import Final

from tests.mutation.swaps import Swap, places

REFUSING: Final = frozenset(
    {"Refused", "about", "outside", "_Unproven", "_mismatch", "Reason"}
)
"""Calls of these make a refusal."""
_BOUNDARIES: Final = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}

Found = tuple[str, Swap]
"""What is done away with, and how."""


def refuses(node: ast.AST | None) -> bool:
    """Tell whether an expression is a refusal being made."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return False
    return node.func.id in REFUSING


def refusals(function: ast.FunctionDef) -> Iterator[Found]:
    """A refusal is not made, or not handed on."""
    if function.name in REFUSING:
        return
    judges = "Refused" in ast.unparse(function.returns or ast.Constant(None))
    for parent, field, node in places(function):
        if not isinstance(node, ast.Return) or node.value is None:
            continue
        value = node.value
        out = Swap(parent, field, node, ast.Pass())
        if refuses(value):
            yield ast.unparse(value), out
        elif isinstance(value, ast.IfExp):
            yield from _either(node, value)
        elif isinstance(parent, ast.If) and _hands_on(parent.test, value):
            yield f"{ast.unparse(parent.test)}: {ast.unparse(node)}", out
        elif judges and isinstance(value, ast.Call):
            yield ast.unparse(node), Swap(node, "value", value, ast.Constant(None))


def _either(node: ast.Return, value: ast.IfExp) -> Iterator[Found]:
    """One way leads to a refusal: the other is taken always."""
    for refusal, other in ((value.body, value.orelse), (value.orelse, value.body)):
        if refuses(refusal):
            yield ast.unparse(refusal), Swap(node, "value", value, other)


def _hands_on(test: ast.expr, value: ast.expr) -> bool:
    said = ast.unparse(test)
    return isinstance(value, ast.Name) and ("Refused" in said or "refused" in said)


def raises(function: ast.FunctionDef) -> Iterator[Found]:
    """What is wrong is not said: no exception, no ``insist``."""
    for parent, field, node in places(function):
        called = node.value if isinstance(node, ast.Expr) else None
        insists = (
            isinstance(called, ast.Call)
            and isinstance(called.func, ast.Name)
            and called.func.id == "insist"
        )
        if insists or isinstance(node, ast.Raise):
            yield ast.unparse(node), Swap(parent, field, node, ast.Pass())


def operands(function: ast.FunctionDef) -> Iterator[Found]:
    """One of several conditions does not count."""
    for _, _, node in places(function):
        if isinstance(node, ast.BoolOp):
            word = " and " if isinstance(node.op, ast.And) else " or "
            whole = ast.unparse(node)
            for value in list(node.values):
                one = ast.unparse(value)
                neutral = ast.Constant(isinstance(node.op, ast.And))
                what = f"{one} of {whole}" if word in whole else one
                yield what, Swap(node, "values", value, neutral)


def boundaries(function: ast.FunctionDef) -> Iterator[Found]:
    """A limit includes what it excluded, or the other way about."""
    for _, _, node in places(function):
        if not isinstance(node, ast.Compare):
            continue
        for operator in list(node.ops):
            other = _BOUNDARIES.get(type(operator))
            if other is not None:
                what = f"limit of {ast.unparse(node)}"
                yield what, Swap(node, "ops", operator, other())


def parts(function: ast.FunctionDef) -> Iterator[Found]:
    """A loop looks at less."""
    for _, _, node in places(function):
        if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple):
            for one in list(node.iter.elts):
                if isinstance(one, ast.Starred):
                    yield ast.unparse(one), Swap(node.iter, "elts", one, None)


def guards(function: ast.FunctionDef) -> Iterator[Found]:
    """An early way out is not taken."""
    for _, _, node in places(function):
        if not isinstance(node, ast.If) or node.orelse:
            continue
        way_out = node.body[-1]
        if isinstance(way_out, ast.Continue) or (
            isinstance(way_out, ast.Return)
            and not refuses(way_out.value)
            and not (way_out.value and _hands_on(node.test, way_out.value))
        ):
            what = f"if {ast.unparse(node.test)}: {ast.unparse(way_out)}"
            yield what, Swap(node, "test", node.test, ast.Constant(value=False))


def statements(function: ast.FunctionDef) -> Iterator[Found]:
    """Something is not remembered."""
    for parent, field, node in places(function):
        forgets = (
            isinstance(node, ast.AugAssign | ast.Delete)
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call))
            or (
                isinstance(node, ast.Assign)
                and isinstance(node.targets[0], ast.Subscript | ast.Attribute)
            )
        )
        if forgets:
            yield ast.unparse(node), Swap(parent, field, node, ast.Pass())


def answers(function: ast.FunctionDef) -> Iterator[Found]:
    """A question has the same answer always."""
    if ast.unparse(function.returns or ast.Constant(None)) != "bool":
        return
    for _, _, node in places(function):
        if not isinstance(node, ast.Return) or node.value is None:
            continue
        if isinstance(node.value, ast.Constant):
            continue
        for answer in (True, False):
            what = f"{answer} for {ast.unparse(node.value)}"
            yield what, Swap(node, "value", node.value, ast.Constant(answer))


def options(function: ast.FunctionDef) -> Iterator[Found]:
    """Git is not told something."""
    for parent, field, node in places(function):
        if isinstance(node, ast.Constant) and field in {"elts", "args"}:
            said = node.value
            if isinstance(said, str) and said.startswith("--"):
                yield f"option {said}", Swap(parent, field, node, None)
