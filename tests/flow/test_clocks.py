"""Clocks that are wrong, hours that do not exist, and the ends of months."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sns_cli.adapters.rehearsal.faults import Fault
from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import ZONE, post, text_of

DAY = 86_400.0
BERLIN = ZoneInfo("Europe/Berlin")
GAP = dt.date(2037, 3, 29)
"""A Sunday: 02:00 to 03:00 do not exist in Berlin."""
FOLD = dt.date(2036, 10, 26)
"""A Sunday: 02:00 to 03:00 come twice in Berlin."""
NIGHT = 'open = "02:30", close = "04:00"'


@pytest.mark.parametrize("seconds", [-DAY, -121.0, 125.0, DAY])
def test_a_clock_that_is_too_far_off_claims_nothing(
    library: Library, seconds: float
) -> None:
    library.approve(post("ohanashi"))
    library.servers["x"].add_fault(Fault("wrong-clock", None, 9, seconds))
    before = library.tip()

    run = library.publish()

    assert (run.code, run.states) == (4, {"ohanashi": "due"}), run
    assert "clock-off" in run.notes
    assert (library.asked("create"), library.tip()) == (0, before)


@pytest.mark.parametrize("seconds", [-100.0, 100.0])
def test_a_clock_that_is_a_little_off_serves(library: Library, seconds: float) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    library.servers["x"].add_fault(Fault("wrong-clock", None, 1, seconds))
    library.misbehave("accept-then-reset")

    run = library.publish()

    assert run.code == 0, run
    assert library.sent() == [text_of("kyukan"), text_of("ohanashi")]


@pytest.fixture
def berlin(tmp_path: Path) -> Iterator[Library]:
    """A library in a zone with summer time that is open on Sundays from 02:30."""

    class InBerlin(Library):
        def settings(self, extra: str = "", **changes: str) -> str:
            here = {"Asia/Tokyo": "Europe/Berlin"}
            text = super().settings(extra, **here, **changes)
            usual = '"sat", "sun"], open = "09:30", close = "19:00"'
            assert usual in text
            return text.replace(usual, f'"sat", "sun"], {NIGHT}')

    with InBerlin(tmp_path / "berlin") as made:
        yield made


def wall(day: dt.date, hour: int, minute: int, fold: int = 0) -> dt.datetime:
    """Return an instant by what the clocks in Berlin show."""
    shown = dt.time(hour, minute, tzinfo=BERLIN, fold=fold)
    return dt.datetime.combine(day, shown).astimezone(dt.UTC)


def test_an_opening_time_that_does_not_exist_is_the_end_of_the_gap(
    berlin: Library,
) -> None:
    """02:30 does not come: the clocks go from 02:00 to 03:00."""
    berlin.approve(post("ohanashi"))

    before = berlin.publish(at=wall(GAP, 1, 59))
    after = berlin.publish(at=wall(GAP, 3, 30))

    assert (before.code, before.states) == (0, {"ohanashi": "waiting"}), before
    assert (after.code, after.states) == (0, {"ohanashi": "published"}), after
    (claim,) = (e for e in berlin.events().values() if e["event"] == "claimed")
    assert claim["at"].startswith("2037-03-29T03:30")
    assert claim["at"].endswith("+02:00")


def test_a_post_for_a_time_that_does_not_exist_is_for_people(berlin: Library) -> None:
    berlin.approve(
        post("ohanashi", publish_at="2037-03-29T02:45:00"),
        post("kyukan", publish_at="2037-03-29T02:45:00+01:00"),
    )

    before = berlin.publish(at=wall(GAP, 3, 44))
    after = berlin.publish(at=wall(GAP, 3, 46))

    assert (before.code, after.code) == (1, 1)
    assert before.states == {"ohanashi": "blocked", "kyukan": "waiting"}, before
    assert after.states == {"ohanashi": "blocked", "kyukan": "published"}, after
    assert "存在しない時刻" in str(after.reasons["ohanashi"])
    assert berlin.sent() == [text_of("kyukan")]


def test_an_hour_that_comes_twice_sends_once_and_keeps_the_order(
    berlin: Library,
) -> None:
    berlin.approve(post("ohanashi"))

    waits = berlin.publish(at=wall(FOLD, 2, 10))
    first = berlin.publish(at=wall(FOLD, 2, 40))
    berlin.approve(post("kyukan"))
    second = berlin.publish(at=wall(FOLD, 2, 40, fold=1))
    closed = berlin.publish(at=wall(FOLD, 4, 0))

    assert waits.states == {"ohanashi": "waiting"}, waits
    assert first.states == {"ohanashi": "published"}, first
    assert (second.code, second.states) == (0, {"kyukan": "published"}), second
    assert closed.states == {}, closed
    assert berlin.sent() == [text_of("ohanashi"), text_of("kyukan")]
    events = berlin.events()
    assert events["ohanashi.x.1-claimed"]["at"].endswith("+02:00")
    assert events["kyukan.x.1-claimed"]["at"].endswith("+01:00")


@pytest.mark.parametrize(
    ("sent", "settled", "months"),
    [
        ((2036, 7, 31), (2036, 8, 1), ("2036/07", "2036/08")),
        ((2036, 12, 31), (2037, 1, 1), ("2036/12", "2037/01")),
        ((2036, 2, 29), (2036, 3, 1), ("2036/02", "2036/03")),
    ],
)
def test_a_doubt_over_the_end_of_a_month_is_settled_in_the_next(
    library: Library,
    sent: tuple[int, int, int],
    settled: tuple[int, int, int],
    months: tuple[str, str],
) -> None:
    library.approve(post("ohanashi", outside_hours_reason="試験"))
    library.misbehave("accept-then-reset")
    library.misbehave("timeline-down")

    doubt = library.publish(at=dt.datetime(*sent, 23, 59, tzinfo=ZONE))
    sure = library.publish(at=dt.datetime(*settled, 0, 1, tzinfo=ZONE))

    assert (doubt.code, sure.code) == (6, 0), (doubt, sure)
    listed = git(library.story.remote, "ls-tree", "-r", "--name-only", "main")
    names = [one for one in listed.decode().split() if one.startswith("archive/")]
    assert names == [
        f"archive/{months[0]}/ohanashi.x.1-claimed.json",
        f"archive/{months[0]}/ohanashi.x.2-in-doubt.json",
        f"archive/{months[1]}/ohanashi.x.3-published.json",
    ]
    assert library.sent() == [text_of("ohanashi")]
