"""Which commit brought a post: the approval's, or the one that last changed it."""

import datetime as dt

from sns_cli.model.history import BlobId, Chain, Change, Commit, CommitId
from sns_cli.model.notice import Brought
from sns_cli.model.proof import Approval, PostProof
from sns_cli.pipeline.proposals import Proposals

AT = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
START, HEAD = CommitId("0" * 40), CommitId("e" * 40)
PATH, OTHER = "posts/2026/11/kyukan.md", "posts/2026/11/tenji.md"


def commit(name: str, *paths: str, merges: CommitId | None = HEAD) -> Commit:
    parents = (START,) if merges is None else (START, merges)
    changes = tuple(
        Change(path, "100644", "100644", None, BlobId("b" * 40)) for path in paths
    )
    who = "a@example.jp"
    return Commit(CommitId(name * 40), parents, "", b"", who, who, AT, "", changes)


def brought(*commits: Commit, approved_by: str | None) -> tuple[Brought, ...]:
    chain = Chain(commit("0"), (), commits)
    approval = None
    if approved_by is not None:
        approval = Approval("kancho", CommitId(approved_by * 40), AT, "signature")
    return Proposals(chain)(PostProof(PATH, BlobId("b" * 40), "kyukan", approval))


def test_it_is_the_merge_that_approved_it() -> None:
    found = brought(commit("1", PATH), commit("2", OTHER), approved_by="1")

    assert found == (Brought(CommitId("1" * 40), HEAD),)


def test_what_was_approved_where_it_lay_was_brought_by_another() -> None:
    found = brought(commit("1", PATH), commit("2", merges=None), approved_by="2")

    assert found == (Brought(CommitId("2" * 40)), Brought(CommitId("1" * 40), HEAD))


def test_without_an_approval_it_is_the_last_change() -> None:
    found = brought(commit("1", PATH), commit("2", PATH, OTHER), approved_by=None)

    assert [one.commit for one in found] == ["2" * 40]


def test_what_lay_there_from_the_start_was_brought_by_nothing() -> None:
    assert brought(commit("1", OTHER), approved_by=None) == ()
