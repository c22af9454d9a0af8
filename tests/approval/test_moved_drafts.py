"""Without ``own_posts`` a draft stays one's own under another name or path."""

import hashlib

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
USE = "Grant: g1"
OTHER_ID = "20261111-tenji"


def mended(library: Library, path: str = MOVED, **fields: str) -> str | None:
    """Let a colleague change the post, the grantee approve; return what refuses."""
    changed = {path: post("同僚が直した文。", **fields)}
    merge = library.approve(changed, library.tanto, USE)
    return refused_for(library.judged(), merge)


@pytest.mark.parametrize("body", ["休館のお知らせです。", "別の文。"])
@pytest.mark.parametrize("at_once", [True, False])
def test_a_colleague_moves_it(library: Library, body: str, *, at_once: bool) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.tanto)
    if at_once:
        library.story.commit({POST: None, MOVED: post(body)}, library.koho)
    else:
        library.story.commit({POST: None}, library.koho)
        library.story.commit({MOVED: post(body)}, library.koho)

    assert mended(library) == "grant-own-post"


def test_a_colleague_gives_it_another_id_and_moves_it(library: Library) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.tanto)
    renamed = post("別の文。", id=OTHER_ID)
    library.story.commit({POST: renamed}, library.koho)
    library.story.commit({POST: None, MOVED: renamed}, library.koho)

    assert mended(library, id=OTHER_ID) == "grant-own-post"


@pytest.mark.parametrize("left", [True, False])
@pytest.mark.parametrize("body", ["休館のお知らせです。", "別の文。"])
def test_a_colleague_proposes_it_elsewhere(
    library: Library, body: str, *, left: bool
) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.tanto)
    if not left:
        library.story.commit({POST: None}, library.koho)
    merge = library.approve({MOVED: post(body)}, library.tanto, USE)

    assert refused_for(library.judged(), merge) == "grant-own-post"


def test_a_moved_image_counts_as_well(library: Library) -> None:
    moved = "posts/2026/11/betsu.jpg"
    library.introduce(grant())
    library.story.commit({IMAGE: b"\xfd"}, library.tanto)
    library.story.commit({IMAGE: None}, library.koho)
    files = {POST: with_image(file="betsu.jpg"), moved: b"\xfd"}
    merge = library.approve(files, library.tanto, USE)

    assert refused_for(library.judged(), merge) == "grant-own-post"


@pytest.mark.parametrize("body", ["休館のお知らせです。", "別の文。"])
def test_what_the_director_approved_after_the_move_is_nobodys_draft(
    library: Library, body: str
) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.tanto)
    library.story.commit({POST: None, MOVED: post(body)}, library.koho)
    digest = hashlib.sha256(post(body).encode()).hexdigest()
    word = f"Approves: {MOVED} sha256:{digest}"
    block = library.story.trailers(library.kancho, word)
    library.story.commit({}, library.kancho, trailers=block)

    assert mended(library) is None


def test_another_post_is_not_touched_by_it(library: Library) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.tanto)

    assert mended(library, id=OTHER_ID) is None


def test_a_draft_signed_with_the_grantees_key_is_the_grantees(
    library: Library,
) -> None:
    library.introduce(grant())
    side = library.story.commit(
        {POST: post()}, library.koho, sign=library.tanto, on="an"
    )
    block = library.story.trailers(library.tanto, USE)
    merge = library.story.merge(side, library.tanto, block)

    assert refused_for(library.judged(), merge) == "grant-own-post"


def test_pushed_with_the_grantees_key_it_is_the_grantees(library: Library) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.koho, sign=library.tanto)

    assert mended(library, POST) == "grant-own-post"


@pytest.mark.parametrize("armored", ["no signature", "\xff"])
def test_a_signature_of_another_kind_says_nothing(
    library: Library, armored: str
) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.koho, sign=lambda _: armored, on="an")
    block = library.story.trailers(library.tanto, USE)
    merge = library.story.merge("an", library.tanto, block)

    assert refused_for(library.judged(), merge) is None


def test_a_draft_signed_by_a_colleague_is_the_colleagues(library: Library) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.koho, on="an")
    block = library.story.trailers(library.tanto, USE)
    merge = library.story.merge("an", library.tanto, block)

    assert refused_for(library.judged(), merge) is None


@pytest.mark.parametrize("path", [POST, MOVED])
def test_to_take_away_what_was_approved_is_a_draft_too(
    library: Library, path: str
) -> None:
    """The grantee clears the place, a colleague brings back what was to be there."""
    library.introduce(grant())
    library.approve({POST: post()})
    library.story.commit({POST: None}, library.tanto)
    merge = library.approve({path: post()}, library.tanto, USE)

    assert refused_for(library.judged(), merge) == "grant-own-post"


@pytest.mark.parametrize("path", [POST, MOVED])
def test_what_a_colleague_took_away_is_the_colleagues(
    library: Library, path: str
) -> None:
    library.introduce(grant())
    library.approve({POST: post()})
    library.story.commit({POST: None}, library.koho)
    merge = library.approve({path: post()}, library.tanto, USE)

    assert refused_for(library.judged(), merge) is None
