"""Where each post stands: every state once, with the words that say what to do."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import OPEN, post, post_path
from tests.support.runs import Run

NIGHT = OPEN.replace(hour=20)
SUNDAY = OPEN - dt.timedelta(days=2)
"""The first of June 2036; the day after it the library is closed."""
LATER = OPEN + dt.timedelta(minutes=1)


def due(post_id: str, body: str = "", at: dt.datetime = OPEN, /, **fields: str) -> str:
    """Return a post that is meant for then. Without, it would be long overdue."""
    return post(post_id, body, publish_at=at.isoformat(), **fields)


def status(
    library: Library,
    *arguments: str,
    at: dt.datetime = LATER,
    **variables: str | None,
) -> Run:
    """Run ``sns status`` in a clone that is up to date."""
    number = len(list(library.story.folder.glob("now-*")))
    clone = library.story.clone(f"now-{number}")
    moment = ("--at", at.isoformat())
    return library.sns("status", *moment, *arguments, repo=clone, **variables)


def told(
    library: Library, *arguments: str, at: dt.datetime = LATER
) -> Mapping[str, Any]:
    """Return what the JSON says of each post."""
    run = status(library, "--format", "json", *arguments, at=at)
    assert run.code == 0, run
    return {one["id"]: one for one in run.json["posts"]}


def test_waiting_says_until_when_and_every_closed_day_on_the_way(
    library: Library,
) -> None:
    library.approve(
        due("yoru", "", SUNDAY.replace(hour=18)),
        due("asu", "", OPEN.replace(hour=11)),
        due("heikango", "", OPEN.replace(hour=21, day=8)),
    )

    found = told(library, at=SUNDAY.replace(hour=20))
    text = status(library, at=SUNDAY.replace(hour=20)).out
    english = status(library, "--lang", "en", at=SUNDAY.replace(hour=20)).out

    assert {one["state"] for one in found.values()} == {"waiting"}
    assert found["yoru"]["due_at"] < found["yoru"]["next_opening"]
    assert (
        "2036年6月3日(火) 9:30 に出ます(6月1日(日)の開館時間は9:30–19:00、"
        "6月2日(月)は定期休館日(毎週月曜))。"
    ) in text
    assert "2036年6月3日(火) 11:00 に出ます(公開日時を待っています)。" in text
    assert (
        "2036年6月10日(火) 9:30 に出ます(公開日時 2036年6月8日(日) 21:00 は"
        "閉まっています。6月8日(日)の開館時間は9:30–19:00、6月9日(月)は"
    ) in text
    assert "It waits until Tue 3 Jun 2036 9:30" in english
    assert "closed Mon 2 Jun: 定期休館日 (every Mon)" in english


def test_a_request_to_take_down_is_carried_out_at_once_and_told_so(
    library: Library,
) -> None:
    library.approve(due("ohanashi"), due("kyukan"))
    assert library.publish(at=LATER).code == 0
    library.approve(post("owabi", "誤りのため。", retracts="ohanashi"))
    closed = SUNDAY + dt.timedelta(days=8)

    waiting = status(library, at=closed).out
    assert library.publish(at=closed).code == 0
    done = status(library, "--check", at=closed + dt.timedelta(days=3))
    told_of_it = status(library, "owabi", at=closed).out

    assert "owabi  取り下げの求め" in waiting
    assert "次の公開の処理(sns publish)で、投稿 ohanashi をサービスから" in waiting
    assert "9:30" not in waiting
    assert done.code == 0, done
    assert "● ohanashi  取り下げ済み" in done.out
    assert "● kyukan  公開済み" in done.out
    assert "● owabi  取り下げの求め" in done.out
    assert "投稿 ohanashi を取り下げました。" in told_of_it


def test_a_request_that_nobody_carries_out_is_a_problem(library: Library) -> None:
    library.approve(due("ohanashi"))
    assert library.publish(at=LATER).code == 0
    library.approve(post("owabi", "誤りのため。", retracts="ohanashi"))
    asked = library.story.now

    soon = status(library, "--check", at=asked + dt.timedelta(hours=23))
    late = status(library, "--check", at=asked + dt.timedelta(hours=25))

    assert (soon.code, late.code) == (0, 5), (soon, late)


def test_a_request_about_what_never_went_out_says_so(library: Library) -> None:
    library.approve(due("ohanashi"), post("owabi", "誤り。", retracts="ohanashi"))

    assert "投稿 ohanashi は公開されていません。" in status(library, "owabi").out


def test_where_there_is_none_it_says_when_a_draft_shows(library: Library) -> None:
    run = library.sns("status")

    assert run.code == 0, run
    assert "git commit" in run.out


def test_a_draft_on_a_branch_of_its_own_is_called_a_draft(library: Library) -> None:
    library.approve(post("kyukan"))
    library.push({"posts/2036/06/slip.md": post("slip")})
    library.story.branch(
        "an", {"posts/2036/06/ohanashi.md": post("ohanashi")}, library.tanto
    )
    clone = library.story.clone("desk")
    git(clone, "checkout", "--quiet", "an")

    run = library.sns("status", "--format", "json", repo=clone)
    shown = library.sns("status", "ohanashi", repo=clone).out

    states = {one["id"]: one["state"] for one in run.json["posts"]}
    assert (states["ohanashi"], states["slip"]) == ("draft", "refused")
    assert shown.startswith("・ ohanashi  案")
    assert "まだ館長に出ていないか、承認を待っています" in shown
    assert "署名がありません" not in shown


def test_an_old_clone_calls_nothing_a_draft_that_was_on_main(library: Library) -> None:
    library.push({"posts/2036/06/slip.md": post("slip")})
    clone = library.story.clone("desk")
    library.push({"posts/2036/06/slip.md": post("slip", "別の文。")})
    git(clone, "fetch", "--quiet", "origin")

    run = library.sns("status", "--format", "json", repo=clone)

    assert [one["state"] for one in run.json["posts"]] == ["refused"]


def test_what_is_due_goes_out_with_the_next_run(library: Library) -> None:
    library.approve(due("ohanashi", title="おはなし会のお知らせ"))
    found = told(library, at=OPEN)
    text = status(library, at=OPEN).out
    assert (found["ohanashi"]["state"], found["ohanashi"]["title"]) == (
        "due",
        "おはなし会のお知らせ",
    )
    assert text.startswith("→ ohanashi  出す時刻です  おはなし会のお知らせ\n")
    assert "次の公開の処理(sns publish)で出ます。" in text


def test_what_is_out_has_an_address_and_a_change_points_to_a_correction(
    library: Library,
) -> None:
    library.approve(due("ohanashi"))
    assert library.publish().code == 0
    before = status(library, "--check")
    library.approve(post("ohanashi", "時刻を直しました。"))
    after = status(library, "--check")

    assert (before.code, after.code) == (0, 0)
    assert before.out.startswith("● ohanashi  公開済み")
    assert "x: 公開しました https://" in before.out
    assert "sns correct" not in before.out
    assert "「sns correct ohanashi」" in after.out


def test_unapproved_posts_name_who_may_approve(library: Library) -> None:
    text = post("kyukan")
    library.push({post_path(text): text})
    run = status(library, "--check")
    assert run.code == 1
    assert run.out.startswith("! kyukan  承認されていません")
    assert "承認できる人: 図書館長" in run.out
    assert told(library)["kyukan"]["state"] == "refused"


def test_a_refusal_of_the_service_says_what_to_change(library: Library) -> None:
    library.approve(due("ohanashi"))
    library.misbehave("400")
    assert library.publish().code == 1
    run = status(library, "--check")
    assert run.code == 1
    assert "! ohanashi  断られました" in run.out
    assert "原稿を直して、もう一度承認を受けてください。" in run.out


def test_a_doubt_says_how_to_settle_it(library: Library) -> None:
    library.approve(due("ohanashi"))
    library.misbehave("503")
    assert library.publish().code == 6
    run = status(library, "--check")
    github = status(library, "--format", "github")
    assert (run.code, github.code) == (6, 0)
    assert "! ohanashi  公開されたか不明です" in run.out
    assert "sns resolve ohanashi x --published " in run.out
    assert "sns resolve ohanashi x --not-sent" in run.out
    annotation, *rest = github.out.split("\n")
    path = post_path(post("ohanashi"))
    assert annotation.startswith(f"::error file={path},title=ohanashi::")
    assert not any(line.startswith("::") for line in rest)


def test_what_was_not_sent_is_tried_again(library: Library) -> None:
    library.approve(due("ohanashi"))
    library.misbehave("429-without-reset")
    assert library.publish().code == 5
    run = status(library, "--check")
    assert run.code == 0
    assert "ohanashi  送られませんでした" in run.out
    assert "以降に送信し直します" in run.out


def test_overdue_expired_and_withdrawn(library: Library) -> None:
    library.approve(
        due("osoi"),
        due("kigen", expires_at=(OPEN + dt.timedelta(hours=2)).isoformat()),
        due("torisage"),
    )
    library.push({post_path(post("torisage")): None})
    late = OPEN + dt.timedelta(days=1, hours=3)

    run = status(library, "--check", at=late)
    found = told(library, at=late)

    assert run.code == 5
    assert found["osoi"]["state"] == "overdue"
    assert found["kigen"]["state"] == "expired"
    assert found["torisage"]["state"] == "withdrawn"
    assert "! osoi  出す時刻を24時間過ぎています" in run.out
    assert "! kigen  期限が過ぎました" in run.out
    assert "投稿が取りやめられたため、送りません。" in run.out


def test_a_pause_and_a_limit_are_reasons_too(library: Library) -> None:
    library.approve(due("ohanashi"))
    paused = status(library, "--check", SNS_PAUSED="点検中")
    assert paused.code == 0
    assert "停止中です(SNS_PAUSED: 点検中)" in paused.out
    limited = library.settings().replace(
        'calendar = "chuo"', 'calendar = "chuo"\nmonthly_budget_usd = 0.001'
    )
    library.change_settings(limited)
    run = status(library, "--check", at=OPEN)
    assert run.code == 1  # no month's budget will do
    assert "月の予算 0.001 ドルを1本で超える" in run.out


def test_a_pause_makes_no_promise_before_the_time_has_come(library: Library) -> None:
    library.approve(due("ashita", "", OPEN.replace(hour=11)))

    by_variable = status(library, "--check", SNS_PAUSED="点検中")
    planned = library.publish("--dry-run", SNS_PAUSED="点検中")
    changed = library.settings().replace(
        'calendar = "chuo"', 'calendar = "chuo"\npaused = true'
    )
    library.change_settings(changed)
    by_account = status(library, "--check")

    then = "再開されれば 2036年6月3日(火) 11:00 に出ます。"
    assert f"SNS_PAUSED: 点検中)。何も投稿しません。 {then}" in by_variable.out
    assert f"(sns.toml の paused = true)。 {then}" in by_account.out
    assert (by_variable.code, by_account.code) == (0, 0)
    assert then in (planned.reasons["ashita"] or "")


def test_a_post_that_can_never_go_out_needs_people(library: Library) -> None:
    library.approve(
        due("yoru", "", OPEN.replace(hour=20), expires_at="2036-06-03 21:00"),
        due("saki", "", OPEN.replace(year=2049)),
        due("ashita", "", OPEN.replace(day=4)),
    )

    run = status(library, "--check")
    ordinary = status(library)

    assert (run.code, ordinary.code) == (1, 0)
    assert "! yoru  このままでは出ません" in run.out
    assert "! saki  このままでは出ません" in run.out
    assert "… ashita" in run.out
    changed = library.settings().replace(
        'calendar = "chuo"', 'calendar = "chuo"\npaused = true'
    )
    library.change_settings(changed)
    assert status(library, "--check").code == 1


def test_a_post_may_be_named_by_its_file(library: Library) -> None:
    library.approve(due("ohanashi"), due("ohanashi-2"))
    path = post_path(due("ohanashi"))

    by_id = status(library, "ohanashi").out
    by_path, by_name = status(library, f"./{path}").out, status(library, "ohanashi.md")

    assert by_path == by_id == by_name.out
    assert "ohanashi-2" not in by_path
    assert status(library, "posts/2036/06/nai.md").code == 2


def test_a_post_that_is_approved_and_unfit_says_what_is_wrong(library: Library) -> None:
    long = due("nagai", "あ" * 200)
    library.approve(long)
    run = status(library, "--check", at=OPEN)
    assert run.code == 1
    assert "nagai" in run.out
    assert "長すぎます" in run.out


def test_one_post_is_told_with_all_that_happened_to_it(library: Library) -> None:
    library.approve(due("ohanashi"), due("kyukan"))
    library.misbehave("503", times=2)
    assert library.publish().code == 6
    args = ("ohanashi", "x", "--not-sent", "--by", "tanto")
    assert library.sns("resolve", *args).code == 0
    assert library.publish(minutes=20).code == 6
    text = status(library, "ohanashi", at=OPEN + dt.timedelta(hours=1)).out
    (one,) = told(library, "ohanashi").values()

    lines = [line.strip() for line in text.split("\n")]
    begun = lines.index("2036年6月3日(火) 10:00  送り始めました")
    assert lines[begun + 1].startswith(
        "2036年6月3日(火) 10:00  公開されたか不明になりました"
    )
    assert any("送れませんでした (tanto)" in line for line in lines)
    assert any(line.endswith("公開されました") for line in lines)
    assert any("図書館長 が" in line and "に承認しました" in line for line in lines)
    (delivery,) = one["deliveries"]
    assert [event["event"] for event in delivery["events"]] == [
        "claimed",
        "in-doubt",
        "not-sent",
        "claimed",
        "published",
    ]
    assert delivery["events"][2]["by"] == "tanto"
    assert "events" not in told(library)["ohanashi"]["deliveries"][0]


def test_an_unknown_post_is_told(library: Library) -> None:
    library.approve(due("ohanashi"))
    run = status(library, "sonzai-shinai")
    assert (run.code, run.out) == (2, "")
    assert "sonzai-shinai" in run.err


def test_markdown_is_a_table_that_no_title_breaks(library: Library) -> None:
    library.approve(due("ohanashi", title='"a | b <script> @x `c`"'))
    run = status(library, "--format", "markdown", at=OPEN)
    head, rule, row = run.out.rstrip("\n").split("\n")
    assert head == "| 投稿 | 状態 | くわしく |"
    assert rule == "|---|---|---|"
    assert row.replace("\\|", "").count("|") == 4
    assert "<script>" not in row
    assert "@" not in row


def test_lint_points_to_a_correction_too(library: Library) -> None:
    library.approve(due("ohanashi"), due("kyukan"))
    assert library.publish().code == 0
    library.approve(due("ohanashi", "時刻を直しました。"))
    clone = library.story.clone("drafts")
    # Told for the day of publication, and for a day long after it.
    soon, late = OPEN + dt.timedelta(days=60), OPEN + dt.timedelta(days=200)

    def found(at: dt.datetime, *arguments: str) -> list[tuple[str, str]]:
        style = ("--format", "json", "--at", at.isoformat())
        run = library.sns("lint", *style, *arguments, repo=clone)
        report = [(one["rule"], one["post"]) for one in run.json["findings"]]
        return [one for one in report if one[0] == "changed-after-publication"]

    paths = [post_path(due("ohanashi")), post_path(due("kyukan"))]
    changed = [("changed-after-publication", "ohanashi")]
    assert found(soon) == changed
    assert found(late) == []
    assert found(late, *paths) == changed
    for event in clone.glob("archive/**/*claimed.json"):
        event.write_text("kaputt")
    assert found(soon) == []
