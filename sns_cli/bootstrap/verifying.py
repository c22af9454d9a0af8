"""``verify``: fetch ``main``, prove it, and read back what was published."""

import datetime as dt
import secrets
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from sns_cli.adapters.environment import Environment
from sns_cli.bootstrap.alarming import look_of, open_alarms, raise_alarm
from sns_cli.bootstrap.running import PublisherRun, run_info, shifted_clock
from sns_cli.bootstrap.stopping import stop_requests
from sns_cli.bootstrap.telling import can_tell
from sns_cli.bootstrap.writer import publisher_branch
from sns_cli.calendar import local
from sns_cli.messages import Language
from sns_cli.model.delivery import Snapshot
from sns_cli.model.event import EventName
from sns_cli.model.reason import Reason
from sns_cli.model.verification import Verification
from sns_cli.pipeline.ledger import known_profiles, ledger_files, read_entries
from sns_cli.publish.config import Config
from sns_cli.publish.driver import DriverPorts, drive
from sns_cli.publish.effects import Identify, ReadBack
from sns_cli.publish.verify import Inquiry, verify_run
from sns_cli.schedule.timing import due_post


class Verifier(PublisherRun):
    """One run of ``verify``."""

    def run(
        self,
        *,
        account: str | None = None,
        since: dt.datetime | None = None,
        at: dt.datetime | None = None,
        step: Callable[[], None] = lambda: None,
    ) -> Verification:
        """Do one run and return its report.

        Args:
            account: only this one; None for all.
            since: only what was published from then on (aware); None for all.
            at: the run's time instead of the real one.
            step: called after each question to a service.

        Raises:
            UsageError: there is no such account, or ``at`` was given although an
                account that is not on this machine could be asked.
        """
        channels = self.channels(account, at, profiles=True)
        clock = shifted_clock(at)
        self.snapshots.clock = clock
        config = Config(
            run=run_info(clock),
            due=due_post,
            channels=frozenset(channels.by_account),
            accounts=None if account is None else frozenset({account}),
            no_channel=dict(channels.without),
        )
        zone = self.policy.library.timezone
        inquiry = Inquiry(self._began(), None if since is None else local(since, zone))
        with stop_requests() as stopping:
            ports = DriverPorts(
                snapshots=lambda: self._with_receipts(self.snapshots(), inquiry.since),
                main=publisher_branch(self.repository, self.environment, self.policy),
                channels=channels.by_account,
                clock=clock,
                sleep=time.sleep,
                nonce=lambda: secrets.token_hex(16),
                stopping=stopping,
                read_source=lambda _: None,
            )
            return drive(
                verify_run(config, inquiry),
                ports,
                lambda effect: step() if isinstance(effect, _ASKED) else None,
            )

    def alarm(self, report: Verification, language: Language) -> Reason | None:
        """Bring the issue that calls for people up to date; done last.

        Args:
            report: of the run that is over.
            language: of those who read it.

        Returns:
            A warning, if there is one to give.
        """
        if report.seen is None or not can_tell(self.environment):
            return None
        look = look_of(report.seen, self.snapshots.clock.now(), language, report)
        with stop_requests() as stopping:
            return raise_alarm(
                lambda: open_alarms(self.environment), look, language, stopping
            )

    def _began(self) -> dt.datetime:
        """Return when the introduction was made."""
        git = self.repository.git
        shown = git.output("log", "-1", "--format=%ct", self.introduction)
        return dt.datetime.fromtimestamp(int(shown), dt.UTC)

    def _with_receipts(self, snapshot: Snapshot, since: dt.datetime | None) -> Snapshot:
        """Return the snapshot with the contents of everything ever published.

        Only the names of older events are known before; of what lies before ``since``
        (library's time zone) they are enough.
        """
        first = "" if since is None else f"archive/{since:%Y/%m}/"
        wanted = {
            name: blob
            for name, blob in ledger_files(self.history, snapshot.tip).blobs.items()
            if name.event in _TOLD and name.path >= first
        }
        ledger = snapshot.ledger.with_entries(read_entries(self.history, wanted))
        profiles = known_profiles(self.history, snapshot.tip)
        return replace(snapshot, ledger=ledger, profiles=profiles)


_TOLD: Final = frozenset(
    {
        EventName.CLAIMED,
        EventName.PUBLISHED,
        EventName.DIFFERS,
        EventName.RETRACTED,
    }
)
"""Events whose contents are needed to compare a post and to say what is new."""
_ASKED: Final = (Identify, ReadBack)


def open_verifier(
    environment: Environment, repo: Path | None, introduction: str | None
) -> Verifier:
    """Fetch ``main`` of the repository around ``repo`` and prove it.

    Raises:
        HistoryError, RemoteError, SettingsError: it cannot be fetched or proven.
    """
    return Verifier.fetched(environment, repo, introduction)
