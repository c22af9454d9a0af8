"""A refusal of one's own draft names what the merge brings, and where the draft was."""

import pytest

from sns_cli.messages import render
from sns_cli.model.history import CommitId
from tests.approval.library import IMAGE, POST, Library, grant, post, refusal

ASIDE = "posts/2026/11/shita.md"
FIRST = "posts/2026/11/a.md"
LATER = "posts/2026/11/b.jpg"
USE = "Grant: g1"


def told(library: Library, merge: CommitId) -> tuple[str | None, object]:
    found = refusal(library.judged(), merge)
    assert found is not None
    assert found.rule == "grant-own-post"
    for language in ("ja", "en"):
        sentence = render(found.code, language, found.details)  # type: ignore[arg-type]  # a literal
        assert str(found.path) in sentence
        assert str(found.details["draft"]) in sentence
    return found.path, found.details["draft"]


@pytest.mark.parametrize("body", ["休館のお知らせです。", "別の文。"])
def test_a_draft_that_went_elsewhere(library: Library, body: str) -> None:
    """By its bytes or by its id; among other posts it names the one it came to be."""
    library.introduce(grant())
    drafted = library.story.commit({ASIDE: post()}, library.tanto)
    files = {FIRST: post(id="20261111-a"), POST: post(body)}
    merge = library.approve(files, library.tanto, USE)  # type: ignore[arg-type]  # contents of files

    assert told(library, merge) == (POST, f"{ASIDE}, {drafted[:10]}")


def test_a_draft_that_went_by_another_path(library: Library) -> None:
    library.introduce(grant())
    drafted = library.story.commit({ASIDE: post()}, library.tanto)
    between = "posts/2026/10/x.md"
    renamed = post("別の文。", id="20261112-x")
    library.story.commit({ASIDE: renamed}, library.koho, sign=False)
    library.story.commit({ASIDE: None, between: renamed}, library.koho, sign=False)
    files = {FIRST: post(id="20261111-a"), POST: post("同僚の文", id="20261112-x")}
    merge = library.approve(files, library.tanto, USE)  # type: ignore[arg-type]  # contents of files

    assert told(library, merge) == (POST, f"{ASIDE}, {drafted[:10]}")


def test_a_picture_that_went_elsewhere(library: Library) -> None:
    library.introduce(grant())
    library.story.commit({LATER: b"\xfe"}, library.tanto)
    drafted = library.story.commit({LATER: None}, library.koho, sign=False)
    media = "[{file: kyukan.jpg, alt: 館, people: false}]"
    files = {POST: post(media=media), IMAGE: b"\xfe"}
    merge = library.approve(files, library.tanto, USE)  # type: ignore[arg-type]  # contents of files

    path, draft = told(library, merge)
    assert path == IMAGE
    assert str(draft).startswith(f"{LATER}, ")
    assert drafted[:10] not in str(draft)


def test_a_draft_of_the_merge_itself(library: Library) -> None:
    library.introduce(grant())
    branch = library.propose({POST: post()}, by=library.tanto)
    block = library.story.trailers(library.tanto, USE)
    merge = library.story.merge(branch, library.tanto, block)
    drafted = library.story.tips[branch]

    assert told(library, merge) == (POST, f"{POST}, {drafted[:10]}")


def test_a_draft_that_says_whose_it_is(library: Library) -> None:
    library.introduce(grant())
    merge = library.approve({POST: post(drafted_by="tanto")}, library.tanto, USE)

    assert told(library, merge) == (POST, POST)
