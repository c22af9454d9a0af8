"""The first day of a library whose director has nothing but the web page."""

import subprocess
import sys
from pathlib import Path

from tests.fakes.github import GitHub, Pull, Review
from tests.support.git_command import git, git_environment
from tests.support.library_files import post
from tests.support.runs import Run, finish

POST = "posts/2036/06/ohanashi.md"
DIRECTOR = ("--director", "山田花子 <kancho@lib.example.jp>")
PAGE = ("--evidence", "platform", "--director-account", "yamada")
STAFF = ("-c", "user.name=佐藤", "-c", "user.email=sato@lib.example.jp")
BUTTON = ("-c", "user.name=GitHub", "-c", "user.email=noreply@github.com")


def sns(folder: Path, *arguments: str, **variables: str) -> Run:
    process = subprocess.Popen(
        [sys.executable, "-m", "sns_cli", *arguments],
        cwd=folder,
        env={**git_environment(), **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    return finish(process)


def press(clone: Path, github: GitHub, path: str, text: str) -> str:
    """Have staff propose a file and the director approve it on the page."""
    git(clone, "switch", "-q", "-c", "an")
    (clone / path).parent.mkdir(parents=True, exist_ok=True)
    (clone / path).write_text(text, encoding="utf-8")
    git(clone, "add", path)
    git(clone, *STAFF, "commit", "-q", "-m", "案")
    head = git(clone, "rev-parse", "HEAD").decode().strip()
    git(clone, "switch", "-q", "main")
    git(clone, *BUTTON, "merge", "-q", "--no-ff", "-m", "Merge pull request #1", "an")
    merge = git(clone, "rev-parse", "HEAD").decode().strip()
    git(clone, "push", "-q", "origin", "main")
    git(clone, "branch", "-q", "-D", "an")
    reviews = (Review("yamada", "APPROVED", head),)
    pull = Pull(1, head, merge, merged_by="yamada", reviews=reviews)
    github.knows(pull, merge, head)
    return merge


def test_from_init_to_the_first_post(tmp_path: Path) -> None:
    folder, remote = tmp_path / "library", tmp_path / "remote.git"
    made = sns(tmp_path, "init", "library", *DIRECTOR, *PAGE)
    assert made.code == 0, made
    pin = git(folder, "rev-parse", "HEAD").decode().strip()
    git(tmp_path, "init", "-q", "--bare", str(remote))
    git(remote, "config", "uploadpack.allowFilter", "true")
    git(folder, "remote", "add", "origin", str(remote))
    git(folder, "push", "-q", "-u", "origin", "main")
    secret = (tmp_path / "library-publisher-key").read_text("ascii")

    with GitHub() as github:
        merge = press(folder, github, POST, post("ohanashi"))
        run = sns(
            folder,
            *("publish", "--format", "json"),
            SNS_INTRODUCTION=pin,
            SNS_PUBLISHER_KEY=secret,
            **github.environment(),
        )
        assert github.complaints == []

    assert run.code == 0, run
    names = git(remote, "ls-tree", "-r", "--name-only", "main").decode().split()
    assert f"archive/approvals/{merge}.json" in names
    git(folder, "pull", "-q")
    told = sns(folder, "authenticate", "--format", "json", SNS_INTRODUCTION=pin)
    (proof,) = [one for one in told.json["posts"] if one["path"] == POST]
    assert (proof["approved"], proof["by"]) == (True, "kancho"), told
