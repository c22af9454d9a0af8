"""Directors who approve on GitHub's page: sent on the host's word, kept for ever."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.github import REPOSITORY, TOKEN, Answer
from tests.support.git_command import git
from tests.support.git_people import make_person
from tests.support.library_files import post, post_path, text_of
from tests.support.runs import Run
from tests.support.web_library import WebLibrary

PULLS = rf"/repos/{REPOSITORY}/(commits/.*|pulls/.*)"


@pytest.fixture
def web(tmp_path: Path) -> Iterator[WebLibrary]:
    with WebLibrary(tmp_path / "library") as made:
        yield made
        assert made.github.complaints == []


def proven(web: WebLibrary, repo: Path, **variables: str | None) -> Run:
    """Authenticate a clone."""
    return web.sns("authenticate", "--format", "json", repo=repo, **variables)


def test_a_merge_on_the_page_is_published_and_the_proof_stands_without_the_host(
    web: WebLibrary,
) -> None:
    merge = web.press_posts(post("ohanashi"))

    run = web.publish()

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run
    assert web.sent() == [text_of("ohanashi")]
    claimed = web.events()["ohanashi.x.1-claimed"]
    assert (claimed["evidence"], claimed["approved_by"]) == ("platform", "kancho")
    record = json.loads(web.archived(f"archive/approvals/{merge}.json"))
    assert (record["schema"], record["commit"]) == ("approval/1", merge)
    assert record["merged_by"]["login"] == "kancho-city"
    assert list(record) == sorted(record)
    # The record is on main before the first claim that rests on it.
    subjects = git(web.story.remote, "log", "--first-parent", "--format=%s", "main")
    order = subjects.decode().splitlines()[::-1]
    noted = next(at for at, one in enumerate(order) if one.startswith("Record who"))
    assert "claimed" in order[noted + 1]

    web.story.refresh()
    clone = web.story.clone("auditor")
    outcome = proven(web, clone, **web.offline())
    assert outcome.code == 0, outcome
    (told,) = outcome.json["posts"]
    assert (told["approved"], told["by"], told["commit"]) == (True, "kancho", merge)
    assert told["evidence"] == "platform"
    for command in (("authenticate",), ("status", "ohanashi")):
        text = web.sns(*command, repo=clone, **web.offline())
        assert "置き場所(GitHub)の記録による" in text.out, text


def test_what_is_on_record_is_not_asked_again(web: WebLibrary) -> None:
    web.press_posts(post("ohanashi"))
    web.publish()
    asked = len(web.github.asked)

    again = web.publish(minutes=5, GITHUB_API_URL="http://127.0.0.1:1")

    assert again.code == 0, again
    assert len(web.github.asked) == asked


def test_records_are_written_though_nothing_is_due(web: WebLibrary) -> None:
    merge = web.press_posts(post("ohanashi", publish_at="2036-06-04T10:00"))

    run = web.publish()
    dry = web.publish("--dry-run", minutes=5)

    assert (run.code, run.states) == (0, {"ohanashi": "waiting"}), run
    assert web.records() == [merge]
    assert dry.code == 0


def test_a_dry_run_writes_no_record(web: WebLibrary) -> None:
    web.press_posts(post("ohanashi"))
    tip = web.tip()

    run = web.publish("--dry-run")

    assert (run.code, run.states, web.tip()) == (0, {"ohanashi": "due"}, tip), run


@pytest.mark.parametrize("answer", [Answer(500), Answer(401), Answer(200, b"{}")])
def test_nothing_is_sent_while_the_host_does_not_say_who_approved(
    web: WebLibrary, answer: Answer
) -> None:
    web.press_posts(post("ohanashi"))
    web.github.always = answer

    run = web.publish()
    read = web.sns("authenticate", "--format", "json", repo=web.story.clone("a"))

    assert run.code == 4, run
    assert "platform-unproven" in run.notes
    assert web.sent() == []
    assert web.records() == []
    assert read.code == 4, read

    web.github.always = None
    assert web.publish(minutes=1).states == {"ohanashi": "published"}


def test_without_a_token_nothing_is_sent_and_the_run_says_why(web: WebLibrary) -> None:
    web.press_posts(post("ohanashi"))

    run = web.publish(**web.offline())
    read = proven(web, web.story.clone("a"), **web.offline())

    assert (run.code, web.sent()) == (4, []), run
    assert "GITHUB_TOKEN" in run.out
    assert read.code == 1, read
    assert "GITHUB_TOKEN" in read.json["posts"][0]["reason"]


def test_what_is_proven_already_goes_on_while_the_host_is_silent(
    web: WebLibrary,
) -> None:
    web.press_posts(post("ohanashi", publish_at="2036-06-03T11:00"))
    web.publish()
    web.press_posts(post("kyukan"))
    web.github.always = Answer(503)

    run = web.publish(minutes=120)

    assert run.code == 4, run
    assert run.states == {"ohanashi": "published"}
    assert web.sent() == [text_of("ohanashi")]


def test_a_change_of_the_settings_that_nobody_can_prove_stops_everything(
    web: WebLibrary,
) -> None:
    web.press_posts(post("ohanashi", publish_at="2036-06-03T11:00"))
    web.publish()
    web.press({"sns.toml": web.settings("[rules]\nmax_hashtags = 1\n")})
    web.github.always = Answer(503)

    run = web.publish(minutes=120)

    assert (run.code, web.sent()) == (4, []), run

    web.github.always = None
    assert web.publish(minutes=121).states == {"ohanashi": "published"}
    assert len(web.records()) == 2


def test_a_record_that_staff_planted_does_not_count(web: WebLibrary) -> None:
    good = web.press_posts(post("ohanashi"))
    web.publish()
    merge = web.press_posts(post("kyukan"), by=web.tanto)  # staff pressed the button
    content = web.archived(f"archive/approvals/{good}.json").decode()
    pull = next(one for one in web.github.pulls[merge] if one.merge == merge)
    forged = json.loads(content.replace(good, merge))
    parents = git(web.story.remote, "rev-parse", f"{merge}^1", f"{merge}^2")
    forged["parents"] = parents.decode().split()
    forged["head"] = pull.head
    forged["reviews"][0]["commit"] = pull.head
    place = f"archive/approvals/{merge}.json"
    web.push({place: json.dumps(forged)})

    run = web.publish(minutes=5)

    assert run.code == 4, run
    assert web.sent() == [text_of("ohanashi")]

    web.press({place: None})  # the director approves putting it right
    run = web.publish(minutes=6)
    assert run.code == 0, run
    assert web.sent() == [text_of("ohanashi")]
    assert merge not in web.records()


def test_a_squash_names_the_setting_to_change(web: WebLibrary) -> None:
    web.squash(post("a-1"), number=7)

    run = web.publish()
    read = proven(web, web.story.clone("a"))

    assert (run.code, web.sent()) == (0, []), run
    assert read.code == 1
    (refusal,) = read.json["refusals"]
    assert refusal["rule"] == "platform-squash"
    assert "Allow merge commits" in refusal["message"]
    assert "#7" in refusal["message"]


def test_a_publishers_key_too_new_to_vouch_is_told_before_anything_is_written(
    web: WebLibrary,
) -> None:
    successor = make_person("robot2", "publisher", "新しい公開係")
    web.story.people["robot2"] = successor
    web.press({"sns.toml": web.settings()})
    tip = web.tip()

    run = web.publish(SNS_PUBLISHER_KEY=successor.private_key)

    assert (run.code, web.tip()) == (4, tip), run
    assert "SNS_PUBLISHER_KEY" in run.out + run.err
    assert web.publish().code == 0
    web.press_posts(post("ohanashi"))
    late = web.publish(SNS_PUBLISHER_KEY=successor.private_key)
    assert late.states == {"ohanashi": "published"}, late


def test_a_record_that_says_nothing_stands_in_the_way_until_it_is_taken_out(
    web: WebLibrary,
) -> None:
    merge = web.press_posts(post("ohanashi"))
    place = f"archive/approvals/{merge}.json"
    web.push({place: "{}"}, web.robot, signed=True, trailers=[])

    run = web.publish()

    assert (run.code, web.sent()) == (4, []), run
    assert place in run.out + run.err


def test_two_runners_write_one_record(web: WebLibrary) -> None:
    merge = web.press_posts(post("ohanashi"))
    other = web.story.clone("other")

    first = web.publish()
    second = web.publish(minutes=1, repo=other)

    assert (first.code, second.code) == (0, 0), (first, second)
    assert web.records() == [merge]
    assert web.sent() == [text_of("ohanashi")]


def test_a_remote_that_refuses_the_record_gets_no_claim(web: WebLibrary) -> None:
    web.press_posts(post("ohanashi"))
    web.hook("pre-receive", "echo no >&2; exit 1")

    run = web.publish()

    assert (run.code, web.sent()) == (4, []), run
    assert run.notes == ["push-refused"]


def test_approving_elsewhere_is_told_where_to_approve(web: WebLibrary) -> None:
    web.press_posts(post("ohanashi"))

    for command in (("approve", "an-1"), ("approve", "--again")):
        run = web.sns(*command)
        assert run.code == 1, run
        assert "Merge pull request" in run.err


def test_what_waits_is_looked_at_here_and_approved_on_the_page(
    web: WebLibrary,
) -> None:
    held = {post_path(post("ohanashi")): post("ohanashi")}
    web.story.branch("oshirase", held, web.tanto)
    web.story.flush()
    tip = web.tip()

    whole = web.sns("review")
    one = web.sns("review", "oshirase")
    machine = web.sns("review", "--format", "json")

    assert (whole.code, one.code, machine.code, web.tip()) == (0, 0, 0, tip), one
    assert "oshirase" in whole.out
    assert text_of("ohanashi") in one.out
    for run in (whole, one):
        assert "Merge pull request" in run.err
    assert machine.json["proposals"]


def test_a_pause_where_the_page_approves_names_no_command_that_refuses(
    web: WebLibrary,
) -> None:
    run = web.sns("pause", "--reason", "点検")

    assert run.code == 0, run
    assert "sns resume" not in run.out
    assert "sns repair --propose" in run.out


def test_the_token_is_in_no_record_and_no_output(web: WebLibrary) -> None:
    web.press_posts(post("ohanashi"))

    run = web.publish()

    everything = ("cat-file", "--batch", "--batch-all-objects", "--unordered")
    assert TOKEN.encode() not in git(web.story.remote, *everything)
    assert TOKEN not in run.out + run.err
    assert web.github.counted("GET", PULLS) > 0
