"""Under a grant only what the grant covers is taken down."""

import pytest

from tests.approval.library import POST, Library, grant, post, refused_for
from tests.support.git_story import Special

ASK = "posts/2026/11/torikeshi.md"
MOVED = "posts/2026/10/koko.md"
USE = "Grant: g1"


def request(target: str = "20261110-kyukan") -> str:
    return post("取り下げます。", id="20261112-torikeshi", retracts=target)


def asked(library: Library) -> str | None:
    """Let the grantee approve the request, and return what refuses it."""
    merge = library.approve({ASK: request()}, library.tanto, USE)
    return refused_for(library.judged(), merge)


@pytest.mark.parametrize(
    ("original", "rule"),
    [
        (post(), None),
        (post(category="city"), "grant-retracts"),
        (post(basis="director"), "grant-retracts"),
        (post(accounts="[x, y]"), "grant-retracts"),
        (post(accounts=""), "grant-retracts"),
        (post(category="emergency"), "grant-retracts"),
    ],
)
def test_the_original_lies_within_the_grant(
    library: Library, original: str, rule: str | None
) -> None:
    covers = grant(categories='["closure", "emergency"]')
    library.story.introduce(library.settings(covers, accounts=("x", "y")))
    library.approve({POST: original})

    assert asked(library) == rule


def test_an_original_of_the_introduction_counts(library: Library) -> None:
    library.introduce(grant(), **{POST: post(category="city")})

    assert asked(library) == "grant-retracts"


@pytest.mark.parametrize("introduced", [True, False])
def test_what_could_never_be_a_post_is_no_version_of_it(
    library: Library, *, introduced: bool
) -> None:
    other = Special("100755", post(category="city"))
    library.introduce(grant(), **({MOVED: other} if introduced else {}))
    library.approve({POST: post()})
    library.story.commit({MOVED: None if introduced else other}, library.koho)

    assert asked(library) is None


def test_what_is_nowhere_is_the_directors(library: Library) -> None:
    library.introduce(grant())

    assert asked(library) == "grant-retracts"


def test_putting_another_file_in_its_place_does_not_help(library: Library) -> None:
    library.introduce(grant())
    library.approve({POST: post(category="city")})
    library.story.commit({POST: None, MOVED: post()}, library.koho, sign=False)

    assert asked(library) == "grant-retracts"


def test_the_original_may_be_gone_by_now(library: Library) -> None:
    library.introduce(grant())
    library.approve({POST: post()})
    library.approve({POST: None})

    assert asked(library) is None


def test_nor_is_the_directors_request_taken_back(library: Library) -> None:
    library.introduce(grant())
    library.approve({POST: post(category="city")})
    library.approve({ASK: request()})
    merge = library.approve({ASK: None}, library.tanto, USE)

    assert refused_for(library.judged(), merge) == "grant-retracts"


def test_the_director_needs_no_grant(library: Library) -> None:
    library.introduce(grant())
    library.approve({POST: post(category="city")})
    merge = library.approve({ASK: request()})

    assert refused_for(library.judged(), merge) is None
