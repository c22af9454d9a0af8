"""Changes by a director that are no approvals of posts: shown, signed, proven, pushed.

One way for all of them: the command says what ``main`` is to become, the director sees
the exact difference, signs it, and it is pushed only if it would be accepted. Whoever
is not director proposes the same change, to be approved like any other.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from sns_cli.adapters.environment import Environment
from sns_cli.adapters.git.commit import Who
from sns_cli.adapters.git.replacement import Held, tree_with_files, write_blob
from sns_cli.approval.merge_message import Words, approval_message
from sns_cli.bootstrap.clone import Clone
from sns_cli.bootstrap.landing import land
from sns_cli.bootstrap.signing import Signing, open_pen, user_email
from sns_cli.errors import (
    RefusedError,
    RemoteError,
    SettingsError,
)
from sns_cli.model.history import REGULAR, CommitId
from sns_cli.model.paths import SETTINGS
from sns_cli.model.plan import FileChange, Made, Plan, Step
from sns_cli.model.proof import Authentication
from sns_cli.model.settings import Evidence, Role, Settings
from sns_cli.pipeline.settings_in_force import refused_settings, settings_in_force
from sns_cli.ports import PushResult

_NAMES: Final = 20
"""How many proposals of one name may be open at once."""


class Changer(Clone):
    """A clone in which a director changes something."""

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
        self.require_answers()
        standing = refused_settings(self.proof)
        if standing is not None:
            raise RefusedError("settings-refused-first", refusal=standing)
        before = settings_in_force(self.history, self.proof)
        after = edit(before)
        if after is None:
            raise SettingsError("change-not-edited")
        changed = FileChange(SETTINGS, before, after)
        return Plan((Step(title, (changed,), {}),), slug)

    def require_answers(self) -> None:
        """Refuse to go on where only the host could tell whether a change counts.

        What it would tell may be that everything is in order: nothing is to be put back
        or built on before that is known.

        Raises:
            RefusedError: a change outside posts is neither on record nor answered for.
        """
        for refusal in self.proof.authentication.unanswered:
            if refusal.blocks:
                raise RefusedError("change-unanswered", refusal=refusal)

    def signer(self, plan: Plan, key_file: Path | None) -> Signing:
        """Return who signs a plan: a director, or a maintainer if it is for them.

        Raises:
            UsageError: there is no such key file.
            SettingsError: no key of theirs is at hand.
        """
        if self.policy.approval.evidence is Evidence.PLATFORM:
            raise SettingsError("change-by-page")
        also = frozenset({Role.MAINTAINER} if plan.for_maintainers else ())
        pen = open_pen(self.policy, key_file, user_email(self.repository), also)
        if pen.signing is None:
            raise SettingsError("change-needs-director", why=pen.why_unsigned)
        return pen.signing

    def carry_out(
        self, make: "Callable[[Changer], Plan]", shown: Plan, signing: Signing
    ) -> Made:
        """Sign a plan and push it; after a lost race it is made anew.

        Args:
            make: makes the plan, on whatever ``main`` has become.
            shown: what the director has seen.
            signing: the director, or whoever may.

        Raises:
            RefusedError: it would not be accepted, or is not what was shown any more.
            RemoteError: the remote cannot be reached or does not take it.
        """
        before = self.proof.authentication

        def again() -> None:
            if make(self) != shown:
                raise RefusedError("proposal-changed")

        made = land(self, lambda: self._make(shown, signing), again)
        return Made(made, signing.person, _lost(before, self.proof.authentication))

    def propose(self, plan: Plan) -> str:
        """Push a plan as a proposal and return its name.

        Raises:
            RemoteError: the remote cannot be reached or does not take it.
        """
        who = self.worker()
        tip = self.head
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

    def _make(self, plan: Plan, signing: Signing) -> CommitId:
        person = self.policy.people[signing.person]
        who = Who(person.name, person.email)
        tip = self.head
        made = set()
        for step in plan.steps:
            message = approval_message(Words(title=step.title), self.policy, person)
            tip = self.commit(tip, step, who, message, signing)
            made.add(tip)
        proven = self.accepted(tip, made).authentication
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
        tree = tree_with_files(self.repository, base, files)
        sign = None if signing is None else signing.sign
        return self.write(tree, (base,), who, message, sign)


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
    """Fetch ``main`` and authenticate it as ``authenticate`` does, without exception.

    Raises:
        HistoryError, RemoteError, SettingsError: there is nothing to start from.
    """
    return Changer.fetched(environment, repo, introduction, content=True)
