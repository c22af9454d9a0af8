"""A git object store written directly: histories of thousands of commits in seconds.

Objects are loose files, or with ``bulk`` one pack made by :meth:`ObjectStore.flush`.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sns_cli.adapters.git.object_id import object_id
from sns_cli.adapters.git.pack import Kind, NewObject, pack
from tests.support.git_command import git

TREE = "40000"

Entry = tuple[str, str]
"""Mode and object id."""


class MergeNeedsGitError(Exception):
    """Both sides changed the same path."""


@dataclass
class ObjectStore:
    """The objects of one bare repository."""

    git_dir: Path
    bulk: bool = False
    trees: dict[str, dict[str, Entry]] = field(default_factory=dict)
    waiting: dict[str, NewObject] = field(default_factory=dict)

    def write(self, kind: Kind, content: bytes) -> str:
        name = object_id(kind, content)
        if self.bulk:
            self.waiting[name] = (kind, content)
            return name
        path = self.git_dir / "objects" / name[:2] / name[2:]
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            header = f"{kind} {len(content)}\0".encode()
            path.write_bytes(zlib.compress(header + content, 1))
        return name

    def flush(self) -> None:
        """Write what is waiting as one pack."""
        if not self.waiting:
            return
        body = pack(self.waiting.values())
        git(self.git_dir, "index-pack", "--stdin", stdin=body)
        self.waiting.clear()

    def tree(self, entries: Mapping[str, Entry]) -> str:
        def place(item: tuple[str, Entry]) -> bytes:
            name, (mode, _) = item
            return _name(name) + (b"/" if mode == TREE else b"")

        rows = sorted(entries.items(), key=place)
        content = b"".join(
            f"{mode} ".encode() + _name(name) + b"\0" + bytes.fromhex(one)
            for name, (mode, one) in rows
        )
        made = self.write("tree", content)
        self.trees[made] = dict(entries)
        return made

    def entries(self, tree: str) -> dict[str, Entry]:
        if tree not in self.trees:
            self.flush()
            rows = git(self.git_dir, "ls-tree", "-z", tree).split(b"\0")[:-1]
            found = {}
            for row in rows:
                about, _, name = row.partition(b"\t")
                mode, _, one = about.decode().split(" ")
                found[name.decode("utf-8", "surrogateescape")] = (
                    mode.lstrip("0"),
                    one,
                )
            self.trees[tree] = found
        return self.trees[tree]

    def edited(self, tree: str | None, edits: Mapping[str, Entry | None]) -> str:
        """Return ``tree`` with paths set, or removed where the entry is None."""
        entries = dict(self.entries(tree)) if tree else {}
        below: dict[str, dict[str, Entry | None]] = {}
        for path, entry in edits.items():
            name, slash, rest = path.partition("/")
            if slash:
                below.setdefault(name, {})[rest] = entry
            elif entry is None:
                entries.pop(name, None)
            else:
                entries[name] = entry
        for name, inner in below.items():
            mode, old = entries.get(name, (TREE, ""))
            made = self.edited(old if mode == TREE and old else None, inner)
            entries[name] = (TREE, made)
            if not self.entries(made):
                del entries[name]
        return self.tree(entries)

    def merged(self, base: str | None, ours: str, theirs: str) -> str:
        """Return the merge of trees whose changes do not meet in one file.

        Raises:
            MergeNeedsGitError: they do meet; git must say what comes of it.
        """
        sides = [self.entries(base) if base else {}]
        sides += [self.entries(ours), self.entries(theirs)]
        result: dict[str, Entry] = {}
        for name in dict.fromkeys(name for side in sides for name in side):
            old, our, their = (side.get(name) for side in sides)
            chosen = self._merged_entry(old, our, their)
            if chosen is not None:
                result[name] = chosen
        return self.tree(result)

    def _merged_entry(
        self, old: Entry | None, our: Entry | None, their: Entry | None
    ) -> Entry | None:
        if their in (our, old):
            return our
        if old == our:
            return their
        both = [one for one in (our, their) if one is not None and one[0] == TREE]
        if len(both) == 2 and (old is None or old[0] == TREE):
            inner = self.merged(old[1] if old else None, both[0][1], both[1][1])
            return (TREE, inner)
        raise MergeNeedsGitError


def _name(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")
