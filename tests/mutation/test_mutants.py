"""The tool that looks for missing cases looks at everything that decides."""

import ast

import pytest

from tests.mutation.mutants import Mutant, functions, mutants_of
from tests.mutation.run import BESIDE, CASES, ELSEWHERE, NO_CASES, Known, rank
from tests.mutation.running import ROOT
from tests.mutation.scope import EXEMPT, FOLDER, MODULES, PARTS, RULES, modules_of
from tests.mutation.summary import unused
from tests.mutation.written import WRITTEN


@pytest.fixture(scope="module")
def mutants() -> list[Mutant]:
    return list(mutants_of(ROOT / "sns_cli"))


def test_every_refusal_of_the_rules_has_a_mutant(mutants: list[Mutant]) -> None:
    for module in modules_of(ROOT / "sns_cli"):
        if module.startswith(RULES):
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
    assert unused([one.name for one in mutants]) == ()


def test_every_module_of_approval_is_tried(mutants: list[Mutant]) -> None:
    found = {
        file.relative_to(ROOT / "sns_cli").as_posix()
        for file in (ROOT / "sns_cli" / FOLDER).rglob("*.py")
        if file.name != "__init__.py"
    }
    tried = {one.module for one in mutants}

    assert found >= EXEMPT
    assert found - EXEMPT <= set(modules_of(ROOT / "sns_cli"))
    # These decide nothing.
    assert found - tried - EXEMPT <= {
        f"approval/{name}.py" for name in ("authenticate", "verdict")
    }
    assert set(MODULES) <= tried


def test_what_is_tried_of_a_module_is_there() -> None:
    for module, names in PARTS.items():
        tree = ast.parse((ROOT / "sns_cli" / module).read_text(encoding="utf-8"))
        found = {name for name, _ in functions(tree)}
        tables = [one for one in tree.body if isinstance(one, ast.AnnAssign)]
        found |= {ast.unparse(one.target) for one in tables}
        assert names <= found, module


def test_mutants_by_hand_are_of_places_that_cases_run(mutants: list[Mutant]) -> None:
    by_hand = [one for one in mutants if " for " in one.what and one.lines]

    assert len(by_hand) >= len(WRITTEN)
    assert all(one.lines for one in mutants)


def test_the_rules_are_tried_first(mutants: list[Mutant]) -> None:
    modules = [one.module for one in sorted(mutants, key=rank)]

    assert modules[0].startswith(RULES)
    assert modules[-1].partition("/")[0] not in {FOLDER, "adapters"}


def test_the_cases_are_there() -> None:
    here = {one.name for one in (ROOT / CASES).glob("test_*.py")}

    assert here >= NO_CASES
    assert all((ROOT / one).is_file() for one in BESIDE)
    assert set(ELSEWHERE) <= set(MODULES)
    assert set(ELSEWHERE.values()) <= set(BESIDE)


def test_what_runs_in_another_process_has_its_cases_tried(
    mutants: list[Mutant],
) -> None:
    (module, cases), *_ = ELSEWHERE.items()
    name = f"{cases}::test_something"
    known = Known({}, {name: 1.0, "tests/approval/test_x.py::test_y": 0.5})

    assert {tuple(known.order(one)) for one in mutants if one.module == module} == {
        (name,)
    }
    assert not any(known.order(one) for one in mutants if one.module != module)
