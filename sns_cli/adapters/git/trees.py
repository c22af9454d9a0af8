"""Trees with files added: only the folders on the way are read and made anew. Pure.

The whole tree is never listed, so that adding an event costs the same beside a hundred
thousand archived ones (design 9), and no blob of the base is ever needed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sns_cli.adapters.git.object_id import object_id
from sns_cli.adapters.git.pack import NewObject
from sns_cli.errors import HistoryError
from sns_cli.model.history import REGULAR
from sns_cli.ports import NewFile

FOLDER: Final = "40000"
"""Git's mode of a folder, as written in a tree object."""

Entries = dict[bytes, tuple[str, str]]
"""Mode and object id by name."""


def parse_tree(content: bytes, id_bytes: int) -> Entries:
    """Return the entries of a tree object; ``id_bytes`` is 20 or 32."""
    entries: Entries = {}
    place = 0
    while place < len(content):
        space = content.index(b" ", place)
        end = content.index(b"\0", space)
        one = content[end + 1 : end + 1 + id_bytes].hex()
        entries[content[space + 1 : end]] = (content[place:space].decode(), one)
        place = end + 1 + id_bytes
    return entries


def tree_bytes(entries: Entries) -> bytes:
    """Return the tree object of ``entries``, in git's order."""

    def place(item: tuple[bytes, tuple[str, str]]) -> bytes:
        name, (mode, _) = item
        return name + b"/" if mode == FOLDER else name

    return b"".join(
        mode.encode() + b" " + name + b"\0" + bytes.fromhex(one)
        for name, (mode, one) in sorted(entries.items(), key=place)
    )


def check_path(path: str) -> None:
    """Refuse what git or a file system would not take as a plain relative path.

    Raises:
        HistoryError: ``path-not-writable``.
    """
    parts = path.split("/")
    bad = any(part in {"", ".", ".."} or part.lower() == ".git" for part in parts)
    if bad or "\\" in path or not path.isprintable():
        raise HistoryError("path-not-writable", path=ascii(path))


def folders_of(paths: Iterable[str]) -> tuple[str, ...]:
    """Return every folder above ``paths``, the top (``""``) first."""
    found = {""}
    for path in paths:
        parts = path.split("/")[:-1]
        found.update("/".join(parts[: end + 1]) for end in range(len(parts)))
    return tuple(sorted(found))


@dataclass
class TreeDraft:
    """A tree to which files are added.

    Attributes:
        folders: entries of each folder on the way to a new file, ``""`` is the top;
            a folder that is not there yet is empty.
        algorithm: the repository's object format.
        made: the objects that are new.
    """

    folders: Mapping[str, Entries]
    algorithm: str = "sha1"
    made: list[NewObject] = field(default_factory=list)

    def add(self, files: Sequence[NewFile]) -> str:
        """Add ``files`` and return the new tree's id.

        Raises:
            HistoryError: ``archive-path-taken`` by other content or a folder.
        """
        changed: set[str] = {""}
        for file in files:
            folder, _, name = file.path.rpartition("/")
            entry = (REGULAR, object_id("blob", file.content, self.algorithm))
            held = self.folders[folder].get(name.encode())
            if held == entry:
                continue
            if held is not None:
                raise HistoryError("archive-path-taken", path=file.path)
            self.folders[folder][name.encode()] = entry
            self.made.append(("blob", file.content))
            changed.update(folders_of([file.path]))
        return self._write(sorted(changed, key=_depth, reverse=True))

    def _write(self, deepest_first: Sequence[str]) -> str:
        made = ""
        for folder in deepest_first:
            content = tree_bytes(self.folders[folder])
            made = object_id("tree", content, self.algorithm)
            self.made.append(("tree", content))
            if folder:
                self._set_folder(folder, made)
        return made

    def _set_folder(self, folder: str, tree: str) -> None:
        parent, _, name = folder.rpartition("/")
        held = self.folders[parent].get(name.encode())
        if held is not None and held[0] != FOLDER:
            raise HistoryError("archive-path-taken", path=folder)
        self.folders[parent][name.encode()] = (FOLDER, tree)


def _depth(folder: str) -> int:
    return folder.count("/") + 1 if folder else 0
