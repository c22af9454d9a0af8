"""`--help`: every command, in Japanese and in English, in plain words."""

import os
import re
from pathlib import Path

import pytest

from tests.cli.calls import commands
from tests.support.forks import run_forked
from tests.test_messages import JAPANESE, JARGON

COMMANDS = dict(commands())


def shown(folder: Path, *words: str) -> str:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "COLUMNS": "100"}
    run = run_forked([*words, "--help"], environment, folder)
    assert (run.code, run.err) == (0, "")
    return run.out


def test_the_program_lists_its_commands_by_people(tmp_path: Path) -> None:
    page = shown(tmp_path)
    blocks = dict(re.findall(r"^(\S.*):\n((?:  .*\n)+)", page, re.MULTILINE))

    assert page.startswith("使い方: sns [オプション] コマンド …\n")
    assert "English: sns --lang en --help" in page
    listed = {
        line.split()[0]
        for title, block in blocks.items()
        if title not in {"はじめに", "オプション"}
        for line in block.splitlines()
        if not line.startswith("   ")
    }
    assert listed == {name.split()[0] for name in COMMANDS}
    assert any("lint" in block for title, block in blocks.items() if "職員" in title)
    assert any("approve" in block for title, block in blocks.items() if "館長" in title)
    assert any("publish" in block for title, block in blocks.items() if "公開" in title)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_japanese_with_examples(tmp_path: Path, name: str) -> None:
    page = shown(tmp_path, *name.split())

    assert page.startswith(f"使い方: sns {name}")
    examples = re.search(r"^例:\n((?:  .*\n?)+)", page, re.MULTILINE)
    assert examples, page
    assert f"sns {name}" in examples[1]
    assert [word for word in JARGON if word in page] == []
    prose = [line for line in page.splitlines() if not line.startswith("  ")]
    assert all(
        JAPANESE.search(line) for line in prose if line and "English" not in line
    ), page


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_english_when_asked(tmp_path: Path, name: str) -> None:
    page = shown(tmp_path, "--lang", "en", *name.split())

    assert page.startswith(f"Usage: sns {name}".rstrip())
    others = [
        line
        for line in page.splitlines()
        # Examples may hold Japanese names and titles.
        if JAPANESE.search(line) and not line.startswith(("  sns ", "     "))
    ]
    assert others == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_and_option_is_explained_in_both(
    tmp_path: Path, name: str
) -> None:
    ja = shown(tmp_path, *name.split())
    en = shown(tmp_path, "--lang", "en", *name.split())
    for page in (ja, en):
        rows = re.findall(r"^  (-[^\n]*|[A-Z|a-z]+  [^\n]*)$", page, re.MULTILINE)
        assert rows
    unexplained = [one.name for one in COMMANDS[name].params if not one.help]
    assert unexplained == []
    halves = [one.help for one in COMMANDS[name].params if JAPANESE.search(one.help)]
    assert [one for one in halves if " / " not in one] == []
