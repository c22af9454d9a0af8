"""Judging reads what it must, beforehand, and nothing else: not even what is not there.

A repository inside is an object that nobody has; an image of last year is a trip to
the remote that a run need not make.
"""

from sns_cli.approval.authenticate import authenticate
from sns_cli.model.proof import Authentication
from tests.approval.library import (
    IMAGE,
    POST,
    Library,
    grant,
    post,
    proof,
    refused_for,
)
from tests.approval.watched import Watched
from tests.support.git_story import Special

INSIDE = Special("160000", "1" * 40)
WRONG = f"Approved-Content: sha256:{'0' * 64}"
OLD = "posts/2025/11/mukashi.md"


def watched(library: Library) -> tuple[set[str], Authentication]:
    """Authenticate, and return also which contents were read."""
    history = Watched(library.story.history())
    chain = history.chain(library.story.head, None)
    outcome = authenticate(history, chain, library.story.now)[1]
    return set().union(*history.reads), outcome


def test_a_repository_inside_is_not_read_to_compare_content(library: Library) -> None:
    library.introduce()
    files = {POST: post(), "posts/2026/11/inside": INSIDE}
    merge = library.approve(files, library.kancho, WRONG)

    assert refused_for(library.judged(), merge) == "submodule"


def test_only_posts_and_their_images_are_read_to_compare_content(
    library: Library,
) -> None:
    library.introduce()
    library.approve({POST: post(), IMAGE: b"\xff", "big": "x"}, library.kancho, WRONG)

    read, _ = watched(library)

    assert {library.story.blob(one) for one in (post(), b"\xff")} <= read
    assert library.story.blob("x") not in read


def test_a_repository_inside_is_not_read_to_see_what_a_grant_covers(
    library: Library,
) -> None:
    library.introduce(grant(), **{"posts/2026/11/inside.md": INSIDE})
    merge = library.approve({POST: post()}, library.tanto, "Grant: g1")

    assert refused_for(library.judged(), merge) is None


def test_only_posts_of_the_month_are_read_to_see_what_a_grant_covers(
    library: Library,
) -> None:
    library.introduce(grant(), **{IMAGE: b"\xff", OLD: post("昔", id="p-old")})
    library.approve({POST: post()}, library.tanto, "Grant: g1")
    # At the end every post that stands is read; this one does not.
    library.approve({OLD: None})

    read, _ = watched(library)

    assert library.story.blob(post()) in read
    assert library.story.blob(post("昔", id="p-old")) not in read
    assert library.story.blob(b"\xff") not in read


def test_an_id_that_does_not_stand_first_is_told_all_the_same(library: Library) -> None:
    library.introduce()
    text = post(id="").replace("category", "id: 20261110-kyukan\ncategory")
    library.approve({POST: text})

    found = proof(library.judged())

    assert found.approval is not None
    assert found.id == "20261110-kyukan"
