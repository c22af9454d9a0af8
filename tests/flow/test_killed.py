"""A run is killed at every single moment; others make it good.

The run is the real program on a real remote and service, the kill is SIGKILL, and it
comes before and after each write to the service and each git command that reaches the
remote or stores something (``tests/support/doom.py``).
"""

import signal
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.flow.killing import at_every_moment, check_objects, made_good
from tests.support.library import Library
from tests.support.library_files import post, publishing, text_of
from tests.support.moments import HOLD, wait_until_held, wait_until_sent
from tests.support.picture_posts import ALT, beside, with_pictures
from tests.support.pictures import picture

IDS = ("kyukan", "ohanashi")
ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}
VERIFYING = ("verify", "--format", "json", "--at", "2036-06-03T12:00+09:00")


def events_of(library: Library, kind: str | None = None) -> list[Mapping[str, Any]]:
    """Return the events of that kind (any), in the order of their numbers."""
    events = sorted(library.events().values(), key=lambda one: int(one["n"]))
    return [one for one in events if kind in {None, one["event"]}]


def test_a_run_killed_at_any_moment_sends_nothing_twice_and_loses_nothing(
    tmp_path: Path,
) -> None:
    def prepare(library: Library) -> Sequence[str]:
        library.approve(*(post(one) for one in IDS))
        return publishing()

    ends = at_every_moment(tmp_path, prepare, lambda one: made_good(one, IDS))

    # Both occurred: the kills struck between claim and send, and elsewhere.
    assert ends.keys() == {"0 in doubt", "1 in doubt"}


def test_a_run_killed_at_any_moment_of_a_picture_leaves_it_whole(
    tmp_path: Path,
) -> None:
    contents = (picture("PNG"), picture("JPEG"))

    def prepare(library: Library) -> Sequence[str]:
        text = with_pictures("tenji", "a.png", "b.jpg")
        library.approve(text, **beside(a_png=contents[0], b_jpg=contents[1]))
        # As CI clones: the post, the pictures and the events have to be fetched.
        library.clone = library.story.ci_clone("blobless", library.introduction)
        return publishing()

    def judge(library: Library) -> str:
        end = made_good(library, ["tenji"])
        (shown,) = library.pictures()
        assert [alt for _, alt in shown] == [ALT, ALT]
        (receipt,) = events_of(library, "published")
        assert [one["size"] for one in receipt["media"]] == [
            len(content) for content, _ in shown
        ]
        for one, (content, _) in zip(receipt["media"], shown, strict=True):
            digest, ending = one["sha256"], ENDINGS[one["mime"]]
            path = f"archive/media/{digest[:2]}/{digest}.{ending}"
            assert library.archived(path) == content
        return end

    assert at_every_moment(tmp_path, prepare, judge).keys() == {
        "0 in doubt",
        "1 in doubt",
    }


def test_a_run_killed_at_any_moment_still_takes_down_what_it_was_to_take_down(
    tmp_path: Path,
) -> None:
    def prepare(library: Library) -> Sequence[str]:
        library.approve(post("kyukan"))
        assert library.publish(minutes=-1).code == 0
        library.approve(post("owabi", "誤りのため。", retracts="kyukan"))
        return publishing()

    def judge(library: Library) -> str:
        library.publish(minutes=1)
        last = library.publish(minutes=22)
        assert (last.code, last.states) == (0, {}), last
        assert library.public() == []
        assert list(library.events())[2:] == ["kyukan.x.3-retracted"]
        assert library.asked("create") == 1
        return f"asked {library.asked('delete')}"

    ends = at_every_moment(tmp_path, prepare, judge)
    # Struck before and after the service took it down.
    assert ends.keys() == {"asked 1", "asked 2"}


def test_a_decision_killed_at_any_moment_is_made_once(tmp_path: Path) -> None:
    def prepare(library: Library) -> Sequence[str]:
        library.approve(post("ohanashi"))
        library.misbehave("503")
        assert library.publish().code == 6
        return ("resolve", "ohanashi", "x", "--not-sent")

    def judge(library: Library) -> str:
        again = library.sns("resolve", "ohanashi", "x", "--not-sent")
        assert again.code in {0, 1}, again
        assert library.publish(minutes=23).code == 0
        assert library.sent() == [text_of("ohanashi")]
        assert [event["event"] for event in events_of(library)] == [
            "claimed",
            "in-doubt",
            "not-sent",
            "claimed",
            "published",
        ]
        return f"again: {again.code}"

    # 1: the decision stood already, although nobody had been told.
    ends = at_every_moment(tmp_path, prepare, judge)
    assert ends.keys() == {"again: 0", "again: 1"}


def test_a_look_at_what_is_public_killed_at_any_moment_is_recorded_once(
    tmp_path: Path,
) -> None:
    def prepare(library: Library) -> Sequence[str]:
        library.approve(*(post(one) for one in IDS))
        assert library.publish().code == 0
        with sqlite3.connect(library.folder / "x.sqlite") as database:
            other = ("べつの文", text_of("kyukan"))
            database.execute("UPDATE posts SET text = ? WHERE text = ?", other)
        database.close()
        return VERIFYING

    def judge(library: Library) -> str:
        before = library.tip()
        again = library.sns(*VERIFYING)
        assert again.states == {"kyukan": "differs", "ohanashi": "ok"}, again
        news = set(library.events()) - {
            f"{one}.x.{event}" for one in IDS for event in ("1-claimed", "2-published")
        }
        assert news == {"kyukan.x.3-differs", "ohanashi.x.3-confirmed"}
        return "written before" if library.tip() == before else "written now"

    ends = at_every_moment(tmp_path, prepare, judge)
    assert ends.keys() == {"written before", "written now"}


KILL_AT_PUSH = """
cat > /dev/null
echo x >> "$GIT_DIR/pushes"
[ $(wc -l < "$GIT_DIR/pushes") -eq {push} ] || exit 0
while [ ! -s "$GIT_DIR/pid" ]; do sleep 0.01; done
kill -9 $(cat "$GIT_DIR/pid")
"""


@pytest.mark.parametrize("push", [1, 2, 3])
@pytest.mark.parametrize("hook", ["pre-receive", "post-receive"])
def test_a_run_killed_by_the_time_its_push_is_taken_sends_nothing_twice(
    library: Library, hook: str, push: int
) -> None:
    """Its git goes on without it: the remote takes the push in either case."""
    library.approve(*(post(one) for one in IDS))
    library.hook(hook, KILL_AT_PUSH.format(push=push))

    run = library.fork(*publishing())
    (library.story.remote / "pid").write_text(f"{run.pid}\n")
    code = run.wait().code
    end = made_good(library, IDS)

    assert code == -signal.SIGKILL
    # The third push brings nothing but the last receipt.
    assert end == ("0 in doubt" if push == len(IDS) + 1 else "1 in doubt")
    check_objects(library)


def test_a_run_killed_while_its_claim_is_pushed_ends_in_doubt(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    hold = library.story.remote / "hold"
    hold.touch()
    library.hook("post-receive", HOLD)

    process = library.start(*publishing())
    wait_until_held(library, process)
    process.kill()
    process.communicate()
    hold.unlink()
    young = library.publish(minutes=1)
    old = library.publish(minutes=22)

    assert (young.code, young.states) == (5, {"ohanashi": "claimed"}), young
    assert (old.code, old.states) == (6, {"ohanashi": "in-doubt"}), old
    assert library.asked("create") == 0


def test_a_run_killed_while_the_service_answers_is_made_good_at_once(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("accept-then-hang", seconds=5)

    process = library.start(*publishing())
    wait_until_sent(library, process)
    process.kill()
    process.communicate()
    run = library.publish(minutes=1)

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run
    assert library.sent() == [text_of("ohanashi")]
