"""Reading and checking of commit objects, each done once.

What a commit says and whether its signature is over these bytes never changes, so it is
remembered while the rules are asked again (a lost key, a longer history).
"""

from collections.abc import Callable, Sequence

from sns_cli.approval.commit import MalformedCommitError, RawCommit, split_commit
from sns_cli.approval.sshsig import (
    SignatureCheck,
    SshSignature,
    parse_signature,
    verify,
)
from sns_cli.model.history import Commit, CommitId
from sns_cli.parse.ssh_wire import MalformedError

_Known = Callable[[int], bool]


class Witness:
    """Remembers texts, signatures and checks by commit id.

    Args:
        beside: checks signatures from the other end; see the port ``History``.
    """

    def __init__(self, beside: Callable[[_Known, int], _Known]) -> None:
        self._beside = beside
        self._places: dict[CommitId, int] = {}
        self._known: _Known | None = None
        self._texts: dict[CommitId, RawCommit | str] = {}
        self._signatures: dict[CommitId, SshSignature | str] = {}
        self._checks: dict[CommitId, SignatureCheck] = {}

    def expect(self, commits: Sequence[Commit]) -> None:
        """Begin to check the signatures of commits that will be asked for in order."""
        raws = [commit.raw for commit in commits]
        self._places = {commit.id: at for at, commit in enumerate(commits)}
        self._known = self._beside(lambda at: _is_good(raws[at]), len(raws))

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
            self._checks[commit] = (
                SignatureCheck.GOOD
                if self._is_known(commit)
                else verify(text.payload, signature)
            )
        return self._checks[commit]

    def _is_known(self, commit: CommitId) -> bool:
        place = self._places.get(commit)
        return self._known is not None and place is not None and self._known(place)


def _is_good(raw: bytes) -> bool:
    """Tell whether these bytes are a commit with a signature over what it says."""
    try:
        text = split_commit(raw)
        if text.signature is None:
            return False
        signature = parse_signature(text.signature)
    except (MalformedCommitError, MalformedError):
        return False
    return verify(text.payload, signature) is SignatureCheck.GOOD
