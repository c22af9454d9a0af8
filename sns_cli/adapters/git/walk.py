"""The first-parent chain: which commits, and what each changes."""

from collections.abc import Iterator
from typing import Final

from sns_cli.adapters.git.process import failed
from sns_cli.adapters.git.repository import Repository
from sns_cli.errors import HistoryError
from sns_cli.model.history import ABSENT, BlobId, Change, CommitId
from sns_cli.model.paths import SETTINGS

_LOG: Final = (
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--root",
    "--raw",
    "-z",
    "-r",
    "--no-renames",
    "-O/dev/null",
    "--no-relative",
    "--ignore-submodules=none",
    "--no-abbrev",
    "--no-ext-diff",
    "--no-textconv",
    "--no-show-signature",
    "--no-notes",
    "--no-decorate",
    "--no-color",
    "--format=%H",
)

Step = tuple[CommitId, tuple[Change, ...]]


def steps(repository: Repository, base: CommitId, head: CommitId) -> list[Step]:
    """Return commits after ``base`` up to ``head`` with their changes, oldest first.

    Whether they really lead back to ``base`` is for the caller to check.

    Raises:
        HistoryError: ``git-failed``.
    """
    arguments = (*_LOG, "--end-of-options", head, f"^{base}", "--")
    done = repository.git.run(*arguments)
    if done.status != 0:
        raise failed(arguments, done)
    found = list(_parse(done.out))
    found.reverse()
    return found


def ids(repository: Repository, base: CommitId, head: CommitId) -> list[CommitId]:
    """Return the commits that :func:`steps` returns, in any order.

    Raises:
        HistoryError: ``git-failed``.
    """
    arguments = ("--first-parent", "--end-of-options", head, f"^{base}", "--")
    out = repository.git.output("rev-list", *arguments)
    return [CommitId(line) for line in out.decode("ascii").split()]


def first_with_settings(repository: Repository, head: CommitId) -> CommitId | None:
    """Return the oldest first-parent commit up to ``head`` that holds ``sns.toml``."""
    arguments = (
        *_LOG,
        "--diff-filter=A",
        "--end-of-options",
        head,
        "--",
        f":(top,literal){SETTINGS}",
    )
    oldest = None
    for commit, changes in _parse(repository.git.output(*arguments)):
        if any(change.path == SETTINGS for change in changes):
            oldest = commit
    return oldest


def _parse(out: bytes) -> Iterator[Step]:
    """Read ``git log --raw -z --format=%H``: ids, and pairs of record and path.

    A path may look like anything, so it is taken only in a path's place: after a
    record, which begins with a colon.
    """
    tokens = iter(out.decode("utf-8", "surrogateescape").split("\0"))
    commit: str | None = None
    changes: list[Change] = []
    for token in tokens:
        word = token.lstrip("\n")
        if word[:1] == ":":
            changes.append(_change(word, next(tokens)))
        elif word:
            if commit is not None:
                yield CommitId(commit), tuple(changes)
            commit, changes = word, []
    if commit is not None:
        yield CommitId(commit), tuple(changes)


def _change(record: str, path: str) -> Change:
    # A record: colon, both modes, both object ids, status letter.
    fields = record[1:].split(" ")
    if len(fields) != _FIELDS:
        raise HistoryError("git-failed", command="log", detail="unexpected record")
    old_mode, new_mode, old, new, _ = fields
    return Change(
        path,
        old_mode,
        new_mode,
        None if old_mode == ABSENT else BlobId(old),
        None if new_mode == ABSENT else BlobId(new),
    )


_FIELDS: Final = 5
