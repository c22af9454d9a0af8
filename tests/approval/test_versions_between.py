"""A grant covers a post as it was last accepted, whatever was pushed in between."""

import pytest

from tests.approval.library import (
    IMAGE,
    POST,
    Library,
    grant,
    post,
    refused_for,
    with_image,
)

MOVED = "posts/2026/12/kyukan.md"
OTHER_ID = "20261111-tenji"
USE = "Grant: g1"
MINE = grant(own_posts="true")


def mended(library: Library, path: str = POST, **fields: str) -> str | None:
    """Let a colleague change the post, the grantee approve; return what refuses."""
    changed = {path: post("同僚が直した文。", **fields)}
    merge = library.approve(changed, library.tanto, USE)
    return refused_for(library.judged(), merge)


@pytest.mark.parametrize(
    ("out_of_scope", "rule"),
    [
        ({"category": "city"}, "grant-category"),
        ({"accounts": "[y]"}, "grant-account"),
        ({"basis": "director"}, "grant-basis"),
        ({"category": "emergency"}, "grant-category"),
        ({"outside_hours_reason": "夜の催し"}, "grant-outside-hours"),
    ],
)
@pytest.mark.parametrize("pushes", [[post("間の文。")], [None], [None, post("間の文")]])
def test_a_push_in_between_does_not_bring_it_into_the_grant(
    library: Library, out_of_scope: dict[str, str], rule: str, pushes: list[str | None]
) -> None:
    library.story.introduce(library.settings(MINE, accounts=("x", "y")))
    library.approve({POST: post(**out_of_scope)})
    assert mended(library) == rule
    library.approve({POST: post(**out_of_scope)})
    for one in pushes:
        library.story.commit({POST: one}, library.koho, sign=False)

    assert mended(library) == rule


def test_what_only_the_introduction_held_counts(library: Library) -> None:
    library.introduce(MINE, **{POST: post(category="city")})
    library.story.commit({POST: post("間の文。")}, library.koho, sign=False)

    assert mended(library) == "grant-category"


def test_what_was_pushed_in_between_counts_as_well(library: Library) -> None:
    library.introduce(MINE)
    library.approve({POST: post()})
    library.story.commit({POST: post(category="city")}, library.koho, sign=False)
    library.story.commit({POST: post("間の文。")}, library.koho, sign=False)

    assert mended(library) == "grant-category"


@pytest.mark.parametrize("pushed", ["---\n---\n", "何か"])
def test_what_cannot_be_read_cannot_be_judged(library: Library, pushed: str) -> None:
    library.introduce(MINE)
    library.approve({POST: post()})
    library.story.commit({POST: pushed}, library.koho, sign=False)
    library.story.commit({POST: post("間の文。")}, library.koho, sign=False)

    assert mended(library) == "grant-unreadable"


def test_what_was_accepted_since_is_all_that_counts(library: Library) -> None:
    library.introduce(MINE)
    library.approve({POST: post(category="city")})
    library.story.commit({POST: "何か"}, library.koho, sign=False)
    library.approve({POST: post("館長が認めた文。")})
    library.story.commit({POST: post("間の文。")}, library.koho, sign=False)

    assert mended(library) is None


@pytest.mark.parametrize("at_once", [True, False])
def test_a_push_that_moves_it_does_not_help(library: Library, *, at_once: bool) -> None:
    library.introduce(MINE)
    library.approve({POST: post(category="city")})
    moved = {POST: None, MOVED: post("間の文。")}
    for files in [moved] if at_once else [{POST: None}, {MOVED: moved[MOVED]}]:
        library.story.commit(files, library.koho, sign=False)

    assert mended(library, MOVED) == "grant-category"


def test_another_id_on_the_way_does_not_help(library: Library) -> None:
    library.introduce(MINE)
    library.approve({POST: post(category="city")})
    renamed = post("間の文。", id=OTHER_ID)
    library.story.commit({POST: renamed}, library.koho, sign=False)
    library.story.commit({POST: None, MOVED: renamed}, library.koho, sign=False)

    assert mended(library, MOVED, id=OTHER_ID) == "grant-category"


def test_a_move_that_the_director_approved_is_over(library: Library) -> None:
    library.introduce(MINE)
    library.approve({POST: post(category="city")})
    library.story.commit({POST: post("間の文。")}, library.koho, sign=False)
    library.story.commit({POST: None, MOVED: post("移した文")}, library.koho)
    library.approve({MOVED: post("館長が認めた文。")})

    assert mended(library, MOVED) is None


def test_another_post_that_was_pushed_is_another_post(library: Library) -> None:
    library.introduce(MINE)
    other = post(category="city", id=OTHER_ID)
    library.story.commit({MOVED: other}, library.koho, sign=False)

    assert mended(library) is None


def test_what_was_pushed_together_with_it_is_another_post(library: Library) -> None:
    library.introduce(MINE)
    other = post(category="city", id=OTHER_ID)
    pushed = {POST: post("間の文。"), MOVED: other}
    library.story.commit(pushed, library.koho, sign=False)  # type: ignore[arg-type]  # contents of files

    assert mended(library) is None


def test_a_picture_of_a_post_that_cannot_be_read_now(library: Library) -> None:
    """The post goes out only when somebody mends it, which is a change of its own."""
    library.introduce(MINE)
    library.approve({POST: with_image(), IMAGE: b"\xff"})
    library.story.commit({POST: "何か"}, library.koho, sign=False)
    merge = library.approve({IMAGE: b"\xfe"}, library.tanto, USE)

    assert refused_for(library.judged(), merge) is None


def test_a_picture_of_a_post_that_was_accepted_with_it(library: Library) -> None:
    """The director's post, pushed into the grant, lends its picture to the grantee."""
    library.introduce(MINE)
    text = with_image().replace("closure", "city")
    library.approve({POST: text, IMAGE: b"\xff"})
    library.story.commit({POST: with_image("間の文。")}, library.koho, sign=False)
    merge = library.approve({IMAGE: b"\xfe"}, library.tanto, USE)

    assert refused_for(library.judged(), merge) == "grant-category"


@pytest.mark.parametrize("pushed", [post(), None])
def test_a_picture_that_a_push_took_from_its_post(
    library: Library, pushed: str | None
) -> None:
    library.introduce(MINE)
    text = with_image().replace("closure", "city")
    library.approve({POST: text, IMAGE: b"\xff"})
    library.story.commit({POST: pushed}, library.koho, sign=False)
    mine = with_image().replace("20261110-kyukan", OTHER_ID)
    files = {"posts/2026/11/mine.md": mine, IMAGE: b"\xfe"}
    merge = library.approve(files, library.tanto, USE)  # type: ignore[arg-type]  # contents of files

    assert refused_for(library.judged(), merge) == "grant-category"


def test_a_draft_of_ones_own_that_a_push_gave_another_name(library: Library) -> None:
    library.introduce(grant())
    drafted = post("間の文。", drafted_by="tanto")
    library.story.commit({POST: drafted}, library.koho, sign=False)
    library.story.commit({POST: post(drafted_by="koho")}, library.koho, sign=False)

    assert mended(library, drafted_by="koho") == "grant-own-post"


def test_a_draft_of_ones_own_that_was_accepted_is_nobodys(library: Library) -> None:
    library.introduce(grant())
    library.approve({POST: post(drafted_by="tanto")})
    library.story.commit({POST: post("間の文。")}, library.koho, sign=False)

    assert mended(library) is None
