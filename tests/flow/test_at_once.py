"""Several publishers at the same time: each post goes out exactly once."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.library import Library
from tests.support.library_files import post, publishing, text_of
from tests.support.runs import Run, finish

IDS = ("kyukan", "ohanashi", "tenji")


def race(library: Library, clones: Sequence[Path]) -> list[Run]:
    """Start a publisher in every clone at once and wait for all of them."""
    started = [library.start(*publishing(), repo=clone) for clone in clones]
    return [finish(process) for process in started]


@pytest.mark.parametrize("layout", ["two-clones", "four-clones", "four-in-one-clone"])
def test_runs_at_the_same_time_send_each_post_once(
    library: Library, layout: str
) -> None:
    library.approve(*(post(one) for one in IDS))
    count = 2 if layout == "two-clones" else 4
    own = layout != "four-in-one-clone"
    clones = [
        library.story.clone(f"ci-{number}") if own else library.clone
        for number in range(count)
    ]

    runs = race(library, clones)
    last = library.publish(minutes=1)

    assert sorted(library.sent()) == [text_of(one) for one in IDS]
    assert library.asked("create") == len(IDS)
    for run in runs:
        # 5: somebody else's claim was young when this run looked.
        assert run.code in {0, 5}, run
    assert (last.code, last.states) == (0, {}), last
    assert library.sns("authenticate", repo=library.story.remote).code == 0
    library.fsck()
    names = [re.sub(r"\d+-", "", name) for name in library.events()]
    assert sorted(names) == sorted(
        f"{one}.x.{event}" for one in IDS for event in ("claimed", "published")
    )
