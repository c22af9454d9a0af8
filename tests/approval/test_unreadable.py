"""A damaged copy is told with the change that cannot be judged."""

import hashlib

import pytest

from sns_cli.errors import HistoryError
from sns_cli.messages import render
from sns_cli.model.history import CommitId
from tests.approval.library import POST, Library, grant, post
from tests.support.git_command import git


def lose(library: Library, name: str) -> None:
    """Take an object out of the store."""
    one = git(library.story.remote, "rev-parse", name).decode().strip()
    (library.story.remote / "objects" / one[:2] / one[2:]).unlink()


def stopped_at(library: Library) -> str:
    with pytest.raises(HistoryError) as caught:
        library.judged()
    assert caught.value.code == "history-unreadable"
    for language in ("ja", "en"):
        render(caught.value.code, language, caught.value.details)  # type: ignore[arg-type]  # a literal
    return str(caught.value.details["commit"])


def test_a_lost_text_is_told_with_the_change_that_brought_it(library: Library) -> None:
    library.introduce(grant())
    library.approve({"posts/2026/11/b.md": post(id="20261111-b")})
    merge: CommitId = library.approve({POST: post()}, library.tanto, "Grant: g1")
    library.approve({"posts/2026/11/c.md": post(id="20261111-c")})
    lose(library, f"{merge}:{POST}")

    assert stopped_at(library) == merge[:10]


def test_a_lost_text_is_told_with_the_change_that_approves_it_again(
    library: Library,
) -> None:
    library.introduce()
    library.story.commit({POST: post()}, library.koho)
    digest = hashlib.sha256(post().encode()).hexdigest()
    word = f"Approves: {POST} sha256:{digest}"
    block = library.story.trailers(library.kancho, word)
    again = library.story.commit({}, library.kancho, trailers=block)
    lose(library, f"{again}:{POST}")

    assert stopped_at(library) == again[:10]
