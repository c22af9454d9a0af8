"""``sns publish --until`` as a process: on time, for an emergency, asked to end."""

import datetime as dt
import signal
import subprocess

import pytest

from tests.support.library import Library
from tests.support.library_files import OPEN, post, publishing, text_of
from tests.support.moments import wait_until_sent
from tests.support.runs import Run, finish

SECOND = dt.timedelta(seconds=1)
CI = {"GITHUB_ACTIONS": "true"}


def staying(
    library: Library, minutes: int = 5, at: dt.datetime = OPEN, **variables: str
) -> "subprocess.Popen[bytes]":
    until = (at + dt.timedelta(minutes=minutes)).isoformat()
    return library.start(*publishing(0, at, "--until", until), **variables)


def heard(process: "subprocess.Popen[bytes]") -> str:
    """Wait until it says what it waits for."""
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line.decode()
        if "動き続け" in said:
            return said
    raise AssertionError(said + str(finish(process)))


def moment(library: Library, event: str) -> dt.datetime:
    return dt.datetime.fromisoformat(library.events()[event]["at"])


def test_a_post_goes_out_when_its_minute_has_come_and_the_job_is_over(
    library: Library,
) -> None:
    due = OPEN + 6 * SECOND
    library.approve(post("kyukan"), post("ohanashi", publish_at=due.isoformat()))

    process = staying(library, **CI)
    said = heard(process)
    run = finish(process)

    assert (run.code, run.states) == (
        0,
        {"kyukan": "published", "ohanashi": "published"},
    ), run
    assert "10:05 まで" in said
    assert moment(library, "kyukan.x.1-claimed") < due
    assert moment(library, "ohanashi.x.1-claimed") >= due
    assert library.sent() == [text_of("kyukan"), text_of("ohanashi")]
    assert library.sns("authenticate", repo=library.story.remote).code == 0


def test_what_is_approved_while_it_waits_goes_out_by_it(library: Library) -> None:
    later = (OPEN + dt.timedelta(minutes=4)).isoformat()
    library.approve(post("yotei", publish_at=later))

    process = staying(library, **CI)
    heard(process)
    library.approve(post("kinkyu", category="emergency"))
    wait_until_sent(library, process)
    process.send_signal(signal.SIGTERM)
    run = finish(process)

    assert (run.code, run.states) == (
        0,
        {"kinkyu": "published", "yotei": "waiting"},
    ), run
    assert library.sent() == [text_of("kinkyu")]


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)]
)
def test_asked_to_end_while_it_waits_it_reports_and_ends(
    library: Library, number: signal.Signals, code: int
) -> None:
    process = staying(library, minutes=60)
    heard(process)
    process.send_signal(number)
    run = finish(process)

    assert (run.code, run.json["deliveries"]) == (code, []), run
    assert "Traceback" not in run.err


def test_asked_to_end_while_sending_it_records_what_it_sent(library: Library) -> None:
    library.approve(post("kyukan"), post("ohanashi"))
    library.misbehave("accept-then-hang", seconds=0.5)

    process = staying(library)
    wait_until_sent(library, process)
    process.send_signal(signal.SIGTERM)
    run = finish(process)

    assert run.states == {"kyukan": "published", "ohanashi": "due"}, run
    assert run.code == 5
    assert "kyukan.x.2-published" in library.events()
    assert library.sent() == [text_of("kyukan")]


def test_where_an_approval_starts_a_run_nothing_due_ends_it_at_once(
    library: Library,
) -> None:
    library.approve(post("asu", publish_at=(OPEN + dt.timedelta(days=1)).isoformat()))

    run = finish(staying(library, **CI))

    assert (run.code, run.states, run.err) == (0, {"asu": "waiting"}, ""), run


def test_two_that_stay_send_each_post_once(library: Library) -> None:
    due = (OPEN + 8 * SECOND).isoformat()
    library.approve(*(post(f"post-{n}", publish_at=due) for n in range(3)))
    clones = [library.story.clone(f"ci-{n}") for n in range(2)]
    until = (OPEN + dt.timedelta(minutes=1)).isoformat()

    started = [
        library.start(*publishing(0, OPEN, "--until", until), repo=clone, **CI)
        for clone in clones
    ]
    runs = [finish(process) for process in started]

    assert sorted(library.sent()) == [text_of(f"post-{n}") for n in range(3)]
    assert library.asked("create") == 3
    assert {run.code for run in runs} <= {0, 5}, runs


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--until", "09:59"), "もう過ぎています"),
        (("--until", "2036-06-03T09:59:59+09:00"), "もう過ぎています"),
        (("--until", "16:01"), "先すぎます"),
        (("--until", "+361"), "先すぎます"),
        (("--until", "+0"), "もう過ぎています"),
        (("--until", "24:30"), "読めません"),
        (("--until", "夕方"), "読めません"),
        (("--until", "2036-06-03"), "読めません"),
        (("--until", "11:00", "--dry-run"), "--dry-run"),
    ],
)
def test_a_time_that_will_not_do_is_said_and_nothing_is_sent(
    library: Library, arguments: tuple[str, ...], words: str
) -> None:
    library.approve(post("ohanashi"))

    run: Run = library.publish(*arguments)

    assert (run.code, run.out, library.sent()) == (2, "", []), run
    assert words in run.err
    assert run.err.count("\n") == 1


def test_a_short_hour_of_today_is_in_the_time_zone_of_the_library(
    library: Library,
) -> None:
    run = library.publish("--until", "10:01", **CI)

    assert (run.code, run.json["deliveries"]) == (0, []), run


def test_moved_clocks_are_for_rehearsals_here_too(library: Library) -> None:
    run = library.publish("--until", "11:00", SNS_X_API_BASE=None)

    assert (run.code, run.out) == (2, ""), run


def test_what_ends_a_first_run_ends_it(library: Library) -> None:
    away = library.story.remote.rename(library.folder / "away.git")

    run = library.publish("--until", "11:00")

    away.rename(library.story.remote)
    assert (run.code, run.out) == (4, ""), run


def test_a_remote_that_goes_away_and_comes_back_loses_nothing(library: Library) -> None:
    due = OPEN + 12 * SECOND
    library.approve(post("ohanashi", publish_at=due.isoformat()))

    process = staying(library)
    heard(process)
    away = library.story.remote.rename(library.folder / "away.git")
    assert "届きません" in heard(process)
    away.rename(library.story.remote)
    process.send_signal(signal.SIGTERM)
    run = finish(process)
    later = library.publish(minutes=1)

    assert run.code == 4, run
    assert (later.code, later.states) == (0, {"ohanashi": "published"}), later
