"""The service accepted, or did not, and its answer was lost."""

import pytest

from tests.support.library import Library
from tests.support.library_files import post, publishing, text_of
from tests.support.moments import HOLD, wait_until_held
from tests.support.runs import finish

LOST = ("accept-then-reset", "accept-then-503", "accept-then-truncate")
URL = "https://x.com/example_lib/status/1234567890"


def in_doubt(library: Library, *ids: str) -> None:
    """Bring posts into doubt: the service answers 503 and accepts nothing."""
    library.approve(*(post(one) for one in ids))
    library.misbehave("503", times=len(ids))
    run = library.publish()
    assert (run.code, run.states) == (6, dict.fromkeys(ids, "in-doubt")), run


def test_a_lost_reply_is_settled_by_reading_back(library: Library) -> None:
    faults = (*LOST, "accept-without-id")
    ids = [f"post-{number}" for number in range(len(faults))]
    library.approve(*(post(one) for one in ids))
    for fault in faults:
        library.misbehave(fault)

    run = library.publish()

    assert run.code == 0, run
    assert run.states == dict.fromkeys(ids, "published")
    assert library.sent() == [text_of(one) for one in ids]
    events = library.events()
    for one in ids:
        assert events[f"{one}.x.2-published"]["settled_by"] == "read-back"


@pytest.mark.parametrize("timeline", ["timeline-down", "timeline-empty"])
def test_a_reply_lost_while_the_timeline_is_silent_is_doubted_until_it_speaks(
    library: Library, timeline: str
) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    for fault in LOST[:2]:
        library.misbehave(fault)
    library.misbehave(timeline, times=2)

    doubt = library.publish()
    settled = library.publish(minutes=1)

    assert doubt.code == 6, doubt
    assert doubt.states == {"ohanashi": "in-doubt", "kyukan": "in-doubt"}
    assert settled.code == 0, settled
    assert settled.states == {"ohanashi": "published", "kyukan": "published"}
    assert sorted(library.sent()) == [text_of("kyukan"), text_of("ohanashi")]
    assert library.asked("create") == 2


def test_a_doubt_stands_until_a_person_settles_it(library: Library) -> None:
    in_doubt(library, "ohanashi", "kyukan")

    again = library.publish(minutes=60)
    seen = library.sns("resolve", "ohanashi", "x", "--published", URL, "--by", "kancho")
    unseen = library.sns("resolve", "kyukan", "x", "--not-sent", "--by", "kancho")
    last = library.publish(minutes=61)

    assert (again.code, library.asked("create")) == (6, 3), again
    assert (seen.code, unseen.code) == (0, 0), (seen, unseen)
    assert last.code == 0, last
    assert library.sent() == [text_of("kyukan")]
    events = library.events()
    written = events["ohanashi.x.3-published"]
    assert (written["settled_by"], written["by"]) == ("person", "kancho")
    assert (written["url"], written["remote_id"]) == (URL, "1234567890")
    assert events["kyukan.x.3-not-sent"]["by"] == "kancho"
    assert events["kyukan.x.5-published"]["settled_by"] == "reply"


def test_what_a_person_overlooked_is_found_before_it_is_sent_again(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("accept-then-503")
    library.misbehave("timeline-empty")

    doubt = library.publish()
    library.sns("resolve", "ohanashi", "x", "--not-sent", "--by", "kancho")
    library.misbehave("timeline-down")
    unknown = library.publish(minutes=30)
    last = library.publish(minutes=31)

    assert doubt.code == 6, doubt
    assert (unknown.code, unknown.states) == (5, {"ohanashi": "due"}), unknown
    assert (last.code, last.states) == (0, {"ohanashi": "published"}), last
    assert library.sent() == [text_of("ohanashi")]
    assert library.asked("create") == 1
    assert library.events()["ohanashi.x.5-published"]["settled_by"] == "read-back"


def test_server_errors_are_doubts_and_never_tried_again(library: Library) -> None:
    statuses = ("500", "502", "503", "504", "reset")
    ids = [f"post-{status}" for status in statuses]
    library.approve(*(post(one) for one in ids))
    for status in statuses:
        library.misbehave(status)

    first = library.publish()
    second = library.publish(minutes=30)

    for run in (first, second):
        assert (run.code, run.states) == (6, dict.fromkeys(ids, "in-doubt")), run
    assert library.asked("create") == len(ids)
    assert library.sent() == []


def test_a_duplicate_that_is_not_ours_is_a_doubt(library: Library) -> None:
    library.approve(post("ohanashi", "同じ文です。"), post("kyukan", "同じ文です。"))

    run = library.publish()

    assert run.code == 6, run
    assert sorted(run.states.values()) == ["in-doubt", "published"]
    assert library.sent() == ["同じ文です。"]


def test_what_the_service_shows_differently_is_recognised(library: Library) -> None:
    texts = [
        "詳しくは https://www.lib.example.lg.jp/a?b=1&c=%E3%81%82#x まで。\n\n2行目",
        "<おはなし> & 「えほん」 &amp; 'x' \"y\"",
        "か\u3099 e\u0301 👩‍👩‍👧‍👦 ①  〜 ～",
        "行末の空白   \n- 一つ目\n- 二つ目\n[案内](https://www.lib.example.lg.jp/)",
    ]
    ids = [f"post-{number}" for number in range(len(texts))]
    library.approve(*map(post, ids, texts))
    library.misbehave("accept-then-reset", times=len(texts))

    run = library.publish()

    assert run.code == 0, run
    assert run.states == dict.fromkeys(ids, "published")
    assert len(library.sent()) == len(texts)
    events = library.events()
    assert {events[f"{one}.x.2-published"]["settled_by"] for one in ids} == {
        "read-back"
    }


def test_a_service_that_goes_away_after_the_claim_has_accepted_nothing(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    hold = library.story.remote / "hold"
    hold.touch()
    library.hook("post-receive", HOLD)

    process = library.start(*publishing())
    wait_until_held(library, process)
    library.servers["x"].stop()
    hold.unlink()
    run = finish(process)
    library.restart("x", "again.sqlite")
    later = library.publish(minutes=17)

    assert (run.code, run.states) == (5, {"ohanashi": "not-sent"}), run
    assert (later.code, later.states) == (0, {"ohanashi": "published"}), later
