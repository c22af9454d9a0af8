"""Reading and checking of commit objects, each done once.

What a commit says and whether its signature is over these bytes never changes, so it is
remembered while the rules are asked again (a lost key, a longer history).
"""

from sns_cli.approval.commit import MalformedCommitError, RawCommit, split_commit
from sns_cli.approval.sshsig import (
    SignatureCheck,
    SshSignature,
    parse_signature,
    verify,
)
from sns_cli.model.history import Commit, CommitId
from sns_cli.parse.ssh_wire import MalformedError


class Witness:
    """Remembers texts, signatures and checks by commit id."""

    def __init__(self) -> None:
        self._texts: dict[CommitId, RawCommit | str] = {}
        self._signatures: dict[CommitId, SshSignature | str] = {}
        self._checks: dict[CommitId, SignatureCheck] = {}

    def text(self, commit: Commit) -> RawCommit | str:
        """Return what a commit says, or why that cannot be told."""
        if commit.id not in self._texts:
            try:
                self._texts[commit.id] = split_commit(commit.raw)
            except MalformedCommitError as error:
                self._texts[commit.id] = str(error)
        return self._texts[commit.id]

    def signature(self, commit: CommitId, armored: str) -> SshSignature | str:
        """Return a commit's signature, or why it is none."""
        if commit not in self._signatures:
            try:
                self._signatures[commit] = parse_signature(armored)
            except MalformedError as error:
                self._signatures[commit] = str(error)
        return self._signatures[commit]

    def check(
        self, commit: CommitId, text: RawCommit, signature: SshSignature
    ) -> SignatureCheck:
        """Tell whether the signature is over what the commit says."""
        if commit not in self._checks:
            self._checks[commit] = verify(text.payload, signature)
        return self._checks[commit]
