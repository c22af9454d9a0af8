"""The part of a story that knows git: objects, refs, trees and merges of trees."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import open_repository
from sns_cli.model.history import BlobId, CommitId
from tests.support.git_command import git
from tests.support.git_objects import Entry, MergeNeedsGitError, ObjectStore


@dataclass(frozen=True)
class Special:
    """A tree entry that is not a plain file: ``120000``, ``100755``, ``160000``."""

    mode: str
    content: bytes | str
    """For ``160000`` the commit id."""


Content = bytes | str | Special | None
"""A file's content; None deletes it."""


@dataclass
class Telling:
    """A bare repository written object by object.

    Attributes:
        folder: an empty folder to build in.
        bulk: keep objects in memory until ``flush`` writes them as one pack.
        tips: every branch's tip.
    """

    folder: Path
    bulk: bool = field(default=False, kw_only=True)
    tips: dict[str, CommitId] = field(default_factory=dict, kw_only=True)
    raws: dict[str, bytes] = field(default_factory=dict, kw_only=True)
    _trees: dict[str, str] = field(default_factory=dict, kw_only=True)
    _parents: dict[str, tuple[CommitId, ...]] = field(
        default_factory=dict, kw_only=True
    )
    _on_main: set[str] = field(default_factory=set, kw_only=True)

    def __post_init__(self) -> None:
        self.remote = self.folder / "remote.git"
        self.folder.mkdir(parents=True, exist_ok=True)
        git(self.folder, "init", "--quiet", "--bare", str(self.remote))
        with (self.remote / "config").open("a") as config:
            config.write("[uploadpack]\n\tallowFilter = true\n")
            config.write("\tallowAnySHA1InWant = true\n")
        self.store = ObjectStore(self.remote, self.bulk)

    def raw_commit(self, content: bytes, on: str | None = "main") -> CommitId:
        """Store a commit object of any bytes and move ``on`` to it."""
        made = CommitId(self.store.write("commit", content))
        self.raws[made] = content
        lines = content.partition(b"\n\n")[0].decode("utf-8", "replace").split("\n")
        words = [line.split(" ") for line in lines]
        self._trees[made] = next(word[1] for word in words if word[0] == "tree")
        self._parents[made] = tuple(
            CommitId(word[1]) for word in words if word[0] == "parent"
        )
        if on is not None:
            self.move(on, made)
        return made

    def move(self, branch: str, commit: CommitId) -> None:
        """Point a branch at a commit, forward or back."""
        self.tips[branch] = commit
        ref = self.remote / "refs" / "heads" / branch
        ref.parent.mkdir(parents=True, exist_ok=True)
        ref.write_text(f"{commit}\n")

    def raw(self, commit: CommitId) -> bytes:
        """Return a commit object's bytes."""
        if commit not in self.raws:
            self.flush()
            self.raws[commit] = git(self.remote, "cat-file", "commit", commit)
        return self.raws[commit]

    def tree(self, commit: CommitId) -> str:
        """Return the tree of a commit."""
        if commit not in self._trees:
            self._trees[commit] = self.raw(commit)[5:45].decode()
        return self._trees[commit]

    def blob(self, content: bytes | str) -> BlobId:
        """Store a blob and return its id."""
        return BlobId(self.store.write("blob", _bytes(content)))

    def flush(self) -> None:
        """Make everything written so far visible to git (needed with ``bulk``)."""
        self.store.flush()

    def history(self) -> GitHistory:
        """Return the history as the product reads it, from the bare repository."""
        self.flush()
        return GitHistory(open_repository(self.remote))

    def url(self) -> str:
        """Return the remote's address; over it a clone can be partial or shallow."""
        self.flush()
        return self.remote.resolve().as_uri()

    def clone(self, name: str, *, blobless: bool = False, bare: bool = False) -> Path:
        """Clone the remote into ``folder/name`` and return that folder."""
        options = ["--filter=blob:none", "--no-checkout"] if blobless else []
        if bare:
            options.append("--bare")
        target = self.folder / name
        git(self.folder, "clone", "--quiet", *options, self.url(), str(target))
        return target

    def ci_clone(self, name: str, introduction: CommitId) -> Path:
        """Clone as CI does: blob-less, shallow exactly at the introduction."""
        target = self.folder / name
        git(self.folder, "init", "--quiet", str(target))
        git(target, "remote", "add", "origin", self.url())
        fetch = ("fetch", "--quiet", "--filter=blob:none")
        git(target, *fetch, "--depth=1", "origin", introduction)
        git(target, *fetch, "origin", "main")
        git(target, "update-ref", "refs/heads/main", "FETCH_HEAD")
        return target

    def edited(self, tree: str | None, files: Mapping[str, Content]) -> str:
        """Return ``tree`` with ``files`` put in or taken out."""
        entries = {path: self._entry(content) for path, content in files.items()}
        return self.store.edited(tree, entries)

    def merged_tree(self, ours: CommitId, theirs: CommitId) -> str:
        """Return the tree of the clean merge."""
        base = self._merge_base(ours, theirs)
        if base is not None:
            trees = (self.tree(base), self.tree(ours), self.tree(theirs))
            try:
                return self.store.merged(*trees)
            except MergeNeedsGitError:
                pass
        self.flush()
        out = git(self.remote, "merge-tree", "--write-tree", ours, theirs)
        return out.decode().split("\n")[0]

    def _entry(self, content: Content) -> Entry | None:
        if content is None:
            return None
        if not isinstance(content, Special):
            return ("100644", self.blob(content))
        if content.mode == "160000":
            return (content.mode, _bytes(content.content).decode())
        return (content.mode, self.blob(content.content))

    def _merge_base(self, ours: CommitId, theirs: CommitId) -> CommitId | None:
        """Return the one merge base, for a branch that left main in one place."""
        if ours != self.tips.get("main"):
            return None
        self._note_main(ours)
        found: set[CommitId] = set()
        seen: set[CommitId] = set()
        waiting = [theirs]
        while waiting:
            one = waiting.pop()
            if one in self._on_main:
                found.add(one)
            elif one not in seen:
                seen.add(one)
                waiting += self._parents.get(one, ())
        return found.pop() if len(found) == 1 else None

    def _note_main(self, tip: CommitId) -> None:
        waiting = [tip]
        while waiting:
            one = waiting.pop()
            if one not in self._on_main:
                self._on_main.add(one)
                waiting += self._parents.get(one, ())


def _bytes(content: bytes | str) -> bytes:
    return content.encode() if isinstance(content, str) else content
