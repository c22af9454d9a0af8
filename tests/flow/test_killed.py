"""A run is killed before every single thing it asks of the world; others make it good.

The run is the real publisher on a real remote and service, and the kill is SIGKILL.
"""

import signal
from collections import Counter
from pathlib import Path

from tests.support.forks import run_forked
from tests.support.library import Library
from tests.support.library_files import OPEN, post, publishing, text_of
from tests.support.moments import HOLD, wait_until_held, wait_until_sent

IDS = ("kyukan", "ohanashi")
MOST_STEPS = 60


def kill(library: Library, step: int) -> int:
    """Publish until just before that step and return how the run ended."""
    arguments = [str(library.clone), OPEN.isoformat()]
    return run_forked(
        arguments, library.environment(), library.folder, kill_at=step
    ).code


def settle(library: Library) -> str:
    """Let two later runs make good what was struck, and return what came of it."""
    library.publish(minutes=1)
    last = library.publish(minutes=22)
    sent = Counter(library.sent())
    events = library.events()

    assert set(sent) <= {text_of(one) for one in IDS}
    assert max(sent.values(), default=1) == 1, "sent twice"
    doubtful = [one for one in IDS if f"{one}.x.2-in-doubt" in events]
    lost = [one for one in IDS if not sent[text_of(one)] and one not in doubtful]
    assert not lost
    for one in IDS:
        assert (f"{one}.x.2-published" in events) == (one not in doubtful)
    assert last.code == (6 if doubtful else 0), last
    assert len(doubtful) <= 1, "at most one is in hand at a time"
    library.fsck()
    return "doubt" if doubtful else "published"


def test_a_run_killed_at_any_step_sends_nothing_twice_and_loses_nothing(
    tmp_path: Path,
) -> None:
    ends: Counter[str] = Counter()
    for step in range(MOST_STEPS):
        with Library(tmp_path / str(step)) as library:
            library.approve(*(post(one) for one in IDS))
            code = kill(library, step)
            sent = len(library.sent())
            ends[f"killed with {sent} sent: {settle(library)}"] += 1
            if code != -signal.SIGKILL:
                assert (code, sent) == (0, len(IDS))
                break
    else:
        raise AssertionError("no run survived")

    # Both outcomes occurred, so the kills struck before and after every effect.
    assert ends["killed with 0 sent: doubt"]
    assert ends["killed with 0 sent: published"]
    assert ends["killed with 1 sent: doubt"]
    assert ends["killed with 1 sent: published"]
    assert ends["killed with 2 sent: published"]


def test_a_run_killed_at_any_step_still_takes_down_what_it_was_to_take_down(
    tmp_path: Path,
) -> None:
    for step in range(MOST_STEPS):
        with Library(tmp_path / str(step)) as library:
            library.approve(post("kyukan"))
            assert library.publish(minutes=-1).code == 0
            library.approve(post("owabi", "誤りのため。", retracts="kyukan"))
            code = kill(library, step)
            library.publish(minutes=1)
            last = library.publish(minutes=22)

            assert (last.code, last.states) == (0, {}), last
            assert library.public() == []
            assert list(library.events())[2:] == ["kyukan.x.3-retracted"]
            assert library.asked("create") == 1
            if code != -signal.SIGKILL:
                return
    raise AssertionError("no run survived")


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
