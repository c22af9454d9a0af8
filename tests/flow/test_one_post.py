"""``sns publish --post``: one post goes out, and nothing else is touched."""

from pathlib import Path

from tests.support.library import Library
from tests.support.library_files import post, text_of


def test_one_post_goes_out_and_no_other(library: Library) -> None:
    library.approve(post("kinkyu", category="emergency"), post("ohanashi"))

    run = library.publish("--post", "kinkyu")

    assert (run.code, run.states) == (0, {"kinkyu": "published"}), run
    assert library.sent() == [text_of("kinkyu")]
    assert set(library.events()) == {"kinkyu.x.1-claimed", "kinkyu.x.2-published"}


def test_the_doubts_of_others_are_left_to_the_other_runs(library: Library) -> None:
    library.approve(post("aaa"))
    library.misbehave("503")
    library.publish()
    library.approve(post("kinkyu"), post("bbb"))

    run = library.publish("--post", "kinkyu", minutes=1)
    rest = library.publish(minutes=2)

    assert (run.code, run.states) == (0, {"kinkyu": "published"}), run
    assert rest.states == {"aaa": "in-doubt", "bbb": "published"}


def test_its_own_doubt_is_told_and_not_sent_again(library: Library) -> None:
    library.approve(post("kinkyu"))
    library.misbehave("503")
    library.publish()

    run = library.publish("--post", "kinkyu", minutes=1)

    assert (run.code, run.states) == (6, {"kinkyu": "in-doubt"}), run
    assert library.asked("create") == 1


def test_a_post_that_is_to_be_taken_down_does_not_go_out(library: Library) -> None:
    library.approve(post("kinkyu"), post("torisage", retracts="kinkyu"))

    run = library.publish("--post", "kinkyu")

    assert library.sent() == [], run
    assert run.states["kinkyu"] == "withdrawn"


def test_the_limits_of_its_account_count_the_others(tmp_path: Path) -> None:
    with Library(tmp_path / "library", limits="max_per_day = 1") as library:
        library.approve(post("aaa"))
        library.publish()
        library.approve(post("kinkyu"))

        run = library.publish("--post", "kinkyu", minutes=1)

        assert (run.code, run.states) == (0, {"kinkyu": "waiting"}), run


def test_an_id_that_is_not_there_is_said(library: Library) -> None:
    library.approve(post("kinkyu"))

    run = library.publish("--post", "kinkyuu")

    assert (run.code, run.out, library.sent()) == (2, "", []), run
    assert "kinkyuu" in run.err
