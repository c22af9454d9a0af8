"""Git history as values: the port ``History`` over a repository on this machine."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sns_cli.adapters.git.commit import hides_parents, parse_commit
from sns_cli.adapters.git.merge_checks import MergeChecks
from sns_cli.adapters.git.objects import Objects
from sns_cli.adapters.git.reading import Read, Reading
from sns_cli.adapters.git.repository import Repository, is_full_id
from sns_cli.adapters.git.walk import (
    Step,
    first_with_settings,
    steps,
)
from sns_cli.adapters.second_process import second_process
from sns_cli.errors import HistoryError
from sns_cli.model.history import (
    BlobId,
    Chain,
    Commit,
    CommitId,
    MergeCheck,
    SideCommit,
    TreeEntry,
)
from sns_cli.model.paths import SETTINGS


class GitHistory:
    """Reads the object store of ``repository``; never its work tree or index."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._objects = Objects(repository)
        self._expected: Reading | None = None

    def read(self, blobs: Iterable[BlobId]) -> Mapping[BlobId, bytes]:
        """Return the contents; all missing ones are fetched in one round trip.

        Raises:
            HistoryError: ``object-missing``, ``git-failed``.
        """
        return self._objects.read(blobs)

    def files(self, commit: CommitId, prefix: str = "") -> tuple[TreeEntry, ...]:
        """Return the files of a commit's tree below ``prefix`` (such as ``posts/``)."""
        return self._objects.files(_full(commit), prefix)

    def expect(self, head: CommitId, introduction: CommitId) -> None:
        """Begin to read a chain that :meth:`chain` will be asked for; return at once.

        Whether there is such a chain is found out there.
        """
        if is_full_id(head) and is_full_id(introduction):
            self._expected = self._reading(introduction, head)

    def chain(self, head: CommitId, introduction: CommitId | None) -> Chain:
        """Return the first-parent chain from the introduction to ``head``.

        Without a given introduction it is the oldest first-parent commit that holds
        ``sns.toml`` (design 4).

        Raises:
            HistoryError: ``introduction-…`` for one that is missing, unreached or off
                the chain (a head that merely shares ancestors with it proves nothing:
                Guix 2022), ``commit-broken`` where git finds no further,
                ``history-rewritten-locally``, ``merges-changed-locally``,
                ``git-failed``.
        """
        self._repository.refuse_rewriting()
        start = self._introduction(_full(head), introduction)
        found = self._leading(start, head, self._read(start, head))
        if found is None:
            raise self._off_chain(start, head)
        introduced = self.files(start)
        if not any(entry.path == SETTINGS for entry in introduced):
            raise HistoryError("introduction-without-settings", introduction=start)
        first = parse_commit(start, self._objects.commits([start])[0], ())
        _refuse_broken(first)
        return Chain(first, introduced, found)

    def extend(self, chain: Chain, head: CommitId) -> tuple[Commit, ...] | None:
        """Return the commits after ``chain.tip`` up to ``head``, oldest first.

        None if ``chain.tip`` is not on the first-parent chain of ``head``.

        Raises:
            HistoryError: ``commit-broken``, ``git-failed``.
        """
        return self._after(chain.tip.id, _full(head))

    def check_merges(
        self, merges: Sequence[Commit], introduction: CommitId
    ) -> Mapping[CommitId, MergeCheck]:
        """Compare two-parent merges with the clean merges of their parents.

        Returns at once; reading a check waits for it, and raises ``HistoryError`` if
        git failed.
        """
        if not merges:
            return {}
        return MergeChecks(self._repository, merges, _full(introduction))

    def beside(self, holds: Callable[[int], bool], count: int) -> Callable[[int], bool]:
        """Let a second process find out from the last place on whether it holds."""
        return second_process(holds, count)

    def side_commits(self, merge: Commit) -> tuple[SideCommit, ...]:
        """Return the commits that ``merge`` brought in beside its first parent's."""
        first, *others = merge.parents
        if not others:
            return ()
        arguments = ("--no-show-signature", "-z", "--format=%H%n%ae%n%ce")
        revisions = (*others, f"^{first}", "--")
        out = self._repository.git.output(
            "log", "--no-patch", *arguments, "--end-of-options", *revisions
        )
        text = out.decode("utf-8", "surrogateescape")
        records = [tuple(one.split("\n")) for one in text.split("\0") if one]
        raws = self._objects.commits([CommitId(commit) for commit, _, _ in records])
        return tuple(
            SideCommit(CommitId(commit), author, committer, raw)
            for (commit, author, committer), raw in zip(records, raws, strict=True)
        )

    def _introduction(self, head: CommitId, given: CommitId | None) -> CommitId:
        if given is not None:
            if not is_full_id(given):
                raise HistoryError("introduction-invalid", introduction=given[:80])
            if self._repository.find(given) != given:
                raise HistoryError("introduction-unknown", introduction=given)
            return given
        if self._repository.shallow:
            raise HistoryError("introduction-unpinned-in-shallow-clone")
        found = first_with_settings(self._repository, head)
        if found is None:
            raise HistoryError("introduction-missing", head=head)
        return found

    def _after(self, base: CommitId, head: CommitId) -> tuple[Commit, ...] | None:
        """Return the commits after ``base``; None if they do not lead back to it.

        One process after the other: there are few.
        """
        if base == head:
            return ()
        read = Read(steps(self._repository, base, head), {})
        return self._leading(base, head, read)

    def _reading(self, base: CommitId, head: CommitId) -> Reading:
        return Reading(self._repository, self._objects, base, head)

    def _read(self, base: CommitId, head: CommitId) -> Read:
        """Return what there is after ``base``, which may have been begun before."""
        reading, self._expected = self._expected, None
        if reading is None or reading.ends != (base, head):
            reading = self._reading(base, head)
        return reading.wait()

    def _leading(
        self, base: CommitId, head: CommitId, read: Read
    ) -> tuple[Commit, ...] | None:
        found, raws = read
        if self._cut(found):
            # Without its parent a commit seems to add every file there is.
            return None
        missing = [commit for commit, _ in found if commit not in raws]
        if missing:
            there = self._objects.commits(missing)
            raws = {**raws, **dict(zip(missing, there, strict=True))}
        previous = base
        commits: list[Commit] = []
        for commit, changes in found:
            parsed = parse_commit(commit, raws[commit], changes)
            if not parsed.parents:
                _refuse_broken(parsed)
            if parsed.parents[:1] != (previous,):
                return None
            commits.append(parsed)
            previous = commit
        return tuple(commits) if previous == head else None

    def _cut(self, found: list[Step]) -> bool:
        """Tell whether a shallow clone ends before these commits do."""
        return bool(found) and found[0][0] in self._repository.cut_at()

    def _off_chain(self, start: CommitId, head: CommitId) -> HistoryError:
        found = steps(self._repository, start, head)
        code = "not-reached" if self._cut(found) else "not-on-chain"
        return HistoryError(f"introduction-{code}", introduction=start, head=head)


def _refuse_broken(commit: Commit) -> None:
    if hides_parents(commit.raw):
        raise HistoryError("commit-broken", commit=commit.id)


def _full(commit: CommitId) -> CommitId:
    if not is_full_id(commit):
        raise HistoryError("revision-unknown", name=commit[:80])
    return commit
