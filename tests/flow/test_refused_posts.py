"""The service says no: to the content, to the account, or for now."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.library import Library
from tests.support.library_files import post, text_of


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Library]:
    """A library with two accounts, each on a service of its own."""
    with Library(tmp_path / "library", accounts=("x", "y")) as made:
        yield made


def test_refused_content_stands_until_an_edit_is_approved(library: Library) -> None:
    statuses = ("400", "422", "403")
    ids = [f"post-{status}" for status in statuses]
    library.approve(*(post(one) for one in ids), post("unwanted-by-none"))
    for status in statuses:
        library.misbehave(status)

    first = library.publish()
    second = library.publish(minutes=30)
    library.approve(*(post(one, f"直しました {one}。") for one in ids))
    third = library.publish(minutes=60)

    assert first.code == second.code == 1, (first, second)
    assert sorted(first.states.values()) == ["published", *["rejected"] * 3]
    assert list(second.states.values()) == ["rejected"] * 3
    assert third.code == 0, third
    assert library.asked("create") == 7
    assert len(library.sent()) == 4


@pytest.mark.parametrize("status", ["401", "402", "403-permissions"])
def test_refused_credentials_end_the_account_and_not_the_run(
    two: Library, status: str
) -> None:
    both = {"accounts": "[x, y]"}
    two.approve(post("ohanashi", **both), post("kyukan", **both))
    two.misbehave(status, "x")

    run = two.publish()
    later = two.publish(minutes=17)

    assert run.code == 5, run
    assert run.states == {
        "kyukan": "not-sent",
        "ohanashi": "due",
        "kyukan@y": "published",
        "ohanashi@y": "published",
    }
    assert (two.sent("x"), two.asked("create", "x")) == (two.sent("y"), 3)
    assert later.code == 0, later


def test_credentials_refused_at_once_send_nothing_and_stop_nobody_else(
    two: Library,
) -> None:
    two.approve(post("ohanashi", accounts="[x, y]"))

    run = two.publish(SNS_X_ACCESS_TOKEN_SECRET="wrong-access-token-secret")

    assert run.code == 5, run
    assert run.states == {"ohanashi": "due", "ohanashi@y": "published"}
    assert two.asked("create", "x") == 0
    assert "ohanashi.x.1-claimed" not in two.events()


def test_a_rate_limit_is_waited_out(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("429", seconds=2 * 3600 + 20)

    limited = library.publish()
    early = library.publish(minutes=118)
    late = library.publish(minutes=123)

    assert (limited.code, limited.states) == (5, {"ohanashi": "not-sent"}), limited
    assert (early.code, early.states) == (5, {"ohanashi": "not-sent"}), early
    assert "2036-06-03 12:0" in (early.reasons["ohanashi"] or "")
    assert (late.code, library.sent()) == (0, [text_of("ohanashi")]), late
    assert library.asked("create") == 2


def test_a_rate_limit_without_a_time_is_waited_out_for_15_minutes(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("429-without-reset")

    codes = [library.publish(minutes=at).code for at in (0, 14, 17)]

    assert codes == [5, 5, 0]
    assert library.asked("create") == 2


def test_a_service_that_cannot_be_reached_has_accepted_nothing(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))

    run = library.publish(SNS_X_API_BASE="http://127.0.0.1:1")
    later = library.publish(minutes=1)

    assert run.code == 5, run
    assert run.states == {"ohanashi": "due"}
    assert later.code == 0, later
    assert library.sent() == [text_of("ohanashi")]
