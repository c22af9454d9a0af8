"""``main`` → a snapshot: everything a decision of ``publish`` rests on."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sns_cli.calendar import local
from sns_cli.errors import HistoryError, RemoteError
from sns_cli.model.delivery import Reason, Snapshot
from sns_cli.model.event import Source
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.ledger import FINAL, DeliveryKey, Entry, Ledger
from sns_cli.model.paths import SETTINGS
from sns_cli.model.proof import ApprovedPost, Authentication
from sns_cli.model.settings import Settings
from sns_cli.parse.front_matter import take_apart
from sns_cli.parse.settings import read_pause
from sns_cli.pipeline.candidates import candidates
from sns_cli.pipeline.ledger import ledger_files, read_ledger
from sns_cli.pipeline.proof import Proof, prove, prove_content_of, prove_more
from sns_cli.pipeline.recording import ATTEMPTS, Recorder
from sns_cli.ports import Clock, History, MainBranch, Platform

_SHOWN = 3
"""Paths named of a refused change; the first ones tell which change is meant."""


def pause_reason(
    history: History,
    head: CommitId,
    authentication: Authentication,
    by_environment: str | None,
) -> Reason | None:
    """Return why nothing is sent. Even a refused ``[paused]`` at the head stops."""
    if by_environment is not None:
        return Reason("paused-by-environment", {"reason": by_environment})
    reason = _pause_at(history, head)
    if reason is not None:
        return Reason("paused-by-settings", {"reason": reason})
    paused = authentication.policy.paused
    if paused is not None:
        return Reason("paused-by-settings", {"reason": paused.reason})
    return None


def blocking_reasons(
    history: History, head: CommitId, authentication: Authentication
) -> tuple[Reason, ...]:
    """Return why nothing may be published: standing refusals outside ``posts/``.

    A refused ``sns.toml`` that pauses is left out: it does what blocking would do, and
    whoever wanted to stop has stopped (design 5).
    """
    blocking = authentication.blocking
    if any(SETTINGS in refusal.blocked_paths for refusal in blocking):
        stopped = _pause_at(history, head) is not None
        blocking = tuple(
            refusal
            for refusal in blocking
            if not (stopped and refusal.blocked_paths == (SETTINGS,))
        )
    return tuple(
        Reason(
            "publishing-blocked",
            {
                "commit": refusal.commit,
                "path": ", ".join(refusal.blocked_paths[:_SHOWN]),
                "refusal": refusal,
            },
        )
        for refusal in blocking
    )


def unproven_reasons(authentication: Authentication) -> tuple[Reason, ...]:
    """Return which standing changes only the host could tell of, and did not."""
    return tuple(
        Reason("platform-unproven", {"refusal": refusal})
        for refusal in authentication.unanswered
    )


def _pause_at(history: History, head: CommitId) -> str | None:
    """Return why the ``sns.toml`` of a commit pauses, accepted or not."""
    for file in history.files(head, SETTINGS):
        if file.path == SETTINGS:
            return read_pause(history.read([file.blob])[file.blob])
    return None


def take_snapshot(
    history: History,
    proof: Proof,
    now: dt.datetime,
    paused_by: str | None,
    *,
    whole: bool = False,
) -> tuple[Proof, Snapshot]:
    """Return everything a decision about ``main`` rests on.

    Of what is about to be sent, every commit that changed it gets its
    ``Approved-Content`` compared first: those of its pictures, and the earlier ones,
    too. The proof that includes it is returned for the next snapshot.

    Args:
        history: where objects are read.
        proof: of the head.
        now: the run's time (aware); may be shifted.
        paused_by: ``SNS_PAUSED``.
        whole: also hold the posts for which nothing is left to do.
    """
    head = proof.authentication.head
    zone = proof.authentication.policy.library.timezone
    files = ledger_files(history, head)
    found = candidates(history, proof.authentication, files.ledger, whole=whole)
    targets = {one.post.meta.retracts for one in found.approved}
    asked_for = frozenset(target for target in targets if target is not None)
    ledger = read_ledger(history, files, local(now, zone), asked_for)
    while True:
        acted_on = frozenset(
            path
            for one in found.approved
            if is_open(one, ledger, proof.authentication.policy)
            for path in (one.post.path, *one.post.media_paths)
        )
        stricter = prove_content_of(proof, acted_on)
        if stricter is proof:
            break
        proof = stricter
        found = candidates(history, proof.authentication, files.ledger, whole=whole)
    authentication = proof.authentication
    return proof, Snapshot(
        tip=head,
        approved=found.approved,
        ledger=ledger,
        policy=authentication.policy,
        unpublishable=found.unpublishable,
        unapproved=found.unapproved,
        paused=pause_reason(history, head, authentication, paused_by),
        blocked=blocking_reasons(history, head, authentication),
        unproven=unproven_reasons(authentication),
    )


def is_open(one: ApprovedPost, ledger: Ledger, policy: Settings) -> bool:
    """Tell whether a post still has something to be sent, or asks for something."""
    if one.post.meta.retracts is not None:
        return True
    return any(
        ledger.of(DeliveryKey(one.post.id, account)).state not in FINAL
        for account in policy.accounts_of(one.post.meta.accounts)
    )


class MainSnapshots:
    """Fetch ``main`` and authenticate it; the second time only what is new.

    Attributes:
        clock: the run's clock; ``--at`` is known only once the policy is.
        recorder: writes down what the host says of merges before a snapshot rests on
            it; None where nothing is claimed.
        unapproved: post files on ``main`` that are not approved, as last seen.
    """

    def __init__(
        self,
        main: MainBranch,
        history: History,
        clock: Clock,
        introduction: CommitId | None,
        paused_by: str | None,
        platform: Platform | None = None,
    ) -> None:
        self.clock = clock
        self.recorder: Recorder | None = None
        self.unapproved: tuple[str, ...] = ()
        self._main = main
        self._history = history
        self._introduction = introduction
        self._paused_by = paused_by
        self._platform = platform
        self._proof: Proof | None = None
        self._unseen = False

    @property
    def proof(self) -> Proof | None:
        """What was proven of ``main`` as last fetched; None before the first time."""
        return self._proof

    def open(self) -> Authentication:
        """Fetch ``main`` and prove it; the next snapshot needs no second fetch.

        Raises:
            RemoteError: the remote cannot be reached.
            HistoryError, SettingsError: it cannot be authenticated.
        """
        proof = self._fetch()
        self._unseen = True
        return proof.authentication

    def __call__(self) -> Snapshot:
        """Return the snapshot of the remote's ``main`` as it is now.

        Raises:
            RemoteError, HistoryError, SettingsError: as :meth:`open`.
        """
        proof = self._proof if self._unseen and self._proof else self._fetch()
        self._unseen = False
        proof = self._recorded(proof)
        self._proof, snapshot = take_snapshot(
            self._history, proof, self.clock.now(), self._paused_by
        )
        self.unapproved = snapshot.unapproved
        return snapshot

    def _recorded(self, proof: Proof) -> Proof:
        """Return a proof of ``main`` that rests on nothing that is not on record."""
        for _ in range(ATTEMPTS):
            if self.recorder is None or not self.recorder.record(proof):
                return proof
            proof = self._fetch()
        raise RemoteError("push-lost", attempts=ATTEMPTS)

    def _fetch(self) -> Proof:
        tip = self._main.fetch()
        real_now = self.clock.real_now()
        if self._proof is None:
            proof = prove(
                self._history,
                tip,
                self._introduction,
                real_now,
                content=False,
                platform=self._platform,
            )
        else:
            proof = prove_more(self._proof, self._history, tip, real_now)
        self._proof = proof
        return proof

    def media(self, blobs: Sequence[BlobId]) -> Mapping[BlobId, bytes]:
        """Return the bytes of approved pictures; all that are missing come at once.

        Raises:
            HistoryError: one of them cannot be read.
        """
        return self._history.read(blobs)

    def source(self, blob: BlobId) -> Source | None:
        """Return a post file's two parts from its blob, for a receipt written later."""
        try:
            content = self._history.read([blob])[blob]
        except HistoryError:
            return None
        document = take_apart(content)
        if document.root is None:
            return None
        return Source(front_matter=document.source, body=document.body)

    def source_of(self, claim: Entry) -> Source | None:
        """Return the two parts of the post file a claim rests on, if still there."""
        blob = claim.text("blob")
        return None if blob is None else self.source(BlobId(blob))
