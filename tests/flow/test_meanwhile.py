"""Main moves between a run's look at it and its claim."""

import pytest

from tests.support.library import Library
from tests.support.library_files import post, text_of

PATH = "posts/2036/06/ohanashi.md"
PAUSE = '\n[paused]\nreason = "点検のため"\n'


def slip_in(library: Library, commit: str) -> None:
    """Have main move to ``commit`` in the moment the next push arrives."""
    done = library.story.remote / "slipped-in"
    library.hook(
        "pre-receive",
        f"""
[ -e '{done}' ] && exit 0
touch '{done}'
unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
git update-ref refs/heads/main {commit}
""",
    )


def prepare(library: Library, change: str) -> str:
    """Make a change that is not on main yet, and return its commit."""
    before = library.story.head
    if change == "withdrawn":
        commit = library.merge({PATH: None})
    elif change == "edited":
        commit = library.push({PATH: post("ohanashi", "勝手に直しました。")})
    elif change == "paused":
        commit = library.change_settings(library.settings(PAUSE))
    elif change == "pause-pushed":
        commit = library.push({"sns.toml": library.settings(PAUSE)})
    elif change == "blocked":
        commit = library.push({"README.md": "勝手な変更"})
    else:
        commit = library.approve(post("kyukan"))
    library.story.move("main", before)
    return commit


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("withdrawn", 0),
        ("edited", 0),
        ("paused", 0),
        ("pause-pushed", 0),
        ("blocked", 4),
    ],
)
def test_what_was_revoked_in_the_last_moment_is_not_sent(
    library: Library, change: str, code: int
) -> None:
    library.approve(post("ohanashi"))
    slip_in(library, prepare(library, change))

    run = library.publish()

    assert (run.code, library.asked("create")) == (code, 0), run
    assert library.events() == {}


def test_what_was_approved_in_the_last_moment_does_no_harm(library: Library) -> None:
    library.approve(post("ohanashi"))
    slip_in(library, prepare(library, "approved"))

    run = library.publish()
    rest = library.publish(minutes=1)

    assert run.states["ohanashi"] == "published", run
    assert rest.code == 0, rest
    assert sorted(library.sent()) == [text_of("kyukan"), text_of("ohanashi")]


def test_a_main_that_was_rewritten_meanwhile_is_refused(library: Library) -> None:
    library.approve(post("ohanashi"))
    story = library.story
    other = story.commit({"README.md": "x"}, parents=(library.introduction,), on="z")
    slip_in(library, other)

    run = library.publish()

    assert (run.code, library.asked("create")) == (4, 0), run
