"""The publisher: fetch ``main``, prove it, let the engine act through real ports."""

import datetime as dt
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.bootstrap.alarming import look_of, open_alarms, raise_alarm
from sns_cli.bootstrap.channels import Channels
from sns_cli.bootstrap.host import open_recorder
from sns_cli.bootstrap.resolving import Desk, write_resolution
from sns_cli.bootstrap.running import PublisherRun, run_info, shifted_clock
from sns_cli.bootstrap.stopping import StopFlag, stop_requests
from sns_cli.bootstrap.telling import can_tell, open_notices, tell_people
from sns_cli.bootstrap.writer import publisher_branch, resolution_writer
from sns_cli.errors import ExitCode, UsageError
from sns_cli.messages import Language
from sns_cli.model.delivery import Reason, RunReport, Snapshot
from sns_cli.model.ledger import DeliveryKey
from sns_cli.pipeline.proposals import Proposals
from sns_cli.pipeline.spending import costs
from sns_cli.publish.config import Config
from sns_cli.publish.driver import DriverPorts, drive
from sns_cli.publish.effects import Push
from sns_cli.publish.engine import publish_run
from sns_cli.report.notices import notices
from sns_cli.report.summary import Cost
from sns_cli.schedule.timing import due_post

_LESS_THAN_INTERRUPTED = frozenset({ExitCode.OK, ExitCode.PEOPLE, ExitCode.UNDELIVERED})


@dataclass(frozen=True)
class Errand:
    """What a run of ``publish`` is asked to do.

    Attributes:
        account: only this one; None for all.
        post: only this one; None for all.
        at: the run's time instead of the real one.
        dry_run: report the plan and do nothing.
        step: called after each push; there is about one for each delivery.
    """

    account: str | None = None
    post: str | None = None
    at: dt.datetime | None = None
    dry_run: bool = False
    step: Callable[[], None] = lambda: None


@dataclass
class Publisher(PublisherRun):
    """One run of ``publish`` or ``resolve``.

    Attributes:
        actor: who started the run.
        asked_to_end: whether the process was, during the run.
    """

    actor: str = "unknown"
    asked_to_end: bool = False

    def run(self, errand: Errand) -> RunReport:
        """Do one run and return its report.

        Raises:
            UsageError: there is no such account, or ``at`` was given although an
                account that is not on this machine could be sent to.
        """
        with stop_requests() as stopping:
            _, report = self.one_run(errand, shifted_clock(errand.at), stopping)
        return self.ended(report, stopping)

    def one_run(
        self, errand: Errand, clock: SystemClock, stopping: StopFlag
    ) -> tuple[Config, RunReport]:
        """Do one run of perhaps several; return what it was told, and its report.

        Raises:
            UsageError: as :meth:`run`.
        """
        account, dry_run = errand.account, errand.dry_run
        channels = self.channels(account, errand.at, acts=not dry_run)
        self._check_post(errand.post)
        self.snapshots.clock = clock
        config = Config(
            run=run_info(clock),
            due=due_post,
            channels=frozenset(channels.by_account),
            accounts=None if account is None else frozenset({account}),
            post=errand.post,
            dry_run=dry_run,
            no_channel=dict(channels.without),
        )
        if not dry_run:
            self.snapshots.recorder = open_recorder(
                self.repository, self.environment, self.policy, config.run
            )
        report = drive(
            publish_run(config),
            self._ports(errand, channels, clock, stopping),
            lambda effect: errand.step() if isinstance(effect, Push) else None,
        )
        return config, report

    def look_again(self) -> None:
        """Fetch ``main`` and prove it, before another run by the settings of now.

        Raises:
            HistoryError, RemoteError, SettingsError: it cannot be fetched or proven.
        """
        self.policy = self.snapshots.open().policy

    def ended(self, report: RunReport, stopping: StopFlag) -> RunReport:
        """Return the report of everything, by how the process was asked to end."""
        self.asked_to_end = stopping.asked
        if stopping.interrupted and report.exit_code in _LESS_THAN_INTERRUPTED:
            return replace(report, exit_code=ExitCode.INTERRUPTED)
        return report

    def _check_post(self, post: str | None) -> None:
        proof = self.snapshots.proof
        if post is None or proof is None:
            return
        if post not in {one.id for one in proof.authentication.posts}:
            raise UsageError("post-not-on-main", id=post)

    def _snapshot(self, post: str | None) -> Snapshot:
        snapshot = self.snapshots()
        return snapshot if post is None else snapshot.only(post)

    def _ports(
        self,
        errand: Errand,
        channels: Channels,
        clock: SystemClock,
        stopping: StopFlag,
    ) -> DriverPorts:
        return DriverPorts(
            snapshots=partial(self._snapshot, errand.post),
            main=publisher_branch(self.repository, self.environment, self.policy),
            channels=channels.by_account,
            clock=clock,
            sleep=time.sleep,
            nonce=lambda: secrets.token_hex(16),
            stopping=stopping,
            read_source=lambda wanted: self.snapshots.source(wanted.blob),
            read_media=lambda wanted: self.snapshots.media(wanted.blobs),
        )

    def tell(
        self,
        report: RunReport,
        language: Language,
        stopping: StopFlag | None = None,
    ) -> Reason | None:
        """Tell the people of the proposals what became of their posts.

        Only what this run reported is told; that it was told before is found out at
        the host. Done last, since it may fail and must not matter.

        Args:
            report: of the run that is over.
            language: of those who read it.
            stopping: of the process, if another run may follow.

        Returns:
            A warning, if there is one to give.
        """
        proof = self.snapshots.proof
        if proof is None or not can_tell(self.environment):
            return None
        bringer = Proposals(proof.walk.chain)
        posts, now = proof.authentication.posts, self.snapshots.clock.now()
        news = notices(report, posts, bringer, now, language)
        if not news:
            return None
        where = partial(open_notices, self.environment)
        if stopping is not None:
            return tell_people(where, news, stopping)
        with stop_requests() as asked:
            asked.asked = self.asked_to_end
            return tell_people(where, news, asked)

    def alarm(
        self,
        report: RunReport,
        language: Language,
        stopping: StopFlag | None = None,
    ) -> Reason | None:
        """Bring the issue that calls for people up to date; last, as :meth:`tell`.

        Args:
            report: of the run that is over.
            language: of those who read it.
            stopping: of the process, if another run may follow.

        Returns:
            A warning, if there is one to give.
        """
        if report.seen is None or not can_tell(self.environment):
            return None
        look = look_of(report.seen, self.snapshots.clock.now(), language)
        where = partial(open_alarms, self.environment)
        if stopping is not None:
            return raise_alarm(where, look, language, stopping)
        with stop_requests() as asked:
            asked.asked = self.asked_to_end
            return raise_alarm(where, look, language, asked)

    def costs(self, report: RunReport) -> tuple[Cost, ...]:
        """Return what the accounts cost this month, with what the run did."""
        return costs(report.seen, self.snapshots.clock.now())

    def resolve(
        self,
        key: DeliveryKey,
        published_url: str | None,
        by: str | None,
        key_file: Path | None,
    ) -> RunReport:
        """Write down what a person found out; see ``resolving``.

        Args:
            key: the delivery.
            published_url: where it is public; None if it was not sent.
            by: who decided; the director whose key it is, or the host's user, if None.
            key_file: a director's private key, to write without the publisher's.

        Raises:
            RefusedError, RemoteError, SettingsError: nothing was written.
        """
        writer = resolution_writer(
            self.repository, self.environment, self.policy, key_file
        )
        by = self._known(by) or writer.director or self._acting()
        clock = SystemClock()
        desk = Desk(self.snapshots, writer.main, run_info(clock), writer.message)
        return write_resolution(desk, key, published_url, by)

    def _known(self, by: str | None) -> str | None:
        """Return the key of a person named by key or account on the host."""
        people = self.policy.people
        if by is None or by in people:
            return by
        key = self._on_host(by)
        if key is None:
            raise UsageError("person-unknown", person=by, known=", ".join(people))
        return key

    def _acting(self) -> str:
        """Return who started the run, by the key of ``[people]`` if it is known."""
        return self._on_host(self.actor) or self.actor

    def _on_host(self, account: str) -> str | None:
        people = self.policy.people.items()
        return next((key for key, one in people if one.github == account), None)

    def unapproved(self) -> tuple[str, ...]:
        """Return the post files on ``main`` that nobody entitled approved."""
        return self.snapshots.unapproved


def open_publisher(
    environment: Environment, repo: Path | None, introduction: str | None
) -> Publisher:
    """Fetch ``main`` of the repository around ``repo`` and prove it.

    Raises:
        HistoryError, RemoteError, SettingsError: it cannot be fetched or proven.
    """
    actor = acting_user()
    publisher = Publisher.fetched(environment, repo, introduction)
    publisher.actor = actor
    return publisher


def acting_user() -> str:
    """Return who started this run: the host's user, or the machine's."""
    names = (os.environ.get(name) for name in ("GITHUB_ACTOR", "USER", "LOGNAME"))
    return next((name for name in names if name), "unknown")
