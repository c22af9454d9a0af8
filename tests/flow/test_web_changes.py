"""People, settings and the introduction where the director has only the web page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flow.people import key_file, on_main, somebody
from tests.support.git_command import git
from tests.support.library_files import post, text_of
from tests.support.web_library import WebLibrary

PAGE = "docs/introductions.md"
NEWCOMER = ("people", "add", "sato", "佐藤次郎 <sato@lib.example.jp>", "--propose")
SUZUKI = "鈴木一郎 <suzuki@lib.example.jp>"


@pytest.fixture
def web(tmp_path: Path) -> Iterator[WebLibrary]:
    with WebLibrary(tmp_path / "library") as made:
        yield made
        assert made.github.complaints == []


def proposed(web: WebLibrary, branch: str, path: str) -> bytes:
    """Return what a proposal makes of a file."""
    return git(web.story.remote, "show", f"{branch}:{path}")


def test_what_is_not_on_record_yet_is_asked_for(web: WebLibrary) -> None:
    web.press({"sns.toml": on_main(web) + "# 決めごと\n"})

    run = web.sns(*NEWCOMER)

    assert run.code == 0, run
    assert "# 決めごと".encode() in proposed(web, "add-sato", "sns.toml")


@pytest.mark.parametrize("command", [NEWCOMER, ("repair", "--propose"), ("introduce",)])
@pytest.mark.parametrize("path", ["sns.toml", "README.md"])
def test_without_an_answer_nothing_is_built_on_it_or_put_back(
    web: WebLibrary, command: tuple[str, ...], path: str
) -> None:
    web.press({path: on_main(web) + "# 決めごと\n"})
    tip = web.tip()

    run = web.sns(*command, **web.offline())

    assert (run.code, web.tip()) == (1, tip), run
    assert "記録がまだありません" in run.err
    assert "sns repair で" not in run.err
    branches = git(web.story.remote, "branch", "--format=%(refname:short)").decode()
    assert "repair" not in branches
    assert "add-sato" not in branches


def test_a_new_director_needs_an_account(web: WebLibrary) -> None:
    hand_over = ("people", "new-director", SUZUKI, "--propose")

    without = web.sns(*hand_over)
    run = web.sns(*hand_over, "--github", "suzuki-city")
    web.press({"sns.toml": proposed(web, "new-director", "sns.toml").decode()})
    suzuki = somebody("suzuki")
    web.press_posts(post("ohanashi"), by=suzuki)
    sent = web.publish()

    assert (without.code, "--github" in without.err) == (2, True), without
    assert run.code == 0, run
    assert (sent.code, web.sent()) == (0, [text_of("ohanashi")]), sent


def test_the_introduction_moves_by_a_proposal(web: WebLibrary) -> None:
    web.press_posts(post("ohanashi"))
    assert web.publish().code == 0
    web.story.refresh()

    signed = web.sns("introduce", "--key", key_file(web, web.kancho), "--yes")
    asked = web.sns("introduce", "--propose")
    early = web.sns("introduce", "--propose")
    merge = web.press({PAGE: proposed(web, "introduce", PAGE)})
    told = web.sns("introduce")
    web.press_posts(post("tenji"))
    sent = web.publish(minutes=5, SNS_INTRODUCTION=merge)
    again = web.sns("introduce", SNS_INTRODUCTION=merge)

    assert (signed.code, "--propose" in signed.err) == (4, True), signed
    assert asked.code == 0, asked
    assert "もう一度 sns introduce" in asked.out
    assert early.code == 0, early
    assert (told.code, merge in told.out) == (0, True), told
    assert (sent.code, len(web.sent())) == (0, 2), sent
    assert again.code == 4, again  # pinned, it is a new question, for the page again


def test_what_was_approved_meanwhile_goes_out_before_it_is_pinned(
    web: WebLibrary,
) -> None:
    assert web.sns("introduce", "--propose").code == 0
    page = proposed(web, "introduce", PAGE)
    web.press_posts(post("ohanashi"))
    merge = web.press({PAGE: page})
    web.press_posts(post("tenji"))

    early = web.sns("introduce")
    sent = web.publish()
    late = web.sns("introduce")

    assert (early.code, "ohanashi" in early.err, "tenji" in early.err) == (
        1,
        True,
        False,
    ), early
    assert sent.code == 0, sent
    assert (late.code, merge in late.out) == (0, True), late


def test_a_recovery_names_the_new_directors_account(web: WebLibrary) -> None:
    web.press_posts(post("ohanashi"))
    suzuki = somebody("suzuki")
    recover = ("introduce", "--director", SUZUKI, "--key", key_file(web, suzuki))

    without = web.sns(*recover, "--yes")
    proposal = web.sns(*recover, "--github", "suzuki-city", "--propose")
    run = web.sns(*recover, "--github", "suzuki-city", "--yes")
    start = web.tip()
    web.story.refresh()
    web.press_posts(post("tenji"), by=suzuki)
    sent = web.publish(SNS_INTRODUCTION=start)

    assert (without.code, "--github" in without.err) == (2, True), without
    assert (proposal.code, "--propose" in proposal.err) == (2, True), proposal
    assert run.code == 0, run
    assert start in run.out
    assert "Revert" in run.out
    assert (sent.code, web.sent()) == (0, [text_of("tenji")]), sent


def test_doctor_recalls_the_settings_of_the_host(web: WebLibrary) -> None:
    run = web.sns("doctor")

    assert "Allow merge commits だけに印" in run.err
    assert "Allow merge" not in run.out


def test_doctor_tells_what_is_not_known_from_what_is_wrong(web: WebLibrary) -> None:
    web.press_posts(post("ohanashi"))
    web.squash(post("tsubusu"), 7)

    def codes(**variables: str | None) -> list[str]:
        clone = web.story.clone(f"look-{len(variables)}")
        run = web.sns("doctor", "--format", "json", repo=clone, **variables)
        return [one["code"] for one in run.json["advice"]]

    web.story.flush()
    assert codes(**web.offline()) == ["doctor-unanswered", "doctor-unanswered"]


def test_pausing_and_resuming_lead_to_the_page(web: WebLibrary) -> None:
    web.press_posts(post("ohanashi"))
    one = web.sns("pause", "--account", "x", "--reason", "点検")
    paused = web.sns("pause", "--reason", "点検")
    stopped = web.publish()
    resume = web.sns("resume")
    repair = web.sns("repair", "--propose")
    web.press({"sns.toml": proposed(web, "repair", "sns.toml").decode()})
    sent = web.publish(minutes=5)

    assert (paused.code, stopped.code, web.events() != {}) == (0, 0, True), paused
    assert "sns resume を実行" not in paused.out.replace(paused.out.split("\n")[0], "")
    assert (resume.code, "sns repair --propose" in resume.err) == (4, True), resume
    assert (one.code, "paused = true" in one.err) == (4, True), one
    assert (repair.code, "pull request を作り" in repair.out) == (0, True), repair
    assert (sent.code, web.sent()) == (0, [text_of("ohanashi")]), sent


def test_an_approved_pause_is_lifted_on_the_page(web: WebLibrary) -> None:
    before = on_main(web)
    web.press({"sns.toml": before + '\n[paused]\nreason = "点検"\n'})

    run = web.sns("resume")

    assert (run.code, "[paused] の表" in run.err) == (4, True), run
    web.press({"sns.toml": before})
    web.press_posts(post("ohanashi"))
    assert web.publish().code == 0
