"""The program as people type it: options, languages, errors, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sns_cli.cli.app import globals_first

SETTINGS = Path(__file__).parents[2] / "sns.toml"
POST = """\
---
id: 20261205-ohanashikai
title: おはなし会
category: 催し案内
basis: ア
source_url: https://www.lib.example.lg.jp/event/1205.html
---
12月5日(土)におはなし会を開きます。
"""


def sns(
    *arguments: str, cwd: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sns_cli", *arguments],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "HOME": str(cwd), **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "図書館 の フォルダー"
    post = root / "posts" / "2026" / "12" / "a.md"
    post.parent.mkdir(parents=True)
    post.write_text(POST, encoding="utf-8")
    (root / "sns.toml").write_bytes(SETTINGS.read_bytes())
    return root


def test_options_of_every_command_may_stand_anywhere() -> None:
    typed = ["lint", "--repo", "x", "a.md", "--lang=en", "-v", "--", "--repo", "y"]

    assert globals_first(typed) == [
        "--repo",
        "x",
        "--lang=en",
        "-v",
        "lint",
        "a.md",
        "--",
        "--repo",
        "y",
    ]


@pytest.mark.parametrize(
    "command",
    [
        "init",
        "lint",
        "preview",
        "status",
        "approve",
        "authenticate",
        "publish",
        "resolve",
        "calendar",
        "rules",
        "schema",
        "demo",
    ],
)
def test_every_command_explains_itself_with_examples(
    command: str, tmp_path: Path
) -> None:
    done = sns(command, "--help", cwd=tmp_path)

    assert done.returncode == 0
    assert "\n例:\n" in done.stdout
    assert f"sns {command}" in done.stdout


def test_lint_speaks_to_machines(folder: Path) -> None:
    done = sns("lint", "--format", "json", "--repo", str(folder), cwd=folder.parent)

    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert told == {"version": 1, "posts": 1, "findings": [], "checklist": []}


def test_lint_finds_the_folder_from_within(folder: Path) -> None:
    done = sns("lint", "a.md", cwd=folder / "posts" / "2026" / "12")

    assert done.returncode == 0


def test_lint_stops_a_wrong_weekday_and_lets_the_good_post_be(folder: Path) -> None:
    bad = folder / "posts" / "2026" / "12" / "b.md"
    text = POST.replace("20261205-ohanashikai", "20261205-b").replace("(土)", "(金)")
    bad.write_text(text, encoding="utf-8")

    done = sns("lint", "--format", "json", cwd=folder)

    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert [(one["rule"], one["path"]) for one in told["findings"]] == [
        ("weekday-mismatch", "posts/2026/12/b.md")
    ]
    assert set(told["findings"][0]) == {
        "rule",
        "severity",
        "path",
        "line",
        "post",
        "message",
        "hint",
        "clause",
        "waived",
    }


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LANG": "ja_JP.UTF-8"}, {"PYTHONIOENCODING": "cp932"}, {}],
)
def test_japanese_comes_out_as_utf8_in_every_locale(
    folder: Path, environment: dict[str, str]
) -> None:
    done = sns("preview", cwd=folder, env=environment)

    assert done.returncode == 0
    assert "おはなし会を開きます" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["lint", "no-such-file.md"], 2),
        (["lint", "/etc/hostname"], 2),
        (["--repo", "no-such-folder", "lint"], 2),
        (["--lang", "fr", "lint"], 2),
        (["lint", "--at", "someday"], 2),
        (["no-such-command"], 2),
        (["rules", "no-such-rule"], 2),
        (["calendar", "2026-13"], 2),
        (["authenticate"], 4),
        (["publish"], 4),
        (["status"], 4),
        (["approve", "x"], 4),
        (["resolve", "a", "x"], 2),
        (["resolve", "abc", "x", "--not-sent"], 4),
        (["init", "new"], 2),
    ],
)
def test_a_wrong_call_gets_one_clear_message(
    folder: Path, arguments: list[str], code: int
) -> None:
    done = sns(*arguments, cwd=folder)

    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_settings_with_faults_list_them_all_with_their_lines(folder: Path) -> None:
    settings = folder / "sns.toml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace("timezone =", "timezon =").replace('"director"', '"directer"')
    settings.write_text(text, encoding="utf-8")

    done = sns("lint", cwd=folder)

    assert done.returncode == 4
    assert "sns.toml:7" in done.stderr
    assert "timezone" in done.stderr
    assert "director" in done.stderr


def test_the_language_can_be_chosen(folder: Path) -> None:
    assert "The text" in sns("lint", "--lang", "en", cwd=folder).stdout or "posts" in (
        sns("lint", "--lang", "en", cwd=folder).stdout
    )
    assert "投稿" in sns("lint", cwd=folder).stdout


def test_a_reader_that_goes_away_is_no_bug(folder: Path) -> None:
    command = f"{sys.executable} -m sns_cli rules | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_starting_loads_nothing_that_only_some_commands_need(tmp_path: Path) -> None:
    heavy = ("pydantic", "git", "tweepy", "requests", "PIL", "jinja2", "tomlkit")
    heavy += ("pendulum", "cryptography", "jpholiday", "frontmatter", "sqlite3")
    script = f"""
import sys, sns_cli.cli.app
print(*sorted(set({heavy!r}) & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        text=True,
    )

    assert done.stdout.strip() == ""
