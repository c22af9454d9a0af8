"""A proof is continued by what follows it, and by nothing else."""

import pytest

from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId
from sns_cli.model.platform import record_path, recorded_commit
from sns_cli.pipeline.proof import prove, prove_content_of, prove_more
from tests.approval.library import POST, Library, approved, post, refused_for

WRONG = f"Approved-Content: sha256:{'0' * 64}"


def test_what_follows_is_proven_with_what_was(library: Library) -> None:
    library.introduce()
    history, now = library.story.history(), library.story.now
    first = prove(history, library.story.head, None, now)
    library.approve({POST: post()})

    later = prove_more(first, history, library.story.head, library.story.now)

    assert approved(later.authentication)
    assert first.authentication.posts == ()


def test_a_main_that_was_rewound_proves_nothing(library: Library) -> None:
    start = library.introduce()
    library.approve({POST: post()})
    history, now = library.story.history(), library.story.now
    proven = prove(history, library.story.head, start, now)
    library.story.move("main", start)
    library.story.commit({"Makefile": "x"}, library.kancho)

    for head in (library.story.head, start):
        with pytest.raises(HistoryError, match="main-rewritten"):
            prove_more(proven, history, head, now)


def test_content_is_compared_when_something_rests_on_it(library: Library) -> None:
    library.introduce()
    merge = library.approve({POST: post()}, None, WRONG)
    now = library.story.now
    loose = prove(library.story.history(), library.story.head, None, now, content=False)
    assert approved(loose.authentication)
    assert prove_content_of(loose, set()) is loose

    strict = prove_content_of(loose, {POST})

    assert refused_for(strict.authentication, merge) == "content-wrong"
    assert not approved(strict.authentication)


def test_records_lie_where_the_archive_says() -> None:
    commit = CommitId("1" * 40)

    assert record_path(commit) == f"archive/approvals/{commit}.json"
    assert recorded_commit(record_path(commit)) == commit
    assert recorded_commit(f"archive/approvals/{commit}.text") is None
