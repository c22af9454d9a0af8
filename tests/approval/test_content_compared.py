"""A digest that does not fit refuses a commit, also where pictures are not all read."""

import pytest

from sns_cli.approval.content import approved_content
from sns_cli.model.history import CommitId
from sns_cli.pipeline.proof import Proof, prove, prove_content_of
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

WRONG = f"Approved-Content: sha256:{'0' * 64}"
OTHER = "posts/2026/11/tenji.md"


def seen_by_publisher(library: Library) -> tuple[Proof, Watched]:
    history = Watched(library.story.history())
    start = history.chain(library.story.head, None).introduction.id
    head, now = library.story.head, library.story.now
    return prove(history, head, start, now, content=False), history


def director_with(library: Library, people: dict[str, str], *said: str) -> CommitId:
    """Give people other roles, in a commit of the director that says so."""
    for key, role in people.items():
        library.story.people[key] = make_person(key, role)
    block = library.story.trailers(library.kancho, *said)
    toml = {"sns.toml": library.settings()}
    return library.story.commit(toml, library.kancho, trailers=block)


@pytest.mark.parametrize("command", ["authenticate", "publish"])
def test_a_wrong_digest_gives_nobody_rights(library: Library, command: str) -> None:
    library.introduce()
    made = director_with(library, {"tanto": "director"}, WRONG)
    merge = library.approve({POST: post()}, library.tanto)
    outcome = (
        library.judged()
        if command == "authenticate"
        else seen_by_publisher(library)[0].authentication
    )

    assert refused_for(outcome, made) == "content-wrong"
    assert refused_for(outcome, merge) == "no-right"
    assert not approved(outcome)


def test_a_maintainers_wrong_digest_blocks_the_publisher(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    block = library.story.trailers(library.hoshu, WRONG)
    made = library.story.commit({"Makefile": "x"}, library.hoshu, trailers=block)

    outcome = seen_by_publisher(library)[0].authentication

    assert refused_for(outcome, made) == "content-wrong"
    assert [one.commit for one in outcome.blocking] == [made]


def test_a_director_who_says_it_of_nothing(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    block = library.story.trailers(library.kancho, WRONG)
    empty = library.story.commit({}, library.kancho, trailers=block)
    merge = library.story.merge(library.propose({POST: None}), library.kancho, block)
    posts_too = library.story.merge(
        library.propose({"Makefile": "x", POST: post()}), library.kancho, block
    )

    outcome = seen_by_publisher(library)[0].authentication

    for one in (empty, merge, posts_too):
        assert refused_for(outcome, one) == "content-wrong"


def test_what_pictures_and_earlier_texts_rest_on_is_compared(library: Library) -> None:
    """And nothing else: another post's picture is not even read."""
    library.introduce()
    first = library.approve({POST: with_image("一"), IMAGE: b"\xff"}, None, WRONG)
    library.approve({POST: with_image("二")})
    wrong = library.approve({IMAGE: b"\xfe"}, None, WRONG)
    aside = "posts/2026/11/tenji.jpg"
    other = {OTHER: with_image(file="tenji.jpg"), aside: b"\xfd"}
    library.approve(other, None, WRONG)  # type: ignore[arg-type]  # contents of files
    before, history = seen_by_publisher(library)
    assert approved(before.authentication)

    after = prove_content_of(before, {POST, IMAGE}).authentication

    assert refused_for(after, wrong) == "content-wrong"
    assert refused_for(after, first) == "content-wrong"
    assert not approved(after)
    read = frozenset().union(*history.reads)
    assert library.story.blob(b"\xfe") in read
    assert library.story.blob(b"\xfd") not in read


def test_a_right_digest_of_a_picture_is_accepted(library: Library) -> None:
    library.introduce()
    digest = approved_content({IMAGE: b"\xff"})
    library.approve({POST: with_image()})
    library.approve({IMAGE: b"\xff"}, None, f"Approved-Content: {digest}")
    proof, _ = seen_by_publisher(library)

    assert approved(prove_content_of(proof, {POST, IMAGE}).authentication)


def test_a_wrong_digest_ends_no_draft(library: Library) -> None:
    """Else the draft would be nobody's, and its writer might approve it."""
    library.introduce(grant())
    library.story.commit({OTHER: post()}, library.tanto)
    wrong = library.approve({OTHER: post("館長の文")}, None, WRONG)
    branch = library.propose({OTHER: None, POST: post("同僚の文")})
    block = library.story.trailers(library.tanto, "Grant: g1")
    merge = library.story.merge(branch, library.tanto, block)

    for outcome in (library.judged(), seen_by_publisher(library)[0].authentication):
        assert refused_for(outcome, wrong) == "content-wrong"
        assert refused_for(outcome, merge) == "grant-own-post"


def test_nothing_acted_on_asks_for_nothing(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()}, None, WRONG)
    proof, history = seen_by_publisher(library)
    before = len(history.reads)

    assert prove_content_of(proof, frozenset()) is proof
    assert len(history.reads) == before
