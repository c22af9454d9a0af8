"""The tool that looks for missing cases finds what there is to do away with."""

import ast

import pytest

from tests.mutation.equivalents import EQUIVALENT, matching
from tests.mutation.mutants import Mutant, modules_of, mutants_of, of_functions
from tests.mutation.operators import guards, operands, raises, refusals, statements
from tests.mutation.running import ROOT

RULE = """
def rule(case):
    if case.old or case.big:
        return Refused("odd")
    return None if case.good else Refused("bad")
"""


def texts(source: str, *operators: object) -> dict[str, str]:
    tree = ast.parse(source)
    before = ast.dump(tree)
    found = of_functions("m.py", tree, operators)  # type: ignore[arg-type]  # operators
    made = {one.what: one.text for one in found}
    assert ast.dump(tree) == before
    return made


def test_every_refusal_is_left_out_once() -> None:
    found = texts(RULE, refusals)

    assert set(found) == {"Refused('odd')", "Refused('bad')"}
    assert "pass" in found["Refused('odd')"]
    assert found["Refused('bad')"].endswith("return None")


def test_every_condition_is_left_out_once() -> None:
    found = texts(RULE, operands)

    assert "if False or case.big" in found["case.old of case.old or case.big"]
    assert "if case.old or False" in found["case.big of case.old or case.big"]


@pytest.mark.parametrize(
    ("source", "operator", "left"),
    [
        ("def f(a):\n    insist(a, 'x')\n", raises, "pass"),
        ("def f(a):\n    raise ValueError\n", raises, "pass"),
        ("def f(a):\n    if a:\n        return 1\n    return 2\n", guards, "if False:"),
        ("def f(a):\n    a.b[1] = 2\n", statements, "pass"),
        ("def f(a):\n    a += 1\n", statements, "pass"),
    ],
)
def test_what_else_is_left_out(source: str, operator: object, left: str) -> None:
    (text,) = texts(source, operator).values()

    assert left in text


@pytest.fixture(scope="module")
def mutants() -> list[Mutant]:
    return list(mutants_of(ROOT / "sns_cli"))


def test_every_refusal_of_the_rules_has_a_mutant(mutants: list[Mutant]) -> None:
    for module in modules_of(ROOT / "sns_cli"):
        if module.startswith("approval/rules/"):
            text = (ROOT / "sns_cli" / module).read_text(encoding="utf-8")
            said = {
                str(node.args[0].value)
                for node in ast.walk(ast.parse(text))
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"Refused", "about", "outside"}
                and node.args
                and isinstance(node.args[0], ast.Constant)
            }
            tried = " ".join(one.what for one in mutants if one.module == module)
            assert {rule for rule in said if f"'{rule}'" not in tried} <= {
                "signature-invalid",  # rows of a table: see the next
                "touch-missing",
            }


def test_every_rule_of_every_role_has_a_mutant(mutants: list[Mutant]) -> None:
    tried = {(one.where, one.what) for one in mutants}

    for table in ("_DIRECTOR", "_MAINTAINER", "_GRANTEE", "_PUBLISHER", "_NOBODY"):
        assert (table, "form.not_in_the_future") in tried
    assert ("_MANDATE", "scope.few_enough") in tried
    assert ("_BAD", "SignatureCheck.UNTOUCHED") in tried


def test_no_mutant_is_the_original_or_nonsense(mutants: list[Mutant]) -> None:
    originals = {
        module: ast.unparse(
            ast.parse((ROOT / "sns_cli" / module).read_text(encoding="utf-8"))
        )
        for module in modules_of(ROOT / "sns_cli")
    }
    for one in mutants:
        assert one.text != originals[one.module], one.name
        compile(one.text, one.module, "exec")


def test_every_excuse_is_of_a_mutant(mutants: list[Mutant]) -> None:
    names = [one.name for one in mutants]
    patterns = [one for some in EQUIVALENT.values() for one in some]

    for pattern in patterns:
        assert any(matching(pattern).match(name) for name in names), pattern
