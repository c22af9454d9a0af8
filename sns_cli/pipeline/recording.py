"""What the host says of merges → ``archive/approvals/``, before anything rests on it.

So that the proof stands afterwards without the host (design 4).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sns_cli.approval.verdict import Accepted, Asked
from sns_cli.calendar import local
from sns_cli.errors import HistoryError, RemoteError, SettingsError
from sns_cli.model.event import Run
from sns_cli.model.platform import RECORDS, record_path
from sns_cli.parse.host_record import record_bytes
from sns_cli.pipeline.proof import Proof
from sns_cli.ports import Clock, History, MainBranch, NewFile, PushResult

ATTEMPTS = 10
"""How often a lost race for ``main`` is run again."""


def unrecorded(proof: Proof) -> tuple[Asked, ...]:
    """Return what accepted commits rest on that is not on record yet, oldest first."""
    return tuple(
        verdict.asked
        for verdict in proof.walk.state.verdicts
        if isinstance(verdict, Accepted) and verdict.asked is not None
    )


@dataclass(frozen=True)
class Recorder:
    """The publisher, as it writes down what the host says.

    Attributes:
        key: the publisher's public key as git signs with it; None if there is none,
            which the first commit will say.
        run: who asks.
    """

    main: MainBranch
    history: History
    clock: Clock
    key: bytes | None
    run: Run

    def record(self, proof: Proof) -> bool:
        """Put what is not on record onto ``main``; tell whether anything was done.

        A lost race counts as done: what to do is seen on the newer ``main``.

        Raises:
            SettingsError: a record with this key would prove nothing, or there is no
                key.
            HistoryError: something else lies where a record belongs.
            RemoteError: the remote does not take it.
        """
        due = unrecorded(proof)
        if not due:
            return False
        tip = proof.authentication.head
        self._check_places(proof, due)
        files = [NewFile(self._path(one), self._content(one, proof)) for one in due]
        now = self.clock.real_now()
        pushed = self.main.add_files(tip, files, _message(due), now)
        if pushed.result is PushResult.REFUSED:
            raise RemoteError("push-refused", detail=pushed.detail)
        return True

    def _check_places(self, proof: Proof, due: Sequence[Asked]) -> None:
        there = {
            file.path for file in self.history.files(proof.authentication.head, RECORDS)
        }
        for one in due:
            if self.key is not None and self.key not in one.keys:
                commit = one.merge.merge_commit
                raise SettingsError("platform-key-too-new", commit=commit[:10])
            if self._path(one) in there:
                path = self._path(one)
                raise HistoryError("platform-record-in-the-way", path=path)

    def _path(self, asked: Asked) -> str:
        return record_path(asked.commit)

    def _content(self, asked: Asked, proof: Proof) -> bytes:
        zone = proof.authentication.policy.library.timezone
        at = local(self.clock.real_now(), zone).isoformat(timespec="seconds")
        run = self.run.model_dump(mode="json")
        return record_bytes(asked.merge, asked.parents, at, run)


def _message(due: Sequence[Asked]) -> str:
    ids = [asked.commit[:12] for asked in due]
    if len(ids) == 1:
        return f"Record who approved {ids[0]}\n"
    lines = "".join(f"- {one}\n" for one in ids)
    return f"Record who approved {len(ids)} changes\n\n{lines}"
