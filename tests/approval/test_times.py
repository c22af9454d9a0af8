"""A commit's time is its committer's word, held against the chain and the clock."""

import datetime as dt

import pytest

from tests.approval.library import POST, Library, approved, post, refused_for

MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(("minutes", "rule"), [(5, None), (6, "time-backwards")])
def test_no_commit_lies_before_the_last_accepted_one(
    library: Library, minutes: int, rule: str | None
) -> None:
    library.introduce()
    library.story.now += dt.timedelta(hours=1)
    before = library.story.commit({"a": "1"}, library.kancho)
    at = library.story.now - MINUTE - minutes * MINUTE
    late = library.story.commit({"a": "2"}, library.kancho, at=at)

    outcome = library.judged()

    assert refused_for(outcome, before) is None
    assert refused_for(outcome, late) == rule


def test_a_refused_commits_time_does_not_count(library: Library) -> None:
    library.introduce()
    ahead = library.story.now + dt.timedelta(hours=2)
    library.story.commit({POST: post()}, library.tanto, at=ahead)
    merge = library.approve({POST: post("認めた文")})

    outcome = library.judged(real_now=ahead)

    assert refused_for(outcome, merge) is None
    assert approved(outcome)


def test_the_introduction_has_a_time_too(library: Library) -> None:
    library.introduce()
    library.story.now -= dt.timedelta(hours=1)
    merge = library.approve({POST: post()})

    assert refused_for(library.judged(), merge) == "time-backwards"


@pytest.mark.parametrize(("minutes", "rule"), [(5, None), (6, "time-future")])
def test_no_commit_comes_from_the_future(
    library: Library, minutes: int, rule: str | None
) -> None:
    library.introduce()
    now = library.story.now
    at = now + minutes * MINUTE
    merge = library.story.commit({"a": "1"}, library.kancho, at=at)

    assert refused_for(library.judged(real_now=now), merge) == rule


def test_the_publisher_is_held_to_the_clock_as_well(library: Library) -> None:
    library.introduce()
    now = library.story.now
    claim = library.story.commit(
        {"archive/2026/11/a.json": "{}"}, library.robot, at=now + 9 * MINUTE
    )

    assert refused_for(library.judged(real_now=now), claim) == "time-future"


def test_slack_is_given_once_and_does_not_add_up(library: Library) -> None:
    library.introduce()
    library.story.now += dt.timedelta(hours=1)
    newest = library.story.now
    library.story.commit({"a": "0"}, library.kancho)
    first = library.story.commit({"a": "1"}, library.kancho, at=newest - 5 * MINUTE)
    second = library.story.commit({"a": "2"}, library.kancho, at=newest - 10 * MINUTE)

    outcome = library.judged()

    assert refused_for(outcome, first) is None
    assert refused_for(outcome, second) == "time-backwards"
