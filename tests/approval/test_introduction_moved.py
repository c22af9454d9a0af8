"""Trust that starts anew somewhere else brings nothing in that nobody approved."""

import pytest

from sns_cli.approval.authenticate import authenticate
from sns_cli.errors import HistoryError, RefusedError
from sns_cli.model.history import CommitId
from sns_cli.model.proof import Authentication
from sns_cli.pipeline.introducing import check_forward
from sns_cli.pipeline.proof import prove
from tests.approval.attacks.telling import Policy
from tests.approval.library import (
    IMAGE,
    POST,
    Library,
    approved,
    grant,
    post,
    proof,
    refused_for,
    with_image,
)

OTHER = "posts/2026/11/tenji.md"


def seen_from(library: Library, start: CommitId) -> Authentication:
    """Authenticate with the introduction moved to a commit."""
    history = library.story.history()
    chain = history.chain(library.story.head, start)
    return authenticate(history, chain, library.story.now)[1]


def refused_to_move(library: Library) -> str | None:
    """Return why ``sns introduce`` would not move the introduction to the head."""
    history, now = library.story.history(), library.story.now
    proven = prove(history, library.story.head, None, now)
    try:
        check_forward(history, proven, now)
    except RefusedError as error:
        return error.code
    return None


def test_past_what_staff_pushed(library: Library) -> None:
    library.introduce()
    pushed = library.story.commit({POST: post()}, library.tanto)

    outcome = seen_from(library, pushed)

    assert proof(outcome).reason == "before-introduction"
    assert refused_to_move(library) is None


def test_past_an_image_that_staff_pushed(library: Library) -> None:
    library.introduce()
    library.story.commit({IMAGE: b"\xff"}, library.tanto)
    assert refused_to_move(library) == "introduce-stray"

    library.story.commit({IMAGE: None}, library.tanto)
    assert refused_to_move(library) is None


def test_an_image_of_then_counts_and_a_later_one_does_not(library: Library) -> None:
    library.introduce()
    library.approve({IMAGE: b"\xff"})
    start = library.story.commit({"a": "x"}, library.kancho)
    library.approve({POST: with_image()})
    assert approved(seen_from(library, start))

    library.story.commit({IMAGE: b"\xfe"}, library.tanto)

    assert proof(seen_from(library, start)).reason == "media-not-approved"


def test_onto_a_side_branch(library: Library) -> None:
    library.introduce()
    side = library.story.tips[library.propose({POST: post()}, library.tanto)]
    library.story.merge(side, library.kancho)

    with pytest.raises(HistoryError, match="introduction-not-on-chain"):
        seen_from(library, side)


def test_past_settings_that_were_refused(library: Library) -> None:
    library.introduce()
    library.story.commit({"sns.toml": library.settings("#\n")}, library.tanto)

    assert refused_to_move(library) == "introduce-blocked"


def test_past_a_director_whose_grant_had_lapsed(library: Library) -> None:
    """A new introduction would give it anew, in the successor's name."""
    given = grant(to='"koho"', own_posts="true")
    library.introduce(given)
    for who, roles in (
        ("kancho", {"tanto": "director"}),
        ("tanto", {"kancho": "staff", "tanto": "director"}),
    ):
        text = Policy(roles, given).text(library)
        library.story.commit({"sns.toml": text}, library.story.people[who])
    start = library.story.head
    use = library.approve({OTHER: post(id="a11")}, library.koho, "Grant: g1")

    assert refused_for(library.judged(), use) == "grant-lapsed"
    assert refused_to_move(library) == "introduce-lapsed"
    # So it would be, were it moved there all the same:
    assert refused_for(seen_from(library, start), use) is None


def test_past_a_post_that_is_still_to_go_out(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})

    assert refused_to_move(library) == "introduce-undelivered"


def test_a_branch_from_before_it_is_brought_up_to_date_first(library: Library) -> None:
    library.introduce()
    old = library.propose({POST: post()})
    start = library.story.commit({"Makefile": "x"}, library.kancho)
    merge = library.story.merge(old, library.kancho)

    assert refused_for(seen_from(library, start), merge) == "branch-too-old"
