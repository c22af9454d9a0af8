"""``sns new`` as staff type it, with and without a terminal."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.drafts import Sns, folder, runner
from tests.support.git_command import git


@pytest.fixture
def sns(capsys: pytest.CaptureFixture[str]) -> Sns:
    return runner(capsys)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return folder(tmp_path / "library")


def test_the_path_is_printed_alone_and_the_next_step_beside_it(
    sns: Sns, root: Path
) -> None:
    done = sns("--repo", root, "new", "おはなし会", "--category", "催し案内")
    assert done.code == 0
    path = done.out.removesuffix("\n")
    assert path.endswith("/おはなし会.md")
    text = (root / path).read_text(encoding="utf-8")
    assert "category: 催し案内\n" in text
    assert "○月○日" in text
    assert f"sns lint {path}" in done.err
    found = sns("--repo", root, "lint", path)
    assert found.code == 1
    assert "unfilled-template" in found.out
    assert "front-matter-invalid" not in found.out


def test_everything_can_be_said_at_once(sns: Sns, root: Path) -> None:
    options = {
        "--category": "closure",
        "--basis": "ア",
        "--title": "休館のお知らせ",
        "--source-url": "https://www.lib.example.lg.jp/news/1201.html",
        "--account": "x",
        "--drafted-by": "tanto-01",
        "--id": "20261201-kyukan",
        "--publish-at": "2027-02-03 10:00",
    }
    arguments = [word for pair in options.items() for word in pair]
    done = sns("--repo", root, "--lang", "en", "new", *arguments)
    assert done.out == "posts/2027/02/20261201-kyukan.md\n"
    text = (root / done.out.strip()).read_text(encoding="utf-8")
    assert re.sub("# expires_at: .*\n", "", text, count=1) == (
        "---\n"
        "id: 20261201-kyukan\n"
        "title: 休館のお知らせ  # for the ledger; not part of the post\n"
        "accounts: [x]\n"
        "category: closure\n"
        "basis: website\n"
        "source_url: https://www.lib.example.lg.jp/news/1201.html\n"
        "drafted_by: tanto-01\n"
        "publish_at: 2027-02-03T10:00:00+09:00\n"
        "---\n"
        "[Closed] The library is closed on TODO because of TODO.\n"
        "To return books: TODO\n"
        "https://www.lib.example.lg.jp/news/1201.html\n"
    )


def test_next_is_the_next_opening(sns: Sns, root: Path) -> None:
    done = sns("--repo", root, "new", "--category", "event", "--publish-at", "next")
    text = (root / done.out.strip()).read_text(encoding="utf-8")
    assert "T09:30:00+09:00\n" in text
    assert "outside-opening-hours" not in sns("--repo", root, "lint").out
    assert "closed-day" not in sns("--repo", root, "lint").out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "--category"),
        (("--category", "行事"), "催し案内"),
        (("--category", "event", "--basis", "オ"), "website"),
        (("--category", "event", "--account", "y"), "「y」"),
        (("--category", "event", "--drafted-by", "dareka"), "「dareka」"),
        (("--category", "event", "--publish-at", "あす"), "日時"),
        (("--category", "event", "--id", "大"), "作れません"),
        (("--category", "event", "--title", "a\x1b[2Jb"), "作れません"),
        (("../x", "--category", "event"), "ファイルの名前"),
        (("nul", "--category", "event"), "ファイルの名前"),
        (("--category", "event", "--id", "con"), "ファイルの名前"),
        (("--category", "event", "--source-url", "javascript:alert(1)"), "https://"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_made(
    sns: Sns, root: Path, arguments: tuple[str, ...], why: str
) -> None:
    before = sorted(root.rglob("*"))
    done = sns("--repo", root, "new", *arguments)
    assert (done.code, done.out) == (2, "")
    assert why in done.err
    assert "\x1b" not in done.err
    assert sorted(root.rglob("*")) == before


def test_a_name_that_had_to_be_changed_is_told(sns: Sns, root: Path) -> None:
    turned, plain = "おはなし\u202e会 12月", "おはなし会.md"

    first = sns("--repo", root, "new", turned, "--category", "event")
    second = sns("--repo", root, "new", plain, "--category", "event")

    assert first.out.endswith("/おはなし会-12月.md\n")
    assert "「おはなし会-12月」にしました" in first.err
    assert "\u202e" not in first.out + first.err
    assert second.out.endswith("/おはなし会.md\n")
    assert "にしました" not in second.err


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2020-01-07 10:00", "もう過ぎています"),
        ("2027-12-30 10:00", "年末年始"),
        ("2027-12-30 10:00", "2028年1月4日(火) 9:30 に出ます"),
        ("2199-01-08 10:00", "このままでは出ません"),
        ("2027-12-28 10:00", ""),
    ],
)
def test_a_time_at_which_nothing_goes_out_is_told(
    sns: Sns, root: Path, at: str, told: str
) -> None:
    done = sns("--repo", root, "new", "--category", "event", "--publish-at", at)
    emergency = sns("--repo", root, "new", "--category", "緊急", "--publish-at", at)

    assert done.code == 0
    assert told in done.err
    assert ("お知らせ: " in done.err) is bool(told)
    assert "閉" not in emergency.err
    assert "休館日です" not in emergency.err


def test_a_file_that_is_there_is_left_alone(sns: Sns, root: Path) -> None:
    arguments = ("--repo", root, "new", "kyukan", "--category", "closure")
    path = root / sns(*arguments).out.strip()
    path.write_text("書きかけ", encoding="utf-8")
    done = sns(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "上書きはしません" in done.err
    assert path.read_text(encoding="utf-8") == "書きかけ"


def test_outside_a_library_it_says_where_to_go(sns: Sns, tmp_path: Path) -> None:
    done = sns("--repo", tmp_path, "new", "a", "--category", "event")
    assert done.code == 4
    assert "sns.toml" in done.err


def test_whoever_git_knows_is_the_drafter(sns: Sns, root: Path) -> None:
    git(root, "init", "--quiet")
    git(root, "config", "user.email", "Tanto-01@lib.example.lg.jp")
    done = sns("--repo", root, "new", "--category", "event")
    text = (root / done.out.strip()).read_text(encoding="utf-8")
    assert "\ndrafted_by: tanto-01\n" in text
    git(root, "config", "user.email", "dareka@example.com")
    done = sns("--repo", root, "new", "--category", "event")
    text = (root / done.out.strip()).read_text(encoding="utf-8")
    assert "drafted_by" not in text


def typed(root: Path, answers: str) -> tuple[int, str, str]:
    """Run ``sns new`` at a terminal at which somebody types."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "sns_cli", "--repo", str(root), "new"],
        env={"PATH": os.environ["PATH"], "HOME": os.devnull},
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    os.write(ours, answers.encode())
    out, err = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    return process.returncode, out.decode(), err.decode()


def test_what_is_missing_is_asked_at_a_terminal(root: Path) -> None:
    code, out, err = typed(root, "9\n2\nおはなし会(12月)\nア\nhttps://a.example/\n")
    assert code == 0, err
    assert "「9」は選べません" in err
    assert "2. 催し案内" in err
    text = (root / out.strip()).read_text(encoding="utf-8")
    assert "title: おはなし会(12月)  #" in text
    assert "category: 催し案内\nbasis: ア\nsource_url: https://a.example/\n" in text


def test_answers_may_come_later_but_not_end(root: Path) -> None:
    code, out, _ = typed(root, "その他\n\n\n")
    assert code == 0
    assert "# basis: " in (root / out.strip()).read_text(encoding="utf-8")
    before = sorted(root.rglob("*"))
    code, out, err = typed(root, "1\n\x04")
    assert (code, out) == (2, "")
    assert "何も作っていません" in err
    assert sorted(root.rglob("*")) == before
