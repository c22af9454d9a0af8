"""What grants still let out of approvals after the director narrowed them."""

import datetime as dt
from collections.abc import Sequence

from sns_cli.model.proof import Approval
from tests.approval.library import (
    IMAGE,
    POST,
    Library,
    grant,
    post,
    proof,
    with_image,
)

NAMES = tuple(f"posts/2026/11/{name}.md" for name in ("c-one", "b-two", "a-three"))


def approval(library: Library, path: str = POST) -> Approval:
    found = proof(library.judged(), path).approval
    assert found is not None
    return found


def used(library: Library, *grants: str, then: str) -> None:
    """Approve three posts under g1, one after the other, and change the grants."""
    library.introduce("".join(grants))
    for number, path in enumerate(NAMES):
        library.approve({path: post(id=f"a{number}1")}, library.tanto, "Grant: g1")
        library.story.commit({POST: post(str(number))}, library.koho, sign=False)
    library.story.commit({"sns.toml": library.settings(then)}, library.kancho)


def beyond(library: Library, paths: Sequence[str] = NAMES) -> list[bool]:
    return [approval(library, path).surplus == ("g1",) for path in paths]


def test_a_post_and_its_picture_may_rest_on_two_grants(library: Library) -> None:
    other = grant(id='"g2"', to='"koho"', valid="[2026-11-01, 2026-11-20]")
    library.introduce(grant() + other)
    library.approve({POST: with_image(), IMAGE: b"\xff"}, library.tanto, "Grant: g1")
    branch = library.propose({IMAGE: b"\xfe"}, library.hoshu)
    block = library.story.trailers(library.koho, "Grant: g2")
    library.story.merge(branch, library.koho, block)

    found = approval(library)

    assert (found.by, found.grant) == ("tanto", "g1")
    assert found.grants == ("g1", "g2")
    assert found.ending_grant == "g2"


def test_one_grant_is_named_once(library: Library) -> None:
    library.introduce(grant())
    library.approve({POST: with_image(), IMAGE: b"\xff"}, library.tanto, "Grant: g1")

    assert approval(library).grants == ("g1",)


def test_a_directors_approval_rests_on_no_grant(library: Library) -> None:
    library.introduce(grant(max_per_day="1"))
    library.approve({POST: with_image(), IMAGE: b"\xff"})

    found = approval(library)

    assert (found.grants, found.ending_grant, found.surplus) == ((), None, ())


def test_the_first_of_a_day_stay_within_a_smaller_limit(library: Library) -> None:
    used(library, grant(max_per_day="3"), then=grant(max_per_day="2"))

    assert beyond(library) == [False, False, True]


def test_a_limit_that_came_later_binds_too(library: Library) -> None:
    used(library, grant(), then=grant(max_per_day="1"))

    assert beyond(library) == [False, True, True]


def test_what_is_not_beyond_the_limit_is_held_by_nothing(library: Library) -> None:
    used(library, grant(max_per_day="5"), then=grant(max_per_day="3"))

    assert beyond(library) == [False, False, False]


def test_a_limit_that_was_taken_away_binds_nothing(library: Library) -> None:
    used(library, grant(max_per_day="3"), then=grant())

    assert beyond(library) == [False, False, False]


def test_other_grants_and_the_director_do_not_use_it_up(library: Library) -> None:
    other = grant(id='"g2"', max_per_day="9")
    library.introduce(grant(max_per_day="3") + other)
    library.approve({POST: post()})
    library.approve({NAMES[0]: post(id="a01")}, library.tanto, "Grant: g2")
    for number, path in enumerate(NAMES[1:], 1):
        library.approve({path: post(id=f"a{number}1")}, library.tanto, "Grant: g1")
    then = grant(max_per_day="1") + other
    library.story.commit({"sns.toml": library.settings(then)}, library.kancho)

    assert beyond(library) == [False, False, True]


def test_another_day_has_a_limit_of_its_own(library: Library) -> None:
    library.introduce(grant(max_per_day="2"))
    for number, path in enumerate(NAMES):
        if number == len(NAMES) - 1:
            library.story.now += dt.timedelta(days=1)
        library.approve({path: post(id=f"a{number}1")}, library.tanto, "Grant: g1")
    then = grant(max_per_day="1")
    library.story.commit({"sns.toml": library.settings(then)}, library.kancho)

    assert beyond(library) == [False, True, False]


def test_a_picture_counts_on_the_day_its_grant_was_used(library: Library) -> None:
    library.introduce(grant(max_per_day="2"))
    library.approve({POST: with_image(), IMAGE: b"\xff"})
    library.approve({NAMES[0]: post(id="a01")}, library.tanto, "Grant: g1")
    library.approve({IMAGE: b"\xfe"}, library.tanto, "Grant: g1")
    then = grant(max_per_day="1")
    library.story.commit({"sns.toml": library.settings(then)}, library.kancho)

    assert beyond(library, (NAMES[0], POST)) == [False, True]
