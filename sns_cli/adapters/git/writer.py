"""New commits, written straight into the object store."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sns_cli.adapters.git.commit import CommitDraft, with_signature
from sns_cli.adapters.git.object_id import object_id
from sns_cli.adapters.git.objects import Objects
from sns_cli.adapters.git.pack import NewObject, pack
from sns_cli.adapters.git.process import failed
from sns_cli.adapters.git.repository import Repository
from sns_cli.adapters.git.trees import (
    Entries,
    TreeDraft,
    check_path,
    folders_of,
    parse_tree,
)
from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId
from sns_cli.ports import NewFile

Signer = Callable[[bytes], str]
"""Returns the armored signature of a payload."""


class CommitWriter:
    """Writes commits without index, work tree or branch: only objects come to be."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._objects = Objects(repository)

    def write_commit(self, draft: CommitDraft, signer: Signer | None) -> CommitId:
        """Write a commit, signed if there is a ``signer``, and return its id.

        Raises:
            HistoryError: ``git-failed``.
            SettingsError: from ``signer``.
        """
        return self._write(draft, signer, [])

    def add_files(
        self, draft: CommitDraft, files: Sequence[NewFile], signer: Signer | None
    ) -> CommitId:
        """Write a commit that adds ``files`` to the tree of its first parent.

        ``draft.tree`` is not looked at. A path that already holds the same content is
        left out.

        Raises:
            HistoryError: ``archive-path-taken``, ``path-not-writable``, ``git-failed``.
            SettingsError: from ``signer``.
        """
        for file in files:
            check_path(file.path)
        base = draft.parents[0]
        folders = self._folders(base, folders_of(file.path for file in files))
        trees = TreeDraft(folders, self._repository.object_format)
        tree = trees.add(files)
        return self._write(replace(draft, tree=tree), signer, trees.made)

    def _folders(self, base: CommitId, folders: Sequence[str]) -> dict[str, Entries]:
        names = [f"{base}:{folder}" for folder in folders]
        found = self._objects.named(names)
        width = len(base) // 2
        entries: dict[str, Entries] = {}
        for folder, name in zip(folders, names, strict=True):
            kind, content = found.get(name, ("tree", b""))
            if kind != "tree":
                raise HistoryError("archive-path-taken", path=folder)
            entries[folder] = parse_tree(content, width)
        return entries

    def _write(
        self, draft: CommitDraft, signer: Signer | None, made: list[NewObject]
    ) -> CommitId:
        content = draft.payload()
        if signer is not None:
            content = with_signature(content, signer(content))
        algorithm = self._repository.object_format
        arguments = ("unpack-objects", "-q")
        stdin = pack([*made, ("commit", content)], algorithm)
        done = self._repository.git.run(*arguments, stdin=stdin)
        if done.status != 0:
            raise failed(arguments, done)
        return CommitId(object_id("commit", content, algorithm))
