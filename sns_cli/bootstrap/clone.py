"""A clone in which somebody changes ``main``: fetched, authenticated, continued."""

import os
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Self

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.adapters.git.commit import CommitDraft, Who
from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.process import scrub_environment
from sns_cli.adapters.git.remote import Remote
from sns_cli.adapters.git.repository import Repository, open_repository
from sns_cli.adapters.git.writer import CommitWriter, Signer
from sns_cli.approval.way_out import way_before
from sns_cli.bootstrap.host import open_platform
from sns_cli.bootstrap.reader import pinned
from sns_cli.bootstrap.signing import user_email
from sns_cli.bootstrap.writer import NOBODY
from sns_cli.calendar import local
from sns_cli.errors import RefusedError
from sns_cli.model.history import CommitId
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Settings
from sns_cli.pipeline.proof import Proof, prove, prove_more


@dataclass
class Clone:
    """A clone of the library with what is known of the remote's ``main``.

    Attributes:
        pin: the introduction given from outside, if any.
        proof: ``main`` as last fetched and authenticated.
    """

    environment: Environment = field(repr=False)
    repository: Repository
    history: GitHistory
    remote: Remote
    clock: SystemClock
    pin: CommitId | None
    proof: Proof

    @classmethod
    def fetched(
        cls,
        environment: Environment,
        repo: Path | None,
        introduction: str | None,
        *,
        content: bool = False,
    ) -> Self:
        """Fetch ``main`` and authenticate it.

        Where the host's word is evidence it is asked for what is not on record, if
        there is a token; see :func:`open_platform`.

        Args:
            environment: may pin the introduction, and hold the token.
            repo: ``--repo``.
            introduction: ``--introduction``; wins over the environment.
            content: compare every ``Approved-Content``; else those that
                :meth:`sns_cli.approval.walk.Walk.wants_content` names.

        Raises:
            HistoryError, RemoteError, SettingsError: there is nothing to start from.
        """
        repository, pin = open_pinned(environment, repo, introduction)
        remote = Remote(repository)
        history = GitHistory(repository)
        clock = SystemClock()
        tip = remote.fetch("main")
        platform = open_platform(environment)
        proof = prove(
            history, tip, pin, clock.real_now(), content=content, platform=platform
        )
        return cls(environment, repository, history, remote, clock, pin, proof)

    @property
    def policy(self) -> Settings:
        """The settings in force."""
        return self.proof.authentication.policy

    @property
    def introduction(self) -> CommitId:
        """Where trust starts, pinned or not."""
        return self.proof.authentication.introduction

    @property
    def head(self) -> CommitId:
        """Tip of ``main``."""
        return self.proof.authentication.head

    @property
    def today(self) -> date:
        """The day in the library's time zone."""
        return local(self.clock.real_now(), self.policy.library.timezone).date()

    def name_of(self, person: str | None) -> str | None:
        """Return the name of a person by the key of ``[people]``."""
        return None if person is None else self.policy.people[person].name

    def worker(self) -> Who:
        """Return whoever works in this clone, as git knows them."""
        name = self.repository.git.setting("user.name")
        email = user_email(self.repository)
        return Who(name, email) if name and email else NOBODY

    def continued(self, head: CommitId) -> Proof:
        """Return the proof of what follows the ``main`` that is known.

        Raises:
            HistoryError: ``head`` does not follow it.
        """
        return prove_more(self.proof, self.history, head, self.clock.real_now())

    def is_on_main(self, commit: CommitId) -> bool:
        """Tell whether a commit is part of the ``main`` that is known."""
        return any(one.id == commit for one in self.proof.walk.chain.commits)

    def accepted(self, head: CommitId, made: Collection[CommitId]) -> Proof:
        """Return the proof of ``main`` as it will be; nothing is pushed.

        Args:
            head: what ``main`` is to become.
            made: those of its commits that have to count.

        Raises:
            RefusedError: one of them would not be accepted.
        """
        proof = self.continued(head)
        for refusal in proof.authentication.refusals:
            if refusal.commit in made:
                way = way_before(proof.authentication.policy, refusal.rule)
                # Nobody finds a commit that was never pushed: it has no number.
                told = {"commit": Reason("commit-not-made"), "way": way}
                why = replace(refusal, details={**refusal.details, **told})
                raise RefusedError("approval-would-not-count", refusal=why)
        return proof

    def write(
        self,
        tree: str,
        parents: tuple[CommitId, ...],
        who: Who,
        message: str,
        sign: Signer | None,
    ) -> CommitId:
        """Write a commit of this moment; nothing is pushed.

        Args:
            tree: id of what it holds.
            parents: what it changes.
            who: author and committer.
            message: the whole text.
            sign: None for an unsigned commit.

        Raises:
            HistoryError, SettingsError: it cannot be written or signed.
        """
        at = self.clock.real_now()
        draft = CommitDraft(tree, parents, who, who, at, message)
        return CommitWriter(self.repository).write_commit(draft, sign)


def open_pinned(
    environment: Environment, repo: Path | None, introduction: str | None
) -> tuple[Repository, CommitId | None]:
    """Open the repository around ``repo`` or the current folder.

    Returns:
        It, and the pinned introduction, if any.

    Raises:
        HistoryError: there is no repository, or git is missing or too old.
        SettingsError: the pin is no full commit id.
    """
    pin = pinned(environment, introduction)
    scrub_environment(os.environ)
    return open_repository(repo or Path.cwd()), pin
