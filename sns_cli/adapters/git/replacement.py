"""Some files of a commit replaced: what changes of the policy and repairs write."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from sns_cli.adapters.git.repository import Repository
from sns_cli.errors import HistoryError
from sns_cli.model.history import REGULAR, BlobId, CommitId

_TREE: Final = "040000"


class Held(NamedTuple):
    """What a path is to hold."""

    mode: str
    blob: BlobId


def tree_with_file(
    repository: Repository, base: CommitId, name: str, content: bytes
) -> str:
    """Write the tree of ``base`` with another content of a file, and return its id.

    Args:
        repository: where the objects come to be; no branch or work tree is touched.
        base: its other files stay as they are.
        name: of a file at the top, without a folder.
        content: its new bytes.

    Raises:
        HistoryError: ``path-not-writable``, ``git-failed``.
    """
    if "/" in name:
        raise HistoryError("path-not-writable", path=name)
    held = Held(REGULAR, write_blob(repository, content))
    return tree_with_files(repository, base, {name: held})


def write_blob(repository: Repository, content: bytes) -> BlobId:
    """Write a file's content and return its id.

    Raises:
        HistoryError: ``git-failed``.
    """
    arguments = ("hash-object", "-w", "--no-filters", "--stdin")
    out = repository.git.output(*arguments, stdin=content)
    return BlobId(out.decode("ascii").strip())


def tree_with_files(
    repository: Repository, base: str, files: Mapping[str, Held | None]
) -> str:
    """Write the tree of ``base`` with these files, and return its id.

    Only the folders on the way are read; of a clone without all contents, the other
    files need not be here.

    Args:
        repository: where the objects come to be; no branch or work tree is touched.
        base: a commit or tree; its other files stay as they are.
        files: what each path is to hold; None for nothing.

    Raises:
        HistoryError: ``git-failed``.
    """
    return _tree(repository, base, files) or _written(repository, {})


def _tree(
    repository: Repository, base: str | None, files: Mapping[str, Held | None]
) -> str | None:
    """Return the id of a folder, None if nothing is left in it."""
    entries = {} if base is None else _listed(repository, base)
    below: dict[str, dict[str, Held | None]] = {}
    for path, held in files.items():
        name, slash, rest = path.partition("/")
        if slash:
            below.setdefault(name, {})[rest] = held
        elif held is not None:
            entries[name] = (held.mode, "blob", held.blob)
        else:
            entries.pop(name, None)
    for name, inner in below.items():
        there = entries.get(name)
        folder = there[2] if there is not None and there[1] == "tree" else None
        made = _tree(repository, folder, inner)
        if made is not None:
            entries[name] = (_TREE, "tree", made)
        elif folder is not None:
            del entries[name]
    return _written(repository, entries) if entries else None


_Entries = dict[str, tuple[str, str, str]]
"""Mode, kind and id by name."""


def _listed(repository: Repository, tree: str) -> _Entries:
    out = repository.git.output(
        "ls-tree", "-z", "--full-tree", "--end-of-options", tree
    )
    entries: _Entries = {}
    for line in out.decode("utf-8", "surrogateescape").split("\0"):
        if line:
            about, _, name = line.partition("\t")
            mode, kind, object_id = about.split()
            entries[name] = (mode, kind, object_id)
    return entries


def _written(repository: Repository, entries: _Entries) -> str:
    lines = "".join(
        f"{mode} {kind} {object_id}\t{name}\0"
        for name, (mode, kind, object_id) in entries.items()
    )
    stdin = lines.encode("utf-8", "surrogateescape")
    return (
        repository.git.output("mktree", "-z", "--missing", stdin=stdin).decode().strip()
    )
