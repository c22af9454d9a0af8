"""Commit, tree and pack as bytes: the pure part, compared with git itself."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.adapters.git.commit import (
    CommitDraft,
    Who,
    parse_commit,
    with_signature,
)
from sns_cli.adapters.git.object_id import object_id
from sns_cli.adapters.git.pack import NewObject, pack
from sns_cli.adapters.git.trees import FOLDER, TreeDraft, parse_tree, tree_bytes
from sns_cli.model.history import CommitId
from tests.support.git_command import git, text

JST = dt.timezone(dt.timedelta(hours=9))
AT = dt.datetime(2026, 11, 20, 10, 0, tzinfo=JST)
TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
ONE, TWO = CommitId("1" * 40), CommitId("2" * 40)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def draft(name: str = "館長", message: str = "m\n") -> CommitDraft:
    who = Who(name, "k@example.jp")
    return CommitDraft(TREE, (ONE, TWO), who, who, AT, message)


def test_the_bytes_of_a_commit_are_those_git_writes(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", ".")
    git(tmp_path, "hash-object", "-t", "tree", "-w", "--stdin")
    who = {"NAME": "館長", "EMAIL": "k@example.jp", "DATE": f"{int(AT.timestamp())}"}
    env = {
        f"GIT_{role}_{part}": value + (" +0900" if part == "DATE" else "")
        for role in ("AUTHOR", "COMMITTER")
        for part, value in who.items()
    }
    arguments = ("commit-tree", TREE, "-m", "件名")
    made = git(tmp_path, *arguments, env=env).decode().strip()
    person = Who("館長", "k@example.jp")
    ours = CommitDraft(TREE, (), person, person, AT, "件名\n").payload()
    assert object_id("commit", ours) == made


@given(name=texts, message=texts, signature=st.sampled_from(["", "A\nB\nC\n"]))
def test_a_commit_is_read_as_it_was_written(
    name: str, message: str, signature: str
) -> None:
    raw = draft(name, message).payload()
    if signature:
        raw = with_signature(raw, signature)
    commit = parse_commit(ONE, raw, ())
    assert commit.parents == (ONE, TWO)
    assert commit.tree == TREE
    assert commit.committed_at == AT
    assert commit.message == message
    assert commit.author_email == commit.committer_email == "k@example.jp"
    named = next(one for one in raw.split(b"\n") if one.startswith(b"committer "))
    assert [named.count(sign) for sign in (b"<", b">", b"\0")] == [1, 1, 0]


@given(texts)
def test_no_name_can_add_a_line_to_a_commit(name: str) -> None:
    lines = draft(name).payload().partition(b"\n\n")[0].split(b"\n")
    heads = [line.split(b" ")[0] for line in lines]
    assert heads == [b"tree", b"parent", b"parent", b"author", b"committer"]


@given(st.binary(max_size=400))
def test_no_bytes_can_stop_the_reader(raw: bytes) -> None:
    assert parse_commit(ONE, raw, ()).raw == raw


@given(
    st.dictionaries(
        st.binary(min_size=1, max_size=6).filter(lambda name: not set(name) & {0, 47}),
        st.tuples(st.sampled_from(["100644", FOLDER]), st.just("ab" * 20)),
        max_size=6,
    )
)
def test_a_tree_is_read_as_it_was_written(
    entries: dict[bytes, tuple[str, str]],
) -> None:
    assert parse_tree(tree_bytes(entries), 20) == entries


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_git_reads_our_packs(tmp_path: Path, algorithm: str) -> None:
    init = ("init", "--quiet", "--bare", f"--object-format={algorithm}", ".")
    git(tmp_path, *init)
    blobs = [b"", b"x" * 15, b"y" * 16, b"z" * 3000, "あ".encode() * 70_000]
    trees = TreeDraft({"": {}}, algorithm)
    objects: list[NewObject] = [("blob", one) for one in blobs]
    objects.append(("tree", tree_bytes(trees.folders[""])))
    git(tmp_path, "unpack-objects", "-q", stdin=pack(objects, algorithm))
    for kind, content in objects:
        name = object_id(kind, content, algorithm)
        assert text(tmp_path, "cat-file", "-t", name) == kind
        assert git(tmp_path, "cat-file", kind, name) == content
