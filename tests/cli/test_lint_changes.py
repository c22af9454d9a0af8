"""``lint`` and ``preview`` of what is about to change, and of nothing else."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.changes import BAD, GOOD, IDENTITY, commit, path_of, repository, write
from tests.cli.drafts import Done, Sns, runner
from tests.support.git_command import git, git_environment

AT = ("--at", "2026-11-20T10:00+09:00")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def sns(capsys: pytest.CaptureFixture[str]) -> Sns:
    return runner(capsys)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "図書館 sns")


def found(done: Done) -> list[tuple[str, str]]:
    report = json.loads(done.out)
    return [(one["path"], one["rule"]) for one in report["findings"]]


def looked_at(sns: Sns, root: Path, *how: str) -> int:
    done = sns("--repo", root, "lint", *how, *AT, "--format", "json")
    return int(json.loads(done.out)["posts"])


# --staged


def test_what_is_staged_is_judged_and_not_what_lies_in_the_folder(
    sns: Sns, root: Path
) -> None:
    lint = ("--repo", root, "lint", "--staged", *AT, "--format", "json")
    write(root, "new", BAD)
    assert looked_at(sns, root, "--staged") == 0
    git(root, "add", "--all")
    write(root, "new", GOOD)
    done = sns(*lint)
    assert (done.code, found(done)) == (1, [(path_of("new"), "weekday-mismatch")])
    git(root, "add", "--all")
    write(root, "new", BAD)
    assert (sns(*lint).code, looked_at(sns, root, "--staged")) == (0, 1)


def test_the_others_are_known_though_they_are_not_judged(sns: Sns, root: Path) -> None:
    write(root, "new", id="20261205-old")
    git(root, "add", "--all")
    done = sns("--repo", root, "lint", "--staged", *AT, "--format", "json")
    assert found(done) == [(path_of("new"), "duplicate-id")]


def test_the_settings_are_the_staged_ones(sns: Sns, root: Path) -> None:
    (root / "sns.toml").write_text("kaputt", encoding="utf-8")
    write(root, "new")
    git(root, "add", "posts")
    assert sns("--repo", root, "lint", "--staged", *AT).code == 0
    git(root, "add", "--all")
    done = sns("--repo", root, "lint", "--staged", *AT)
    assert done.code == 4
    assert "sns.toml:1:" in done.err
    git(root, "rm", "--quiet", "--cached", "sns.toml")
    assert sns("--repo", root, "lint", "--staged", *AT).code == 4


def renamed(root: Path) -> None:
    """Call the account otherwise in the settings, and nowhere else."""
    path = root / "sns.toml"
    text = path.read_text(encoding="utf-8").replace("[accounts.x", "[accounts.kouhou")
    path.write_text(text.replace('"x"]', '"kouhou"]'), encoding="utf-8")


def delivered(root: Path, name: str, account: str = "x") -> None:
    folder = root / "archive/2026/12"
    folder.mkdir(parents=True, exist_ok=True)
    for number, event in enumerate(("claimed", "published"), 1):
        path = folder / f"20261205-{name}.{account}.{number}-{event}.json"
        path.write_text("{}", encoding="utf-8")


@pytest.mark.parametrize("how", ["--staged", "--base"])
def test_what_new_settings_break_is_told_of_posts_that_nobody_touched(
    sns: Sns, root: Path, how: str
) -> None:
    for name in ("mikoukai", "koukai"):
        write(root, name, accounts="[x]")
    delivered(root, "koukai")
    before = commit(root)
    renamed(root)
    if how == "--staged":
        git(root, "add", "--all")
    else:
        commit(root)
    arguments = (how,) if how == "--staged" else (how, before)

    done = sns("--repo", root, "lint", *arguments, *AT, "--format", "json")

    assert done.code == 1
    # What was wrong with it before is not told again: nobody touched it.
    paths, rules = map(set, zip(*found(done), strict=True))
    assert (paths, len(rules)) == ({path_of("mikoukai"), path_of("old")}, 1)
    assert "weekday-mismatch" not in rules
    assert "「x」" in done.out
    assert json.loads(done.out)["posts"] == 2


def test_settings_that_break_nothing_are_quiet(sns: Sns, root: Path) -> None:
    path = root / "sns.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# 追記\n", encoding="utf-8")
    git(root, "add", "--all")
    done = sns("--repo", root, "lint", "--staged", *AT, "--format", "json")
    assert (done.code, found(done)) == (0, [])


def test_a_removed_post_is_no_error(sns: Sns, root: Path) -> None:
    git(root, "rm", "--quiet", path_of("old"))
    done = sns("--repo", root, "lint", "--staged", *AT)
    assert done.code == 0
    assert "検査する投稿はありませんでした" in done.out


def test_before_the_first_commit_everything_is_new(sns: Sns, tmp_path: Path) -> None:
    fresh = repository(tmp_path / "fresh")
    git(fresh, "update-ref", "-d", "HEAD")
    assert looked_at(sns, fresh, "--staged") == 1


def test_a_post_is_changed_when_its_picture_is(sns: Sns, root: Path) -> None:
    picture = root / "posts/2026/12/a.jpg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"one")
    write(root, "shown", media="[{file: a.jpg, alt: 展示, people: false}]")
    base = commit(root)
    picture.write_bytes(b"two")
    git(root, "add", "--all")
    assert looked_at(sns, root, "--staged") == 1
    commit(root)
    assert looked_at(sns, root, "--base", base) == 1
    git(root, "rm", "--quiet", "--force", "posts/2026/12/a.jpg")
    assert looked_at(sns, root, "--staged") == 1
    commit(root)
    assert looked_at(sns, root, "--base", base) == 1


def test_what_is_no_file_is_not_read(sns: Sns, root: Path) -> None:
    (root / "posts/2026/12/link.md").symlink_to("/etc/hostname")
    git(root, "add", "--all")
    done = sns("--repo", root, "lint", "--staged", *AT, "--format", "json")
    assert found(done) == [(path_of("link"), "stray-file")]
    commit(root)
    done = sns("--repo", root, "lint", "--base", "HEAD~1", *AT, "--format", "json")
    assert found(done) == [(path_of("link"), "stray-file")]


HOOK = """#!/bin/sh
exec "$PYTHON" -m sns_cli lint --staged
"""


def try_commit(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK)
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    return subprocess.run(
        ["git", *IDENTITY, "commit", "-m", "案", *arguments],
        cwd=root,
        env={
            **git_environment(),
            "PYTHON": sys.executable,
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def committed(root: Path) -> str:
    return git(root, "show", f"HEAD:{path_of('new')}").decode()


@pytest.mark.parametrize("arguments", [("-a",), ("--", path_of("new"))])
def test_git_asks_before_it_commits(root: Path, arguments: tuple[str, ...]) -> None:
    write(root, "new", GOOD)
    commit(root)
    write(root, "new", BAD)
    # The index that git prepares for this commit holds the change; its usual one not.
    done = try_commit(root, *arguments)
    assert done.returncode != 0
    assert "weekday-mismatch" in done.stdout + done.stderr
    assert GOOD in committed(root)
    write(root, "new", GOOD + "ぜひどうぞ。")
    done = try_commit(root, *arguments)
    assert done.returncode == 0, done.stderr
    assert "ぜひどうぞ。" in committed(root)


def test_a_part_is_committed_while_the_rest_is_not_ready(root: Path) -> None:
    write(root, "new", GOOD)
    write(root, "later", BAD)
    git(root, "add", path_of("new"))
    assert try_commit(root).returncode == 0
    git(root, "add", "--all")
    assert try_commit(root).returncode != 0


def test_the_hook_of_another_repository_is_not_ours(
    sns: Sns, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = repository(tmp_path / "other")
    write(root, "new", BAD)
    git(root, "add", "--all")
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    assert looked_at(sns, root, "--staged") == 1


def test_what_pre_commit_is_told_to_run_is_what_is_tested_here() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = HOOK.partition("sns_cli ")[2].strip()
    assert f"entry: sns {entry}\n" in hooks
    assert "id: sns-lint\n" in hooks
    assert "pass_filenames: false\n" in hooks


# --base


def test_only_what_differs_from_the_base_is_judged(sns: Sns, root: Path) -> None:
    base = git(root, "rev-parse", "HEAD").decode().strip()
    write(root, "new", BAD)
    write(root, "fine")
    commit(root)
    commit(root)
    done = sns("--repo", root, "lint", "--base", base, *AT, "--format", "json")
    assert found(done) == [(path_of("new"), "weekday-mismatch")]
    assert json.loads(done.out)["posts"] == 2
    shown = sns("--repo", root, "preview", "--base", "main~1", *AT, "--format", "json")
    assert [one["path"] for one in json.loads(shown.out)["previews"]] == []
    shown = sns("--repo", root, "preview", "--base", base, *AT, "--format", "json")
    paths = [one["path"] for one in json.loads(shown.out)["previews"]]
    assert paths == [path_of("fine"), path_of("new")]


@pytest.mark.parametrize("command", ["lint", "preview"])
def test_a_proposal_is_judged_by_its_own_bytes_whatever_git_writes(
    sns: Sns, root: Path, command: str
) -> None:
    base = commit(root)
    # 0x7B is a brace in ASCII, and ä in the German variant of it.
    attributes = "*.md text working-tree-encoding=ISO646-DE\n"
    file = write(
        root, "new", "The fee is \u007b\u007d yen.", title="Fee", category="event"
    )
    commit(root)
    (file.parent / ".gitattributes").write_text(attributes)
    git(root, "add", str(file.parent / ".gitattributes"))
    git(root, *IDENTITY, "commit", "--quiet", "-m", "attributes")
    git(root, "rm", "--quiet", "--cached", path_of("new"))
    git(root, "checkout", "--quiet", "--force", "HEAD")
    where = ("--repo", root, command, "--base", base, *AT, "--format", "json")
    honest = sns(*where)
    file.write_bytes(b"kaputt")
    (root / "sns.toml").write_text("kaputt", encoding="utf-8")

    assert sns(*where) == honest
    assert (".gitattributes" if command == "lint" else "{} yen") in honest.out


def test_everything_that_is_recorded_is_reported(sns: Sns, root: Path) -> None:
    base = commit(root)
    names = (".gitattributes", ".hidden", ".DS_Store", "Thumbs.db", "a.md~", ".v/a.md")
    for name in names:
        path = root / "posts/2026/12" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (root / "posts/.gitattributes").write_bytes(b"* text\n")
    local = sns("--repo", root, "lint", *AT, "--format", "json")
    strays = {path for path, _ in found(local)} - {path_of("old")}
    assert strays == {
        "posts/.gitattributes",
        "posts/2026/12/.gitattributes",
        "posts/2026/12/.hidden",
    }
    git(root, "add", "--all", "--force")
    staged = sns("--repo", root, "lint", "--staged", *AT, "--format", "json")
    commit(root)
    done = sns("--repo", root, "lint", "--base", base, *AT, "--format", "json")
    wanted = sorted(
        ["posts/.gitattributes", *(f"posts/2026/12/{one}" for one in names)]
    )
    assert [path for path, _ in found(done)] == wanted
    assert found(staged) == found(done)
    assert done.code == 1
    text = sns("--repo", root, "lint", "--base", base, *AT).out
    assert "別の文に見せる" in text


def test_what_others_changed_meanwhile_is_not_ours(sns: Sns, root: Path) -> None:
    git(root, "switch", "--quiet", "-c", "draft")
    write(root, "new")
    commit(root)
    git(root, "switch", "--quiet", "main")
    write(root, "old", GOOD)
    write(root, "theirs")
    commit(root)
    git(root, "switch", "--quiet", "draft")
    assert looked_at(sns, root, "--base", "main") == 1


def test_a_clone_that_was_cut_short_compares_with_the_base_itself(
    sns: Sns, root: Path, tmp_path: Path
) -> None:
    git(root, "switch", "--quiet", "-c", "draft")
    write(root, "new")
    commit(root)
    clone = tmp_path / "clone"
    source = root.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth=1", "-b", "draft", source, str(clone))
    git(clone, "fetch", "--quiet", "--depth=1", "origin", "main")
    assert looked_at(sns, clone, "--base", "FETCH_HEAD") == 1


@pytest.mark.parametrize("command", ["lint", "preview"])
def test_a_base_that_is_none_is_told(sns: Sns, root: Path, command: str) -> None:
    git(root, "switch", "--quiet", "--orphan", "elsewhere")
    other = commit(root, "別の履歴")
    git(root, "switch", "--quiet", "main")
    blob = git(root, "rev-parse", "HEAD:sns.toml").decode().strip()
    for name, why in (
        ("nowhere", "この複製にありません"),
        ("--output=/tmp/x", "この複製にありません"),
        ("", "この複製にありません"),
        (blob, "この複製にありません"),
        ("a\x1b[2J", "この複製にありません"),
        (other, "つながりのない"),
    ):
        done = sns("--repo", root, command, f"--base={name}", *AT)
        assert (done.code, done.out) == (2, "")
        assert why in done.err
        assert "\x1b" not in done.err


def test_without_a_repository_it_says_so(sns: Sns, root: Path) -> None:
    (root / ".git").rename(root / "away")
    for how in (("--base", "main"), ("--staged",)):
        done = sns("--repo", root, "lint", *how)
        assert (done.code, done.out) == (4, "")
        assert "git の記録" in done.err


def test_one_way_of_choosing_at_a_time(sns: Sns, root: Path) -> None:
    path = path_of("old")
    for how in (("--staged", "--base", "main"), (path, "--staged"), (path, "--base=a")):
        done = sns("--repo", root, "lint", *how)
        assert (done.code, done.out) == (2, "")
        assert "どれか1つ" in done.err
