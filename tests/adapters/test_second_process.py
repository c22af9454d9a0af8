"""A second process knows something or nothing, and never stands in the way.

Each case runs in an interpreter of its own: a copy of pytest's would have its threads.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAD = """
import os, signal, sys, threading
from sns_cli.adapters.second_process import second_process

COUNT = 1000
ALL = range(COUNT)

def odd(place):
    return place % 2 == 1

def wait():
    "Until the other process ended, which leaves it as it is."
    os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)

def none_is_left():
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False
"""

pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) == 1,
    reason="there is no second process here",
)


def run(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", HEAD + script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_all_of_it_is_known_of_one_that_was_waited_for() -> None:
    script = """
known = second_process(odd, COUNT)
wait()
print(list(filter(known, ALL)) == list(filter(odd, ALL)))
print(none_is_left())
"""
    assert run(script) == "True\nTrue\n"


def test_what_is_known_is_true_and_lies_at_the_end() -> None:
    script = """
known = second_process(odd, COUNT)
found = list(filter(known, ALL))
print(found == list(filter(odd, range(min(found, default=COUNT), COUNT))))
print(none_is_left() or not found)
"""
    assert run(script) == "True\nTrue\n"


def test_they_meet_and_the_other_one_is_sent_home() -> None:
    script = """
def endless(place):
    while place < COUNT // 2:
        signal.pause()
    return odd(place)

known = second_process(endless, COUNT)
while not known(COUNT - 1):
    pass
print(none_is_left())
print(known(COUNT - 1), known(COUNT - 2), known(0))
"""
    assert run(script) == "True\nTrue False False\n"


def test_it_goes_on_while_others_ask_what_it_does_not_know_yet() -> None:
    script = """
gate, opening = os.pipe()

def later(place):
    if place == COUNT - 1:
        os.read(gate, 1)
    return odd(place)

known = second_process(later, COUNT)
print(known(0))
os.write(opening, b"x")
wait()
print(any(known(place) for place in ALL))
"""
    assert run(script) == "False\nTrue\n"


@pytest.mark.parametrize(
    "death",
    [
        "os.kill(os.getpid(), signal.SIGKILL)",
        "os._exit(1)",
        "raise ValueError",
        "1 / 0",
    ],
)
def test_of_one_that_dies_only_what_it_said_is_known(death: str) -> None:
    script = f"""
def mortal(place):
    if place == 600:
        {death}
    return odd(place)

known = second_process(mortal, COUNT)
wait()
found = list(filter(known, ALL))
print(found != [], min(found) > 600)
print(found == list(filter(odd, range(min(found), COUNT))))
print(none_is_left())
"""
    assert run(script) == "True True\nTrue\nTrue\n"


def test_it_ends_when_the_program_does() -> None:
    """Its copies of our standard streams would keep a reader waiting for their end."""
    script = """
import time

def slow(place):
    time.sleep(0.01)
    return True

known = second_process(slow, 10**6)
os._exit(0)
"""
    assert run(script) == ""


def test_it_ends_with_what_was_to_be_known() -> None:
    script = """
import time
known = second_process(lambda place: time.sleep(1000), COUNT)
del known
print(none_is_left())
"""
    assert run(script) == "True\n"


def test_it_repeats_nothing_that_was_about_to_be_written() -> None:
    script = """
print("once", end="")
known = second_process(odd, COUNT)
wait()
"""
    assert run(script) == "once"


@pytest.mark.parametrize(
    "before",
    [
        "count = 499",
        "stop = threading.Event(); threading.Thread(target=stop.wait).start()",
        "os.sched_getaffinity = lambda _: {0}",
        "del os.sched_getaffinity; os.cpu_count = lambda: 1",
        "del os.sched_getaffinity; os.cpu_count = lambda: None",
        "del os.fork",
    ],
)
def test_there_is_none_where_there_should_be_none(before: str) -> None:
    script = f"""
count = COUNT
stop = threading.Event()
{before}
known = second_process(odd, count)
print(none_is_left(), any(known(place) for place in range(count)))
stop.set()
"""
    assert run(script) == "True False\n"
