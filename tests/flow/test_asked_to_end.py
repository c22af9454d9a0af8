"""SIGTERM: what is in hand is finished and recorded, nothing new is taken."""

import signal

import pytest

from tests.support.library import Library
from tests.support.library_files import post, publishing, text_of
from tests.support.moments import HOLD, wait_until, wait_until_held, wait_until_sent
from tests.support.picture_posts import beside, with_pictures
from tests.support.pictures import picture
from tests.support.runs import finish


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 5), (signal.SIGINT, 130)]
)
def test_what_is_in_hand_is_finished_and_nothing_new_is_taken(
    library: Library, number: signal.Signals, code: int
) -> None:
    library.approve(post("kyukan"), post("ohanashi"))
    hold = library.story.remote / "hold"
    hold.touch()
    library.hook("post-receive", HOLD)

    process = library.start(*publishing())
    wait_until_held(library, process)  # the claim stands, the run does not know
    process.send_signal(number)
    hold.unlink()
    run = finish(process)
    later = library.publish(minutes=1)

    assert run.states == {"kyukan": "published", "ohanashi": "due"}, run
    assert run.code == code
    assert (later.code, later.states) == (0, {"ohanashi": "published"}), later
    assert library.sent() == [text_of("kyukan"), text_of("ohanashi")]


def test_a_run_that_hears_of_it_while_sending_records_what_it_sent(
    library: Library,
) -> None:
    library.approve(post("kyukan"), post("ohanashi"))
    library.misbehave("accept-then-hang", seconds=0.5)

    process = library.start(*publishing())
    wait_until_sent(library, process)
    process.send_signal(signal.SIGTERM)
    run = finish(process)

    assert run.states == {"kyukan": "published", "ohanashi": "due"}, run
    assert library.sent() == [text_of("kyukan")]
    assert "kyukan.x.2-published" in library.events()


@pytest.mark.parametrize("staying", [False, True])
def test_pictures_that_are_on_their_way_are_no_post(
    library: Library, *, staying: bool
) -> None:
    """Asked to end while pictures are handed over: nothing is claimed any more."""
    both = with_pictures("kyukan", "a.png"), with_pictures("ohanashi", "a.png")
    library.approve(*both, **beside(a_png=picture("PNG")))
    library.misbehave("hang", on="upload", seconds=3)
    until = ("--until", "+30") if staying else ()

    process = library.start(*publishing(0, None, *until))
    wait_until(process, lambda: library.asked("upload") > 0)
    process.send_signal(signal.SIGTERM)
    run = finish(process)
    later = library.publish(minutes=16)

    assert run.code == 5, run
    assert "published" not in run.states.values()
    assert library.asked("upload") >= 1
    assert later.states == {"kyukan": "published", "ohanashi": "published"}, later
    assert library.sent() == [text_of("kyukan"), text_of("ohanashi")]
    assert sorted(library.events()) == [
        "kyukan.x.1-claimed",
        "kyukan.x.2-published",
        "ohanashi.x.1-claimed",
        "ohanashi.x.2-published",
    ]
