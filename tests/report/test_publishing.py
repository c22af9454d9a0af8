"""The report of a run in every format: nothing that matters is left out of one."""

import json

import pytest

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Outcome, Reason, Result, RunReport
from sns_cli.model.ledger import DeliveryKey
from sns_cli.report.publishing import render_run
from sns_cli.report.summary import Page

STYLES = ("text", "json", "github", "markdown")
QUIET = RunReport((), ExitCode.OK)
EVIL = "posts/2036/06/\n::error::x,%0A.md"


@pytest.mark.parametrize("style", STYLES)
def test_unapproved_posts_are_told_in_every_format(style: str) -> None:
    shown = render_run(QUIET, Page(("posts/a", "posts/b")), style, "en")

    assert "posts/a" in shown
    assert "posts/b" in shown
    assert "Nothing to publish" not in shown
    if style == "json":
        assert json.loads(shown)["unapproved"] == ["posts/a", "posts/b"]
    else:
        assert "2 posts are not approved" in shown


@pytest.mark.parametrize("style", ["text", "github", "markdown"])
def test_nothing_to_do_is_one_line_and_no_annotation(style: str) -> None:
    assert render_run(QUIET, Page(), style, "en") == "Nothing to publish now."


def test_github_tells_what_is_for_people_as_an_error() -> None:
    doubted = Outcome(DeliveryKey("kyukan", "x"), Result.IN_DOUBT)
    waiting = Outcome(DeliveryKey("ohanashi", "x"), Result.WAITING)
    notes = (Reason("account-paused", {"account": "x"}),)
    report = RunReport((doubted, waiting), ExitCode.IN_DOUBT, notes)

    lines = render_run(report, Page(("posts/a",)), "github", "ja").split("\n")

    assert [line.partition("::")[2].partition("::")[0] for line in lines] == [
        "warning",
        "error",
        "notice",
        "warning",
    ]
    assert "kyukan → x" in lines[1]


def test_no_path_begins_a_command_of_its_own() -> None:
    shown = render_run(QUIET, Page((EVIL,)), "github", "ja")

    assert shown.count("\n") == 0
    assert shown.startswith("::warning::")
    assert "%250A" in shown
