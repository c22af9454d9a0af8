"""Pushing to real remotes that refuse, race, die or are not there."""

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sns_cli.adapters.git.main_branch import GitMainBranch
from sns_cli.adapters.git.remote import Remote
from sns_cli.adapters.git.repository import open_repository
from sns_cli.errors import HistoryError, RemoteError, SettingsError
from sns_cli.model.history import CommitId
from sns_cli.ports import NewFile, PushOutcome, PushResult
from tests.support.git_command import git, git_environment, text
from tests.support.git_story import Story
from tests.support.tools import needs_openssh

AT = dt.datetime(2026, 11, 20, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))
FILE = NewFile("archive/2026/11/a.x.1-claimed.json", b'{"nonce": "1"}\n')


@pytest.fixture
def story(tmp_path: Path) -> Story:
    story = Story(tmp_path)
    story.person("publisher", "publisher")
    story.introduce(files={"README.md": "x", "archive/README.md": "y"})
    return story


def runner(story: Story, clone: Path | None = None) -> GitMainBranch:
    publisher = story.people["publisher"]
    clone = clone or story.ci_clone("ci", story.head)
    return GitMainBranch(open_repository(clone), publisher.who, publisher.sign)


def hook(story: Story, name: str, script: str) -> None:
    path = story.remote / "hooks" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def add(main: GitMainBranch, *files: NewFile) -> PushOutcome:
    return main.add_files(main.fetch(), files or (FILE,), "Claim\n", AT)


def remote_tip(story: Story) -> str:
    return text(story.remote, "rev-parse", "refs/heads/main")


@pytest.mark.parametrize("subfolder", ["", "posts/2026"])
def test_a_remote_beside_the_work_tree_is_found_as_git_finds_it(
    story: Story, subfolder: str
) -> None:
    """Git takes a relative path from the top of the work tree, wherever it runs."""
    clone = story.clone("beside")
    (clone / subfolder).mkdir(parents=True, exist_ok=True)
    git(clone, "remote", "set-url", "origin", os.path.relpath(story.remote, clone))
    assert git(clone, "fetch", "origin", "main") == b""

    publisher = story.people["publisher"]
    repository = open_repository(clone / subfolder)
    main = GitMainBranch(repository, publisher.who, publisher.sign)

    assert add(main).result is PushResult.ACCEPTED
    assert main.fetch() == remote_tip(story)


# What is written


@needs_openssh
def test_the_commit_is_the_publishers_signed_and_dated_as_told(
    story: Story, tmp_path: Path
) -> None:
    publisher, base = story.people["publisher"], story.head
    outcome = add(runner(story))
    assert outcome.result is PushResult.ACCEPTED
    assert outcome.tip == remote_tip(story)
    commit = story.history().chain(outcome.tip, base).tip
    assert commit.parents == (base,)
    assert commit.committer_email == publisher.email
    assert f"\ncommitter {publisher.name} <".encode() in commit.raw
    assert (commit.author_email, commit.committed_at) == (publisher.email, AT)
    assert commit.message == "Claim\n"
    assert [(c.path, c.added, c.new_mode) for c in commit.changes] == [
        (FILE.path, True, "100644")
    ]
    signers = tmp_path / "signers"
    signers.write_text(f"{publisher.email} {publisher.public_key}\n")
    option = f"gpg.ssh.allowedSignersFile={signers}"
    git(story.remote, "-c", option, "verify-commit", outcome.tip)
    git(story.remote, "fsck", "--strict")


def test_nothing_else_in_the_clone_changes(story: Story) -> None:
    clone = story.clone("work")
    (clone / "README.md").write_text("being edited")
    before = {path: path.read_bytes() for path in (clone / ".git").glob("*HEAD")}
    refs = text(clone, "for-each-ref", "refs/heads", "refs/sns", "refs/tags")
    assert add(runner(story, clone)).result is PushResult.ACCEPTED
    assert text(clone, "for-each-ref", "refs/heads", "refs/sns", "refs/tags") == refs
    after = {path: path.read_bytes() for path in (clone / ".git").glob("*HEAD")}
    assert after == before
    assert text(clone, "status", "--porcelain") == "M README.md"


def test_adding_needs_no_content_a_partial_clone_left_out(story: Story) -> None:
    many = {f"archive/2026/10/{n}.x.1-published.json": f"{n}" for n in range(50)}
    story.commit(many)
    clone = story.ci_clone("ci", story.head)
    main = runner(story, clone)
    base = main.fetch()
    visits = story.folder / "visits"
    visits.write_text("")
    wrapper = story.folder / "upload-pack"
    wrapper.write_text(f'#!/bin/sh\necho x >>"{visits}"\nexec git-upload-pack "$@"\n')
    wrapper.chmod(0o755)
    git(clone, "config", "remote.origin.uploadpack", str(wrapper))
    new = NewFile("archive/2026/10/7.x.2-confirmed.json", b"{}")
    outcome = main.add_files(base, [FILE, new], "Claim\n", AT)
    assert outcome.result is PushResult.ACCEPTED
    assert visits.read_text() == ""
    assert len(story.history().files(CommitId(str(outcome.tip)), "archive/")) == 53


def test_new_folders_and_neighbours_are_sorted_as_git_sorts(story: Story) -> None:
    names = ["a", "a-b", "a.b", "a0", "b/c", "b.c", "b-", "b0", "あ/い"]
    files = [NewFile(f"archive/{name}", name.encode()) for name in names]
    outcome = add(runner(story), *files)
    assert outcome.tip is not None
    git(story.remote, "fsck", "--strict")
    held = {one.path for one in story.history().files(outcome.tip, "archive/")}
    assert held == {"archive/README.md", *(file.path for file in files)}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("archive/README.md", "archive-path-taken"),
        ("archive", "archive-path-taken"),
        ("README.md/x", "archive-path-taken"),
        ("archive/README.md/x/y", "archive-path-taken"),
        ("../x", "path-not-writable"),
        ("/x", "path-not-writable"),
        ("archive//x", "path-not-writable"),
        ("archive/.GIT/config", "path-not-writable"),
        ("archive/a\nb", "path-not-writable"),
        ("a\\b", "path-not-writable"),
    ],
)
def test_what_cannot_be_added_is_an_error_and_nothing_is_sent(
    story: Story, path: str, code: str
) -> None:
    main = runner(story)
    with pytest.raises(HistoryError) as caught:
        add(main, FILE, NewFile(path, b"other"))
    assert caught.value.code == code
    assert remote_tip(story) == story.head


def test_a_file_cannot_be_a_folder_for_another(story: Story) -> None:
    main = runner(story)
    with pytest.raises(HistoryError) as caught:
        add(main, NewFile("archive/n", b"1"), NewFile("archive/n/m", b"2"))
    assert caught.value.code == "archive-path-taken"


def test_a_key_that_cannot_sign_sends_nothing(story: Story) -> None:
    def broken(_payload: bytes) -> str:
        raise SettingsError("key-invalid")

    clone = story.clone("c")
    who = story.people["publisher"].who
    main = GitMainBranch(open_repository(clone), who, broken)
    with pytest.raises(SettingsError):
        add(main)
    assert remote_tip(story) == story.head


# What becomes of it


def test_a_second_push_of_the_very_same_commit_is_accepted(story: Story) -> None:
    repository = open_repository(story.clone("c"))
    publisher = story.people["publisher"]
    main = GitMainBranch(repository, publisher.who, publisher.sign)
    outcome = add(main)
    assert outcome.tip is not None
    again = Remote(repository).push(outcome.tip, "main")
    assert again == PushOutcome(PushResult.ACCEPTED, outcome.tip)


@pytest.mark.parametrize("name", ["pre-receive", "update"])
def test_a_hook_that_says_no_refuses_in_its_own_words(story: Story, name: str) -> None:
    words = "printf 'no: \\033[31mhttps://user:secret@host/x?token=1\\n' >&2; exit 1"
    hook(story, name, words)
    outcome = add(runner(story))
    assert outcome.result is PushResult.REFUSED
    assert "no: " in outcome.detail
    assert "host/x" in outcome.detail
    assert "secret" not in outcome.detail
    assert "token" not in outcome.detail
    assert "\x1b" not in outcome.detail
    assert remote_tip(story) == story.head


def test_long_words_of_a_remote_are_cut(story: Story) -> None:
    hook(story, "pre-receive", "head -c 5000 /dev/zero | tr '\\0' x >&2; exit 1")
    outcome = add(runner(story))
    assert outcome.result is PushResult.REFUSED
    assert len(outcome.detail) <= 300


def test_a_remote_that_cannot_store_it_refuses(story: Story) -> None:
    git(story.remote, "config", "receive.maxInputSize", "1")
    assert add(runner(story)).result is PushResult.REFUSED
    assert remote_tip(story) == story.head


def test_a_read_only_remote_does_not_accept(story: Story) -> None:
    if os.geteuid() == 0:
        pytest.skip("permissions do not bind the superuser")
    main = runner(story)
    base = main.fetch()
    folder = story.remote / "objects"
    folder.chmod(0o555)
    try:
        outcome = main.add_files(base, [FILE], "Claim\n", AT)
    finally:
        folder.chmod(0o755)
    assert outcome.result is PushResult.REFUSED


def test_a_main_that_moves_while_we_push_is_a_lost_race(story: Story) -> None:
    other = story.commit({"x": "1"}, on=None)
    moved = f"unset GIT_QUARANTINE_PATH; git update-ref refs/heads/main {other}"
    hook(story, "pre-receive", moved)
    outcome = add(runner(story))
    assert outcome.result is PushResult.LOST
    assert remote_tip(story) == other


def test_a_main_that_somebody_holds_locked_is_a_lost_race(story: Story) -> None:
    main = runner(story)
    base = main.fetch()
    (story.remote / "refs/heads/main.lock").write_text("")
    outcome = main.add_files(base, [FILE], "Claim\n", AT)
    assert outcome.result is PushResult.LOST


def test_a_remote_that_dies_before_it_applied_is_unknown(story: Story) -> None:
    hook(story, "pre-receive", "kill -9 $PPID")
    outcome = add(runner(story))
    assert (outcome.result, outcome.tip) == (PushResult.UNKNOWN, None)
    assert remote_tip(story) == story.head


MUTE = """
import subprocess, sys
real = subprocess.Popen(["git-receive-pack", *sys.argv[1:]], stdout=subprocess.PIPE)
while True:  # what the remote has, up to the flush packet
    size = real.stdout.read(4)
    sys.stdout.buffer.write(size + real.stdout.read(max(int(size, 16) - 4, 0)))
    if size == b"0000":
        break
sys.stdout.buffer.flush()
real.stdout.read()  # what became of the push
real.wait()
"""


def test_a_remote_whose_answer_is_lost_is_unknown_and_holds_our_commit(
    story: Story,
) -> None:
    clone = story.clone("c")
    main = runner(story, clone)
    base = main.fetch()
    mute = story.folder / "receive-pack"
    mute.write_text(f"#!{sys.executable}\n{MUTE}")
    mute.chmod(0o755)
    git(clone, "config", "remote.origin.receivepack", str(mute))
    outcome = main.add_files(base, [FILE], "Claim\n", AT)
    assert (outcome.result, outcome.tip) == (PushResult.UNKNOWN, None)
    git(clone, "config", "--unset", "remote.origin.receivepack")
    tip = main.fetch()
    assert tip != base
    repository = open_repository(clone)
    assert text(repository.git_dir, "show", f"{tip}:{FILE.path}") == '{"nonce": "1"}'


def test_a_remote_that_never_answers_is_unknown(story: Story) -> None:
    clone = story.clone("c")
    publisher = story.people["publisher"]
    commit = story.commit({"x": "1"}, publisher, on="aside")
    git(clone, "fetch", "--quiet", "origin", commit)
    silent = story.folder / "receive-pack"
    outlived = story.folder / "outlived"
    silent.write_text(f'#!/bin/sh\nsleep 5\necho x >"{outlived}"\n')
    silent.chmod(0o755)
    git(clone, "config", "remote.origin.receivepack", str(silent))
    remote = Remote(open_repository(clone), timeout=0.3)
    assert remote.push(commit, "main").result is PushResult.UNKNOWN
    if shutil.which("ps") is not None:  # GitPython finds git's children with it
        assert not outlived.exists()
    assert remote_tip(story) == story.head


CHILD = """
import datetime as dt, pathlib, sys
from sns_cli.adapters.git.commit import Who
from sns_cli.adapters.git.main_branch import GitMainBranch
from sns_cli.adapters.git.repository import open_repository
from sns_cli.ports import NewFile
repository = open_repository(pathlib.Path(sys.argv[1]))
main = GitMainBranch(repository, Who("P", "p@example.jp"), None)
at = dt.datetime(2026, 11, 20, tzinfo=dt.timezone.utc)
main.add_files(main.fetch(), [NewFile("archive/x.json", b"{}")], "Claim", at)
"""


def test_killed_between_push_and_answer_the_remote_tells_what_happened(
    story: Story,
) -> None:
    clone = story.clone("c")
    hook(story, "post-receive", 'kill -9 "$(cat "$GIT_DIR/victim")"; sleep 0.2')
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(clone)],
        cwd=Path(__file__).parents[3],
        env={**git_environment(), "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    (story.remote / "victim").write_text(str(child.pid))
    assert child.wait(timeout=60) == -signal.SIGKILL
    tip = runner(story, clone).fetch()
    assert tip != story.head
    assert text(story.remote, "show", f"{tip}:archive/x.json") == "{}"


# Fetching


def failing(action: Callable[[], object]) -> str:
    with pytest.raises(RemoteError) as caught:
        action()
    return caught.value.code


def test_without_a_remote_nothing_can_be_fetched_or_pushed(story: Story) -> None:
    clone = story.clone("c")
    git(clone, "remote", "remove", "origin")
    main = runner(story, clone)
    assert failing(main.fetch) == "remote-missing"
    assert failing(lambda: main.add_files(story.head, [FILE], "m", AT)) == (
        "remote-missing"
    )


def test_a_remote_without_main_says_so(story: Story) -> None:
    main = runner(story)
    git(story.remote, "branch", "-m", "main", "trunk")
    assert failing(main.fetch) == "main-missing"


def test_an_address_with_a_password_is_not_shown(story: Story) -> None:
    clone = story.clone("c")
    url = "http://user:secret@127.0.0.1:1/library.git?private_token=hidden"
    git(clone, "remote", "set-url", "origin", url)
    with pytest.raises(RemoteError) as caught:
        runner(story, clone).fetch()
    assert caught.value.code == "remote-unreachable"
    assert "127.0.0.1" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "hidden" not in str(caught.value)


def test_a_branch_is_the_remotes_if_it_has_one_else_the_local(story: Story) -> None:
    theirs = story.commit({"x": "1"}, on="proposal")
    clone = story.clone("c")
    git(clone, "update-ref", "refs/heads/proposal", story.head)
    git(clone, "update-ref", "refs/heads/only/here", story.head)
    remote = Remote(open_repository(clone))
    assert remote.branch_tip("proposal") == theirs
    assert remote.branch_tip("only/here") == story.head
    for name in ("nowhere", "--upload-pack=x", "a:b", "a*", ""):
        with pytest.raises(HistoryError) as caught:
            remote.branch_tip(name)
        assert caught.value.code == "revision-unknown"


def test_processes_may_share_a_clone(story: Story) -> None:
    clone = story.ci_clone("ci", story.head)
    story.commit({"x": "1"}, story.people["publisher"])
    before = {**git_environment(), "PYTHONPATH": str(Path(__file__).parents[3])}
    script = CHILD.replace(
        "main.add_files(main.fetch(), [NewFile(",
        "[main.fetch() for _ in range(3)]; print(main.fetch()); 0 and ([NewFile(",
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(clone)],
            cwd=Path(__file__).parents[3],
            env=before,
            stdout=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    outputs = [child.communicate(timeout=60)[0].decode().strip() for child in children]
    assert outputs == [story.head] * 4
    assert text(clone, "for-each-ref", "refs/sns") == ""
