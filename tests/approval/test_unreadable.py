"""A damaged copy is told with the change that cannot be judged."""

import hashlib
from dataclasses import replace
from typing import Literal

import pytest

from sns_cli.adapters.git.commit import parse_commit
from sns_cli.approval.unreadable import needed_for
from sns_cli.errors import HistoryError
from sns_cli.messages import render
from sns_cli.model.history import BlobId, Change, Commit, CommitId
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


BLOB = BlobId("b" * 40)
ADDED = Change("posts/2026/11/a.md", "000000", "100644", None, BLOB)


def changing(*changes: Change) -> Commit:
    return replace(parse_commit(CommitId("a" * 40), b"", ()), changes=changes)


@pytest.mark.parametrize(
    ("code", "details", "told"),
    [
        ("object-missing", {"object": BLOB}, True),
        ("git-failed", {"object": BLOB}, True),
        ("git-failed", {"command": "cat-file", "detail": "killed"}, False),
        ("commit-broken", {"object": BLOB}, False),
    ],
)
def test_only_what_is_known_to_be_missing_is_told_with_a_change(
    code: Literal["object-missing", "git-failed", "commit-broken"],
    details: dict[str, str],
    *,
    told: bool,
) -> None:
    error = HistoryError(code, **details)
    deleted = Change(ADDED.path, "100644", "000000", BLOB, None)

    for change in (ADDED, deleted):
        found = needed_for(error, [changing(), changing(change)])

        assert (found.code == "history-unreadable") == told
        assert told or found is error
