"""Bringing home what another copy of the library published: ``sns carry``."""

from dataclasses import dataclass

from sns_cli.adapters.git.remote import Remote
from sns_cli.bootstrap.publishing import Publisher
from sns_cli.bootstrap.writer import publisher_branch
from sns_cli.errors import ExitCode, RefusedError, RemoteError, SettingsError
from sns_cli.model.delivery import Outcome, Reason, Result, RunReport
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import DeliveryState
from sns_cli.model.paths import ARCHIVE
from sns_cli.pipeline.carrying import (
    Carriage,
    apart,
    carriage,
    files_of,
    is_picture,
    nonce_of,
)
from sns_cli.pipeline.ledger import ledger_files
from sns_cli.pipeline.proof import Proof, prove
from sns_cli.ports import NewFile, PushResult

_ATTEMPTS = 10


@dataclass(frozen=True)
class Carrier:
    """What records are carried with.

    Attributes:
        remote: name of the other copy among the clone's remotes.
        there: its ``main``, proven.
    """

    publisher: Publisher
    remote: str
    there: Proof

    @classmethod
    def fetched(cls, publisher: Publisher, remote: str) -> "Carrier":
        """Fetch the other copy's ``main`` and prove it from the same introduction.

        Raises:
            RemoteError: there is no such remote, or it cannot be reached.
            HistoryError, SettingsError: it cannot be proven.
            RefusedError: changes of nobody entitled stand in it.
        """
        tip = Remote(publisher.repository, remote).fetch("main")
        now = publisher.snapshots.clock.real_now()
        proof = prove(publisher.history, tip, publisher.introduction, now)
        if proof.authentication.blocking:
            raise RefusedError("carry-blocked", remote=remote)
        return cls(publisher, remote, proof)

    def carry(self) -> RunReport:
        """Add to ``main`` of ``origin`` what it lacks of the other copy's records.

        Nothing is sent, and nothing is written if any delivery does not fit.

        Raises:
            SettingsError: the publisher's key is missing, or publishing is blocked.
            RemoteError: ``origin`` does not take it.
        """
        for _ in range(_ATTEMPTS):
            snapshot = self.publisher.snapshots()
            if snapshot.blocked:
                first = snapshot.blocked[0]
                raise SettingsError(first.code, **first.details)
            found = self._found(snapshot.tip)
            if found.conflicts:
                return _conflicting(found)
            if not found.events:
                reason = Reason("carry-nothing", {"remote": self.remote})
                return RunReport((), ExitCode.OK, (reason,))
            if self._push(snapshot.tip, self._files(snapshot.tip, found)):
                return _carried(found)
        raise RemoteError("push-lost", attempts=_ATTEMPTS)

    def _found(self, base: CommitId) -> Carriage:
        history = self.publisher.history
        here, there = ledger_files(history, base), ledger_files(history, self._tip)
        contents = history.read(apart(here, there)).items()
        marks = ((blob, nonce_of(content)) for blob, content in contents)
        nonces = {blob: nonce for blob, nonce in marks if nonce is not None}
        return carriage(here, there, nonces)

    @property
    def _tip(self) -> CommitId:
        return self.there.authentication.head

    def _push(self, base: CommitId, files: list[NewFile]) -> bool:
        publisher = self.publisher
        main = publisher_branch(
            publisher.repository, publisher.environment, publisher.policy
        )
        at = publisher.snapshots.clock.real_now()
        message = f"Carry over {len(files)} records\n"
        pushed = main.add_files(base, files, message, at)
        if pushed.result is PushResult.REFUSED:
            raise RemoteError("push-refused", detail=pushed.detail)
        # One that was not answered shows the next time: then nothing is missing.
        return pushed.result is PushResult.ACCEPTED

    def _files(self, base: CommitId, found: Carriage) -> list[NewFile]:
        history = self.publisher.history
        here = {one.path for one in history.files(base, ARCHIVE)}
        pictures = {
            one.path: one.blob
            for one in history.files(self._tip, ARCHIVE)
            if is_picture(one.path) and one.path not in here
        }
        blobs = {one.blob for one in found.events} | set(pictures.values())
        contents = history.read(blobs)
        shown = [NewFile(path, contents[blob]) for path, blob in pictures.items()]
        return [*files_of(found, contents), *shown]


def _carried(found: Carriage) -> RunReport:
    outcomes = tuple(
        Outcome(key, Result(state.value), Reason("carried"))
        for key, state in found.states.items()
    )
    doubts = {DeliveryState.CLAIMED, DeliveryState.IN_DOUBT}
    doubtful = not doubts.isdisjoint(found.states.values())
    return RunReport(outcomes, ExitCode.IN_DOUBT if doubtful else ExitCode.OK)


def _conflicting(found: Carriage) -> RunReport:
    outcomes = tuple(
        Outcome(
            one.key,
            Result.BROKEN if one.here is one.there else Result.IN_DOUBT,
            Reason(
                "carry-conflict",
                {
                    "here": Reason(f"delivery-{one.here.value}"),
                    "there": Reason(f"delivery-{one.there.value}"),
                },
            ),
        )
        for one in found.conflicts
    )
    return RunReport(outcomes, ExitCode.IN_DOUBT, (Reason("carry-stopped"),))
