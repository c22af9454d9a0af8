"""Reading back: what is public is what was approved, or somebody is told."""

import sqlite3
from pathlib import Path

from tests.support.library import Library
from tests.support.library_files import OPEN, post, text_of
from tests.support.runs import Run, finish

LATER = "2036-06-03T12:00+09:00"


def verify(
    library: Library, *arguments: str, at: str = LATER, **variables: str | None
) -> Run:
    typed = ("verify", "--format", "json", "--at", at, *arguments)
    return library.sns(*typed, **variables)


def at_the_service(library: Library, statement: str, *values: object) -> None:
    """Do something at the service that no program of ours did."""
    with sqlite3.connect(library.folder / "x.sqlite") as database:
        database.execute(statement, values)
    database.close()


def delete_by_hand(library: Library, post_id: str) -> None:
    at_the_service(
        library, "UPDATE posts SET deleted = 1 WHERE text = ?", text_of(post_id)
    )


def edit_by_hand(library: Library, post_id: str, text: str) -> None:
    at_the_service(
        library, "UPDATE posts SET text = ? WHERE text = ?", text, text_of(post_id)
    )


def add_by_hand(library: Library, text: str) -> None:
    at_the_service(
        library, "INSERT INTO posts (id, text) SELECT max(id) + 1, ? FROM posts", text
    )


def test_what_is_as_approved_is_confirmed_once(library: Library) -> None:
    library.approve(post("ohanashi", "a < b & c https://www.lib.example.lg.jp/ です"))
    assert library.publish().code == 0

    first = verify(library)
    tip = library.tip()
    second = verify(library)

    assert (first.code, first.states) == (0, {"ohanashi": "ok"}), first
    assert first.json["unknown_posts"] == []
    confirmed = library.events()["ohanashi.x.3-confirmed"]
    assert (confirmed["by"], confirmed["post"]) == (None, "ohanashi")
    assert (second.code, library.tip()) == (0, tip), second
    assert library.publish(minutes=200).code == 0
    assert len(library.sent()) == 1
    library.fsck()


def test_every_change_is_recorded_once_and_in_one_commit(library: Library) -> None:
    library.approve(post("ohanashi"), post("kyukan"), post("tenji"))
    assert library.publish().code == 0
    delete_by_hand(library, "ohanashi")
    edit_by_hand(library, "kyukan", "別の文")
    before = library.tip()

    run = verify(library)
    again = verify(library)

    assert run.code == 1, run
    assert run.states == {"ohanashi": "missing", "kyukan": "differs", "tenji": "ok"}
    assert (again.code, again.states) == (1, run.states), again
    assert again.json["recorded"] == []
    checked = library.sns("status", "--check", repo=library.story.clone("look"))
    assert checked.code == 1, checked
    events = library.events()
    assert events["ohanashi.x.3-missing"]["reason"] == "not-on-timeline"
    assert events["kyukan.x.3-differs"]["text"] == "別の文"
    assert "tenji.x.3-confirmed" in events
    assert library.story.refresh() == library.tip()
    parents = library.story.history().chain(library.story.head, None).commits
    assert parents[-1].parents == (before,)


def test_what_comes_back_is_recorded_again(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    edit_by_hand(library, "ohanashi", "別の文")
    assert verify(library).code == 1
    at_the_service(library, "UPDATE posts SET text = ?", text_of("ohanashi"))

    run = verify(library)

    assert (run.code, run.states) == (0, {"ohanashi": "ok"}), run
    checked = library.sns("status", "--check", repo=library.story.clone("look"))
    assert checked.code == 0, checked
    assert list(library.events())[-2:] == [
        "ohanashi.x.3-differs",
        "ohanashi.x.4-confirmed",
    ]


def test_status_tells_of_a_post_that_is_gone(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    delete_by_hand(library, "ohanashi")
    assert verify(library).code == 1

    run = library.sns("status", repo=library.story.clone("status"))

    assert run.code == 0, run
    assert "見当たらなくなりました" in run.out


def test_a_post_that_no_delivery_explains_is_a_stranger(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    add_by_hand(library, "のっとり\x1b[31m ::error::")

    run = verify(library)
    text = library.sns("verify", "--at", LATER)

    assert (run.code, run.states) == (1, {"ohanashi": "ok"}), run
    (stranger,) = run.json["unknown_posts"]
    assert set(stranger) == {"account", "remote_id", "url", "text"}
    assert stranger["account"] == "x"
    assert stranger["text"] == "のっとり\x1b[31m ::error::"
    assert stranger["url"].endswith(stranger["remote_id"])
    assert text.code == 1
    assert "のっとり" in text.out
    assert "\x1b" not in text.out + run.out
    assert "::error::" not in text.out + run.out


def test_a_post_in_doubt_is_no_stranger(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("accept-then-503", on="create")
    library.misbehave("timeline-empty", on="timeline")
    assert library.publish().states == {"ohanashi": "in-doubt"}

    run = verify(library)

    assert (run.code, run.states) == (0, {}), run
    assert run.json["unknown_posts"] == []


def test_a_service_that_does_not_answer_proves_nothing(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    delete_by_hand(library, "ohanashi")
    library.misbehave("timeline-down", on="timeline", times=2)
    before = library.events()

    run = verify(library)

    assert (run.code, run.states) == (5, {"ohanashi": "unknown"}), run
    assert library.events() == before


def test_a_timeline_that_is_empty_for_a_moment_loses_nothing(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.misbehave("timeline-empty", on="timeline")

    run = verify(library)

    assert (run.code, run.states) == (0, {"ohanashi": "ok"}), run
    assert library.asked("timeline") == 2


def test_a_post_of_a_moment_ago_is_not_missing_yet(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    delete_by_hand(library, "ohanashi")

    soon = verify(library, at=OPEN.replace(minute=15).isoformat())
    later = verify(library, at=OPEN.replace(minute=25).isoformat())

    assert (soon.code, soon.states) == (0, {"ohanashi": "unknown"}), soon
    assert (later.code, later.states) == (1, {"ohanashi": "missing"}), later


def test_credentials_of_another_account_are_not_believed(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.misbehave("wrong-account", on="me")

    run = verify(library)

    assert (run.code, run.states) == (4, {"ohanashi": "unknown"}), run
    assert run.notes == ["wrong-account"]


def test_without_credentials_nothing_is_known(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0

    run = verify(library, SNS_X_ACCESS_TOKEN=None)

    assert (run.code, run.states) == (4, {"ohanashi": "unknown"}), run
    assert run.notes == ["account-without-credentials"]


def test_without_a_key_it_says_what_it_would_write(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    before = library.tip()

    run = verify(library, SNS_PUBLISHER_KEY=None)

    assert (run.code, run.states, library.tip()) == (4, {"ohanashi": "ok"}, before)
    assert run.notes == ["publisher-key-missing", "resolve-would-write"]
    assert "ohanashi.x.3-confirmed.json" in run.out


def test_nothing_to_write_needs_no_key(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    assert verify(library).code == 0

    assert verify(library, SNS_PUBLISHER_KEY=None).code == 0


def test_a_taken_down_post_that_shows_again_is_told(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.approve(post("owabi", "誤り。", retracts="ohanashi"))
    assert library.publish(minutes=1).code == 0
    quiet = verify(library)
    at_the_service(library, "UPDATE posts SET deleted = 0")

    run = verify(library)

    assert (quiet.code, quiet.states) == (0, {}), quiet
    assert (run.code, run.states) == (1, {"ohanashi": "differs"}), run
    assert "取り下げた投稿" in run.out
    assert run.json["recorded"] == []


def test_since_leaves_out_what_is_older(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    delete_by_hand(library, "ohanashi")

    left_out = verify(library, "--since", "2036-06-04")
    looked_at = verify(library, "--since", "2036-06-03")

    assert (left_out.code, left_out.states) == (0, {}), left_out
    assert (looked_at.code, looked_at.states) == (1, {"ohanashi": "missing"})


def test_a_refused_change_on_main_keeps_it_from_writing(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.push({"README.md": "勝手な変更"})
    before = library.tip()

    run = verify(library)

    assert (run.code, run.states, library.tip()) == (4, {"ohanashi": "ok"}, before)
    assert run.notes[0] == "publishing-blocked"


def test_a_pause_does_not_keep_anybody_from_looking(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    delete_by_hand(library, "ohanashi")

    run = verify(library, SNS_PAUSED="点検")

    assert (run.code, run.states) == (1, {"ohanashi": "missing"}), run


def test_two_at_once_record_it_once(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    clones = (library.clone, library.story.clone("other"))

    started = [library.start("verify", "--at", LATER, repo=one) for one in clones]
    runs = [finish(one) for one in started]

    assert [run.code for run in runs] == [0, 0], runs
    names = [name for name in library.events() if name.startswith("ohanashi")]
    assert names[2:] == ["ohanashi.x.3-confirmed"]


def test_a_push_whose_answer_was_lost_is_recognised(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.hook("reference-transaction", '[ "$1" != committed ] || kill -9 $PPID')

    run = verify(library)

    assert (run.code, run.states) == (0, {"ohanashi": "ok"}), run
    assert [Path(path).stem for path in run.json["recorded"]] == [
        "ohanashi.x.3-confirmed",
        "x.1",
    ]
    assert list(library.events())[-1] == "ohanashi.x.3-confirmed"
