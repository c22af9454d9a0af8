"""Places where a command cannot work, and which commands cannot work there."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.calls import Need
from tests.support.git_command import git
from tests.support.library import Library


@dataclass(frozen=True)
class Place:
    """Where a command runs.

    Attributes:
        variables: changes of the environment; None removes one.
    """

    folder: Path
    variables: Mapping[str, str | None] = field(default_factory=dict)


Builder = Callable[[Library, Path], Place]

PLACES: dict[str, tuple[Builder, frozenset[Need]]] = {}
"""How to get there, and what commands need that is not there; others work."""

FOLDER = frozenset({Need.FOLDER, Need.BOTH})
HISTORY = frozenset({Need.HISTORY, Need.REMOTE})
GIT = frozenset({Need.BOTH})
REMOTE = frozenset({Need.REMOTE})


def place(*missing: frozenset[Need]) -> Callable[[Builder], Builder]:
    """Add a place to the list, named as its function."""

    def listed(build: Builder) -> Builder:
        PLACES[build.__name__] = build, frozenset[Need]().union(*missing)
        return build

    return listed


@place()
def a_ready_library(library: Library, _: Path) -> Place:
    return Place(library.clone)


@place(FOLDER, HISTORY)
def an_empty_folder(_: Library, tmp: Path) -> Place:
    return Place(made(tmp / "empty"))


@place(HISTORY, GIT)
def a_folder_without_a_repository(library: Library, tmp: Path) -> Place:
    folder = tmp / "copied"
    shutil.copytree(library.clone, folder, ignore=shutil.ignore_patterns(".git"))
    return Place(folder)


@place(FOLDER, HISTORY)
def a_repository_without_settings(_: Library, tmp: Path) -> Place:
    folder = made(tmp / "other")
    git(folder, "init", "--quiet", "--initial-branch=main")
    (folder / "README").write_text("?", encoding="utf-8")
    git(folder, "add", "README")
    author = ("-c", "user.name=x", "-c", "user.email=x@example.jp")
    git(folder, *author, "commit", "--quiet", "--message=x")
    return Place(folder, {"SNS_INTRODUCTION": None})


@place(FOLDER, HISTORY)
def an_empty_repository(_: Library, tmp: Path) -> Place:
    folder = made(tmp / "fresh")
    git(folder, "init", "--quiet", "--initial-branch=main")
    return Place(folder)


@place(FOLDER)
def settings_with_a_slip(library: Library, _: Path) -> Place:
    return with_settings(library, b'[library]\nname = "a\n')


@place(FOLDER)
def settings_in_another_encoding(library: Library, _: Path) -> Place:
    text = (library.clone / "sns.toml").read_text(encoding="utf-8")
    return with_settings(library, text.encode("cp932"))


@place(FOLDER)
def settings_that_are_empty(library: Library, _: Path) -> Place:
    return with_settings(library, b"")


@place(FOLDER)
def settings_that_are_a_folder(library: Library, _: Path) -> Place:
    (library.clone / "sns.toml").unlink()
    (library.clone / "sns.toml").mkdir()
    return Place(library.clone)


@place(REMOTE)
def no_remote(library: Library, _: Path) -> Place:
    git(library.clone, "remote", "remove", "origin")
    return Place(library.clone)


@place(REMOTE)
def a_remote_that_is_gone(library: Library, tmp: Path) -> Place:
    git(library.clone, "remote", "set-url", "origin", str(tmp / "gone"))
    return Place(library.clone)


@place(REMOTE)
def no_network(library: Library, _: Path) -> Place:
    # Nobody listens on the discard port of this machine.
    git(library.clone, "remote", "set-url", "origin", "http://127.0.0.1:9/x.git")
    return Place(library.clone)


@place(REMOTE)
def a_remote_without_main(library: Library, tmp: Path) -> Place:
    git(made(tmp / "bare"), "init", "--quiet", "--bare", "--initial-branch=main")
    git(library.clone, "remote", "set-url", "origin", str(tmp / "bare"))
    return Place(library.clone)


@place(HISTORY)
def a_pin_that_is_no_commit_id(library: Library, _: Path) -> Place:
    return Place(library.clone, {"SNS_INTRODUCTION": "main"})


@place(HISTORY)
def a_pin_of_another_library(library: Library, _: Path) -> Place:
    return Place(library.clone, {"SNS_INTRODUCTION": "f" * 40})


@place(HISTORY)
def a_shallow_clone_without_a_pin(library: Library, tmp: Path) -> Place:
    folder = tmp / "shallow"
    source = library.story.remote.as_uri()
    git(tmp, "clone", "--quiet", "--depth=1", source, str(folder))
    return Place(folder, {"SNS_INTRODUCTION": None})


@place()
def a_detached_head(library: Library, _: Path) -> Place:
    git(library.clone, "checkout", "--quiet", "--detach")
    return Place(library.clone)


@place(FOLDER)
def a_bare_repository(library: Library, tmp: Path) -> Place:
    folder = tmp / "bare.git"
    source = str(library.story.remote)
    git(tmp, "clone", "--quiet", "--bare", source, str(folder))
    return Place(folder)


@place()
def a_second_work_tree(library: Library, tmp: Path) -> Place:
    folder = tmp / "作業 用・その2"
    git(library.clone, "worktree", "add", "--quiet", "--detach", str(folder))
    return Place(folder)


@place()
def a_folder_below(library: Library, _: Path) -> Place:
    return Place(library.clone / "posts" / "2036")


@place()
def a_place_without_a_home(library: Library, _: Path) -> Place:
    return Place(library.clone, {"HOME": None, "TMPDIR": None})


@place()
def a_home_that_is_gone(library: Library, tmp: Path) -> Place:
    return Place(library.clone, {"HOME": str(tmp / "nobody")})


@place(HISTORY, GIT)
def an_old_git(library: Library, tmp: Path) -> Place:
    script = made(tmp / "bin") / "git"
    script.write_text("#!/bin/sh\necho git version 2.30.2\n", encoding="ascii")
    script.chmod(0o755)
    return Place(library.clone, {"PATH": str(tmp / "bin")})


@place(HISTORY, GIT)
def a_machine_without_git(library: Library, tmp: Path) -> Place:
    return Place(library.clone, {"PATH": str(made(tmp / "bin"))})


def made(folder: Path) -> Path:
    """Return a new folder."""
    folder.mkdir(parents=True)
    return folder


def with_settings(library: Library, content: bytes) -> Place:
    """Return the clone with other settings in its work tree."""
    (library.clone / "sns.toml").write_bytes(content)
    return Place(library.clone)
