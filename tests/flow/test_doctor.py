"""``sns doctor`` and the warnings of every day: told before anything stops."""

import datetime as dt

import pytest

from tests.flow.people import fresh, public_file, somebody
from tests.support.library import Library
from tests.support.library_files import post

YEAR_ON = "2027-11-10T10:00"
LONG_AGO = dt.datetime(2024, 11, 2, tzinfo=dt.UTC)


def told(library: Library, *more: str, **variables: str | None) -> list[str]:
    """Return the codes of the advice on main as it is now."""
    library.story.flush()
    run = library.sns(
        "doctor", "--format", "json", *more, repo=fresh(library), **variables
    )
    codes = [one["code"] for one in run.json["advice"]]
    assert run.code == (1 if codes else 0), run
    return codes


def with_spare(library: Library, until: str = "") -> str:
    """Return settings in which the director has a second key."""
    line = library.kancho.public_key
    spare = somebody("spare").public_key
    end = f", until = {until}" if until else ""
    return library.settings().replace(
        f'keys = ["{line}"]', f'keys = [{{ key = "{line}"{end} }}, "{spare}"]'
    )


def test_a_library_in_order(library: Library) -> None:
    library.change_settings(with_spare(library))

    run = library.sns("doctor", repo=fresh(library))

    assert told(library) == []
    assert (run.code, run.out) == (0, "手入れの要るところはありません。\n"), run


def test_one_key_is_one_too_few(library: Library) -> None:
    assert told(library) == ["doctor-one-key"]


def test_unpinned(library: Library) -> None:
    library.change_settings(with_spare(library))

    assert told(library, SNS_INTRODUCTION=None) == ["doctor-unpinned"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('evidence = "signature"', 'evidence = "sign-off"', "doctor-sign-off"),
        ("require_target = true", "require_target = false", "doctor-no-target"),
        ('"2038-03-31"', '"2026-12-31"', "calendar-ends-soon"),
    ],
)
def test_settings_that_are_weak_or_end(
    library: Library, old: str, new: str, code: str
) -> None:
    library.change_settings(with_spare(library).replace(old, new))

    assert told(library, "--at", "2026-12-01T10:00") == [code]


def test_for_training_it_is_said_more_gently(library: Library) -> None:
    text = with_spare(library).replace('service = "x"', 'service = "rehearsal"')
    library.change_settings(
        text.replace('evidence = "signature"', 'evidence = "sign-off"')
    )

    assert told(library) == ["doctor-sign-off-training"]


def test_what_stands_refused_comes_first(library: Library) -> None:
    library.push({"README.md": "x", "posts/2036/06/a.md": post("a-post")})

    assert told(library)[:2] == ["doctor-blocked", "doctor-unapproved"]


def test_a_pause_that_nobody_signed_is_ended_by_resume(library: Library) -> None:
    library.change_settings(with_spare(library))
    assert library.sns("pause", "--reason", "点検").code == 0
    assert told(library) == ["doctor-paused-unsigned"]
    library.push({"README.md": "x"})

    run = library.sns("doctor", repo=fresh(library))

    assert told(library) == ["doctor-paused-unsigned", "doctor-blocked"]
    assert "館長が sns resume を" in run.out


def test_a_year_later_the_introduction_moves(library: Library) -> None:
    library.change_settings(with_spare(library))
    assert told(library, "--at", "2027-10-01T10:00") == []
    assert told(library, "--at", YEAR_ON) == ["doctor-forward"]

    library.story.branch("an", {"posts/2036/06/b.md": post("b-post")}, library.tanto)
    assert told(library, "--at", YEAR_ON) == ["doctor-forward", "doctor-branches"]

    library.approve(post("ohanashi"))
    assert told(library, "--at", YEAR_ON) == ["doctor-forward-later"]


def test_a_grant_that_ends_or_lapsed(library: Library) -> None:
    grant = (
        '\n[[grants]]\nid = "g1"\nto = "joho"\naccounts = ["x"]\n'
        'categories = ["event"]\nbasis = ["announced"]\n'
        'valid = ["2026-01-01", "2026-12-10"]\n'
    )
    library.change_settings(with_spare(library) + grant)

    assert told(library, "--at", "2026-11-09T10:00") == []
    assert told(library, "--at", "2026-11-10T10:00") == ["grant-ends-soon"]
    assert told(library, "--at", "2026-12-11T10:00") == ["grant-has-ended"]


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("2026-11-30T10:00", None),
        ("2026-12-01T10:00", "期限が来ます"),
        ("2026-12-31T23:00", "期限が来ます"),
        ("2027-01-01T00:00", "期限が切れました"),
    ],
)
@pytest.mark.parametrize("command", ["status", "lint", "doctor"])
def test_a_key_that_ends_is_told_a_month_before(
    library: Library, command: str, at: str, code: str | None
) -> None:
    line = library.kancho.public_key
    library.change_settings(
        library.settings().replace(
            f'keys = ["{line}"]', f'keys = [{{ key = "{line}", until = 2026-12-31 }}]'
        )
    )

    run = library.sns(command, "--at", at, repo=fresh(library))

    said = run.out + run.err
    assert ("期限" in said) is (code is not None), run
    assert code is None or (code in said and "sns people key kancho" in said)


def test_authenticate_tells_of_keys_too(library: Library) -> None:
    line = library.kancho.public_key
    library.change_settings(
        library.settings().replace(
            f'keys = ["{line}"]', f'keys = [{{ key = "{line}", until = 2026-01-01 }}]'
        )
    )

    run = library.sns("authenticate", "--format", "json", repo=fresh(library))

    assert "期限が切れました" in run.err
    assert run.json["version"] == 1


def test_one_that_has_another_key_is_not_told(library: Library) -> None:
    library.change_settings(with_spare(library, "2026-01-01"))

    assert library.sns("status", repo=fresh(library)).err == ""


def test_markdown_and_github(library: Library) -> None:
    public_file(library, library.tanto)

    markdown = library.sns("doctor", "--format", "markdown")
    github = library.sns("doctor", "--format", "github")

    assert markdown.out.startswith("- 署名できる館長の鍵が1本")
    assert github.out.startswith("::warning")
