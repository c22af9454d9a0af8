"""A change that a director is about to make, as it is shown before it is signed."""

from collections.abc import Mapping
from dataclasses import dataclass

from sns_cli.model.history import CommitId


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file, before and after; None where it is not there."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Step:
    """One commit of a plan.

    Attributes:
        title: its first line, for people who read the history.
        files: what it changes.
        modes: git's modes of files that are not plain ones.
    """

    title: str
    files: tuple[FileChange, ...]
    modes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a command is about to change on ``main``; two that are equal do the same.

    Attributes:
        steps: in their order, each a commit of its own.
        slug: name of the proposal, where it is only proposed.
        for_maintainers: whether a maintainer may sign it as well as a director.
    """

    steps: tuple[Step, ...]
    slug: str
    for_maintainers: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a plan.

    Attributes:
        commit: the newest change on ``main``.
        by: key of the person who signed.
        lost: posts that were approved before and are not any more.
    """

    commit: CommitId
    by: str
    lost: tuple[str, ...] = ()
