"""A lost key is voided by another one, and what it approved since is approved anew."""

import datetime as dt

import pytest

from tests.flow.people import (
    answered,
    authenticated,
    by_director,
    in_force,
    key_file,
    public_file,
    somebody,
)
from tests.support.git_people import Person
from tests.support.library import Library
from tests.support.library_files import post

DAY_AFTER = "2026-11-04"
"""Nothing is signed on it: stories begin two days before."""


@pytest.fixture
def spare(library: Library) -> Person:
    """A second key of the director, known since long before."""
    new = somebody("spare")
    line = library.kancho.public_key
    both = library.settings().replace(f'"{line}"', f'"{line}", "{new.public_key}"')
    library.change_settings(both)
    return new


def approved(library: Library) -> dict[str, bool]:
    told = authenticated(library).json["posts"]
    return {one["id"]: one["approved"] for one in told}


def lost(library: Library) -> str:
    return public_file(library, library.kancho)


def test_from_a_change_on_everything_is_void(library: Library, spare: Person) -> None:
    library.approve(post("mae"))
    stolen = library.approve(post("nusumi"))

    run = by_director(
        library, "distrust", lost(library), "--from", stolen[:10], who=spare
    )

    assert run.code == 0, run
    assert f"無効になる変更 {stolen[:12]}" in run.out
    assert "有効のままの変更" in run.out
    assert "承認が無くなった投稿: posts/2036/06/nusumi.md" in run.out
    assert approved(library) == {"mae": True, "nusumi": False}
    assert [one.from_ for one in in_force(library).distrust] == [stolen]
    keys = in_force(library).people["kancho"].keys
    assert [one.key for one in keys] == [spare.public_key]
    again = by_director(library, "approve", "--again", who=spare)
    assert again.code == 0, again
    assert approved(library) == {"mae": True, "nusumi": True}


def test_from_a_day_on(library: Library, spare: Person) -> None:
    library.story.now = dt.datetime.now(dt.UTC)  # noqa: TID251  (the key signs today)
    library.approve(post("kyo"))
    today = dt.datetime.now(dt.timezone(dt.timedelta(hours=9))).date()  # noqa: TID251  (as above)

    day = str(today - dt.timedelta(days=1))
    run = by_director(library, "distrust", lost(library), "--from", day, who=spare)

    assert run.code == 0, run
    assert approved(library) == {"kyo": False}


def test_a_key_that_signed_nothing_since_is_taken_out(
    library: Library, spare: Person
) -> None:
    library.approve(post("mae"))

    run = by_director(
        library, "distrust", lost(library), "--from", DAY_AFTER, who=spare
    )
    late = library.approve(post("ato"))

    assert run.code == 0, run
    assert "無効になる承認はありません" in run.out
    assert in_force(library).distrust == ()
    assert approved(library) == {"mae": True, "ato": False}
    told = authenticated(library).json["refusals"]
    assert [(one["commit"], one["rule"]) for one in told] == [(late, "signer-unknown")]


def test_a_day_to_come_is_refused(library: Library, spare: Person) -> None:
    library.approve(post("mae"))
    before = library.tip()

    since = ("--from", "2199-01-01")
    run = by_director(library, "distrust", lost(library), *since, who=spare)

    assert (run.code, run.out, library.tip()) == (2, "", before), run
    assert "まだ来ていない日" in run.err


def test_a_key_that_nobody_has_any_more_is_named_by_its_file(
    library: Library, spare: Person
) -> None:
    library.approve(post("mae"))
    stolen = library.approve(post("nusumi"))
    old = lost(library)
    out = by_director(library, "distrust", old, "--from", DAY_AFTER, who=spare)
    tip = library.tip()

    nothing = by_director(library, "distrust", old, "--from", DAY_AFTER, who=spare)
    unchanged = library.tip() == tip
    run = by_director(library, "distrust", old, "--from", stolen, who=spare)

    assert (out.code, nothing.code, unchanged) == (0, 1, True), nothing
    assert "無効にするものがありません" in nothing.err
    assert run.code == 0, run
    assert approved(library) == {"mae": True, "nusumi": False}


def test_the_key_of_a_person(library: Library) -> None:
    run = by_director(library, "distrust", "joho", "--from", "2026-01-01")

    assert run.code == 0, run
    assert in_force(library).people["joho"].keys == ()


def test_nobody_saws_off_the_branch(library: Library) -> None:
    library.approve(post("mae"))
    before = library.tip()

    run = by_director(library, "distrust", "kancho", "--from", "2026-01-01")

    assert (run.code, library.tip()) == (1, before), run
    assert "Traceback" not in run.err


def test_the_other_key_must_not_owe_itself_to_the_lost_one(
    library: Library, spare: Person
) -> None:
    library.approve(post("mae"))
    before = library.tip()

    since = ("--from", "2026-01-01")
    run = by_director(library, "distrust", lost(library), *since, who=spare)

    assert (run.code, library.tip()) == (1, before), run
    late = by_director(library, "distrust", lost(library), "--from", "2026-01-01")
    assert late.code == 1, late
    assert spare.public_key in str(in_force(library).people["kancho"].keys)


@pytest.mark.parametrize(
    ("who", "since"),
    [
        ("kancho", "0123456"),
        ("kancho", "きのう"),
        ("nobody", "2026-01-01"),
    ],
)
def test_what_is_not_there_cannot_be_voided(
    library: Library, who: str, since: str
) -> None:
    before = library.tip()

    run = by_director(library, "distrust", who, "--from", since)

    assert (run.code, run.out, library.tip()) == (2, "", before), run


def test_no_is_no(library: Library, spare: Person) -> None:
    before = library.tip()
    key = ("--key", key_file(library, spare))
    arguments = ("distrust", lost(library), "--from", "2026-11-10", *key)

    no = answered(library, "いいえ\n", *arguments)
    yes = answered(library, "ｙ\n", *arguments)

    assert no.code == 1, no
    assert "何も変えていません" in no.out
    assert yes.code == 0, yes
    assert library.tip() != before
