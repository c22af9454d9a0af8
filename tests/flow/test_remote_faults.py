"""The remote lets nobody write, goes away, forgets, or knows no partial clones."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import post, publishing, text_of
from tests.support.moments import HOLD, wait_until_held
from tests.support.picture_posts import beside, with_pictures
from tests.support.pictures import picture
from tests.support.runs import finish

READ_ONLY = """#!/bin/sh
for last; do :; done
case "$last" in
git-upload-pack*) exec git-upload-pack '{remote}' ;;
esac
echo x >> '{log}'
echo 'ERROR: The key you are authenticating with has been marked as read only.' >&2
exit 1
"""


def over_ssh(library: Library) -> tuple[str, Path]:
    """Reach the remote over an ssh that may only read; return it, and its log."""
    log = library.folder / "refused"
    ssh = library.folder / "bin" / "ssh"
    ssh.parent.mkdir()
    ssh.write_text(READ_ONLY.format(remote=library.story.remote, log=log))
    ssh.chmod(0o755)
    address = "git@git.example.lg.jp:city/library.git"
    git(library.clone, "remote", "set-url", "origin", address)
    return str(ssh), log


def test_a_key_that_may_not_write_is_named_after_one_try(library: Library) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    ssh, log = over_ssh(library)

    run = library.publish(GIT_SSH_COMMAND=ssh)

    assert (run.code, library.sent()) == (4, []), run
    assert run.notes == ["push-refused"]
    assert "marked as read only" in run.out
    assert log.read_text() == "x\n"


def test_a_clone_that_cannot_be_written_claims_nothing(library: Library) -> None:
    library.approve(post("ohanashi"))
    before = library.tip()
    folders = [one for one in (library.clone / ".git").rglob("*") if one.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    if os.access(folders[0], os.W_OK):
        pytest.skip("permissions do not bind the superuser")

    run = library.publish()
    for folder in folders:
        folder.chmod(0o755)

    assert (run.code, library.tip(), library.sent()) == (4, before, []), run
    assert "Traceback" not in run.err
    assert run.err.startswith("エラー: ")
    assert library.publish().code == 0


def test_a_remote_that_may_not_be_written_is_named(library: Library) -> None:
    library.approve(post("ohanashi"))
    before = library.tip()
    folders = [one for one in library.story.remote.rglob("*") if one.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    if os.access(folders[0], os.W_OK):
        pytest.skip("permissions do not bind the superuser")

    run = library.publish()
    for folder in folders:
        folder.chmod(0o755)

    assert (run.code, library.tip(), library.sent()) == (4, before, []), run
    assert run.notes == ["push-refused"]
    assert library.publish().code == 0


def test_a_remote_that_goes_away_after_the_claim_is_told_and_made_good(
    library: Library,
) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    hold = library.story.remote / "hold"
    hold.touch()
    library.hook("post-receive", HOLD)
    away = library.folder / "away.git"

    process = library.start(*publishing())
    wait_until_held(library, process)
    library.story.remote.rename(away)
    (away / "hold").unlink()
    run = finish(process)
    away.rename(library.story.remote)
    later = library.publish(minutes=1)

    assert run.code == 4, run
    assert "remote-unreachable" in run.notes
    assert run.states == {"kyukan": "published", "ohanashi": "due"}
    (kyukan,) = (one for one in run.json["deliveries"] if one["post"] == "kyukan")
    assert kyukan["url"].startswith("https://x.com/example_lib/status/")
    assert later.code == 0, later
    assert library.sent() == [text_of("kyukan"), text_of("ohanashi")]
    library.fsck()


def test_a_remote_that_knows_no_partial_clones_serves_as_well(library: Library) -> None:
    text = with_pictures("tenji", "a.png")
    library.approve(text, post("kyukan"), **beside(a_png=picture("PNG")))
    git(library.story.remote, "config", "uploadpack.allowFilter", "false")
    git(library.story.remote, "config", "uploadpack.allowAnySHA1InWant", "false")
    clone = library.story.ci_clone("whole", library.introduction)

    run = library.publish(repo=clone)

    assert (run.code, len(library.sent())) == (0, 2), run


def test_main_taken_back_during_a_run_gets_its_events_with_the_next_push(
    library: Library,
) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    approved = library.tip()
    hold = library.story.remote / "hold"
    hold.touch()
    library.hook("post-receive", HOLD)

    process = library.start(*publishing())
    wait_until_held(library, process)
    git(library.story.remote, "update-ref", "refs/heads/main", approved)
    hold.unlink()
    run = finish(process)

    assert run.code == 0, run
    assert library.sent() == [text_of("kyukan"), text_of("ohanashi")]
    assert len(library.events()) == 4
    assert library.publish(minutes=1).states == {}


def test_main_put_elsewhere_during_a_run_ends_it_for_people_to_look(
    library: Library,
) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    story = library.story
    approved = story.head
    hold = story.remote / "hold"
    hold.touch()
    library.hook("post-receive", HOLD)

    process = library.start(*publishing())
    wait_until_held(library, process)
    elsewhere = story.commit({"README.md": "x"}, parents=[approved], on="other")
    git(story.remote, "update-ref", "refs/heads/main", elsewhere)
    hold.unlink()
    run = finish(process)

    assert run.code == 6, run
    assert run.notes == ["main-rewritten"]
    assert run.states == {"kyukan": "published", "ohanashi": "due"}
    assert library.sent() == [text_of("kyukan")]


def test_a_ledger_that_was_taken_back_is_doubted_where_the_service_knows_better(
    library: Library,
) -> None:
    """Nothing on the remote tells of what was taken back: rules of the host must.

    What is left is the service, which refuses the same words a second time, and a
    refusal for that reason is a doubt that a person looks into (design 5.7).
    """
    library.approve(post("ohanashi"))
    approved = library.tip()
    assert library.publish().code == 0
    git(library.story.remote, "update-ref", "refs/heads/main", approved)
    # The run below is to be an hour later for the service, too.
    with sqlite3.connect(library.folder / "x.sqlite") as database:
        database.execute("UPDATE posts SET id = id - ?", (3_600_000 << 22,))
    database.close()

    run = library.publish(minutes=60)

    assert (run.code, run.states) == (6, {"ohanashi": "in-doubt"}), run
    assert library.sent() == [text_of("ohanashi")]
