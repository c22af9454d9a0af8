"""Comparing merges with the clean merges of their parents, in three processes."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from sns_cli.adapters.git.process import failed
from sns_cli.adapters.git.repository import Repository
from sns_cli.model.history import Commit, CommitId, MergeCheck

_CLEAN: Final = "1"


@dataclass(frozen=True, slots=True)
class Merged:
    """What git makes of merging two commits.

    Attributes:
        tree: the resulting tree; with conflicts it holds git's markers.
        conflicts: paths in conflict; None for a clean merge. A conflict may name none.
    """

    tree: str
    conflicts: tuple[str, ...] | None


def compare(
    repository: Repository, merges: Sequence[Commit], within: AbstractSet[str]
) -> dict[CommitId, MergeCheck]:
    """Return for each two-parent merge how it compares with the clean merge.

    Args:
        repository: where the merges are.
        merges: what to compare.
        within: the :func:`descendants` of the introduction.

    Raises:
        HistoryError: ``git-failed``.
    """
    judged = [merge for merge in merges if merge.merges and merge.parents[1] in within]
    checks = {merge.id: MergeCheck(bounded=False) for merge in merges}
    unequal: list[tuple[Commit, Merged]] = []
    for merge, result in _merge_all(repository, judged):
        if result is not None:
            checks[merge.id] = MergeCheck()
            if result.conflicts is not None or result.tree != merge.tree:
                unequal.append((merge, result))
    for merge, paths in _deviations(repository, unequal):
        checks[merge.id] = MergeCheck(paths)
    return checks


def merge_trees(repository: Repository, ours: CommitId, theirs: CommitId) -> Merged:
    """Return the merge of two commits, without touching any branch or file.

    Raises:
        HistoryError: ``git-failed``, also for commits that share no history.
    """
    arguments = ("merge-tree", "--stdin", "-z", "--name-only")
    done = repository.git.run(*arguments, stdin=f"{ours} {theirs}\n".encode())
    if done.status != 0:
        raise failed(arguments, done)
    return next(_parse(done.out.decode("utf-8", "surrogateescape")))


def _deviations(
    repository: Repository, unequal: Sequence[tuple[Commit, Merged]]
) -> Iterator[tuple[Commit, tuple[str, ...]]]:
    """Yield the paths in which merges differ from the clean ones, or that conflict."""
    trees = [(result.tree, merge.tree) for merge, result in unequal]
    differences = _differences(repository, trees)
    for (merge, result), paths in zip(unequal, differences, strict=True):
        deviating = {*(result.conflicts or ()), *paths}
        if not deviating:
            # A conflict that names no path, such as of a folder's new name: nothing
            # the merge changes can count as cleanly merged.
            deviating = {change.path for change in merge.changes}
        yield merge, tuple(sorted(deviating))


def descendants(
    repository: Repository, merges: Sequence[Commit], introduction: CommitId
) -> set[str]:
    """Return the second parents' ancestors that descend from the introduction.

    The introduction itself is among them.
    """
    tips = [parent for merge in merges for parent in merge.parents[1:]]
    if not tips:
        return set()
    lines = [f"^{introduction}", *dict.fromkeys(tips)]
    out = repository.git.output(
        "rev-list",
        f"--ancestry-path={introduction}",
        "--stdin",
        stdin="".join(f"{line}\n" for line in lines).encode(),
    )
    return {introduction, *out.decode("ascii").split()}


def _merge_all(
    repository: Repository, merges: Sequence[Commit]
) -> Iterator[tuple[Commit, Merged | None]]:
    """Yield each merge with its clean merge; None where git cannot merge at all."""
    rest = list(merges)
    while rest:
        arguments = ("merge-tree", "--stdin", "-z", "--name-only")
        lines = [" ".join(merge.parents) + "\n" for merge in rest]
        done = repository.git.run(*arguments, stdin="".join(lines).encode())
        results = list(_parse(done.out.decode("utf-8", "surrogateescape")))
        yield from zip(rest, results, strict=False)
        if len(results) == len(rest):
            return
        if done.status == 0:
            raise failed(arguments, done)
        # It stopped at one it cannot merge (an object is not there): go on behind it.
        yield rest[len(results)], None
        rest = rest[len(results) + 1 :]


def _parse(out: str) -> Iterator[Merged]:
    """Read ``merge-tree --stdin -z --name-only``.

    Each result: status, tree, then for a conflict its paths up to an empty word and
    messages (count, that many paths, kind, sentence); at the end an empty word.
    """
    words = iter(out.split("\0"))
    for status in words:
        tree = next(words, "")
        if not tree:
            return
        paths: list[str] = list(iter(lambda: next(words, ""), ""))
        if status == _CLEAN:
            yield Merged(tree, None)
            continue
        while count := next(words, ""):
            for _ in range(int(count) + 2):
                next(words, "")
        yield Merged(tree, tuple(paths))


def _differences(
    repository: Repository, pairs: Sequence[tuple[str, str]]
) -> Iterator[Sequence[str]]:
    """Yield for each pair of trees the paths in which they differ."""
    if not pairs:
        return
    headers = [" ".join(pair) for pair in pairs]
    out = repository.git.output(
        "diff-tree",
        "--stdin",
        "--raw",
        "-r",
        "-z",
        "--no-renames",
        "--no-abbrev",
        "--ignore-submodules=none",
        stdin="".join(f"{one}\n" for one in headers).encode(),
    )
    found = _paths_by_header(out.decode("utf-8", "surrogateescape"))
    for header in headers:
        yield found.get(header, ())


def _paths_by_header(out: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    paths: list[str] = []
    words = iter(out.split("\0"))
    for word in words:
        record = word
        if record and record[0] != ":":
            header, _, record = word.partition("\n")
            paths = found.setdefault(header, [])
        if record:
            paths.append(next(words))
    return found
