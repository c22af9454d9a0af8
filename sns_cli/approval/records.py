"""Records of the host as they lie on ``main``, and the host itself where none does.

A record is itself only a file that somebody added. It counts if the publisher added
it: with a key that was the publisher's **before the commit it is about** (or that
commit could bring in the key that vouches for it) and by a commit that is accepted in
its own place. The walk sees to the second: it goes back when a record turns out to
have been leaned on in vain.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sns_cli.approval.commit import RawCommit
from sns_cli.approval.host import Host
from sns_cli.approval.platform import Merger, merger
from sns_cli.approval.policy import Policy
from sns_cli.approval.shelf import Shelf
from sns_cli.approval.sshsig import SignatureCheck
from sns_cli.approval.verdict import Asked, Refused
from sns_cli.approval.witness import Witness
from sns_cli.model.history import REGULAR, BlobId, Chain, Commit, CommitId
from sns_cli.model.platform import RECORDS, PullMerge, recorded_commit
from sns_cli.model.settings import Role
from sns_cli.parse.host_record import read_record


@dataclass(frozen=True, slots=True)
class Added:
    """A record, and the commit of the chain that added it."""

    by: Commit
    blob: BlobId


@dataclass(frozen=True, slots=True)
class OnRecord:
    """Who merged a commit, and what says so.

    Attributes:
        record: the commit that added the record; None if the host was asked just now.
        asked: what the host said, if it is not on record yet.
    """

    person: str
    record: CommitId | None
    asked: Asked | None


@dataclass(frozen=True, eq=False)
class Records:
    """Everything there is to ask while the commits of one chain are judged.

    Attributes:
        unsound: commits that were refused; what they added counts for nothing.
    """

    chain: Chain
    shelf: Shelf
    witness: Witness
    host: Host
    unsound: frozenset[CommitId] = frozenset()

    def merger(self, commit: Commit, policy: Policy) -> OnRecord | Refused:
        """Return who merged ``commit``, by the record or else by the host's word.

        Args:
            commit: to be judged.
            policy: in force before it.
        """
        for added in self._added.get(commit.id, ()):
            merge = self._sound(added, commit, policy)
            found = None if merge is None else merger([merge], commit, policy)
            if isinstance(found, Merger):
                return OnRecord(found.person, added.by.id, None)
        said = self.host.merges_of(commit)
        if isinstance(said, Refused):
            return said
        found = merger(said, commit, policy)
        if isinstance(found, Refused):
            return found
        asked = Asked(commit.id, found.merge, commit.parents, publisher_keys(policy))
        return OnRecord(found.person, None, asked)

    def _sound(self, added: Added, commit: Commit, policy: Policy) -> PullMerge | None:
        by = added.by
        if by.id in self.unsound:
            return None
        if self._signed_with(by) not in publisher_keys(policy):
            return None
        return read_record(self.shelf.text(added.blob), commit.id, commit.parents)

    def _signed_with(self, commit: Commit) -> bytes | None:
        """Return the key that signed a commit, None if none did."""
        text = self.witness.text(commit)
        if not isinstance(text, RawCommit) or text.signature is None:
            return None
        signature = self.witness.signature(commit.id, text.signature)
        if isinstance(signature, str):
            return None
        good = self.witness.check(commit.id, text, signature) is SignatureCheck.GOOD
        return signature.key if good else None

    @cached_property
    def _added(self) -> Mapping[CommitId, tuple[Added, ...]]:
        """The records that were ever added, by the commit they are about."""
        found: dict[CommitId, tuple[Added, ...]] = {}
        for by in self.chain.commits:
            for change in by.changes:
                if not change.path.startswith(RECORDS):
                    continue
                about = recorded_commit(change.path)
                blob = change.new_blob
                if about is None or blob is None or change.new_mode != REGULAR:
                    continue
                found[about] = (*found.get(about, ()), Added(by, blob))
        every = [one.blob for added in found.values() for one in added]
        self.shelf.read_texts(every)
        return found


def publisher_keys(policy: Policy) -> frozenset[bytes]:
    """Return the public keys of the publisher."""
    return frozenset(
        key
        for key, holder in policy.holders.items()
        if policy.person(holder.person).role is Role.PUBLISHER
    )


def adds_records(commits: tuple[Commit, ...]) -> bool:
    """Tell whether one of these commits touches a record."""
    return any(
        change.path.startswith(RECORDS)
        for commit in commits
        for change in commit.changes
    )
