"""The publisher: fetch ``main``, prove it, let the engine act through real ports."""

import datetime as dt
import os
import platform
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from sns_cli import __version__
from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.main_branch import GitMainBranch
from sns_cli.adapters.git.process import scrub_environment
from sns_cli.adapters.git.repository import Repository, open_repository
from sns_cli.bootstrap.channels import Channels, check_account, open_channels
from sns_cli.bootstrap.host import open_platform, open_recorder
from sns_cli.bootstrap.reader import pinned
from sns_cli.bootstrap.resolving import Desk, write_resolution
from sns_cli.bootstrap.stopping import StopFlag, stop_requests
from sns_cli.bootstrap.telling import can_tell, open_notices, tell_people
from sns_cli.bootstrap.writer import NOBODY, publisher_branch, resolution_writer
from sns_cli.errors import ExitCode, UsageError
from sns_cli.messages import Language
from sns_cli.model.delivery import Reason, RunReport
from sns_cli.model.event import Run
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import DeliveryKey
from sns_cli.model.settings import Settings
from sns_cli.pipeline.proposals import Proposals
from sns_cli.pipeline.snapshot import MainSnapshots
from sns_cli.pipeline.spending import costs
from sns_cli.publish.config import Config
from sns_cli.publish.driver import DriverPorts, drive
from sns_cli.publish.effects import Push
from sns_cli.publish.engine import publish_run
from sns_cli.report.notices import notices
from sns_cli.report.summary import Cost
from sns_cli.schedule.timing import due_post

_LESS_THAN_INTERRUPTED = frozenset({ExitCode.OK, ExitCode.PEOPLE, ExitCode.UNDELIVERED})


@dataclass
class Publisher:
    """One run of ``publish`` or ``resolve`` on a clone of the library.

    Attributes:
        policy: the settings in force at the remote's ``main``.
        introduction: where trust starts, pinned or not.
        pin: the introduction given from outside, if any.
        actor: who started the run.
        asked_to_end: whether the process was, during the run.
    """

    environment: Environment = field(repr=False)
    repository: Repository
    snapshots: MainSnapshots
    policy: Settings
    introduction: CommitId
    pin: CommitId | None
    actor: str
    asked_to_end: bool = False

    def run(
        self,
        *,
        account: str | None,
        at: dt.datetime | None,
        dry_run: bool,
        step: Callable[[], None] = lambda: None,
    ) -> RunReport:
        """Do one run and return its report.

        Args:
            account: only this one; None for all.
            at: the run's time instead of the real one.
            dry_run: report the plan and do nothing.
            step: called after each push; there is about one for each delivery.

        Raises:
            UsageError: there is no such account, or ``at`` was given although an
                account that is not on this machine could be sent to.
        """
        check_account(self.policy, account)
        channels = open_channels(self.environment, self.policy, account)
        if at is not None and not dry_run and not channels.local_only:
            raise UsageError("at-only-for-rehearsals")
        clock = shifted_clock(at)
        self.snapshots.clock = clock
        config = Config(
            run=run_info(clock),
            due=due_post,
            channels=frozenset(channels.by_account),
            accounts=None if account is None else frozenset({account}),
            dry_run=dry_run,
            no_channel=dict(channels.without),
        )
        if not dry_run:
            self.snapshots.recorder = open_recorder(
                self.repository, self.environment, self.policy, config.run
            )
        with stop_requests() as stopping:
            report = drive(
                publish_run(config),
                self._ports(channels, clock, stopping),
                lambda effect: step() if isinstance(effect, Push) else None,
            )
        self.asked_to_end = stopping.asked
        if stopping.interrupted and report.exit_code in _LESS_THAN_INTERRUPTED:
            return replace(report, exit_code=ExitCode.INTERRUPTED)
        return report

    def _ports(
        self, channels: Channels, clock: SystemClock, stopping: StopFlag
    ) -> DriverPorts:
        return DriverPorts(
            snapshots=self.snapshots,
            main=publisher_branch(self.repository, self.environment, self.policy),
            channels=channels.by_account,
            clock=clock,
            sleep=time.sleep,
            nonce=lambda: secrets.token_hex(16),
            stopping=stopping,
            read_source=lambda wanted: self.snapshots.source(wanted.blob),
            read_media=lambda wanted: self.snapshots.media(wanted.blobs),
        )

    def tell(self, report: RunReport, language: Language) -> Reason | None:
        """Tell the people of the proposals what became of their posts.

        Only what this run reported is told; that it was told before is found out at
        the host. Done last, since it may fail and must not matter.

        Args:
            report: of the run that is over.
            language: of those who read it.

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
        with stop_requests() as stopping:
            stopping.asked = self.asked_to_end
            return tell_people(lambda: open_notices(self.environment), news, stopping)

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
    pin = pinned(environment, introduction)
    actor = acting_user()
    scrub_environment(os.environ)
    repository = open_repository(repo or Path.cwd())
    snapshots = MainSnapshots(
        main=GitMainBranch(repository, NOBODY, None),
        history=GitHistory(repository),
        clock=SystemClock(),
        introduction=pin,
        paused_by=environment.paused,
        platform=open_platform(environment),
    )
    authentication = snapshots.open()
    return Publisher(
        environment,
        repository,
        snapshots,
        authentication.policy,
        authentication.introduction,
        pin,
        actor,
    )


def acting_user() -> str:
    """Return who started this run: the host's user, or the machine's."""
    names = (os.environ.get(name) for name in ("GITHUB_ACTOR", "USER", "LOGNAME"))
    return next((name for name in names if name), "unknown")


def shifted_clock(at: dt.datetime | None) -> SystemClock:
    """Return the clock of a run that takes place at ``at``, or the real one."""
    real = SystemClock()
    return real if at is None else replace(real, offset=at - real.now())


def run_info(clock: SystemClock) -> Run:
    """Say who this run is: the host's job, the runner's label, our version."""
    job = "/".join(
        value
        for name in ("GITHUB_WORKFLOW", "GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT")
        if (value := os.environ.get(name))
    )
    return Run(
        job=job or "local",
        runner=os.environ.get("RUNNER_NAME") or platform.system().lower(),
        version=__version__,
        shifted_by=round(clock.offset.total_seconds()) if clock.offset else None,
    )
