"""Every operator makes the mutants that it says, and no others."""

import ast
from pathlib import Path

import pytest

from tests.mutation.mutants import of_functions
from tests.mutation.operators import (
    answers,
    boundaries,
    guards,
    operands,
    options,
    parts,
    raises,
    refusals,
    statements,
)
from tests.mutation.running import Watch, mutated, status_of
from tests.mutation.tables import rows

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


@pytest.mark.parametrize(
    ("source", "operator", "made"),
    [
        (
            "def f(a: int) -> Refused | None:\n    return g(a)\n",
            refusals,
            {"return g(a)": "return None"},
        ),
        (
            "def f(a):\n    if isinstance(a, Refused):\n        return a\n",
            refusals,
            {"isinstance(a, Refused): return a": "pass"},
        ),
        ("def Refused(a):\n    return Refused(a)\n", refusals, {}),
        ("def f(a):\n    return a < 3\n", boundaries, {"limit of a < 3": "a <= 3"}),
        ("def f(a):\n    return a >= 3\n", boundaries, {"limit of a >= 3": "a > 3"}),
        (
            "def f(a):\n    for b in (*a, 1):\n        pass\n",
            parts,
            {"*a": "for b in (1,)"},
        ),
        (
            "def f(a) -> bool:\n    return a > 3\n",
            answers,
            {"True for a > 3": "return True", "False for a > 3": "return False"},
        ),
        ("def f(a) -> int:\n    return a > 3\n", answers, {}),
        ("def f(a) -> bool:\n    return True\n", answers, {}),
        (
            "def f(a):\n    a.run('log', '--raw', '-z')\n",
            options,
            {"option --raw": "a.run('log', '-z')"},
        ),
    ],
)
def test_an_operator_makes_what_it_says(
    source: str, operator: object, made: dict[str, str]
) -> None:
    found = texts(source, operator)

    assert found.keys() == made.keys()
    for what, piece in made.items():
        assert piece in found[what]


def test_every_row_of_a_table_is_left_out_once() -> None:
    tree = ast.parse(
        "_A: tuple[Rule, ...] = (m.one, m.two)\n"
        "_B: tuple[Rule, ...] = (*_A, m.three)\n"
        "_BAD: dict = {X.Y: 1, X.Z: 2}\n"
        "_LOG: Final = ('log', '--raw', '-z')\n"
        "_C: Final = frozenset({'a', 'b'})\n"
    )

    found = {}
    for table, wanted, (what, swap) in list(rows(tree)):
        swap.make()
        found[table, what] = wanted, ast.unparse(tree)
        swap.take_back()

    assert {(table, what): wanted for (table, what), (wanted, _) in found.items()} == {
        ("_B", "m.one"): "m.one",
        ("_B", "m.two"): "m.two",
        ("_B", "m.three"): "m.three",
        ("_BAD", "X.Y"): "_BAD",
        ("_BAD", "X.Z"): "_BAD",
        ("_LOG", "'--raw'"): "_LOG",
        ("_LOG", "'-z'"): "_LOG",
        ("_C", "'a'"): "_C",
        ("_C", "'b'"): "_C",
    }
    assert "= (m.one, m.three)" in found["_B", "m.two"][1]
    assert "('log', '-z')" in found["_LOG", "'--raw'"][1]
    assert "{X.Z: 2}" in found["_BAD", "X.Y"][1]


def test_a_mutant_is_taken_back_whatever_happens(tmp_path: Path) -> None:
    file = tmp_path / "sns_cli" / "a.py"
    file.parent.mkdir()
    file.write_text("good")

    def fails() -> None:
        with mutated(tmp_path, "a.py", "bad"):
            assert file.read_text() == "bad"
            raise KeyError

    with pytest.raises(KeyError):
        fails()

    assert file.read_text() == "good"


def test_what_makes_the_tests_break_off_was_noticed() -> None:
    class Broken(Watch):
        def pytest_cmdline_main(self) -> None:
            raise RuntimeError

    watch = Broken()

    assert status_of(["--collect-only", "-q"], watch) != 0
    assert watch.failed == "pytest broke off: RuntimeError"
