"""What is known after some commits: a value that grows commit by commit."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sns_cli.approval.paths import folded, month_folder
from sns_cli.approval.policy import Policy
from sns_cli.approval.verdict import Accepted, Counted, Refused, Verdict
from sns_cli.model.history import BlobId, Chain, Change, Commit
from sns_cli.model.paths import ARCHIVE, POSTS

_ASKED_OF_CLEAN_MERGES: Final = frozenset(
    f"grant-{rule}"
    for rule in (
        "twice",
        "unknown",
        "foreign",
        "lapsed",
        "not-valid",
        "unreadable",
        "stray-file",
        "account",
        "category",
        "basis",
        "emergency",
        "outside-hours",
        "publish-at",
        "retracts",
        "own-post",
        "max-per-day",
    )
)


class Entry(NamedTuple):
    """Mode and blob of a path; blob None when it is absent."""

    mode: str
    blob: BlobId | None


class Last(NamedTuple):
    """The last change of a path since the introduction.

    Attributes:
        position: of the commit among the chain's, from 0.
    """

    position: int
    mode: str
    blob: BlobId | None


class Draft(NamedTuple):
    """A refused commit that put something below ``posts/`` onto ``main``.

    Attributes:
        only_merged: it is known to be a clean merge: what it brought is other people's.
        position: of the commit among the chain's, from 0.
    """

    commit: Commit
    only_merged: bool
    position: int


@dataclass
class State:
    """Everything a judgement needs to know of the commits before it.

    It is grown in place during a walk and never after: :meth:`copy` before growing one
    that somebody else holds.

    Attributes:
        policy: in force.
        accepted_at: latest time of an accepted commit (the introduction's at first).
        verdicts: one per commit of the chain, oldest first.
        last: last change of every path that was changed or approved.
        posts: files below ``posts/`` as they stand, accepted or not, by month folder.
        twins: how many paths below ``posts/`` a file system may take for the same.
        damaged: what paths below ``archive/`` whose last change was refused held after
            their last accepted change.
        sound: the last change of each of those paths before the refused ones.
        used: posts approved under a grant on a day of the library.
        drafts: the refused commits that changed a path below ``posts/`` since it was
            last accepted: whose draft it is, although they put it onto ``main``.
    """

    policy: Policy
    accepted_at: dt.datetime
    verdicts: list[Verdict] = field(default_factory=list)
    last: dict[str, Last] = field(default_factory=dict)
    posts: dict[str, dict[str, Entry]] = field(default_factory=dict)
    twins: Counter[str] = field(default_factory=Counter)
    damaged: dict[str, Entry] = field(default_factory=dict)
    sound: dict[str, Last | None] = field(default_factory=dict)
    used: dict[tuple[str, dt.date], frozenset[Counted]] = field(default_factory=dict)
    drafts: dict[str, tuple[Draft, ...]] = field(default_factory=dict)

    def copy(self) -> "State":
        """Return a state that can grow without this one changing."""
        return State(
            self.policy,
            self.accepted_at,
            self.verdicts.copy(),
            self.last.copy(),
            {folder: files.copy() for folder, files in self.posts.items()},
            self.twins.copy(),
            self.damaged.copy(),
            self.sound.copy(),
            self.used.copy(),
            self.drafts.copy(),
        )

    def post_entry(self, path: str) -> Entry | None:
        """Return what stands at a path below ``posts/``, None if nothing does."""
        return self.posts.get(month_folder(path), {}).get(path)

    def verdict_on(self, last: Last) -> Verdict:
        """Return how the commit of a last change was judged."""
        return self.verdicts[last.position]

    def record(self, commit: Commit, verdict: Verdict) -> None:
        """Take in one more commit with its verdict."""
        position = len(self.verdicts)
        self.verdicts.append(verdict)
        accepted = isinstance(verdict, Accepted)
        draft = (
            None if isinstance(verdict, Accepted) else _draft(commit, verdict, position)
        )
        for change in commit.changes:
            path = change.path
            before = self.last.get(path)
            self.last[path] = Last(position, change.new_mode, change.new_blob)
            if path.startswith(POSTS):
                self._record_post(change)
                self._record_draft(path, draft)
            elif path.startswith(ARCHIVE):
                self._record_archive(change, before, accepted=accepted)
        if isinstance(verdict, Accepted):
            self._record_accepted(position, verdict)

    def used_under(self, grant: str, at: dt.datetime) -> frozenset[Counted]:
        """Return the posts approved under a grant on the library's day of ``at``."""
        return self.used.get((grant, self.policy.day(at)), frozenset())

    def _record_accepted(self, position: int, verdict: Accepted) -> None:
        # The slack between two clocks is not added up over several commits.
        self.accepted_at = max(self.accepted_at, verdict.at)
        for path in verdict.approves:
            entry = self.post_entry(path)
            if entry is not None:
                self.last[path] = Last(position, *entry)
                self._record_draft(path, None)
        if verdict.grant is not None:
            counted = self.used_under(verdict.grant, verdict.at).union(verdict.counted)
            self.used[verdict.grant, self.policy.day(verdict.at)] = counted

    def _record_post(self, change: Change) -> None:
        files = self.posts.setdefault(month_folder(change.path), {})
        if change.added:
            self.twins[folded(change.path)] += 1
        if change.deleted:
            self.twins[folded(change.path)] -= 1
            files.pop(change.path, None)
        else:
            files[change.path] = Entry(change.new_mode, change.new_blob)

    def _record_draft(self, path: str, refused: Draft | None) -> None:
        if refused is not None:
            self.drafts[path] = (*self.drafts.get(path, ()), refused)
        elif self.drafts:
            self.drafts.pop(path, None)

    def _record_archive(
        self, change: Change, last: Last | None, *, accepted: bool
    ) -> None:
        path = change.path
        if accepted:
            self.damaged.pop(path, None)
            self.sound.pop(path, None)
            return
        before = Entry(change.old_mode, change.old_blob)
        if self.damaged.setdefault(path, before) is before:
            self.sound[path] = last
        if self.damaged[path] == Entry(change.new_mode, change.new_blob):
            self._undone(path)

    def _undone(self, path: str) -> None:
        """Forget refused changes of which nothing is left at a path.

        No commit of the director could put right what is as it was: git knows no
        change that changes nothing, and in ``archive/`` none may go astray on the way.
        """
        del self.damaged[path]
        last = self.sound.pop(path, None)
        if last is None:
            del self.last[path]
        else:
            self.last[path] = last


def _draft(commit: Commit, refused: Refused, position: int) -> Draft:
    """Return a refused commit as somebody's draft.

    Whether a grant covers a merge is asked only once it is known to be clean.
    """
    clean = commit.merges and refused.rule in _ASKED_OF_CLEAN_MERGES
    return Draft(commit, clean, position)


def first_state(chain: Chain, policy: Policy) -> State:
    """Return the state right after the introduction."""
    state = State(policy, chain.introduction.committed_at)
    for entry in chain.introduced:
        if entry.path.startswith(POSTS):
            files = state.posts.setdefault(month_folder(entry.path), {})
            files[entry.path] = Entry(entry.mode, entry.blob)
            state.twins[folded(entry.path)] += 1
    return state
