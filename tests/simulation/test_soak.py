"""The tool that runs more schedules than a test run does."""

import os
import subprocess
import sys
from pathlib import Path

from tests.simulation.books import Books
from tests.simulation.running import Tally

ROOT = Path(__file__).parents[2]


def test_a_range_of_seeds_is_run_and_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.simulation.soak"],
        cwd=ROOT,
        env={**os.environ, "SEEDS": "300:304", "WORKERS": "2"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    first, *_, last = done.stdout.splitlines()
    assert first == "seeds 300 to 303, 2 processes"
    assert last.startswith("4 schedules in ")
    assert last.endswith(" 0 violations; rest: SEEDS=304:304")


def test_two_ranges_add_up() -> None:
    one = Tally(2, 30, 3, {7: "I1"}, {("Send", "429"): 1}, {"claimed": 2})
    one.merge(Tally(1, 10, 0, {8: "I2"}, {("Send", "429"): 2}, {"claimed": 1}))

    assert (one.schedules, one.steps, one.public) == (3, 40, 3)
    assert one.violations == {7: "I1", 8: "I2"}
    assert one.times == {("Send", "429"): 3}
    assert one.situations == {"claimed": 3}


def test_the_books_take_no_event_that_cannot_follow() -> None:
    books = Books()
    claim = b'{"post":"a","account":"x","n":1,"event":"claimed"'
    at = b',"at":"2026-12-31T23:59:59+09:00"}'
    folder = "archive/2026/12"

    assert not isinstance(books.enter(f"{folder}/a.x.1-claimed.json", claim + at), str)
    again = claim.replace(b'"n":1', b'"n":2') + at
    for path, told in (
        (f"{folder}/a.x.2-claimed.json", "claimed after claimed"),
        (f"{folder}/a.x.9-claimed.json", "numbered 9 after 2"),
        ("archive/2027/01/b.x.1-claimed.json", "in the wrong month"),
        ("posts/2026/12/a.md", "no event"),
        (f"{folder}/c.x.1-claimed.json", "says otherwise"),
    ):
        found = books.enter(path, again)
        assert isinstance(found, str)
        assert told in found
