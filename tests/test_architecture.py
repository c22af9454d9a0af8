"""The shape of the house, where import contracts cannot see it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from sns_cli.lint.registry import RULES

PACKAGE = Path(__file__).parents[1] / "sns_cli"
LONGEST = 300
HOMES = {
    "ApprovedPost": "approval/approve_post.py",
    "DuePost": "schedule/timing.py",
    "Claim": "publish/claim.py",
}
"""Proof types, and the one file that may make each."""


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")


def made_names(source: str) -> Iterator[str]:
    """Yield the names of everything that is called, however it was imported."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr


@pytest.mark.parametrize("name", HOMES)
def test_a_proof_is_made_at_its_home_and_nowhere_else(name: str) -> None:
    makers = {path for path, source in modules() if name in set(made_names(source))}

    assert makers == {HOMES[name]}


def test_no_proof_is_made_by_changing_another() -> None:
    changed = {
        path
        for path, source in modules()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "replace"
        and node.args
        and isinstance(node.args[0], ast.Name)
        and node.args[0].id in {"approved", "due", "claim", "due_post"}
    }

    assert changed == set()


def test_no_file_outgrows_its_screens() -> None:
    long = {
        path: source.count("\n")
        for path, source in modules()
        if source.count("\n") > LONGEST and not path.startswith("messages/")
    }

    assert long == {}


def test_every_rule_file_is_registered_under_its_own_name() -> None:
    files = {
        path.stem.replace("_", "-")
        for path in (PACKAGE / "lint" / "rules").glob("*.py")
        if path.stem != "__init__"
    }

    assert {rule.name for rule in RULES} == files


def test_every_module_says_what_it_is() -> None:
    silent = [
        path for path, source in modules() if not ast.get_docstring(ast.parse(source))
    ]

    assert silent == []
