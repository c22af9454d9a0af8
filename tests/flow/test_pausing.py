"""``sns pause`` and ``sns resume`` as they are typed, and what comes of it."""

from pathlib import Path

import pytest

from sns_cli.parse.settings import parse_settings
from tests.support.git_command import git
from tests.support.git_people import Person
from tests.support.library import Library
from tests.support.library_files import post, text_of
from tests.support.runs import Run, finish

NOTE = "# 館の覚え書き:この行は消さないこと\n"


def key_file(library: Library, person: Person) -> str:
    path = library.folder / f"{person.key}-key"
    path.write_text(person.private_key)
    return str(path)


def by_director(library: Library, *arguments: str, **variables: str | None) -> Run:
    return library.sns(
        *arguments, "--key", key_file(library, library.kancho), **variables
    )


def settings_on_main(library: Library) -> str:
    return git(library.story.remote, "show", "main:sns.toml").decode()


def authenticated(library: Library) -> Run:
    clone = library.story.clone(f"look-{library.tip()[:8]}")
    return library.sns("authenticate", "--format", "json", repo=clone)


def test_pause_stops_and_resume_starts_again(library: Library) -> None:
    library.approve(post("ohanashi"))
    before = settings_on_main(library)

    paused = by_director(library, "pause", "--reason", "アカウントの点検中")
    stopped = library.publish()
    resumed = by_director(library, "resume")
    sent = library.publish()

    assert paused.code == 0, paused
    assert "アカウントの点検中" in paused.out
    assert (stopped.code, stopped.notes) == (0, ["paused-by-settings"]), stopped
    assert "アカウントの点検中" in stopped.out
    assert resumed.code == 0, resumed
    assert (sent.code, library.sent()) == (0, [text_of("ohanashi")]), sent
    assert settings_on_main(library) == before
    assert authenticated(library).json["refusals"] == []
    library.fsck()


def test_everything_else_in_the_settings_stays(tmp_path: Path) -> None:
    with Library(
        tmp_path / "library", extra=f"\n{NOTE}\n[rules]\nown_domains = []\n"
    ) as library:
        before = settings_on_main(library)
        assert by_director(library, "pause", "--reason", "点検").code == 0

        after = settings_on_main(library)

        assert after.startswith(before)
        added = after.removeprefix(before)
        assert '[paused]\nreason = "点検"\nsince = ' in added
        assert len(added.splitlines()) == 4


def test_the_commit_says_who_and_which_library(library: Library) -> None:
    assert (
        by_director(library, "pause", "--reason", "点検\nSigned-off-by: x <x@y>").code
        == 0
    )

    message = git(library.story.remote, "log", "-1", "--format=%B", "main").decode()

    assert message.splitlines()[0] == "停止: 点検 Signed-off-by: x <x@y>"
    assert message.strip().splitlines()[-2:] == [
        "Approval-Target: city/library refs/heads/main",
        f"Signed-off-by: {library.kancho.sign_off}",
    ]


def test_one_account_is_stopped_and_the_other_is_not(tmp_path: Path) -> None:
    with Library(tmp_path / "library", accounts=("x", "y")) as library:
        library.approve(post("ohanashi", accounts="[x, y]"))

        paused = by_director(library, "pause", "--account", "x", "--reason", "点検")
        first = library.publish()
        resumed = by_director(library, "resume", "--account", "x")
        second = library.publish(minutes=1)

        assert (paused.code, resumed.code) == (0, 0), (paused, resumed)
        assert first.states == {"ohanashi": "waiting", "ohanashi@y": "published"}
        assert second.states == {"ohanashi": "published"}, second
        assert library.sent("x") == library.sent("y") == [text_of("ohanashi")]


def test_anybody_may_stop_without_a_signature(library: Library) -> None:
    library.approve(post("ohanashi"))

    paused = library.sns("pause", "--reason", "乗っ取りの疑い")
    stopped = library.publish()

    assert paused.code == 0, paused
    assert "館長の署名がない" in paused.out
    assert (stopped.code, library.sent()) == (0, []), stopped
    assert stopped.notes == ["paused-by-settings"]
    assert "乗っ取りの疑い" in stopped.out


def test_a_person_of_the_staff_stops_with_their_own_key(library: Library) -> None:
    library.approve(post("ohanashi"))

    paused = library.sns(
        "pause", "--reason", "点検", "--key", key_file(library, library.tanto)
    )

    assert paused.code == 0, paused
    assert library.publish().notes == ["paused-by-settings"]


def test_the_director_resumes_what_nobody_entitled_stopped(library: Library) -> None:
    library.approve(post("ohanashi"))
    before = settings_on_main(library)
    assert library.sns("pause", "--reason", "点検").code == 0

    resumed = by_director(library, "resume")
    sent = library.publish()

    assert resumed.code == 0, resumed
    assert "取り消しました" not in resumed.out
    assert (sent.code, library.sent()) == (0, [text_of("ohanashi")]), sent
    assert settings_on_main(library) == before


def test_resuming_takes_over_nothing_else_of_a_refused_change(library: Library) -> None:
    evil = library.settings('\n[paused]\nreason = "x"\n').replace(
        library.kancho.public_key, library.tanto.public_key
    )
    before = settings_on_main(library)
    library.push({"sns.toml": evil})

    resumed = by_director(library, "resume")

    assert resumed.code == 0, resumed
    assert "取り消しました" in resumed.out
    assert settings_on_main(library) == before


@pytest.mark.parametrize("who", ["nobody", "tanto", "joho", "robot"])
def test_nobody_but_the_director_resumes(library: Library, who: str) -> None:
    library.approve(post("ohanashi"))
    assert by_director(library, "pause", "--reason", "点検").code == 0
    before = library.tip()
    key = () if who == "nobody" else ("--key", key_file(library, getattr(library, who)))

    tried = library.sns("resume", *key)

    assert (tried.code, tried.out, library.tip()) == (4, "", before), tried
    assert "再開には館長の署名が要ります" in tried.err
    assert library.publish().notes == ["paused-by-settings"]


def test_one_account_is_stopped_by_the_director_alone(library: Library) -> None:
    before = library.tip()

    tried = library.sns("pause", "--account", "x", "--reason", "点検")

    assert (tried.code, tried.out, library.tip()) == (4, "", before), tried
    assert "--account なし" in tried.err


def test_a_take_down_goes_on_while_everything_is_paused(library: Library) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    assert library.publish().code == 0
    library.approve(post("owabi", "誤り。", retracts="ohanashi"))
    assert library.sns("pause", "--reason", "点検").code == 0

    run = library.publish(minutes=1)

    assert (run.code, run.states["ohanashi"]) == (0, "retracted"), run
    assert library.public() == [text_of("kyukan")]


def test_what_is_so_already_is_said_and_nothing_written(library: Library) -> None:
    start = library.tip()
    nothing = by_director(library, "resume")
    no_account = by_director(library, "resume", "--account", "x")
    assert library.tip() == start
    assert by_director(library, "pause", "--reason", "点検").code == 0
    tip = library.tip()

    again = by_director(library, "pause", "--reason", "ほかの理由")
    unsigned = library.sns("pause", "--reason", "ほかの理由")

    assert (nothing.code, no_account.code, again.code, unsigned.code) == (0, 0, 0, 0)
    assert "何も変えていません" in nothing.out
    assert "何も変えていません" in again.out
    assert library.tip() == tip


def test_where_only_one_account_is_stopped_resume_names_it(library: Library) -> None:
    paused = by_director(library, "pause", "--account", "x", "--reason", "点検")
    tip = library.tip()

    run = by_director(library, "resume")

    assert (paused.code, run.code, library.tip()) == (0, 1, tip), (paused, run)
    assert "sns resume --account x" in run.err
    assert "止まっていません。何も" not in run.err


def test_an_unsigned_lifting_is_mended_by_resume(library: Library) -> None:
    library.approve(post("ohanashi"))
    plain = settings_on_main(library)
    assert by_director(library, "pause", "--reason", "点検").code == 0
    library.push({"sns.toml": plain})
    assert library.sent() == []

    resumed = by_director(library, "resume")
    sent = library.publish()

    assert resumed.code == 0, resumed
    assert (sent.code, library.sent()) == (0, [text_of("ohanashi")]), sent
    assert parse_settings(settings_on_main(library).encode()) == parse_settings(
        plain.encode()
    )


def test_an_account_is_not_set_going_by_undoing_a_pause(library: Library) -> None:
    assert by_director(library, "pause", "--account", "x", "--reason", "a").code == 0
    assert library.sns("pause", "--reason", "点検").code == 0
    before = library.tip()

    tried = by_director(library, "resume", "--account", "x")

    assert (tried.code, library.tip()) == (1, before), tried
    assert "sns resume" in tried.err


@pytest.fixture
def expired(library: Library) -> Library:
    """A library whose director's key has come to its end."""
    line = library.kancho.public_key
    library.change_settings(
        library.settings().replace(
            f'keys = ["{line}"]', f'keys = [{{ key = "{line}", until = 2026-01-01 }}]'
        )
    )
    return library


def test_a_signature_that_would_not_count_stops_and_does_not_start(
    expired: Library,
) -> None:
    paused = by_director(expired, "pause", "--reason", "点検")
    tip = expired.tip()
    resumed = by_director(expired, "resume")

    assert paused.code == 0, paused
    assert "承認された変更ではありません" in paused.out
    assert expired.publish().notes == ["paused-by-settings"]
    assert (resumed.code, resumed.out, expired.tip()) == (1, "", tip), resumed


def test_an_account_that_is_not_there_is_a_wrong_use(library: Library) -> None:
    before = library.tip()

    run = by_director(library, "pause", "--account", "z", "--reason", "点検")

    assert (run.code, library.tip()) == (2, before), run
    assert "x" in run.err


def test_a_reason_is_wanted(library: Library) -> None:
    before = library.tip()

    assert library.sns("pause").code == 2
    assert library.sns("pause", "--reason", " \n\u202e ").code == 2
    assert library.tip() == before


def test_two_at_once_pause_once(library: Library) -> None:
    clones = (library.clone, library.story.clone("other"))

    started = [library.start("pause", "--reason", "点検", repo=one) for one in clones]
    runs = [finish(one) for one in started]

    assert [run.code for run in runs] == [0, 0], runs
    assert settings_on_main(library).count("[paused]") == 1


def test_a_push_whose_answer_was_lost_is_recognised(library: Library) -> None:
    library.hook("reference-transaction", '[ "$1" != committed ] || kill -9 $PPID')

    run = by_director(library, "pause", "--reason", "点検")

    assert run.code == 0, run
    assert library.tip()[:12] in run.out
    assert settings_on_main(library).count("[paused]") == 1


def test_a_remote_that_takes_nothing_points_to_the_environment(
    library: Library,
) -> None:
    library.hook("pre-receive", "exit 1")
    before = library.tip()

    run = library.sns("pause", "--reason", "点検")

    assert (run.code, run.out, library.tip()) == (4, "", before), run
    assert "SNS_PAUSED" in run.err


def test_a_pause_that_reaches_nobody_says_so_and_how_to_stop(library: Library) -> None:
    gone = library.story.clone("gone")
    git(gone, "remote", "set-url", "origin", str(library.folder / "nowhere"))

    run = library.sns("pause", "--reason", "点検", repo=gone)
    resumed = library.sns("resume", repo=gone)

    assert (run.code, run.out) == (4, ""), run
    assert "止まっていません" in run.err
    assert "SNS_PAUSED" in run.err
    assert "SNS_PAUSED" not in resumed.err


def test_resume_says_that_the_environment_still_stops(library: Library) -> None:
    assert by_director(library, "pause", "--reason", "点検").code == 0

    run = by_director(library, "resume", SNS_PAUSED="別の理由")

    assert run.code == 0, run
    assert "別の理由" in run.out
    assert "まだ投稿されません" in run.out


@pytest.mark.parametrize("command", ["pause", "resume"])
def test_without_repository_or_remote_it_says_so(
    library: Library, command: str
) -> None:
    arguments = [command] + (["--reason", "点検"] if command == "pause" else [])
    empty = library.folder / "empty"
    empty.mkdir()
    alone = library.story.clone("alone")
    git(alone, "remote", "remove", "origin")
    gone = library.story.clone("gone")
    git(gone, "remote", "set-url", "origin", str(library.folder / "nowhere"))

    runs = [library.sns(*arguments, repo=one) for one in (empty, alone, gone)]

    assert [run.code for run in runs] == [4, 4, 4], runs
    assert all(run.err.count("\n") <= 2 and "Traceback" not in run.err for run in runs)


def test_the_clone_itself_is_left_as_it_is(library: Library) -> None:
    before = git(library.clone, "rev-parse", "HEAD"), git(library.clone, "status", "-s")

    assert by_director(library, "pause", "--reason", "点検").code == 0

    after = git(library.clone, "rev-parse", "HEAD"), git(library.clone, "status", "-s")
    assert after == before
