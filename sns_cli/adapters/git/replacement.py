"""One file of a commit replaced: what pausing and resuming write."""

from sns_cli.adapters.git.repository import Repository
from sns_cli.errors import HistoryError
from sns_cli.model.history import REGULAR, CommitId


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
    git = repository.git
    blob = git.output("hash-object", "-w", "--no-filters", "--stdin", stdin=content)
    entry = f"{REGULAR} blob {blob.decode().strip()}\t{name}".encode()
    listed = git.output("ls-tree", "-z", "--full-tree", base).split(b"\0")
    others = [one for one in listed if one and one.partition(b"\t")[2] != name.encode()]
    lines = b"".join(one + b"\0" for one in [*others, entry])
    # In a clone without all contents, the other entries need not be here.
    return git.output("mktree", "-z", "--missing", stdin=lines).decode().strip()
