"""One issue calls for people: what stands, who looks, with which command."""

from collections.abc import Iterator

import pytest

from sns_cli.model.alarm import LABEL
from tests.fakes.github import Answer, GitHub
from tests.fakes.github_issues import GitHubIssue
from tests.flow.people import by_director
from tests.flow.test_notices import NOW
from tests.flow.test_verify import add_by_hand, at_the_service, edit_by_hand
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.runs import Run


@pytest.fixture
def github() -> Iterator[GitHub]:
    with GitHub() as server:
        yield server
        assert server.complaints == []


def run(library: Library, github: GitHub, *typed: str, **variables: str) -> Run:
    """Run a command as a job on that host does, at the real time."""
    variables = {**github.environment(), **variables}
    return library.sns(*typed, "--format", "json", **variables)


def standing(github: GitHub) -> list[GitHubIssue]:
    return [one for one in github.issues.kept if one.state == "open"]


def alarm(github: GitHub) -> str:
    """Return the text of the one issue, as it shows."""
    (issue,) = standing(github)
    assert issue.labels == (LABEL,)
    return (issue.body or "").replace("\\", "")


def with_manager(library: Library, login: str) -> None:
    line = 'name = "図書館長"'
    text = library.settings().replace(line, f'{line}\ngithub = "{login}"')
    library.change_settings(text)


def test_a_doubt_calls_the_manager_and_is_settled(
    library: Library, github: GitHub
) -> None:
    with_manager(library, "kancho-city")
    library.approve(post("ohanashi", **NOW))
    library.misbehave("500")

    first = run(library, github, "publish")
    again = run(library, github, "publish")

    assert (first.code, again.code) == (6, 6), (first, again)
    body = alarm(github)
    assert "図書館長 @kancho-city" in body
    assert "sns resolve ohanashi x --published 投稿のURL" in body
    assert "sns resolve ohanashi x --not-sent" in body
    (issue,) = standing(github)
    assert github.said(issue.number) == []

    assert library.sns("resolve", "ohanashi", "x", "--not-sent").code == 0
    done = run(library, github, "publish")

    assert done.code == 0, done
    assert standing(github) == []
    assert "すべて片づきました" in github.said(issue.number)[0]


def test_a_refused_change_that_stops_everything_calls_the_director(
    library: Library, github: GitHub
) -> None:
    library.push({"README.md": "勝手な変更 @everyone"})

    assert run(library, github, "publish").code == 4

    body = alarm(github)
    assert "確かめる人: 館長 図書館長" in body
    assert "sns repair" in body
    assert by_director(library, "repair").code == 0
    assert run(library, github, "publish").code == 0
    assert standing(github) == []


def test_what_is_overdue_is_told_and_what_is_paused_is_not(
    library: Library, github: GitHub
) -> None:
    library.approve(post("ohanashi", **NOW))
    late = {"SNS_X_ACCESS_TOKEN": ""}  # approved two days ago

    assert run(library, github, "publish", SNS_PAUSED="点検", **late).code == 0
    assert standing(github) == []
    run(library, github, "publish", **late)
    body = alarm(github)
    assert "x の投稿 ohanashi: 出る時刻を24時間過ぎても" in body
    assert "sns status ohanashi" in body
    assert run(library, github, "publish").code == 0
    assert standing(github) == []


def test_a_run_about_one_post_settles_nothing_of_the_others(
    library: Library, github: GitHub
) -> None:
    library.approve(post("ohanashi", **NOW), post("kyukan", **NOW))
    run(library, github, "publish", SNS_X_ACCESS_TOKEN="")
    assert "ohanashi" in alarm(github)

    assert run(library, github, "publish", "--post", "kyukan").code == 0
    assert "ohanashi" in alarm(github)


def test_a_stranger_a_difference_and_a_missing_post(
    library: Library, github: GitHub
) -> None:
    library.approve(post("ohanashi", **NOW), post("kyukan", **NOW))
    assert run(library, github, "publish").code == 0
    add_by_hand(library, "大当たり @kancho-city #1 <!-- sns alarm/1 end -->")
    edit_by_hand(library, "kyukan", "別の文")

    first = run(library, github, "verify")
    (issue,) = standing(github)
    body = alarm(github)

    assert first.code == 1, first
    assert "この仕組みから出していない投稿" in body
    assert "大当たり ＠kancho" in body
    assert "@kancho-city" not in body
    assert body.count("<!-- sns alarm/1 end -->") == 1
    assert "sns acknowledge x https://x.com/example_lib/status/" in body
    assert "kyukan: 公開されている文が" in body
    again = run(library, github, "verify")
    assert again.code == 1
    assert github.said(issue.number) == []

    # publish knows nothing of strangers, and leaves what it did not look at.
    assert run(library, github, "publish").code == 0
    assert "大当たり" in alarm(github)

    (stranger,) = first.json["unknown_posts"]
    known = ("acknowledge", "x", stranger["url"], "--reason", "転送")
    assert by_director(library, *known).code == 0
    assert run(library, github, "publish").code == 0
    assert "大当たり" not in alarm(github)
    assert github.said(issue.number) == [
        "片づいたことがあります。残っていることは上の一覧にあります。"
    ]


def test_a_profile_that_changed_is_told_with_both_values(
    library: Library, github: GitHub
) -> None:
    assert run(library, github, "verify").code == 0
    library.servers["x"].present(name="偽物 <b>@kancho-city</b>", biography="買って")

    assert run(library, github, "verify").code == 1

    body = alarm(github)
    assert "図書館(予行)" in body
    assert "&lt;b&gt;＠kancho" in body
    assert "<b>" not in body
    library.servers["x"].present(name="図書館(予行)", biography="")
    assert run(library, github, "verify").code == 0
    assert standing(github) == []


def test_an_acknowledged_profile_is_settled_by_the_next_run_of_any_kind(
    library: Library, github: GitHub
) -> None:
    assert run(library, github, "verify").code == 0
    library.servers["x"].present(name="新しい名前")
    assert run(library, github, "verify").code == 1
    assert run(library, github, "publish").code == 0
    assert "新しい名前" in alarm(github)

    known = ("acknowledge", "x", "--profile", "--reason", "改めた")
    assert by_director(library, *known).code == 0

    assert run(library, github, "publish").code == 0
    assert standing(github) == []


def test_credentials_of_another_account_are_told(
    library: Library, github: GitHub
) -> None:
    library.misbehave("wrong-account", on="me")

    assert run(library, github, "verify").code == 4
    assert "別のアカウント" in alarm(github)
    assert run(library, github, "verify").code == 0
    assert standing(github) == []


def test_a_stranger_older_than_what_is_looked_at_stays(
    library: Library, github: GitHub
) -> None:
    library.approve(post("ohanashi", **NOW))
    assert run(library, github, "publish").code == 0
    add_by_hand(library, "大当たり")
    assert run(library, github, "verify").code == 1

    tomorrow = run(library, github, "verify", "--since", "2040-01-01")

    assert tomorrow.code == 0, tomorrow
    assert "大当たり" in alarm(github)


def test_a_service_that_does_not_answer_settles_nothing(
    library: Library, github: GitHub
) -> None:
    library.approve(post("ohanashi", **NOW))
    assert run(library, github, "publish").code == 0
    add_by_hand(library, "大当たり")
    assert run(library, github, "verify").code == 1
    library.misbehave("timeline-down", on="timeline", times=2)

    assert run(library, github, "verify").code == 5
    assert "大当たり" in alarm(github)


def test_an_empty_list_does_not_show_that_a_stranger_is_gone(
    library: Library, github: GitHub
) -> None:
    library.approve(post("ohanashi", **NOW))
    assert run(library, github, "publish").code == 0
    add_by_hand(library, "大当たり")
    assert run(library, github, "verify").code == 1

    at_the_service(library, "UPDATE posts SET deleted = 1")
    assert run(library, github, "verify").code == 0
    assert "大当たり" in alarm(github)
    at_the_service(library, "UPDATE posts SET deleted = 0")
    assert run(library, github, "verify").code == 1
    assert len(github.issues.kept) == 1

    at_the_service(library, "UPDATE posts SET deleted = 1 WHERE text = '大当たり'")
    assert run(library, github, "verify").code == 0
    assert standing(github) == []


def test_what_comes_later_is_said_in_a_comment(
    library: Library, github: GitHub
) -> None:
    library.approve(post("ohanashi", **NOW), post("kyukan", **NOW))
    assert run(library, github, "publish").code == 0
    edit_by_hand(library, "kyukan", "別の文")
    assert run(library, github, "verify").code == 1
    (issue,) = standing(github)
    add_by_hand(library, "大当たり")

    assert run(library, github, "verify").code == 1

    (said,) = github.said(issue.number)
    assert "大当たり" in said
    assert "kyukan" not in said
    assert "kyukan" in alarm(github)


@pytest.mark.parametrize("command", ["publish", "verify"])
def test_where_nothing_stands_one_look_is_all(
    library: Library, github: GitHub, command: str
) -> None:
    assert run(library, github, command).code == 0
    assert github.counted("GET", ".*/issues") == len(github.asked) == 1


@pytest.mark.parametrize("command", ["publish", "verify"])
@pytest.mark.parametrize("status", [403, 500])
def test_that_nobody_could_be_called_changes_nothing(
    library: Library, github: GitHub, command: str, status: int
) -> None:
    github.always = Answer(status)

    done = run(library, github, command)

    assert done.code == 0, done
    assert len(done.err.splitlines()) == 1
    assert "人を呼ぶお知らせ" in done.err


@pytest.mark.parametrize(
    "command", [("publish", "--dry-run"), ("verify", "--at", "2036-06-03T12:00+09:00")]
)
def test_nobody_is_called_for_a_plan_or_another_time(
    library: Library, github: GitHub, command: tuple[str, ...]
) -> None:
    library.push({"README.md": "勝手な変更"})
    run(library, github, *command)
    assert github.asked == []


def test_without_a_host_nobody_is_called(library: Library, github: GitHub) -> None:
    done = run(library, github, "verify", GITHUB_TOKEN="")
    assert (done.code, done.err, github.asked) == (0, "", [])
