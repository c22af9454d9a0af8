"""A commit object is read in one way or not at all."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.approval.commit import MalformedCommitError, split_commit

TREE = "a" * 40
SIGNATURE = "-----BEGIN SSH SIGNATURE-----\nQUJD\n-----END SSH SIGNATURE-----"
PLAIN = f"""\
tree {TREE}
parent {"b" * 40}
parent {"c" * 40}
author 人 <author@example.jp> 1793577600 +0900
committer 館長 <kancho@example.jp> 1793581200 +0900

件名

Signed-off-by: 館長 <kancho@example.jp>
"""
GPGSIG = "gpgsig " + SIGNATURE.replace("\n", "\n ")


def signed(plain: str = PLAIN) -> bytes:
    return plain.replace("\n\n", f"\n{GPGSIG}\n\n", 1).encode()


def test_payload_and_signature_are_told_apart() -> None:
    read = split_commit(signed())

    assert read.payload == PLAIN.encode()
    assert read.signature == SIGNATURE
    assert (read.tree, read.parents) == (TREE, ("b" * 40, "c" * 40))
    assert (read.author_email, read.committer_email) == (
        "author@example.jp",
        "kancho@example.jp",
    )
    assert read.committed_at == dt.datetime.fromtimestamp(1793581200, dt.UTC)
    assert read.message.startswith("件名\n\n")


def test_an_unsigned_commit_is_its_own_payload() -> None:
    read = split_commit(PLAIN.encode())

    assert (read.payload, read.signature) == (PLAIN.encode(), None)


def test_utf_8_may_be_said() -> None:
    plain = PLAIN.replace("\n\n", "\nencoding UTF-8\n\n", 1)

    assert split_commit(signed(plain)).payload == plain.encode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tree ", "eert "),
        (f"tree {TREE}\n", ""),
        (f"tree {TREE}\n", f"tree {TREE}\ntree {TREE}\n"),
        (f"tree {TREE}\n", "tree \n"),
        ("author ", "author X <x@example.jp> 1 +0900\nauthor "),
        ("committer ", "committer X <x@example.jp> 1 +0900\ncommitter "),
        ("committer ", "x-unknown y\ncommitter "),
        ("\ncommitter ", "\nparent d\ncommitter "),
        ("\ngpgsig ", "\nencoding EUC-JP\ngpgsig "),
        ("\ngpgsig ", "\nnote x\ngpgsig "),
        ("\ngpgsig ", "\nmergetag object a\n type commit\ngpgsig "),
        ("\ngpgsig ", f"\ngpgsig-sha256 {SIGNATURE}\ngpgsig "),
        ("\n\n件名", "\ngpgsig-sha256 x\n\n件名"),
        ("\n\n件名", f"\n{GPGSIG}\n\n件名"),
        ("\n\n件名", "\nencoding UTF-8\n\n件名"),
        ("\n\n件名", "\n件名"),
        ("件名", "件\0名"),
        ("<kancho@example.jp> 1793581200", "kancho@example.jp 1793581200"),
        ("<kancho@example.jp> 1793581200", "<a> <kancho@example.jp> 1793581200"),
        ("<kancho@example.jp> 1793581200", "<kancho@example.jp>> 1793581200"),
        ("1793581200 +0900", "-1793581200 +0900"),
        ("1793581200 +0900", "１７９ +0900"),
        ("1793581200 +0900", "999999999999 +0900"),
        ("1793581200 +0900", "1793581200 +09:00"),
        ("1793581200 +0900", "1793581200 +09000"),
        ("1793581200 +0900", "1793581200 +090"),
        ("1793581200 +0900", "1793581200"),
        ("1793581200 +0900", "+0900"),
        ("author 人 ", "author\n 人 "),
    ],
)
def test_anything_unusual_is_refused(old: str, new: str) -> None:
    good = signed().decode()
    assert old in good
    changed = (
        new.join(good.rsplit(old, 1)) if "1793" in old else good.replace(old, new, 1)
    )

    with pytest.raises(MalformedCommitError):
        split_commit(changed.encode())


def test_other_encodings_are_refused() -> None:
    with pytest.raises(MalformedCommitError):
        split_commit(signed().replace("件名".encode(), "件名".encode("euc-jp")))


@given(st.binary(max_size=200), st.integers(0, 300), st.integers(0, 300))
def test_no_bytes_break_the_reader(junk: bytes, start: int, end: int) -> None:
    raw = signed()
    try:
        read = split_commit(raw[:start] + junk + raw[end:])
    except MalformedCommitError:
        return
    assert read.tree
