"""Where the program runs: clones cut short, odd folders, odd locales, no home."""

import os
from pathlib import Path

import pytest

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import post, publishing, text_of
from tests.support.runs import finish


def shallow_clone(library: Library) -> Path:
    """Clone as CI does (design 8.5): without blobs, only since the introduction."""
    folder = library.folder / "shallow"
    git(library.folder, "init", "--quiet", str(folder))
    git(folder, "remote", "add", "origin", library.story.url())
    fetch = ("fetch", "--quiet", "--filter=blob:none")
    git(folder, *fetch, "--depth=1", "origin", library.introduction)
    git(folder, *fetch, "origin", "main")
    git(folder, "checkout", "--quiet", "-B", "main", "FETCH_HEAD")
    return folder


def test_a_clone_without_old_history_and_blobs_will_do(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.approve(post("kyukan"))
    clone = shallow_clone(library)
    assert (clone / ".git" / "shallow").exists()

    first = library.publish(repo=clone)
    library.approve(post("tenji"))
    second = library.publish(repo=clone, minutes=1)
    git(clone, "pull", "--quiet", "--ff-only", "origin", "main")
    proven = library.sns("authenticate", repo=clone)
    status = library.sns("status", "--format", "json", repo=clone)

    assert (first.code, second.code) == (0, 0), (first, second)
    assert sorted(library.sent()) == [
        text_of(one) for one in ("kyukan", "ohanashi", "tenji")
    ]
    assert (proven.code, status.code) == (0, 0), (proven, status)
    assert {one["state"] for one in status.json["posts"]} == {"done"}


def test_a_shallow_clone_needs_its_pin(library: Library) -> None:
    library.approve(post("ohanashi"))
    clone = shallow_clone(library)

    run = library.publish(repo=clone, SNS_INTRODUCTION=None)

    assert (run.code, library.asked("create")) == (4, 0), run


def test_a_clone_that_does_not_reach_the_introduction_is_refused(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    clone = library.folder / "too-shallow"
    git(library.folder, "clone", "-q", "--depth=1", library.story.url(), str(clone))

    run = library.publish(repo=clone)

    assert (run.code, library.asked("create")) == (4, 0), run


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C"},
        {"LANG": "ja_JP.UTF-8"},
        {"LC_ALL": "ja_JP.eucJP", "PYTHONUTF8": "0"},
        {"HOME": os.devnull},
        {"HOME": None},
    ],
    ids=lambda one: " ".join(f"{name}={value}" for name, value in one.items()),
)
def test_neither_locale_nor_home_matters(
    tmp_path: Path, variables: dict[str, str | None]
) -> None:
    with Library(tmp_path / "市立 図書館 'SNS'") as library:
        library.approve(post("ohanashi"))

        run = finish(library.start(*publishing(), **variables))

        assert (run.code, run.states) == (0, {"ohanashi": "published"}), run
        assert library.sent() == [text_of("ohanashi")]


def test_the_settings_of_whoever_runs_it_do_not_matter(library: Library) -> None:
    library.approve(post("ohanashi"))
    (library.home / ".gitconfig").write_text(
        "[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = /bin/false\n"
        "[core]\n\tquotePath = true\n\thooksPath = /nowhere\n\tautocrlf = true\n"
        "[push]\n\tdefault = nothing\n\tgpgSign = true\n[log]\n\tshowSignature = true\n"
        "[diff]\n\trenames = copies\n\tnoprefix = true\n[color]\n\tui = always\n"
        "[fetch]\n\tprune = true\n[transfer]\n\tfsckObjects = true\n"
    )

    run = library.publish(GIT_DIR="/nowhere", GIT_TRACE="1", GIT_INDEX_FILE="/x")

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run


def test_the_folder_somebody_works_in_is_left_as_it_is(library: Library) -> None:
    library.approve(post("ohanashi"))
    (library.clone / "sns.toml").write_text("# 書きかけ")
    (library.clone / "draft.md").write_text("書きかけ")
    before = git(library.clone, "status", "--porcelain")
    head = git(library.clone, "rev-parse", "HEAD")

    run = library.publish()

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run
    assert git(library.clone, "status", "--porcelain") == before
    assert git(library.clone, "rev-parse", "HEAD") == head
    assert git(library.clone, "for-each-ref", "refs/sns/") == b""
