"""Changes by a director that are no approvals of posts: shown, signed, proven, pushed.

One way for all of them: the command says what ``main`` is to become, the director sees
the exact difference, signs it, and it is pushed only if it would be accepted. Whoever
is not director proposes the same change, to be approved like any other.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.adapters.git.commit import CommitDraft, Who
from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.process import scrub_environment
from sns_cli.adapters.git.remote import Remote
from sns_cli.adapters.git.replacement import Held, tree_with_files, write_blob
from sns_cli.adapters.git.repository import Repository, open_repository
from sns_cli.adapters.git.writer import CommitWriter
from sns_cli.approval.merge_message import Words, approval_message
from sns_cli.bootstrap.reader import pinned
from sns_cli.bootstrap.signing import Signing, open_signer, user_email
from sns_cli.bootstrap.writer import NOBODY
from sns_cli.calendar import local
from sns_cli.errors import (
    RefusedError,
    RemoteError,
    SettingsError,
    SnsError,
    UsageError,
)
from sns_cli.model.history import REGULAR, CommitId
from sns_cli.model.paths import SETTINGS
from sns_cli.model.plan import FileChange, Made, Plan, Step
from sns_cli.model.proof import Authentication
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Evidence, Role, Settings
from sns_cli.pipeline.proof import Proof, prove, prove_more
from sns_cli.pipeline.settings_in_force import refused_settings, settings_in_force
from sns_cli.ports import PushResult

_ATTEMPTS: Final = 10
_NAMES: Final = 20
"""How many proposals of one name may be open at once."""


@dataclass
class Changer:
    """A clone in which a director changes something.

    Attributes:
        proof: ``main`` as fetched and authenticated.
    """

    environment: Environment = field(repr=False)
    repository: Repository
    history: GitHistory
    remote: Remote
    clock: SystemClock
    pin: CommitId | None
    proof: Proof

    @property
    def policy(self) -> Settings:
        """The settings in force."""
        return self.proof.authentication.policy

    @property
    def today(self) -> date:
        """The day in the library's time zone."""
        return local(self.clock.real_now(), self.policy.library.timezone).date()

    def settings_plan(
        self, title: str, slug: str, edit: Callable[[bytes], bytes | None]
    ) -> Plan:
        """Return the plan of one change of ``sns.toml``.

        Args:
            title: first line of the commit.
            slug: name of the proposal.
            edit: of the settings in force; None where it cannot be done by itself.

        Raises:
            RefusedError: a refused change of ``sns.toml`` stands in the way.
            SettingsError: ``sns.toml`` is not to be edited.
        """
        standing = refused_settings(self.proof)
        if standing is not None:
            raise RefusedError("settings-refused-first", refusal=standing)
        before = settings_in_force(self.history, self.proof)
        after = edit(before)
        if after is None:
            raise SettingsError("change-not-edited")
        changed = FileChange(SETTINGS, before, after)
        return Plan((Step(title, (changed,), {}),), slug)

    def director(self, key_file: Path | None) -> Signing:
        """Return the director who signs.

        Raises:
            UsageError: there is no such key file.
            SettingsError: no director's key is at hand.
        """
        if self.policy.approval.evidence is Evidence.PLATFORM:
            raise SettingsError("change-by-page")
        try:
            email = user_email(self.repository)
            signing = open_signer(self.policy, key_file, email)
            person = self.policy.people[signing.person]
            if person.role is Role.DIRECTOR:
                return signing
            why = Reason("key-not-directors", {"person": person.name})
        except UsageError:
            raise
        except SnsError as error:
            why = Reason(error.code, error.details)
        raise SettingsError("change-needs-director", why=why)

    def carry_out(
        self, make: "Callable[[Changer], Plan]", shown: Plan, signing: Signing
    ) -> Made:
        """Sign a plan and push it; after a lost race it is made anew.

        Args:
            make: makes the plan, on whatever ``main`` has become.
            shown: what the director has seen.
            signing: the director.

        Raises:
            RefusedError: it would not be accepted, or is not what was shown any more.
            RemoteError: the remote cannot be reached or does not take it.
        """
        before = self.proof.authentication
        for _ in range(_ATTEMPTS):
            made = self._make(shown, signing)
            if self.push(made):
                lost = _lost(before, self.proof.authentication)
                return Made(made, signing.person, lost)
            if make(self) != shown:
                raise RefusedError("proposal-changed")
        raise RemoteError("push-lost", attempts=_ATTEMPTS)

    def propose(self, plan: Plan) -> str:
        """Push a plan as a proposal and return its name.

        Raises:
            RemoteError: the remote cannot be reached or does not take it.
        """
        name, email = (
            self.repository.git.run("config", "--get", f"user.{one}")
            .out.decode("utf-8", "replace")
            .strip()
            for one in ("name", "email")
        )
        who = Who(name, email) if name and email else NOBODY
        tip = self.proof.authentication.head
        for step in plan.steps:
            tip = self.commit(tip, step, who, f"{step.title}\n", None)
        for number in range(1, _NAMES + 1):
            branch = plan.slug if number == 1 else f"{plan.slug}-{number}"
            pushed = self.remote.push(tip, branch)
            if pushed.result is PushResult.ACCEPTED:
                return branch
            if pushed.result is not PushResult.LOST:
                raise RemoteError("push-refused", detail=pushed.detail)
        raise RemoteError("push-lost", attempts=_NAMES)

    def push(self, commit: CommitId) -> bool:
        """Push onto ``main``, take over what it has become, and tell if it is there.

        Raises:
            RemoteError: the remote cannot be reached or does not take it.
        """
        pushed = self.remote.push(commit, "main")
        if pushed.result is PushResult.REFUSED:
            raise RemoteError("main-push-refused", detail=pushed.detail)
        landed = pushed.result is PushResult.ACCEPTED
        tip = commit if landed else self.remote.fetch("main")
        self.proof = self.continued(tip)
        chain = self.proof.walk.chain.commits
        return landed or any(one.id == commit for one in chain)

    def _make(self, plan: Plan, signing: Signing) -> CommitId:
        person = self.policy.people[signing.person]
        who = Who(person.name, person.email)
        tip = self.proof.authentication.head
        made = set()
        for step in plan.steps:
            message = approval_message(Words(title=step.title), self.policy, person)
            tip = self.commit(tip, step, who, message, signing)
            made.add(tip)
        proven = self.continued(tip).authentication
        for refusal in proven.refusals:
            if refusal.commit in made:
                raise RefusedError("approval-would-not-count", refusal=refusal)
        if not can_sign(proven.policy, self.today):
            raise RefusedError("no-director-left")
        return tip

    def commit(
        self,
        base: CommitId,
        step: Step,
        who: Who,
        message: str,
        signing: Signing | None,
    ) -> CommitId:
        """Write a step on top of a commit; nothing is pushed.

        Args:
            base: what it changes.
            step: the change.
            who: author and committer.
            message: the whole text.
            signing: None for an unsigned commit.

        Raises:
            HistoryError, SettingsError: it cannot be written or signed.
        """
        files = {
            one.path: None
            if one.after is None
            else Held(
                step.modes.get(one.path, REGULAR),
                write_blob(self.repository, one.after),
            )
            for one in step.files
        }
        draft = CommitDraft(
            tree=tree_with_files(self.repository, base, files),
            parents=(base,),
            author=who,
            committer=who,
            at=self.clock.real_now(),
            message=message,
        )
        signer = None if signing is None else signing.sign
        return CommitWriter(self.repository).write_commit(draft, signer)

    def continued(self, tip: CommitId) -> Proof:
        """Return the proof of what follows the ``main`` that is known."""
        return prove_more(self.proof, self.history, tip, self.clock.real_now())


def can_sign(policy: Settings, today: date) -> bool:
    """Tell whether some director could sign something on that day."""
    if policy.approval.evidence is not Evidence.SIGNATURE:
        return True
    void = {one.key for one in policy.distrust}
    return any(
        key.key not in void and (key.until is None or key.until >= today)
        for name in policy.directors()
        for key in policy.people[name].keys
    )


def _lost(before: Authentication, after: Authentication) -> tuple[str, ...]:
    still = {one.path for one in after.posts if one.approval is not None}
    return tuple(
        one.path
        for one in before.posts
        if one.approval is not None and one.path not in still
    )


def open_changer(
    environment: Environment, repo: Path | None, introduction: str | None
) -> Changer:
    """Fetch ``main`` and authenticate it.

    Raises:
        HistoryError, RemoteError, SettingsError: there is nothing to start from.
    """
    pin = pinned(environment, introduction)
    scrub_environment(os.environ)
    repository = open_repository(repo or Path.cwd())
    remote = Remote(repository)
    history = GitHistory(repository)
    clock = SystemClock()
    tip = remote.fetch("main")
    proof = prove(history, tip, pin, clock.real_now(), content=False)
    return Changer(environment, repository, history, remote, clock, pin, proof)
