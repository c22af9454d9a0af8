"""Git history as values: what the proof of approval is computed from.

Nothing here says who may do what; see ``approval``.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final, NewType

CommitId = NewType("CommitId", str)
BlobId = NewType("BlobId", str)

REGULAR: Final = "100644"
"""Git's mode of a plain, non-executable file."""
ABSENT: Final = "000000"
"""Git's mode of a path that is not there."""
GITLINK: Final = "160000"
"""Git's mode of a submodule: a commit of another history."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit does to one path, compared with its first parent.

    Attributes:
        path: UTF-8 path; bytes that are not UTF-8 are kept as surrogates.
        old_mode, new_mode: git modes, ``000000`` when absent on that side.
        old_blob, new_blob: object ids; None when absent on that side.
    """

    path: str
    old_mode: str
    new_mode: str
    old_blob: BlobId | None
    new_blob: BlobId | None

    @property
    def added(self) -> bool:
        """Whether the path was not there before."""
        return self.old_mode == ABSENT

    @property
    def deleted(self) -> bool:
        """Whether the path is not there any more."""
        return self.new_mode == ABSENT


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit of the first-parent chain.

    Attributes:
        raw: the commit object's bytes exactly as stored, signature included.
        committed_at: committer time (aware, UTC), which the committer chose.
        message: the text after the headers.
        changes: against the first parent, renames not followed.
    """

    id: CommitId
    parents: tuple[CommitId, ...]
    tree: str
    raw: bytes
    author_email: str
    committer_email: str
    committed_at: dt.datetime
    message: str
    changes: tuple[Change, ...]

    @property
    def merges(self) -> bool:
        """Whether it has exactly two parents; with more nobody can judge it."""
        return len(self.parents) == 2  # noqa: PLR2004  (what a merge is)


@dataclass(frozen=True, slots=True)
class SideCommit:
    """A commit that a merge brought in; nothing it says carries authority.

    Attributes:
        raw: the commit object's bytes exactly as stored, signature included.
    """

    id: CommitId
    author_email: str
    committer_email: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """One file of a tree."""

    path: str
    mode: str
    blob: BlobId


@dataclass(frozen=True)
class Chain:
    """The first-parent chain from the introduction to a tip.

    Attributes:
        introduction: the commit where trust starts.
        introduced: the files the introduction holds.
        commits: the commits after it, oldest first; the last is the tip.
    """

    introduction: Commit
    introduced: tuple[TreeEntry, ...]
    commits: tuple[Commit, ...] = ()

    @property
    def tip(self) -> Commit:
        """The newest commit."""
        return self.commits[-1] if self.commits else self.introduction


@dataclass(frozen=True, slots=True)
class MergeCheck:
    """How a two-parent merge compares with the clean merge of its parents.

    Attributes:
        deviating: paths whose content differs from the clean merge, or that conflict;
            empty for a clean merge.
        bounded: False when the parents' merge base lies before the introduction (or
            they share none): such a merge cannot be judged and is refused.
    """

    deviating: tuple[str, ...] = ()
    bounded: bool = True
