"""The demo is the product's own claim: it runs whole, and what it keeps is true."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def demo(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sns_cli", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_the_demo_goes_through_and_keeps_what_it_shows(tmp_path: Path) -> None:
    kept = tmp_path / "残す フォルダー"

    done = demo(tmp_path, "demo", "--keep", str(kept))

    assert done.returncode == 0, done.stdout + done.stderr
    for step in range(1, 15):
        assert f"[{step}] " in done.stdout
    receipts = sorted((kept / "ci" / "archive").rglob("*-published.json"))
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in receipts]
    assert len(texts) == len(set(texts)) == 4
    page = (kept / "timeline.html").read_text(encoding="utf-8")
    assert page.count("<article") == 4
    assert "館長の承認を受けていません" not in page


@pytest.mark.parametrize("language", ["en"])
def test_the_demo_leaves_nothing_behind(tmp_path: Path, language: str) -> None:
    done = demo(tmp_path, "--lang", language, "demo")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "killed" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_demo_does_not_write_into_a_folder_with_things(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")

    done = demo(tmp_path, "demo", "--keep", str(tmp_path))

    assert done.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
