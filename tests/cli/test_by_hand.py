"""What ``--explain`` lets anybody check without ``sns``: every line is tried."""

import subprocess
from collections.abc import Mapping
from typing import Any

from tests.cli.test_explain import PATH, explain, told
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.picture_posts import beside, with_pictures
from tests.support.pictures import picture, quarters
from tests.support.tools import needs_openssh


@needs_openssh
def test_it_can_be_checked_by_hand(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.publish()
    library.story.refresh()
    story = told(library, "ohanashi")

    checked = {}
    for check in story["by_hand"]:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", "\n".join(check["lines"])],
            cwd=library.story.remote,
            env=library.environment(),
            capture_output=True,
            check=False,
        )
        shown = (done.stdout + done.stderr).decode()
        assert done.returncode == 0, (check, shown)
        assert check["expected"] in shown, (check, shown)
        checked[check["lines"][-1].split()[1]] = shown
    assert "Good" in checked["-c"]
    assert len(story["by_hand"]) == 6


def by_hand(story: Mapping[str, Any], word: str) -> list[str]:
    """Return the last line of every check in which a word stands."""
    lines = [check["lines"][-1] for check in story["by_hand"]]
    return [line for line in lines if word in line]


def test_by_hand_the_bytes_of_the_approval_come_before_those_of_now(
    library: Library,
) -> None:
    path = "posts/2036/06/tenji.png"
    own = "posts/2036/06/tenji.md"
    image = beside(tenji_png=picture("PNG", quarters(64, 48)))
    merged = library.merge({own: with_pictures("tenji", "tenji.png"), **image})
    head = library.approve(post("other"))

    story = told(library, "tenji")

    assert by_hand(story, "sha256sum") == [
        f"git show {commit}:{file} | sha256sum"
        for file in (own, path)
        for commit in (merged, head)
    ]


def test_by_hand_nothing_unapproved_is_called_approved(library: Library) -> None:
    library.approve(post("ohanashi"))
    slip = library.push({PATH: post("ohanashi", "紛れた文。")})

    story = told(library, "ohanashi", code=1)

    assert by_hand(story, "sha256sum") == [f"git show {slip}:{PATH} | sha256sum"]


def test_by_hand_the_settings_are_those_last_accepted(library: Library) -> None:
    accepted = library.change_settings(f"{library.settings()}\n# 変更\n")
    library.push({"sns.toml": f"{library.settings()}\n# 紛れた変更\n"})
    library.approve(post("ohanashi"))

    story = told(library, "ohanashi")

    assert by_hand(story, "sns.toml") == [f"git show {accepted}:sns.toml"]


def test_by_hand_a_removal_is_proven_too(library: Library) -> None:
    library.approve(post("ohanashi"))
    gone = library.merge({PATH: None})

    story = told(library, "ohanashi")

    assert story["removal"]["commit"] == gone
    assert story["removal"]["evidence"] == "signature"
    assert by_hand(story, "verify-commit")[0].endswith(gone)
    (line,) = by_hand(story, "--name-status")
    shown = subprocess.run(
        ["bash", "-c", line], cwd=library.story.remote, capture_output=True, check=True
    )
    assert shown.stdout.decode() == f"D\t{PATH}\n"
    assert "取り除きました(変更 " in explain(library, "ohanashi").out
