"""The disk is full when it matters most: what is public or in doubt is told."""

import contextlib
import resource
import sys
import time
from collections.abc import Iterator

import pytest

from tests.support.library import Library
from tests.support.library_files import post, publishing, text_of
from tests.support.moments import HOLD
from tests.support.runs import Run

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="nothing else can fill the disk of one process"
)
IDS = ("kyukan", "ohanashi")


@contextlib.contextmanager
def held(library: Library) -> Iterator[None]:
    """Hold the answer to the first claim; wait until it stands."""
    hold = library.story.remote / "hold"
    hold.touch()
    library.hook("post-receive", HOLD)
    yield
    hold.unlink()


def fill(pid: int) -> None:
    """Leave a process, and those it starts, no room for another byte of a file."""
    hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, hard))


def run_on_a_full_disk(library: Library) -> Run:
    """Publish, with the disk full from the first claim on; the output has room."""
    with held(library):
        process = library.start(*publishing())
        while not (library.story.remote / "held").exists():
            assert process.poll() is None, process.communicate()
            time.sleep(0.01)
        fill(process.pid)
    out, err = process.communicate()
    return Run(process.returncode, out.decode(), err.decode())


def test_what_is_public_is_told_although_it_cannot_be_written(
    library: Library,
) -> None:
    library.approve(*(post(one) for one in IDS))

    run = run_on_a_full_disk(library)
    later = library.publish(minutes=1)

    assert run.code == 4, run
    assert run.states == {"kyukan": "published", "ohanashi": "due"}
    assert run.reasons["kyukan"] is not None
    assert "https://x.com/example_lib/status/" in run.out
    assert "system-failed" in run.notes or "git-failed" in run.notes
    assert "Traceback" not in run.err
    assert later.code == 0, later
    assert library.sent() == [text_of("kyukan"), text_of("ohanashi")]
    library.fsck()


def test_a_doubt_is_told_although_it_cannot_be_written(library: Library) -> None:
    library.approve(*(post(one) for one in IDS))
    library.misbehave("503")

    run = run_on_a_full_disk(library)
    later = library.publish(minutes=22)

    assert (run.code, run.states["kyukan"]) == (6, "in-doubt"), run
    assert later.code == 6, later
    assert later.states == {"kyukan": "in-doubt", "ohanashi": "published"}
    assert library.sent() == [text_of("ohanashi")]


def test_a_doubt_is_told_where_not_even_the_output_has_room(library: Library) -> None:
    library.approve(post("kyukan"))
    library.misbehave("503")

    with held(library):
        run = library.fork(*publishing())  # its output is a file
        while not (library.story.remote / "held").exists():
            time.sleep(0.01)
        fill(run.pid)
    end = run.wait()

    assert (end.code, end.out) == (6, ""), end
    assert library.sent() == []


def test_a_disk_that_is_full_from_the_start_keeps_everything_unsent(
    library: Library,
) -> None:
    library.approve(post("kyukan"))
    before = library.tip()

    process = library.start(*publishing())
    fill(process.pid)
    out, err = process.communicate()

    assert process.returncode == 4, (out, err)
    assert b"Traceback" not in err
    assert (library.sent(), library.tip()) == ([], before)
    assert library.publish().code == 0
