"""Bad posts among good ones: the good ones go out, the bad ones are named."""

from tests.support.library import Library
from tests.support.library_files import post, text_of

BROKEN = "---\nid: broken\ntitle: [\n---\n本文\n"
LATIN = b"---\nid: latin\n---\n\xe9\n"


def test_bad_posts_stop_no_good_ones(library: Library) -> None:
    library.approve(
        post("good-1"),
        post("good-2"),
        post("no-category", category=""),
        post("twice"),
        post("too-long", "長" * 200),
        **{
            "posts/2036/06/broken.md": BROKEN,
            "posts/2036/06/latin.md": LATIN,
            "posts/2036/06/other-file.md": post("twice", "別の文です。"),
        },
    )

    first = library.publish()
    second = library.publish(minutes=1)

    assert sorted(library.sent()) == [text_of("good-1"), text_of("good-2")]
    assert first.code == second.code == 1, (first, second)
    assert first.states["good-1"] == first.states["good-2"] == "published"
    bad = {
        "broken",  # the ids can be read although the posts cannot
        "latin",
        "no-category",
        "twice",
        "too-long",
    }
    assert {one for one, state in second.states.items() if state == "blocked"} == bad
    twice = second.reasons["twice"] or ""
    assert "posts/2036/06/twice.md" in twice
    assert "posts/2036/06/other-file.md" in twice


def test_bad_posts_are_no_obstacle_once_they_are_mended(library: Library) -> None:
    library.approve(post("good"), **{"posts/2036/06/broken.md": BROKEN})
    assert library.publish().code == 1

    library.approve(post("broken"))
    run = library.publish(minutes=1)

    assert (run.code, run.states) == (0, {"broken": "published"}), run


def test_unapproved_posts_are_listed_and_no_fault_of_the_run(library: Library) -> None:
    library.approve(post("good"))
    library.push({"posts/2036/06/past-the-director.md": post("past-the-director")})

    run = library.publish()

    assert run.code == 0, run
    assert run.json["unapproved"] == ["posts/2036/06/past-the-director.md"]
    assert library.sent() == [text_of("good")]


def test_an_account_nobody_knows_does_not_end_the_report(library: Library) -> None:
    """The others wait, and what waits is looked at for whether it is late."""
    later = "2036-06-04T10:00"
    library.approve(post("aaa", accounts="[x, mail]"), post("waits", publish_at=later))

    run = library.publish()

    assert run.states["waits"] == "waiting", run
    assert run.code in {0, 1}
    assert library.sent() == [text_of("aaa")]
