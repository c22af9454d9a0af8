"""Stopping: whoever wants nothing sent gets nothing sent."""

from tests.support.library import Library
from tests.support.library_files import post, text_of

PAUSE = '\n[paused]\nreason = "点検のため"\n'


def test_the_environment_pauses(library: Library) -> None:
    library.approve(post("ohanashi"))

    paused = library.publish(SNS_PAUSED="点検のため")
    lifted = library.publish()

    assert paused.code == 0, paused
    assert (paused.states, paused.notes) == (
        {"ohanashi": "waiting"},
        ["paused-by-environment"],
    )
    assert "点検のため" in (paused.reasons["ohanashi"] or "")
    assert (lifted.code, library.sent()) == (0, [text_of("ohanashi")]), lifted


def test_an_accepted_pause_holds_until_an_accepted_change_lifts_it(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    library.change_settings(library.settings(PAUSE))
    paused = library.publish()
    library.push({"sns.toml": library.settings()})
    tried = library.publish()
    library.change_settings(library.settings("\n# 再開\n"))
    lifted = library.publish()

    assert (paused.code, paused.notes) == (0, ["paused-by-settings"]), paused
    assert tried.states.get("ohanashi") in {None, "waiting"}
    assert "paused-by-settings" in tried.notes
    assert lifted.code == 0, lifted
    assert library.sent() == [text_of("ohanashi")]


def test_even_a_refused_pause_pauses(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.push({"sns.toml": library.settings(PAUSE)})

    paused = library.publish()
    library.change_settings(library.settings("\n# 再開\n"))
    lifted = library.publish()

    assert paused.code == 0, paused
    assert "paused-by-settings" in paused.notes
    assert "点検のため" in paused.out
    assert (lifted.code, library.sent()) == (0, [text_of("ohanashi")]), lifted


def test_a_refused_pause_hides_no_other_refused_change(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.push({"sns.toml": library.settings(PAUSE)})
    library.push({"README.md": "勝手な変更"})

    run = library.publish()

    assert (run.code, library.sent()) == (4, []), run


def test_a_paused_account_is_left_alone(library: Library) -> None:
    library.approve(post("ohanashi"))
    changed = library.settings().replace(
        'calendar = "chuo"', 'calendar = "chuo"\npaused = true'
    )
    library.change_settings(changed)

    paused = library.publish()
    library.change_settings(library.settings("\n# 再開\n"))
    lifted = library.publish()

    assert (paused.code, paused.states) == (0, {"ohanashi": "waiting"}), paused
    assert "paused = true" in (paused.reasons["ohanashi"] or "")
    assert (lifted.code, library.sent()) == (0, [text_of("ohanashi")]), lifted


def test_a_pause_of_one_account_leaves_doubts_of_the_run_known(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("503")
    assert library.publish().code == 6

    run = library.publish(minutes=1, SNS_PAUSED="点検")

    assert (run.code, run.states) == (6, {"ohanashi": "in-doubt"}), run
