"""``confirm``: read back what is public of a post, and record that a person looked."""

import os
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.bootstrap.running import PublisherRun, run_info
from sns_cli.bootstrap.writer import (
    ResolutionWriter,
    publisher_branch,
    resolution_writer,
)
from sns_cli.errors import RefusedError, RemoteError, SettingsError, UsageError
from sns_cli.model.delivery import Snapshot
from sns_cli.model.ledger import DeliveryKey, read_entry, read_event_path
from sns_cli.model.reason import Reason
from sns_cli.model.verification import Public
from sns_cli.pipeline.ledger import ledger_files, read_entries
from sns_cli.ports import NewFile, PushResult
from sns_cli.publish.config import Config
from sns_cli.publish.confirm import confirmation, look_at
from sns_cli.publish.driver import DriverPorts, drive
from sns_cli.publish.effects import FetchFailed
from sns_cli.publish.records import Stamp
from sns_cli.schedule.timing import due_post

_ATTEMPTS: Final = 10


@dataclass(frozen=True, slots=True)
class Signature:
    """Who confirms.

    Attributes:
        by: key of ``[people]``, or a name.
        note: what else there is to say.
    """

    by: str
    note: str | None = None


class Confirmer(PublisherRun):
    """One run of ``confirm``."""

    def look(self, post: str, account: str | None) -> tuple[Public, ...]:
        """Return what is public of a post, by account.

        Raises:
            UsageError: there is no such account.
            RefusedError: nothing of the post is public.
            HistoryError, RemoteError, SettingsError: ``main`` cannot be read.
        """
        channels = self.channels(account, None)
        clock = SystemClock()
        config = Config(
            run=run_info(clock),
            due=due_post,
            channels=frozenset(channels.by_account),
            no_channel=dict(channels.without),
        )
        ports = DriverPorts(
            snapshots=lambda: self._whole(self.snapshots(), post),
            main=publisher_branch(self.repository, self.environment, self.policy),
            channels=channels.by_account,
            clock=clock,
            sleep=time.sleep,
            nonce=lambda: secrets.token_hex(16),
            stopping=lambda: False,
            read_source=lambda _: None,
        )
        found = drive(look_at(config, post, account), ports)
        if isinstance(found, FetchFailed):
            raise RemoteError(found.reason.code, **found.reason.details)
        if not found:
            raise RefusedError("confirm-nothing", post=post)
        return found

    def _whole(self, snapshot: Snapshot, post: str) -> Snapshot:
        """Return the snapshot with the contents of the post's events."""
        wanted = {
            name: blob
            for name, blob in ledger_files(self.history, snapshot.tip).blobs.items()
            if name.key.post == post
        }
        entries = read_entries(self.history, wanted)
        return replace(snapshot, ledger=snapshot.ledger.with_entries(entries))

    def writer(self, key_file: Path | None) -> ResolutionWriter:
        """Return who writes: the publisher where its key is, else a director.

        Raises:
            SettingsError, UsageError: no key can be used.
        """
        return resolution_writer(
            self.repository,
            self.environment,
            self.policy,
            key_file,
            director=self.environment.publisher_key is None,
        )

    def signature(
        self, writer: ResolutionWriter, by: str | None, note: str | None
    ) -> Signature:
        """Return who confirms: who is named, whose key it is, or whose workflow.

        It stays in the archive for good, so a login name of some machine will not do.

        Raises:
            UsageError: nobody of that name is in ``[people]``, or nobody is named and
                nothing else tells.
        """
        people = self.policy.people
        known = ", ".join(people)
        if by is not None:
            named = by if by in people else self._on_host(by)
            if named is None:
                raise UsageError("person-unknown", person=by, known=known)
            return Signature(named, note)
        person = writer.director or self._on_host(os.environ.get("GITHUB_ACTOR", ""))
        if person is None:
            raise UsageError("confirm-who", known=known)
        return Signature(person, note)

    def _on_host(self, account: str) -> str | None:
        """Return whose account on the host it is; the host ignores case."""
        people = self.policy.people.items()
        accounts = {one.github.lower(): key for key, one in people if one.github}
        return accounts.get(account.lower())

    def write(
        self,
        keys: Sequence[DeliveryKey],
        writer: ResolutionWriter,
        signature: Signature,
    ) -> tuple[str, ...]:
        """Put the confirmations onto ``main`` in one commit; return their paths.

        Raises:
            RefusedError: a delivery is not public any more.
            RemoteError: the remote cannot be reached or does not take it.
            SettingsError: publishing is blocked, or no key can sign.
        """
        for _ in range(_ATTEMPTS):
            snapshot = self.snapshots()
            if snapshot.blocked:
                first = snapshot.blocked[0]
                raise SettingsError(first.code, **first.details)
            files = [self._file(snapshot, key, signature) for key in keys]
            names = ", ".join(f"{key.post} {key.account}" for key in keys)
            message = writer.message(f"sns: confirm {names}")
            now = SystemClock().real_now()
            pushed = writer.main.add_files(snapshot.tip, files, message, now)
            if pushed.result is PushResult.REFUSED:
                raise RemoteError("push-refused", detail=pushed.detail)
            accepted = pushed.result is PushResult.ACCEPTED
            if accepted or self._is_there(pushed.result, files):
                return tuple(one.path for one in files)
        raise RemoteError("push-lost", attempts=_ATTEMPTS)

    def _file(
        self, snapshot: Snapshot, key: DeliveryKey, signature: Signature
    ) -> NewFile:
        clock = SystemClock()
        zone = snapshot.policy.library.timezone
        stamp = Stamp(clock.now(), secrets.token_hex(16), run_info(clock), zone)
        made = confirmation(
            snapshot.ledger.of(key), signature.by, signature.note, stamp
        )
        if isinstance(made, Reason):
            raise RefusedError(made.code, **made.details)
        return made

    def _is_there(self, result: PushResult, files: Sequence[NewFile]) -> bool:
        """Tell whether a push without an answer was applied even so."""
        if result is not PushResult.UNKNOWN:
            return False
        for one in files:
            name = read_event_path(one.path)
            mine = None if name is None else read_entry(name, one.content)
            if name is None or mine is None:
                return False
            entries = self._whole(self.snapshots(), name.key.post).ledger.of(name.key)
            nonces = {entry.data.get("nonce") for entry in entries.entries}
            if mine.data["nonce"] not in nonces:
                return False
        return True


def open_confirmer(
    environment: Environment, repo: Path | None, introduction: str | None
) -> Confirmer:
    """Fetch ``main`` of the repository around ``repo`` and prove it.

    Raises:
        HistoryError, RemoteError, SettingsError: it cannot be fetched or proven.
    """
    return Confirmer.fetched(environment, repo, introduction)
