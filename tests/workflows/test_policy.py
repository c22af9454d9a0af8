"""The workflows keep our policy; each defect seeded into them is caught by somebody.

By whom, the table says: ``policy`` is ours, ``zizmor`` and ``schema`` are tools. What a
tool catches today it might miss tomorrow; what the policy catches stays caught.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.workflows.defects import SEEDED
from tests.workflows.policy import (
    CONTRACT,
    RULES,
    SCRIPTS,
    breaches,
    rule_breaches,
    script_breaches,
)
from tests.workflows.quiet_defects import IN_SCRIPTS, QUIET

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
SCRIPT_FOLDER = ROOT / ".github" / "sns"
NAMES = sorted(path.stem for path in FOLDER.glob("*"))
BIN = Path(sys.executable).parent


def source(name: str) -> str:
    return (FOLDER / f"{name}.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_keeps_the_policy(name: str) -> None:
    assert breaches(name, source(name)) == []


def test_every_rule_has_its_workflow() -> None:
    assert sorted(RULES) == NAMES
    agreed = {path.name for path in CONTRACT.iterdir()} - {"README.md"}
    assert agreed == {*(f"{name}.yml" for name in NAMES), *SCRIPTS}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_was_agreed_that_breaks_a_rule(name: str) -> None:
    agreed = (CONTRACT / f"{name}.yml").read_text(encoding="utf-8")
    assert rule_breaches(name, yaml.safe_load(agreed)) == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_as_agreed(name: str) -> None:
    text = (SCRIPT_FOLDER / name).read_text(encoding="utf-8")
    assert script_breaches(name, text) == []


@pytest.mark.parametrize("defect", IN_SCRIPTS)
def test_a_defect_of_a_script_is_caught(defect: str) -> None:
    name, change = IN_SCRIPTS[defect]
    text = (SCRIPT_FOLDER / name).read_text(encoding="utf-8")
    assert script_breaches(name, change(text)) == ["not-as-agreed"]


@pytest.mark.parametrize("defect", QUIET)
def test_a_defect_that_looks_like_nothing_is_caught(defect: str) -> None:
    name, change = QUIET[defect]
    assert "not-as-agreed" in breaches(name, change(source(name)))


@pytest.fixture(scope="module")
def caught(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Who catches what; the tools look at all files at once, since starting is slow."""
    folder = tmp_path_factory.mktemp("seeded")
    files = {}
    for number, (defect, (name, change, _)) in enumerate(SEEDED.items()):
        file = folder / str(number) / ".github" / "workflows" / f"{name}.yml"
        file.parent.mkdir(parents=True)
        file.write_text(change(source(name)), encoding="utf-8")
        files[defect] = file
    by_zizmor, by_schema = zizmor(*files.values()), schema(*files.values())
    found: dict[str, set[str]] = {}
    for defect, file in files.items():
        found[defect] = {
            who
            for who, caught in (
                ("policy", by_rule(file)),
                ("zizmor", str(file) in by_zizmor),
                ("schema", str(file) in by_schema),
            )
            if caught
        }
    return found


def by_rule(file: Path) -> set[str]:
    """Return the rules that are broken; that it is not as agreed says nothing here."""
    return {*breaches(file.stem, file.read_text(encoding="utf-8"))} - {"not-as-agreed"}


@pytest.mark.parametrize("defect", SEEDED)
def test_a_seeded_defect_is_caught(defect: str, caught: dict[str, set[str]]) -> None:
    _, _, catchers = SEEDED[defect]

    assert caught[defect] == catchers


def zizmor(*paths: Path) -> str:
    command = [BIN / "zizmor", "--offline", "--persona=auditor", "--format=json"]
    done = subprocess.run(
        [*command, *paths], capture_output=True, check=False, encoding="utf-8"
    )
    assert isinstance(json.loads(done.stdout), list)
    return done.stdout


def schema(*paths: Path) -> str:
    kind = ("--builtin-schema", "vendor.github-workflows", "--output-format", "json")
    done = subprocess.run(
        [BIN / "check-jsonschema", *kind, *paths],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return json.dumps(json.loads(done.stdout)["errors"])


def test_the_tools_find_nothing_in_ours() -> None:
    files = [FOLDER / f"{name}.yml" for name in NAMES]

    assert json.loads(zizmor(ROOT / ".github")) == []
    assert json.loads(schema(*files)) == []
    assert not any("zizmor:" in file.read_text(encoding="utf-8") for file in files)
