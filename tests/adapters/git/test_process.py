"""Git's options, environment and words."""

import os
from pathlib import Path

import pytest

from sns_cli.adapters.git.environment import scrub_environment
from sns_cli.adapters.git.process import GitProcess, plain
from sns_cli.adapters.git.repository import check_version, open_repository
from sns_cli.errors import HistoryError
from tests.support.git_command import git
from tests.support.git_story import Story

SECRETS = {
    "SNS_X_CONSUMER_KEY": "canary-1",
    "SNS_PUBLISHER_KEY": "canary-2",
    "GITHUB_TOKEN": "canary-3",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN": "canary-4",
    "AWS_SECRET_ACCESS_KEY": "canary-5",
    "MY_OWN_PASSWORD": "canary-6",
}
KEPT = {
    "PATH": "/bin",
    "HOME": "/home/x",
    "LC_CTYPE": "ja_JP.UTF-8",
    "SSH_AUTH_SOCK": "/tmp/agent",  # noqa: S108  (never opened)
    "https_proxy": "http://proxy:8080",
    "GIT_SSH_COMMAND": "ssh -i key",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "a.b",
    "GIT_CONFIG_VALUE_0": "c",
    "XDG_CONFIG_HOME": "/x",
    "PYTHONPATH": "/y",
    "GITHUB_RUN_ID": "1",
}
REDIRECTIONS = {
    "GIT_DIR": "/elsewhere",
    "GIT_INDEX_FILE": "/elsewhere",
    "GIT_WORK_TREE": "/elsewhere",
    "GIT_TRACE_CURL": "1",
    "GIT_CURL_VERBOSE": "1",
    "GIT_REPLACE_REF_BASE": "refs/x/",
}


def test_only_what_git_needs_stays_in_the_environment() -> None:
    environ = {**SECRETS, **KEPT, **REDIRECTIONS}
    scrub_environment(environ)
    assert environ == KEPT


def test_a_hook_of_the_remote_sees_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sns_cli.adapters.git.remote import Remote  # noqa: PLC0415  (only used here)

    story = Story(tmp_path)
    publisher = story.person("publisher", "publisher")
    story.introduce()
    commit = story.commit({"x": "1"}, publisher, on="aside")
    seen = tmp_path / "seen"
    hook = story.remote / "hooks" / "pre-receive"
    hook.write_text(f'#!/bin/sh\nenv >"{seen}"\ntr "\\0" "\\n" </proc/$PPID/environ')
    hook.chmod(0o755)
    clone = story.clone("c")
    git(clone, "fetch", "--quiet", "origin", commit)
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SSH_AUTH_SOCK", "/run/agent")
    scrub_environment(os.environ)
    Remote(open_repository(clone)).push(commit, "main")
    assert "SSH_AUTH_SOCK=/run/agent" in seen.read_text()
    assert "canary" not in seen.read_text()


def test_hooks_of_the_clone_do_not_run(tmp_path: Path) -> None:
    from sns_cli.adapters.git.remote import Remote  # noqa: PLC0415  (only used here)

    story = Story(tmp_path)
    publisher = story.person("publisher", "publisher")
    story.introduce()
    commit = story.commit({"x": "1"}, publisher, on="aside")
    clone = story.clone("c")
    git(clone, "fetch", "--quiet", "origin", commit)
    ran = tmp_path / "ran"
    for name in ("pre-push", "reference-transaction", "post-rewrite"):
        hook = clone / ".git" / "hooks" / name
        hook.write_text(f'#!/bin/sh\necho {name} >>"{ran}"\n')
        hook.chmod(0o755)
    remote = Remote(open_repository(clone))
    remote.fetch("main")
    assert remote.push(commit, "main").tip == commit
    assert not ran.exists()


def test_without_git_the_error_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = GitProcess(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HistoryError) as caught:
        process.run("version")
    assert caught.value.code == "git-missing"


@pytest.mark.parametrize(
    ("version", "accepted"),
    [
        ("git version 2.39.0", True),
        ("git version 2.39.3 (Apple Git-146)", True),
        ("git version 2.51.1.windows.1", True),
        ("git version 3.0.0-rc1", True),
        ("git version 2.38.9", False),
        ("git version 1.99.0", False),
        ("something else", False),
    ],
)
def test_a_git_that_is_too_old_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, *, accepted: bool
) -> None:
    script = tmp_path / "git"
    script.write_text(f'#!/bin/sh\necho "{version}"\n')
    script.chmod(0o755)
    process = GitProcess(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    if accepted:
        check_version(process)
        return
    with pytest.raises(HistoryError) as caught:
        check_version(process)
    assert caught.value.code == "git-too-old"
    assert caught.value.details["needed"] == "2.39"


def test_a_folder_without_a_repository_is_named(tmp_path: Path) -> None:
    with pytest.raises(HistoryError) as caught:
        open_repository(tmp_path)
    assert caught.value.code == "repository-missing"
    assert caught.value.details["path"] == str(tmp_path)


def test_a_repository_without_a_commit_has_no_head(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    with pytest.raises(HistoryError) as caught:
        open_repository(tmp_path).head()
    assert caught.value.code == "head-missing"


def test_a_repository_is_found_from_a_folder_inside(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.person("kantyo", "director")
    story.introduce(files={"posts/2026/12/a.md": "x"})
    clone = story.clone("名前 with space")
    repository = open_repository(clone / "posts" / "2026")
    assert repository.work_tree == clone.resolve()
    assert repository.head() == story.head
    assert repository.resolve("main") == story.head
    assert not repository.shallow
    assert repository.promisors == ()
    bare = open_repository(story.remote)
    assert bare.work_tree is None


def test_a_linked_work_tree_is_a_repository_too(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.person("kantyo", "director")
    start = story.introduce()
    story.commit({"x": "1"})
    linked = tmp_path / "linked"
    clone = story.clone("c")
    git(clone, "worktree", "add", "--quiet", str(linked), start)
    from sns_cli.adapters.git.history import GitHistory  # noqa: PLC0415  (only here)

    repository = open_repository(linked)
    assert repository.head() == start
    chain = GitHistory(repository).chain(story.head, None)
    assert [one.id for one in chain.commits] == [story.head]


@pytest.mark.parametrize("name", ["--all", "nothing", "", "a\0b", "HEAD:sns.toml"])
def test_only_names_of_commits_resolve(tmp_path: Path, name: str) -> None:
    story = Story(tmp_path)
    story.person("kantyo", "director")
    story.introduce()
    with pytest.raises(HistoryError) as caught:
        open_repository(story.remote).resolve(name)
    assert caught.value.code == "revision-unknown"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("https://user:pw@host/x", "https://host/x"),
        (
            "at 'https://u:p/w@x@host/y': 'https://v:q@z/'",
            "at 'https://host/y': 'https://z/'",
        ),
        ("https://token@host/x.git?a=b c", "https://host/x.git c"),
        ("a\n\tb\x1b[31m\u202ec\x07", "a b [31m c"),
        ("x" * 400, "x" * 300),
        ("日本語", "日本語"),
        ("user@host:path", "user@host:path"),
    ],
)
def test_words_are_shown_without_credentials_and_controls(
    words: str, shown: str
) -> None:
    assert plain(words) == shown
