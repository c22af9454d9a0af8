"""What is changed, withdrawn, renamed or addressed anew after its approval."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.library import Library
from tests.support.library_files import post, text_of

PATH = "posts/2036/06/ohanashi.md"
MOVED = "posts/2036/07/ohanashi.md"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library", accounts=("x", "y")) as made:
        yield made


def test_an_edit_after_approval_takes_it_back_until_it_is_approved(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    library.push({PATH: post("ohanashi", "勝手に直しました。")})

    edited = library.publish()
    library.merge({PATH: post("ohanashi", "館長が認めた文です。")})
    approved = library.publish(minutes=1)
    again = library.publish(minutes=2)

    assert (edited.code, edited.states) == (0, {}), edited
    assert edited.json["unapproved"] == [PATH]
    assert (approved.code, again.code) == (0, 0), (approved, again)
    assert library.sent() == ["館長が認めた文です。"]


def test_a_withdrawn_post_is_not_sent(library: Library) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    library.merge({PATH: None})

    run = library.publish()

    assert (run.code, run.states) == (0, {"kyukan": "published"}), run
    assert library.sent() == [text_of("kyukan")]


def test_a_post_that_somebody_just_deleted_is_not_sent(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.push({PATH: None})

    run = library.publish()

    assert (run.code, library.asked("create")) == (0, 0), run


def test_neither_renaming_nor_editing_sends_a_delivered_post_again(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0

    library.merge({PATH: None, MOVED: post("ohanashi")})
    renamed = library.publish(minutes=1)
    library.merge({MOVED: post("ohanashi", "別の文です。")})
    edited = library.publish(minutes=2)

    assert (renamed.code, edited.code) == (0, 0), (renamed, edited)
    assert library.sent() == [text_of("ohanashi")]


def test_an_account_added_later_is_one_delivery_more(two: Library) -> None:
    two.approve(post("ohanashi", accounts="[x]"))
    assert two.publish().states == {"ohanashi": "published"}

    two.approve(post("ohanashi", accounts="[x, y]"))
    run = two.publish(minutes=1)

    assert (run.code, run.states) == (0, {"ohanashi@y": "published"}), run
    assert two.sent("x") == two.sent("y") == [text_of("ohanashi")]


def test_one_account_can_be_served_by_itself(two: Library) -> None:
    two.approve(post("ohanashi", accounts="[x, y]"))

    one = two.publish("--account", "y")
    other = two.publish("--account", "x")

    assert one.states == {"ohanashi@y": "published"}, one
    assert other.states == {"ohanashi": "published"}, other
    assert two.asked("me", "y") == 1


def test_a_post_approved_before_the_introduction_does_not_count(
    tmp_path: Path,
) -> None:
    files = {PATH: post("ohanashi")}
    with Library(tmp_path / "library", files=files) as library:
        run = library.publish()

        assert (run.code, run.json["unapproved"]) == (0, [PATH]), run
        assert library.asked("create") == 0
