"""A report begins with what a person must look at, then with what is late."""

import datetime as dt

import pytest

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Outcome, PostState, Result, RunReport
from sns_cli.model.ledger import DeliveryKey
from sns_cli.report.publishing import render_run
from sns_cli.report.status import DeliveryStatus, PostStatus, StatusReport
from sns_cli.report.status import render_status as status
from sns_cli.report.summary import Page

SINCE = dt.datetime(2026, 12, 7, 9, 0, tzinfo=dt.UTC)


def one(post: str, state: Result, since: dt.datetime | None = None) -> Outcome:
    return Outcome(DeliveryKey(post, "x"), state, due_since=since)


RUN = RunReport(
    (
        one("aa", Result.PUBLISHED),
        one("bb", Result.WAITING),
        one("cc", Result.WAITING, SINCE),
        one("dd", Result.REJECTED),
        one("ee", Result.IN_DOUBT),
        one("ff", Result.NOT_SENT, SINCE),
        one("gg", Result.DUE),
    ),
    ExitCode.IN_DOUBT,
)
ORDER = ["ee", "cc", "ff", "dd", "gg", "aa", "bb"]


@pytest.mark.parametrize("style", ["text", "github"])
def test_a_run_tells_the_worst_first(style: str) -> None:
    shown = render_run(RUN, Page(), style, "ja")

    lines = shown.split("\n")
    assert [
        next(name for name in ORDER if f"{name} →" in line) for line in lines
    ] == ORDER
    assert [("遅れています" in line) for line in lines].index(True) == 1
    assert shown.count("遅れています") == 1  # ff says why it was not sent
    if style == "github":
        levels = [line.partition("::")[2].split(" ")[0].split(":")[0] for line in lines]
        assert levels == ["error"] * 4 + ["notice"] * 3


def test_the_page_of_a_run_begins_with_what_people_must_do() -> None:
    shown = render_run(RUN, Page(), "markdown", "ja")

    todo, table = shown.split("\n\n| ", 1)
    assert "### 人がすること" in todo
    assert [line[2:4] for line in todo.split("\n") if line[:2] == "- "] == ORDER[:4]
    rows = [line for line in table.split("\n") if "| x |" in line]
    assert [row[2:4] for row in rows] == ORDER
    assert [row.count("⏰") for row in rows] == [0, 1, 1, 0, 0, 0, 0]


def test_machines_get_the_order_of_the_plan() -> None:
    shown = render_run(RUN, Page(), "json", "ja")

    places = [shown.index(f'"{name}"') for name in sorted(ORDER)]
    assert places == sorted(places)


def state_of(post: str, state: PostState, delivery: str) -> PostStatus:
    deliveries = (DeliveryStatus("x", delivery),)
    return PostStatus(post, f"posts/{post}.md", state, deliveries=deliveries)


@pytest.mark.parametrize("style", ["text", "markdown"])
def test_a_list_of_posts_begins_with_doubts_and_what_is_late(style: str) -> None:
    posts = (
        state_of("done", PostState.DONE, "published"),
        state_of("late", PostState.OVERDUE, "waiting"),
        state_of("soon", PostState.WAITING, "waiting"),
        state_of("doubt", PostState.DUE, "in-doubt"),
    )

    shown = status(StatusReport(SINCE, posts), style, "ja")

    ids = ["doubt", "late", "done", "soon"]
    places = [shown.index(post) for post in ids]
    assert places == sorted(places)
