"""``pause`` and ``resume``: one change of ``sns.toml``, proven before it is pushed.

Stopping needs less authority than starting: a pause that nobody entitled signed is a
refused change, and pauses even so. Starting again needs an accepted one. What is
edited is always the settings in force, so that nobody's refused change comes along.
"""

from pathlib import Path

from sns_cli.adapters.environment import Environment
from sns_cli.adapters.git.commit import Who
from sns_cli.adapters.git.replacement import tree_with_file
from sns_cli.approval.merge_message import Words, approval_message
from sns_cli.bootstrap.channels import check_account
from sns_cli.bootstrap.clone import Clone
from sns_cli.bootstrap.landing import land
from sns_cli.bootstrap.signing import Pen, Signing, open_pen, user_email
from sns_cli.calendar import local
from sns_cli.errors import (
    RefusedError,
    SettingsError,
    SnsError,
)
from sns_cli.model.history import CommitId
from sns_cli.model.paths import SETTINGS
from sns_cli.model.pause import Order, Paused
from sns_cli.model.proof import Refusal
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Evidence, Settings
from sns_cli.parse.edit_settings import pause_account, pause_all, resume_all, touched
from sns_cli.parse.settings import parse_settings
from sns_cli.pipeline.settings_in_force import (
    refused_settings,
    settings_at_head,
    settings_in_force,
)
from sns_cli.pipeline.snapshot import blocking_reasons, pause_reason


class Pauser(Clone):
    """A clone in which somebody pauses or resumes."""

    def carry_out(self, order: Order, key_file: Path | None) -> Paused:
        """Put the change onto ``main``; after a lost race it is made anew.

        Raises:
            UsageError: there is no such account, or no such key file.
            RefusedError: the change would not be accepted, or must not be made now.
            RemoteError: the remote cannot be reached or does not take it.
            SettingsError: there is no key for what needs one.
        """
        check_account(self.policy, order.account)
        pen: Pen | None = None
        undone: Refusal | None = None

        def make() -> CommitId | None:
            nonlocal pen, undone
            if self._is_so(order):
                return None
            pen = pen or self._pen(order, key_file)
            undone = self._to_be_undone()
            made, pen = self._make(order, pen)
            return made

        made = land(self, make, refused=f"{order.change}-push-refused")
        if made is None or pen is None:
            return Paused(None, standing=self._standing())
        return Paused(
            made,
            None if pen.signing is None else pen.signing.person,
            pen.why_unsigned,
            None if undone is None else undone.commit,
            self._standing(),
        )

    def _pen(self, order: Order, key_file: Path | None) -> Pen:
        """Return who signs; nobody has to for a pause of everything.

        Raises:
            UsageError: there is no such key file.
            SettingsError: only a director may do this.
        """
        if self.policy.approval.evidence is Evidence.PLATFORM:
            return self._no_pen(order)
        pen = open_pen(self.policy, key_file, user_email(self.repository))
        if pen.signing is None and order.needs_director:
            raise SettingsError(f"{order.change}-needs-director", why=pen.why_unsigned)
        return pen

    def _no_pen(self, order: Order) -> Pen:
        """Return that nobody signs where approvals are given in the web page.

        Raises:
            SettingsError: only a director may do this, and there.
        """
        if not order.needs_director:
            return Pen(None, Reason("paused-by-page"))
        if not order.pauses and refused_settings(self.proof) is not None:
            raise SettingsError("resume-by-repair")
        raise SettingsError(f"{order.change}-by-page")

    def _is_so(self, order: Order) -> bool:
        """Tell whether what is asked for is the case already.

        Raises:
            RefusedError: a refused change pauses everything; to change the settings of
                an account would undo that pause. Or only accounts are paused, and
                none is named.
        """
        head = self.proof.authentication.head
        paused = pause_reason(self.history, head, self.proof.authentication, None)
        if order.account is None:
            self._refuse_if_one_is_meant(order, paused)
            return order.pauses == (paused is not None)
        if paused is not None and refused_settings(self.proof) is not None:
            raise RefusedError("resume-everything-first")
        return self.policy.accounts[order.account].paused == order.pauses

    def _refuse_if_one_is_meant(self, order: Order, paused: Reason | None) -> None:
        """Name the accounts that are paused while everything else goes on."""
        accounts = self.policy.accounts.items()
        alone = [name for name, account in accounts if account.paused]
        if not order.pauses and paused is None and alone:
            names = ", ".join(alone)
            raise RefusedError("resume-names-account", names=names, account=alone[0])

    def _to_be_undone(self) -> Refusal | None:
        """Return a refused change of the settings that did more than pause."""
        there = settings_at_head(self.history, self.proof) or b""
        parsed = parse_settings(there)
        if isinstance(parsed, Settings) and resumed(parsed) == resumed(self.policy):
            return None
        return refused_settings(self.proof)

    def _standing(self) -> tuple[Reason, ...]:
        """Return why nothing is sent as things stand."""
        proven = self.proof.authentication
        stopped = self.environment.paused
        found = [pause_reason(self.history, proven.head, proven, stopped)]
        if found[0] is not None and stopped is not None:
            found.append(pause_reason(self.history, proven.head, proven, None))
        blocked = blocking_reasons(self.history, proven.head, proven)
        return (*(one for one in found if one is not None), *blocked)

    def _make(self, order: Order, pen: Pen) -> tuple[CommitId, Pen]:
        """Make the commit, and prove that it will do what it is for.

        Raises:
            RefusedError: it would not be accepted.
            SettingsError: it cannot be signed, or ``sns.toml`` is not to be edited.
        """
        content = self._edited(order)
        tree = tree_with_file(self.repository, self.head, SETTINGS, content)
        if pen.signing is not None:
            try:
                made = self._commit(tree, order, pen.signing)
                self.accepted(made, {made})
            except SnsError as error:
                if order.needs_director:
                    raise
                # Whoever wants to stop must not fail for a key or a clock.
                pen = Pen(None, Reason(error.code, error.details))
            else:
                return made, pen
        return self._commit(tree, order, None), pen

    def _edited(self, order: Order) -> bytes:
        content = settings_in_force(self.history, self.proof)
        now = local(self.clock.real_now(), self.policy.library.timezone)
        edited: bytes | None = content
        if order.account is not None:
            edited = pause_account(content, order.account, paused=order.pauses)
        elif order.pauses:
            edited = pause_all(content, order.reason, now)
        elif self.policy.paused is not None:
            edited = resume_all(content)
        if edited is None:
            raise SettingsError("settings-not-edited")
        if edited == settings_at_head(self.history, self.proof):
            # What stands there says this already, but nobody entitled signed it.
            return touched(edited, f"{order.change} {now:%Y-%m-%d %H:%M:%S}")
        return edited

    def _commit(self, tree: str, order: Order, signing: Signing | None) -> CommitId:
        if signing is None:
            who, message = self.worker(), f"{order.title}\n"
        else:
            person = self.policy.people[signing.person]
            who = Who(person.name, person.email)
            message = approval_message(Words(title=order.title), self.policy, person)
        sign = None if signing is None else signing.sign
        return self.write(tree, (self.head,), who, message, sign)


def resumed(settings: Settings) -> Settings:
    """Return the settings as they are without a pause of everything."""
    return settings.model_copy(update={"paused": None})


def open_pauser(
    environment: Environment, repo: Path | None, introduction: str | None
) -> Pauser:
    """Fetch ``main`` and authenticate it.

    Raises:
        HistoryError, RemoteError, SettingsError: there is nothing to start from.
    """
    return Pauser.fetched(environment, repo, introduction)
