"""``main`` of the remote: the port ``MainBranch`` over git."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sns_cli.adapters.git.commit import CommitDraft, Who
from sns_cli.adapters.git.remote import Remote
from sns_cli.adapters.git.repository import Repository
from sns_cli.adapters.git.writer import CommitWriter, Signer
from sns_cli.model.history import CommitId
from sns_cli.ports import NewFile, PushOutcome

_BRANCH: Final = "main"
"""The branch that counts (design 5)."""


class GitMainBranch:
    """Fetches ``main`` and adds to it by compare-and-swap.

    Args:
        repository: the clone to work in; branches and work tree stay as they are.
        who: author and committer of what is added.
        signer: signs it; None only where ``[approval] evidence`` needs no signature.
    """

    def __init__(self, repository: Repository, who: Who, signer: Signer | None) -> None:
        self._who = who
        self._signer = signer
        self._remote = Remote(repository)
        self._writer = CommitWriter(repository)

    def fetch(self) -> CommitId:
        """Fetch ``main`` and return its tip.

        Raises:
            RemoteError: ``remote-missing``, ``remote-unreachable``, ``main-missing``.
        """
        return self._remote.fetch(_BRANCH)

    def add_files(
        self, base: CommitId, files: Sequence[NewFile], message: str, at: dt.datetime
    ) -> PushOutcome:
        """Commit new files on top of exactly ``base``, sign, and push without force.

        Args:
            base: tip of ``main`` as authenticated; if it moved, the push is lost.
            files: at least one must be unlike anybody else's (an event's nonce).
            message: the commit's message.
            at: the real time (aware), never moved by ``--at``.

        Raises:
            HistoryError: ``archive-path-taken``, ``path-not-writable``, ``git-failed``.
            RemoteError: ``remote-missing``.
            SettingsError: the key cannot sign.
        """
        draft = CommitDraft("", (base,), self._who, self._who, at, message)
        commit = self._writer.add_files(draft, files, self._signer)
        return self._remote.push(commit, _BRANCH)
