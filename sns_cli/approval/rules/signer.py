"""Who made a commit, by the evidence the library asks for.

Only a key, the host's record of a merge in its web page, or (for training) a trailer
with the committer's address says who it was; author and text carry no authority.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sns_cli.approval.case import Signer
from sns_cli.approval.commit import RawCommit
from sns_cli.approval.policy import Holder, Policy
from sns_cli.approval.records import Records
from sns_cli.approval.sshsig import SignatureCheck
from sns_cli.approval.trailers import SIGNED_OFF_BY, Trailers
from sns_cli.approval.verdict import Refused
from sns_cli.approval.witness import Witness
from sns_cli.model.history import Commit, CommitId
from sns_cli.model.settings import Evidence, Role

_BAD: Final[Mapping[SignatureCheck, Refused]] = {
    SignatureCheck.BAD: Refused("signature-invalid"),
    SignatureCheck.UNTOUCHED: Refused("touch-missing"),
}
_NOT_ON_THE_PAGE: Final = frozenset({"platform-direct", "platform-no-pull"})


@dataclass(frozen=True, slots=True)
class Signatures:
    """What is known about signatures beyond the policy.

    Attributes:
        void: for each distrusted key the first position on the chain at which it is
            void (``[[distrust]]``).
        witness: reads and checks signatures.
        records: what the host of the repository says of merges.
    """

    void: Mapping[bytes, int]
    witness: Witness
    records: Records


def identify(
    commit: Commit,
    text: RawCommit,
    trailers: Trailers,
    policy: Policy,
    signatures: Signatures,
    position: int,
) -> Signer | Refused:
    """Return who made the commit, and what proves it.

    Raises:
        HistoryError: a record of the host cannot be read.
    """
    if policy.evidence is Evidence.PLATFORM:
        return _by_platform(commit, text, policy, signatures, position)
    if policy.evidence is Evidence.SIGN_OFF:
        found = _by_sign_off(text, trailers, policy)
    else:
        found = _by_signature(commit.id, text, policy, signatures, position)
    return found if isinstance(found, Refused) else Signer(found, policy.evidence)


def _by_platform(
    commit: Commit,
    text: RawCommit,
    policy: Policy,
    signatures: Signatures,
    position: int,
) -> Signer | Refused:
    """The publisher is no person and signs as ever; for people the host speaks."""
    if _is_publishers(commit.id, text, policy, signatures.witness):
        found = _by_signature(commit.id, text, policy, signatures, position)
        return (
            found if isinstance(found, Refused) else Signer(found, Evidence.SIGNATURE)
        )
    merged = signatures.records.merger(commit, policy)
    if isinstance(merged, Refused):
        holder = _holder(commit.id, text, policy, signatures.witness)
        if merged.rule in _NOT_ON_THE_PAGE and holder is not None:
            return Refused("platform-signed", details={"person": holder.person})
        return merged
    return Signer(merged.person, Evidence.PLATFORM, merged.record, merged.asked)


def _is_publishers(
    commit: CommitId, text: RawCommit, policy: Policy, witness: Witness
) -> bool:
    """Tell whether a commit says it is signed with a key of the publisher."""
    holder = _holder(commit, text, policy, witness)
    return holder is not None and policy.person(holder.person).role is Role.PUBLISHER


def _holder(
    commit: CommitId, text: RawCommit, policy: Policy, witness: Witness
) -> Holder | None:
    """Return whose key a commit says it is signed with; whether it is, is not asked."""
    if text.signature is None:
        return None
    signature = witness.signature(commit, text.signature)
    return None if isinstance(signature, str) else policy.holders.get(signature.key)


def _by_signature(
    commit: CommitId,
    text: RawCommit,
    policy: Policy,
    signatures: Signatures,
    position: int,
) -> str | Refused:
    if text.signature is None:
        return Refused("unsigned", details={"committer": text.committer_email})
    signature = signatures.witness.signature(commit, text.signature)
    if isinstance(signature, str):
        return Refused("signature-malformed", details={"detail": signature})
    holder = policy.holders.get(signature.key)
    if holder is None:
        return Refused("signer-unknown", details={"committer": text.committer_email})
    who = {"person": holder.person}
    if signatures.void.get(signature.key, position + 1) <= position:
        return Refused("key-distrusted", details=who)
    if holder.until is not None and text.committed_at >= holder.until:
        return Refused("key-expired", details=who)
    return _BAD.get(signatures.witness.check(commit, text, signature), holder.person)


def _by_sign_off(text: RawCommit, trailers: Trailers, policy: Policy) -> str | Refused:
    people = [
        (key, person)
        for key, person in policy.settings.people.items()
        if person.email == text.committer_email
    ]
    if not people:
        return Refused("signer-unknown", details={"committer": text.committer_email})
    signed_off = trailers.last(SIGNED_OFF_BY)
    for key, person in people:
        if person.sign_off == signed_off:
            return key
    for key, person in people:
        if person.role is Role.PUBLISHER:
            return key
    return Refused("sign-off-wrong", details={"expected": people[0][1].sign_off})
