"""Deliveries that take more than one run, day or month."""

import datetime as dt
from pathlib import Path

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import OPEN, ZONE, post, text_of

LATE_IN_JULY = dt.datetime(2036, 7, 31, 18, 50, tzinfo=ZONE)
IDS = ("kyukan", "ohanashi")
GRANT = """
[[grants]]
id = "g1"
to = "tanto"
accounts = ["x"]
categories = ["event"]
basis = ["announced"]
valid = [2026-11-01, 2036-06-02]
own_posts = true
"""
IN_AUGUST = dt.datetime(2036, 8, 1, 9, 31, tzinfo=ZONE)


def in_doubt(library: Library, *ids: str) -> None:
    """Have posts accepted by the service, the replies lost and nothing to be seen."""
    library.approve(*(post(one) for one in ids))
    library.misbehave("accept-then-reset", times=len(ids))
    library.misbehave("timeline-down", times=len(ids))
    run = library.publish()
    assert run.states == dict.fromkeys(ids, "in-doubt"), run


def test_numbers_go_on_over_the_end_of_a_month(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("429-without-reset")

    july = library.publish(at=LATE_IN_JULY)
    august = library.publish(at=IN_AUGUST)

    assert (july.code, august.code) == (5, 0), (july, august)
    listed = git(
        library.story.remote, "ls-tree", "-r", "--name-only", "main", "archive/"
    )
    assert listed.decode().split() == [
        "archive/2036/07/ohanashi.x.1-claimed.json",
        "archive/2036/07/ohanashi.x.2-not-sent.json",
        "archive/2036/08/ohanashi.x.3-claimed.json",
        "archive/2036/08/ohanashi.x.4-published.json",
    ]


def test_a_post_that_cannot_be_sent_for_a_day_is_given_up(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("429-without-reset", times=3)

    tried = [library.publish(minutes=at) for at in (0, 17, 23 * 60 + 50)]
    given_up = library.publish(minutes=25 * 60)
    asked = library.asked("create")
    library.approve(post("ohanashi", "直しました。"))
    edited = library.publish(minutes=26 * 60)

    assert [run.code for run in tried] == [5, 5, 5]
    assert (given_up.code, given_up.states) == (1, {"ohanashi": "not-sent"}), given_up
    assert asked == 3
    assert (edited.code, library.sent()) == (0, ["直しました。"]), edited


def test_what_is_settled_late_is_recorded_as_it_was_sent(library: Library) -> None:
    in_doubt(library, "ohanashi")
    library.approve(post("ohanashi", "あとで直した文です。"))

    run = library.publish(minutes=30)

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run
    event = library.events()["ohanashi.x.3-published"]
    assert event["source"]["body"].strip() == text_of("ohanashi")
    assert library.sent() == [text_of("ohanashi")]


def test_a_withdrawn_post_in_doubt_is_still_looked_for(library: Library) -> None:
    in_doubt(library, "ohanashi")
    library.merge({"posts/2036/06/ohanashi.md": None})

    run = library.publish(minutes=30)

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run
    event = library.events()["ohanashi.x.3-published"]
    assert event["source"]["body"].strip() == text_of("ohanashi")


def test_what_turns_out_to_be_public_is_taken_down_at_once(library: Library) -> None:
    in_doubt(library, "ohanashi")
    library.approve(post("owabi", "誤りのため。", retracts="ohanashi"))

    run = library.publish(minutes=30)

    assert (run.code, run.states) == (0, {"ohanashi": "retracted"}), run
    assert library.public() == []
    assert list(library.events())[-2:] == [
        "ohanashi.x.3-published",
        "ohanashi.x.4-retracted",
    ]


def test_doubts_are_settled_before_anything_new_and_do_not_stop_it(
    library: Library,
) -> None:
    in_doubt(library, "kyukan", "ohanashi")
    library.approve(post("tenji"))
    library.misbehave("timeline-empty")

    run = library.publish(minutes=1)
    last = library.publish(minutes=2)

    assert run.code == 6, run
    assert run.states == {
        "kyukan": "in-doubt",
        "ohanashi": "in-doubt",
        "tenji": "published",
    }
    assert (last.code, last.states) == (
        0,
        {"kyukan": "published", "ohanashi": "published"},
    ), last
    assert len(library.sent()) == library.asked("create") == 3


def test_nothing_goes_out_under_a_grant_that_ended(tmp_path: Path) -> None:
    with Library(tmp_path / "library", extra=GRANT) as library:
        for one in IDS:
            files = {f"posts/2036/06/{one}.md": post(one)}
            library.merge(files, library.tanto, "Grant: g1")
        library.misbehave("429-without-reset")

        sunday = library.publish(at=OPEN - dt.timedelta(days=2))
        tuesday = library.publish()

        assert sunday.states == {"kyukan": "not-sent", "ohanashi": "published"}, sunday
        assert (tuesday.code, tuesday.states) == (0, {"kyukan": "expired"}), tuesday
        assert "g1" in (tuesday.reasons["kyukan"] or "")
        assert library.sent() == [text_of("ohanashi")]
