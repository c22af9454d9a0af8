"""One run in the publisher's name: ``main`` is fetched and proven, then acted upon."""

import datetime as dt
import os
import platform
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from sns_cli import __version__
from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.main_branch import GitMainBranch
from sns_cli.adapters.git.repository import Repository
from sns_cli.bootstrap.channels import Channels, check_account, open_channels
from sns_cli.bootstrap.clone import open_pinned
from sns_cli.bootstrap.host import open_platform
from sns_cli.bootstrap.writer import NOBODY
from sns_cli.errors import UsageError
from sns_cli.model.event import Run
from sns_cli.model.history import CommitId
from sns_cli.model.settings import Settings
from sns_cli.pipeline.snapshot import MainSnapshots


@dataclass
class PublisherRun:
    """One run of a command of the publisher on a clone of the library.

    Attributes:
        policy: the settings in force at the remote's ``main``.
        introduction: where trust starts, pinned or not.
        pin: the introduction given from outside, if any.
    """

    environment: Environment = field(repr=False)
    repository: Repository
    history: GitHistory
    snapshots: MainSnapshots
    policy: Settings
    introduction: CommitId
    pin: CommitId | None

    @classmethod
    def fetched(
        cls, environment: Environment, repo: Path | None, introduction: str | None
    ) -> Self:
        """Fetch ``main`` of the repository around ``repo`` and prove it.

        Raises:
            HistoryError, RemoteError, SettingsError: it cannot be fetched or proven.
        """
        repository, pin = open_pinned(environment, repo, introduction)
        history = GitHistory(repository)
        head = repository.find("HEAD")
        if pin is not None and head is not None:
            # A CI job's clone is mostly as new as what will be fetched.
            history.expect(head, pin)
        snapshots = MainSnapshots(
            main=GitMainBranch(repository, NOBODY, None),
            history=history,
            clock=SystemClock(),
            introduction=pin,
            paused_by=environment.paused,
            platform=open_platform(environment),
        )
        proven = snapshots.open()
        return cls(
            environment,
            repository,
            history,
            snapshots,
            proven.policy,
            proven.introduction,
            pin,
        )

    def channels(
        self,
        account: str | None,
        at: dt.datetime | None,
        *,
        acts: bool = True,
        profiles: bool = False,
    ) -> Channels:
        """Return the ways to the accounts.

        Args:
            account: only this one; None for all.
            at: the run's time instead of the real one.
            acts: whether the services are spoken to.
            profiles: ask also what the accounts say of themselves.

        Raises:
            UsageError: there is no such account, or ``at`` was given although an
                account that is not on this machine could be spoken to.
        """
        check_account(self.policy, account)
        channels = open_channels(
            self.environment, self.policy, account, profiles=profiles
        )
        if at is not None and acts and not channels.local_only:
            raise UsageError("at-only-for-rehearsals")
        return channels


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
