"""Taking down: at any hour, under any pause, once."""

import pytest

from tests.support.library import Library
from tests.support.library_files import OPEN, post, text_of

NIGHT = OPEN.replace(hour=23)


def test_a_post_is_taken_down_at_night_under_a_pause_and_once(
    library: Library,
) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    assert library.publish().code == 0
    library.approve(post("owabi", "誤りがあったため。", retracts="ohanashi"))

    run = library.publish(at=NIGHT, SNS_PAUSED="点検")
    again = library.publish(at=NIGHT)

    assert run.code == 0, run
    assert run.states["ohanashi"] == "retracted"
    assert library.public() == [text_of("kyukan")]
    assert (again.code, library.asked("delete")) == (0, 1), again
    tombstone = library.events()["ohanashi.x.3-retracted"]
    assert tombstone["requested_by_post"] == "owabi"
    assert tombstone["reason"] == "誤りがあったため。"
    assert len(library.sent()) == 2


def test_two_requests_for_one_post_take_it_down_once(library: Library) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    assert library.publish().code == 0
    library.approve(
        post("owabi", "誤りがあったため。", retracts="ohanashi"),
        post("owabi-2", "二人目が気づいたため。", retracts="ohanashi"),
    )

    run = library.publish(minutes=1)
    again = library.publish(minutes=2)

    assert (run.code, run.states["ohanashi"]) == (0, "retracted"), run
    assert (again.code, library.asked("delete")) == (0, 1), again
    told = [name for name in library.events() if name.endswith("-retracted")]
    assert told == ["ohanashi.x.3-retracted"]


def test_a_post_that_is_gone_already_is_taken_down_too(library: Library) -> None:
    library.approve(post("ohanashi"))
    url = library.publish().json["deliveries"][0]["url"]
    assert url
    library.servers["x"].stop()
    library.restart("x", "empty.sqlite")
    library.approve(post("owabi", "誤り。", retracts="ohanashi"))

    run = library.publish(minutes=1)

    assert (run.code, run.states) == (0, {"ohanashi": "retracted"}), run


def test_a_post_of_half_a_year_ago_is_taken_down_too(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.approve(post("owabi", "誤り。", retracts="ohanashi"))

    run = library.publish(at=OPEN.replace(month=12))

    assert (run.code, run.states) == (0, {"ohanashi": "retracted"}), run
    assert library.public() == []


def test_what_is_to_be_taken_down_is_not_sent_first(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.approve(post("owabi", "誤り。", retracts="ohanashi"))

    run = library.publish()

    assert (run.code, library.asked("create")) == (0, 0), run
    assert run.states["ohanashi"] == "withdrawn"


def test_a_failed_attempt_is_said_and_made_again(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.approve(post("owabi", "誤り。", retracts="ohanashi"))
    library.misbehave("503", on="delete")

    failed = library.publish(minutes=1)
    done = library.publish(minutes=2)

    assert (failed.code, failed.states) == (5, {"ohanashi": "published"}), failed
    assert (done.code, done.states) == (0, {"ohanashi": "retracted"}), done
    assert library.public() == []


@pytest.mark.parametrize(
    "fault", ["200-page", "200-errors", "200-null", "200-list", "204", "404-page"]
)
def test_nothing_is_recorded_as_gone_on_the_word_of_something_in_between(
    library: Library, fault: str
) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.approve(post("owabi", "誤り。", retracts="ohanashi"))
    library.misbehave(fault, on="delete")

    failed = library.publish(minutes=1)
    shown = library.public()
    done = library.publish(minutes=2)

    assert (failed.code, failed.states) == (5, {"ohanashi": "published"}), failed
    assert shown == [text_of("ohanashi")]
    assert (done.code, done.states) == (0, {"ohanashi": "retracted"}), done
    assert library.public() == []


def test_an_unapproved_request_takes_nothing_down(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.push({"posts/2036/06/owabi.md": post("owabi", retracts="ohanashi")})

    run = library.publish(minutes=1)

    assert (run.code, library.asked("delete")) == (0, 0), run


def test_a_slip_in_a_request_is_told_by_every_run(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.approve(post("owabi", "誤り。", retracts="ohanasi"))

    run = library.publish(minutes=1)

    assert (run.code, library.asked("delete")) == (1, 0), run
    assert "ohanasi" in str(run.json), run
