"""When posts go out: opening hours, dates, and what may ignore them."""

import datetime as dt

from tests.support.library import Library
from tests.support.library_files import OPEN, post, text_of

NIGHT = OPEN.replace(hour=19, minute=0)
MORNING = OPEN.replace(hour=9, minute=29) + dt.timedelta(days=1)
MONDAY = OPEN - dt.timedelta(days=1)


def test_nothing_goes_out_while_the_library_is_closed(library: Library) -> None:
    library.approve(post("ohanashi"))

    closed = [library.publish(at=at) for at in (MONDAY, NIGHT, MORNING)]
    opened = library.publish(at=MORNING + dt.timedelta(minutes=1))

    for run in closed:
        assert (run.code, run.states) == (0, {"ohanashi": "waiting"}), run
    assert "定期休館日" in (closed[0].reasons["ohanashi"] or "")
    assert (opened.code, library.sent()) == (0, [text_of("ohanashi")]), opened


def test_posts_keep_to_their_own_dates(library: Library) -> None:
    library.approve(
        post("too-early", publish_at="2036-06-03T10:30:00+09:00"),
        post("local-time", publish_at="2036-06-03 10:00"),
        post("too-late", expires_at="2036-06-03T10:00:00+09:00"),
        post("in-time", expires_at="2036-06-03T10:01:00+09:00"),
    )

    run = library.publish()
    later = library.publish(minutes=30)

    assert run.code == later.code == 0, (run, later)
    assert run.states == {
        "too-early": "waiting",
        "local-time": "published",
        "too-late": "expired",
        "in-time": "published",
    }
    assert "10:30" in (run.reasons["too-early"] or "")
    assert later.states == {"too-early": "published", "too-late": "expired"}


def test_what_may_ignore_the_hours_goes_out_at_night(library: Library) -> None:
    library.approve(
        post("ordinary"),
        post("reasoned", outside_hours_reason="台風のため"),
        post("urgent", category="emergency"),
    )

    run = library.publish(at=NIGHT)

    assert run.code == 0, run
    assert run.states["ordinary"] == "waiting"
    assert sorted(library.sent()) == [text_of("reasoned"), text_of("urgent")]


def test_a_dry_run_tells_the_plan_and_does_nothing(library: Library) -> None:
    library.approve(post("ohanashi"), post("later", publish_at="2036-06-04T10:00"))
    before = library.tip()

    run = library.publish("--dry-run")

    assert (run.code, run.states["later"]) == (0, "waiting"), run
    assert run.states["ohanashi"] == "due"
    assert (library.sent(), library.tip()) == ([], before)
    assert library.asked("me") == 0
