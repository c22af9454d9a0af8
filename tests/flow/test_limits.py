"""Spacing, posts per day and budget hold posts back and say so."""

from pathlib import Path

from tests.support.library import Library
from tests.support.library_files import post

IDS = ("post-1", "post-2", "post-3")


def test_posts_keep_their_distance(tmp_path: Path) -> None:
    with Library(tmp_path / "library", limits="spacing_minutes = 30") as library:
        library.approve(*(post(one) for one in IDS))

        runs = [library.publish(minutes=at) for at in (0, 20, 31, 62)]

        assert [run.code for run in runs] == [0, 0, 0, 0]
        assert [len(run.states) for run in runs] == [3, 2, 2, 1]
        assert "10:30" in (runs[0].reasons["post-2"] or "")
        assert runs[1].states == {"post-2": "waiting", "post-3": "waiting"}
        assert len(library.sent()) == 3


def test_a_day_has_its_limit(tmp_path: Path) -> None:
    with Library(tmp_path / "library", limits="max_per_day = 2") as library:
        library.approve(*(post(one) for one in IDS))

        first = library.publish()
        evening = library.publish(minutes=500)
        morning = library.publish(minutes=24 * 60)

        assert list(first.states.values()).count("published") == 2
        assert (evening.code, evening.states) == (0, {"post-3": "waiting"}), evening
        assert " 2 " in (evening.reasons["post-3"] or "")
        assert morning.states == {"post-3": "published"}


def test_a_month_has_its_budget(tmp_path: Path) -> None:
    limits = "monthly_budget_usd = 0.02"
    with Library(tmp_path / "library", limits=limits) as library:
        library.approve(*(post(one) for one in IDS))

        run = library.publish()
        next_month = library.publish(minutes=30 * 24 * 60)

        assert run.code == 0, run
        waiting = {"post-2": "waiting", "post-3": "waiting"}
        assert run.states == {"post-1": "published", **waiting}
        assert "0.02" in (run.reasons["post-2"] or "")
        assert next_month.states["post-2"] == "published"
        assert next_month.states["post-3"] == "waiting"


def test_what_was_not_sent_costs_nothing(tmp_path: Path) -> None:
    limits = "monthly_budget_usd = 0.02\nmax_per_day = 1"
    with Library(tmp_path / "library", limits=limits) as library:
        library.approve(post("post-1"))
        library.misbehave("429-without-reset")

        refused = library.publish()
        sent = library.publish(minutes=17)

        assert (refused.code, sent.code) == (5, 0), (refused, sent)
        assert len(library.sent()) == 1
