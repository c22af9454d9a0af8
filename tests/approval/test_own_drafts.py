"""Without ``own_posts`` a draft stays one's own on its way over ``main``."""

import datetime as dt
import hashlib

import pytest

from sns_cli.approval.authenticate import authenticate
from tests.approval.library import (
    IMAGE,
    POST,
    Library,
    approved,
    grant,
    post,
    refused_for,
    with_image,
)
from tests.approval.watched import Watched
from tests.support.git_people import make_person
from tests.support.git_story import Special

OTHER = "posts/2026/11/tenji.md"
JST = dt.timezone(dt.timedelta(hours=9))


def mended(library: Library) -> str:
    """Let a colleague change the post, and the grantee approve that."""
    changed = {POST: post("同僚が直した文。")}
    return library.approve(changed, library.tanto, "Grant: g1")


def test_pushed_by_the_grantee_and_mended_by_a_colleague(library: Library) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.tanto)
    merge = mended(library)

    outcome = library.judged()

    assert refused_for(outcome, merge) == "grant-own-post"
    assert not approved(outcome)


def test_merged_unapproved_from_the_grantees_branch(library: Library) -> None:
    library.introduce(grant())
    branch = library.propose({POST: post()}, by=library.tanto)
    library.story.merge(branch, library.koho, sign=False)
    merge = mended(library)

    assert refused_for(library.judged(), merge) == "grant-own-post"


def test_with_own_posts_it_may_be(library: Library) -> None:
    library.introduce(grant(own_posts="true"))
    library.story.commit({POST: post()}, library.tanto)
    merge = mended(library)

    assert refused_for(library.judged(), merge) is None


def test_pushed_by_the_colleague_it_is_the_colleagues(library: Library) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.koho)
    merge = mended(library)

    assert refused_for(library.judged(), merge) is None


@pytest.mark.parametrize("how", ["again", "merge"])
def test_what_the_director_approved_since_is_nobodys_draft(
    library: Library, how: str
) -> None:
    library.introduce(grant())
    library.story.commit({POST: post()}, library.tanto)
    if how == "again":
        digest = hashlib.sha256(post().encode()).hexdigest()
        block = library.story.trailers(
            library.kancho, f"Approves: {POST} sha256:{digest}"
        )
        library.story.commit({}, library.kancho, trailers=block)
    else:
        library.approve({POST: post("館長が認めた文。")})
    merge = mended(library)

    assert refused_for(library.judged(), merge) is None


def test_a_refused_merge_does_not_make_it_the_grantees(library: Library) -> None:
    library.introduce(grant())
    wrong = post(category="city")
    refused = library.approve({POST: wrong}, library.tanto, "Grant: g1")
    merge = mended(library)

    outcome = library.judged()

    assert refused_for(outcome, refused) == "grant-category"
    # The category before was not the grantee's either: the director has to.
    assert refused_for(outcome, merge) == "grant-category"


def test_a_merge_beyond_the_days_limit_is_made_again_the_next_day(
    library: Library,
) -> None:
    library.introduce(grant(max_per_day="1"))
    use = (library.tanto, "Grant: g1")
    library.approve({OTHER: post(id="20261111-tenji")}, *use)
    late = library.approve({POST: post()}, *use)
    library.story.now = dt.datetime(2026, 11, 3, tzinfo=JST)
    merge = mended(library)

    outcome = library.judged()

    assert refused_for(outcome, late) == "grant-max-per-day"
    assert refused_for(outcome, merge) is None


def test_an_unclean_merge_is_its_makers_draft(library: Library) -> None:
    library.introduce(grant())
    block = library.story.trailers(library.tanto, "Grant: g1")
    branch = library.propose({POST: post()})
    library.story.merge(branch, library.tanto, block, edit={POST: post("x")})
    merge = mended(library)

    assert refused_for(library.judged(), merge) == "grant-own-post"


def test_an_image_counts_as_well(library: Library) -> None:
    library.introduce(grant())
    library.approve({POST: with_image(), IMAGE: b"\xff"})
    library.story.commit({IMAGE: b"\xfe"}, library.tanto)
    merge = library.approve({IMAGE: b"\xfd"}, library.tanto, "Grant: g1")

    assert refused_for(library.judged(), merge) == "grant-own-post"


def test_a_draft_signed_with_a_key_of_nobody_is_not_the_grantees(
    library: Library,
) -> None:
    library.introduce(grant())
    stranger = make_person("stranger", "staff")
    parents = (library.story.head,)
    library.story.commit(
        {POST: post()}, library.koho, parents=parents, sign=stranger, on="an"
    )
    block = library.story.trailers(library.tanto, "Grant: g1")
    merge = library.story.merge("an", library.tanto, block)

    assert refused_for(library.judged(), merge) is None


def test_what_is_no_file_is_not_read_to_follow_a_draft(library: Library) -> None:
    library.introduce(grant())
    inside = Special("160000", "1" * 40)
    library.story.commit({"posts/2026/11/x.md": inside}, library.tanto)
    merge = library.approve({POST: post()}, library.tanto, "Grant: g1")

    assert refused_for(library.judged(), merge) is None


def test_a_draft_is_followed_into_a_path_where_something_else_was_refused(
    library: Library,
) -> None:
    library.introduce(grant())
    library.story.commit({OTHER: post()}, library.tanto)
    library.story.commit({POST: post("別の件", id="20261112-x")}, library.koho)
    merge = mended(library)

    assert refused_for(library.judged(), merge) == "grant-own-post"


def test_no_image_is_read_to_follow_a_draft(library: Library) -> None:
    library.introduce(grant())
    library.story.commit({IMAGE: b"\xff\xd8"}, library.koho)
    merge = library.approve({POST: post()}, library.tanto, "Grant: g1")
    history = Watched(library.story.history())
    chain = history.chain(library.story.head, None)

    outcome = authenticate(history, chain, library.story.now)[1]

    assert refused_for(outcome, merge) is None
    assert library.story.blob(b"\xff\xd8") not in frozenset().union(*history.reads)
