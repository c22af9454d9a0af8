"""What a clone as CI makes it costs: visits to the remote, and accepted pushes."""

from pathlib import Path

import pytest

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.picture_posts import beside, with_pictures
from tests.support.pictures import picture, quarters

COUNT = """#!/bin/sh
echo x >> '{visits}'
exec git-upload-pack "$@"
"""
VISITS = 3
"""For main, for the settings, and for all posts and events that are not here yet."""


def counted(library: Library) -> tuple[Path, Path, Path]:
    """Return a clone as CI makes it, and where its visits and pushes are counted."""
    library.story.flush()
    clone = library.story.ci_clone("counted", library.introduction)
    visits, pushes = library.folder / "visits", library.folder / "pushes"
    visits.touch()
    pushes.touch()
    wrapper = library.folder / "upload-pack"
    wrapper.write_text(COUNT.format(visits=visits))
    wrapper.chmod(0o755)
    git(clone, "config", "remote.origin.uploadpack", str(wrapper))
    library.hook("post-receive", f"cat >> '{pushes}'")
    return clone, visits, pushes


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


@pytest.mark.parametrize("posts", [1, 20])
def test_n_deliveries_cost_n_plus_one_pushes_and_no_visit_each(
    library: Library, posts: int
) -> None:
    library.approve(*(post(f"post-{number:03}") for number in range(posts)))
    clone, visits, pushes = counted(library)

    run = library.publish(repo=clone)

    assert run.code == 0, run
    assert len(library.sent()) == posts
    assert lines(pushes) == posts + 1
    assert lines(visits) == VISITS


def test_two_hundred_posts_that_wait_cost_no_visit_each(library: Library) -> None:
    later = "2036-06-30T10:00:00+09:00"
    texts = (post(f"post-{number:03}", publish_at=later) for number in range(200))
    library.approve(*texts, post("kyukan"))
    clone, visits, pushes = counted(library)

    run = library.publish(repo=clone)
    first = lines(visits)
    again = library.publish(repo=clone, minutes=1)

    assert (run.code, again.code) == (0, 0), run
    assert (len(library.sent()), lines(pushes)) == (1, 2)
    assert first == VISITS
    assert lines(visits) - first == 1


def test_pictures_come_in_one_visit_of_their_own_when_something_is_sent(
    library: Library,
) -> None:
    names = [f"p{number}" for number in range(8)]
    texts = [
        with_pictures(f"post-{number}", f"p{number}.png", f"p{number + 1}.png")
        for number in range(0, 8, 2)
    ]
    contents = {
        f"{name}_png": picture("PNG", quarters(64 + 2 * number))
        for number, name in enumerate(names)
    }
    library.approve(*texts, **beside(**contents))
    clone, visits, pushes = counted(library)

    run = library.publish(repo=clone)

    assert run.code == 0, run
    assert len(library.sent()) == len(texts)
    assert lines(pushes) == len(texts) + 1
    assert lines(visits) == VISITS + 1


def test_a_run_that_sends_nothing_reads_no_picture(library: Library) -> None:
    text = with_pictures("tenji", "a.png", publish_at="2036-06-30T10:00:00+09:00")
    library.approve(text, **beside(a_png=picture("PNG")))
    clone, visits, _ = counted(library)

    assert library.publish(repo=clone).code == 0

    assert lines(visits) == VISITS
    held = git(clone, "cat-file", "--batch-check", "--batch-all-objects", "--unordered")
    assert b" blob " in held
    blob = git(library.story.remote, "rev-parse", "main:posts/2036/06/a.png").strip()
    assert blob not in held
