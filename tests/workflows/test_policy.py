"""The workflows keep our policy; each defect seeded into them is caught by somebody.

By whom, the table says: ``policy`` is ours, ``zizmor`` and ``schema`` are tools. What a
tool catches today it might miss tomorrow; what the policy catches stays caught.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workflows.defects import SEEDED
from tests.workflows.policy import RULES, breaches

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.stem for path in FOLDER.glob("*"))
BIN = Path(sys.executable).parent


def source(name: str) -> str:
    return (FOLDER / f"{name}.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_keeps_the_policy(name: str) -> None:
    assert breaches(name, source(name)) == []


def test_every_rule_has_its_workflow() -> None:
    assert sorted(RULES) == NAMES


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
                ("policy", breaches(file.stem, file.read_text(encoding="utf-8"))),
                ("zizmor", str(file) in by_zizmor),
                ("schema", str(file) in by_schema),
            )
            if caught
        }
    return found


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
