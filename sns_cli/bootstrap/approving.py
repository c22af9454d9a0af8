"""``approve``: a branch → a signed merge on ``main``, proven before it is pushed."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.adapters.git.commit import CommitDraft, Who
from sns_cli.adapters.git.drafts import drafts
from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.merges import merge_trees
from sns_cli.adapters.git.process import scrub_environment
from sns_cli.adapters.git.remote import Remote
from sns_cli.adapters.git.repository import Repository, open_repository
from sns_cli.adapters.git.writer import CommitWriter
from sns_cli.approval.merge_message import approval_message
from sns_cli.bootstrap.approval_words import Said, words_of
from sns_cli.bootstrap.reader import pinned
from sns_cli.bootstrap.signing import Signing
from sns_cli.bootstrap.writer import NOBODY
from sns_cli.errors import HistoryError, RefusedError, RemoteError
from sns_cli.messages import Language
from sns_cli.model.history import Commit, CommitId
from sns_cli.model.ledger import FINAL
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Evidence, Settings
from sns_cli.pipeline.ledger import ledger_files
from sns_cli.pipeline.proof import Proof, prove, prove_more
from sns_cli.pipeline.proposal import Proposal, propose, propose_again
from sns_cli.pipeline.snapshot import blocking_reasons, pause_reason
from sns_cli.ports import PushResult
from sns_cli.report.review import ReviewPage, Surroundings, review_page

_ATTEMPTS = 10


@dataclass
class Approver:
    """A clone in which somebody approves.

    Attributes:
        proof: ``main`` as fetched and authenticated.
        theirs: tip of the branch to be approved; None to approve what is on ``main``.
    """

    environment: Environment = field(repr=False)
    repository: Repository
    history: GitHistory
    remote: Remote
    clock: SystemClock
    pin: CommitId | None
    proof: Proof
    theirs: CommitId | None
    wanted: str | None = None

    @property
    def policy(self) -> Settings:
        """The settings in force."""
        return self.proof.authentication.policy

    def blocking(self) -> tuple[Reason, ...]:
        """Return why nothing is published even so."""
        proven = self.proof.authentication
        return blocking_reasons(self.history, proven.head, proven)

    def notes(self) -> tuple[Reason, ...]:
        """Return why nothing is sent at present: a pause, a refused change."""
        proven = self.proof.authentication
        stopped = pause_reason(
            self.history, proven.head, proven, self.environment.paused
        )
        return (*([stopped] if stopped else []), *self.blocking())

    def page(self, proposal: Proposal, name: str | None) -> ReviewPage:
        """Return all that is shown of a proposal.

        Args:
            proposal: made here.
            name: of its branch.
        """
        head = self.proof.authentication.head
        names = ledger_files(self.history, head).ledger.deliveries
        around = Surroundings(
            policy=self.policy,
            now=self.clock.now(),
            delivered={key for key, one in names.items() if one.state in FINAL},
            notes=self.notes(),
        )
        branch = None if self.theirs is None else name
        return review_page(branch, proposal, around)

    def propose(self, language: Language) -> Proposal:
        """Return what approving would bring.

        Raises:
            RefusedError: it cannot be merged as it is, or there is nothing to approve.
        """
        now = self.clock.now()
        if self.theirs is None:
            again = propose_again(self.history, self.proof, self.wanted, now, language)
            if not again.again:
                raise RefusedError("nothing-unapproved")
            return again
        merge = self._draft(NOBODY, "draft", None)
        if not merge.changes:
            again = propose_again(self.history, self.proof, None, now, language)
            known = "merged-unapproved" if again.again else "nothing-to-approve"
            raise RefusedError(known)
        made = drafts(self.repository, self.theirs, self.proof.walk.chain.tip.id)
        return propose(self.history, self.proof, merge, now, language, made)

    def approve(
        self,
        proposal: Proposal,
        signing: Signing,
        language: Language,
        said: Said,
    ) -> CommitId:
        """Make the merge, prove that it will be accepted, and push it.

        When somebody else was first, the branch is merged anew on the new ``main`` as
        long as it still brings exactly what was shown.

        Args:
            proposal: as it was shown.
            signing: who approves, with which key.
            language: of the findings, if the proposal has to be looked at anew.
            said: what the approver answered.

        Raises:
            RefusedError: it would not be accepted, or no longer brings the same.
            RemoteError: the remote does not take it.
        """
        for _ in range(_ATTEMPTS):
            merge = self._merge(proposal, signing, said)
            pushed = self.remote.push(merge.id, "main")
            if pushed.result is PushResult.ACCEPTED:
                self.proof = self._continued(merge.id)
                return merge.id
            if pushed.result is PushResult.REFUSED:
                raise RemoteError("main-push-refused", detail=pushed.detail)
            self._refresh()
            if self._is_on_main(merge.id):
                return merge.id
            proposal = self._same(proposal, language)
        raise RemoteError("push-lost", attempts=_ATTEMPTS)

    def _merge(self, proposal: Proposal, signing: Signing, said: Said) -> Commit:
        person = self.policy.people[signing.person]
        message = approval_message(words_of(proposal, said), self.policy, person)
        merge = self._draft(Who(person.name, person.email), message, signing)
        proven = self._continued(merge.id).authentication
        for refusal in proven.refusals:
            if refusal.commit == merge.id:
                raise RefusedError("approval-would-not-count", refusal=refusal)
        return merge

    def _draft(self, who: Who, message: str, signing: Signing | None) -> Commit:
        tree, parents = self._merged()
        draft = CommitDraft(
            tree=tree,
            parents=parents,
            author=who,
            committer=who,
            at=self.clock.real_now(),
            message=message,
        )
        signer = None if signing is None else signing.sign
        made = CommitWriter(self.repository).write_commit(draft, signer)
        new = self.history.extend(self.proof.walk.chain, made)
        if not new:
            raise HistoryError("main-rewritten")
        return new[-1]

    def _merged(self) -> tuple[str, tuple[CommitId, ...]]:
        ours = self.proof.walk.chain.tip
        if self.theirs is None:
            return ours.tree, (ours.id,)
        merged = merge_trees(self.repository, ours.id, self.theirs)
        if merged.conflicts is not None:
            paths = ", ".join(merged.conflicts) or "-"
            raise RefusedError("merge-conflict", paths=paths)
        return merged.tree, (ours.id, self._updated(self.theirs, ours.id, merged.tree))

    def _updated(self, theirs: CommitId, ours: CommitId, tree: str) -> CommitId:
        """Return the branch's tip, with ``main`` merged in if it began too long ago.

        A merge base before the introduction cannot be judged (design 4). The update
        carries no authority and is nobody's own work.
        """
        start = self.proof.authentication.introduction
        arguments = ("merge-base", "--is-ancestor", start, theirs)
        if self.repository.git.run(*arguments).status == 0:
            return theirs
        draft = CommitDraft(
            tree=tree,
            parents=(theirs, ours),
            author=NOBODY,
            committer=NOBODY,
            at=self.clock.real_now(),
            message="案を最新の状態に合わせる / Bring the proposal up to date\n",
        )
        return CommitWriter(self.repository).write_commit(draft, None)

    def _refresh(self) -> None:
        self.proof = self._continued(self.remote.fetch("main"))

    def _continued(self, tip: CommitId) -> Proof:
        return prove_more(self.proof, self.history, tip, self.clock.real_now())

    def _is_on_main(self, commit: CommitId) -> bool:
        return any(one.id == commit for one in self.proof.walk.chain.commits)

    def _same(self, proposal: Proposal, language: Language) -> Proposal:
        anew = self.propose(language)
        if not anew.brings_the_same(proposal):
            raise RefusedError("proposal-changed")
        return anew


def open_approver(
    environment: Environment,
    repo: Path | None,
    introduction: str | None,
    branch: str | None,
    *,
    again: bool = False,
) -> Approver:
    """Fetch ``main`` and the branch, and authenticate ``main``.

    Args:
        environment: may pin the introduction.
        repo: ``--repo``.
        introduction: ``--introduction``.
        branch: what to approve; with ``again``, a post's path or id, or None for all.
        again: approve what is already on ``main``.

    Raises:
        HistoryError, RemoteError, SettingsError: there is nothing to start from.
        RefusedError: here approvals are given in the host's web page.
    """
    pin = pinned(environment, introduction)
    scrub_environment(os.environ)
    repository = open_repository(repo or Path.cwd())
    remote = Remote(repository)
    history = GitHistory(repository)
    clock = SystemClock()
    proof = prove(history, remote.fetch("main"), pin, clock.real_now())
    if proof.authentication.policy.approval.evidence is Evidence.PLATFORM:
        raise RefusedError("approve-on-the-page")
    return Approver(
        environment,
        repository,
        history,
        remote,
        clock,
        pin,
        proof,
        theirs=None if again or branch is None else remote.branch_tip(branch),
        wanted=branch if again else None,
    )
