"""``main`` → a snapshot: everything a decision of ``publish`` rests on."""

import datetime as dt

from sns_cli.calendar import local
from sns_cli.errors import HistoryError
from sns_cli.model.delivery import Reason, Snapshot
from sns_cli.model.event import Source
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.post import Post
from sns_cli.model.proof import Authentication
from sns_cli.parse.post import parse_post
from sns_cli.parse.settings import read_pause
from sns_cli.pipeline.candidates import candidates
from sns_cli.pipeline.ledger import read_ledger
from sns_cli.pipeline.proof import Proof, prove, prove_more
from sns_cli.ports import Clock, History, MainBranch


def pause_reason(
    history: History,
    head: CommitId,
    authentication: Authentication,
    by_environment: str | None,
) -> Reason | None:
    """Return why nothing is sent. Even a refused ``[paused]`` at the head stops."""
    if by_environment is not None:
        return Reason("paused-by-environment", {"reason": by_environment})
    here = [file for file in history.files(head, "sns.toml") if file.path == "sns.toml"]
    for file in here:
        reason = read_pause(history.read([file.blob])[file.blob])
        if reason is not None:
            return Reason("paused-by-settings", {"reason": reason})
    paused = authentication.policy.paused
    if paused is not None:
        return Reason("paused-by-settings", {"reason": paused.reason})
    return None


def blocking_reasons(authentication: Authentication) -> tuple[Reason, ...]:
    """Return why nothing may be published: standing refusals outside ``posts/``."""
    return tuple(
        Reason(
            "publishing-blocked",
            {"commit": refusal.commit, "path": refusal.path or "", "refusal": refusal},
        )
        for refusal in authentication.blocking
    )


def take_snapshot(
    history: History, proof: Proof, now: dt.datetime, paused_by: str | None
) -> Snapshot:
    """Return everything a decision about ``main`` rests on. ``now`` may be shifted."""
    authentication = proof.authentication
    head = authentication.head
    found = candidates(history, authentication)
    zone = authentication.policy.library.timezone
    return Snapshot(
        tip=head,
        approved=found.approved,
        ledger=read_ledger(history, head, local(now, zone)),
        policy=authentication.policy,
        unpublishable=found.unpublishable,
        unapproved=found.unapproved,
        paused=pause_reason(history, head, authentication, paused_by),
        blocked=blocking_reasons(authentication),
    )


class MainSnapshots:
    """Fetch ``main`` and authenticate it; the second time only what is new."""

    def __init__(
        self,
        main: MainBranch,
        history: History,
        clock: Clock,
        introduction: CommitId | None,
        paused_by: str | None,
    ) -> None:
        self._main = main
        self._history = history
        self._clock = clock
        self._introduction = introduction
        self._paused_by = paused_by
        self._proof: Proof | None = None

    def __call__(self) -> Snapshot:
        """Return the snapshot of the remote's ``main`` as it is now.

        Raises:
            RemoteError: the remote cannot be reached.
            HistoryError, SettingsError: it cannot be authenticated.
        """
        tip = self._main.fetch()
        real_now = self._clock.real_now()
        if self._proof is None:
            self._proof = prove(self._history, tip, self._introduction, real_now)
        else:
            self._proof = prove_more(self._proof, self._history, tip, real_now)
        return take_snapshot(
            self._history, self._proof, self._clock.now(), self._paused_by
        )

    def source(self, path: str, blob: BlobId) -> Source | None:
        """Return a post file's two parts from its blob, for a receipt written later."""
        try:
            content = self._history.read([blob])[blob]
        except HistoryError:
            return None
        post = parse_post(path, content, "UTC")
        if isinstance(post, Post):
            return Source(front_matter=post.source_front_matter, body=post.body)
        return None
