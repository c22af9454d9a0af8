"""``approve``: a branch → a signed merge on ``main``, proven before it is pushed."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sns_cli.adapters.environment import Environment
from sns_cli.adapters.git.commit import Who
from sns_cli.adapters.git.drafts import drafts
from sns_cli.adapters.git.merges import merge_trees
from sns_cli.approval.merge_message import approval_message
from sns_cli.bootstrap.approval_words import Said, words_of
from sns_cli.bootstrap.clone import Clone
from sns_cli.bootstrap.landing import land
from sns_cli.bootstrap.signing import Signing
from sns_cli.bootstrap.writer import NOBODY
from sns_cli.bootstrap.wrong_proposal import no_such_proposal
from sns_cli.errors import HistoryError, RefusedError, UsageError
from sns_cli.messages import Language
from sns_cli.model.history import Commit, CommitId
from sns_cli.model.ledger import FINAL
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Evidence
from sns_cli.pipeline.grants import check_grant
from sns_cli.pipeline.ledger import ledger_files
from sns_cli.pipeline.proof import Proof
from sns_cli.pipeline.proposal import Proposal, propose, propose_again
from sns_cli.pipeline.snapshot import blocking_reasons, pause_reason
from sns_cli.report.review import ReviewPage, Surroundings, review_page


@dataclass
class Approver(Clone):
    """A clone in which somebody approves.

    Attributes:
        theirs: tip of the branch to be approved; None to approve what is on ``main``.
        wanted: of what is on ``main``, the one post's path or id; None for all.
    """

    theirs: CommitId | None = None
    wanted: str | None = None

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

    def page(
        self, proposal: Proposal, name: str | None, at: dt.datetime | None = None
    ) -> ReviewPage:
        """Return all that is shown of a proposal.

        Args:
            proposal: made here.
            name: of its branch.
            at: from when its times are told (aware); None for now.
        """
        head = self.proof.authentication.head
        names = ledger_files(self.history, head).ledger.deliveries
        around = Surroundings(
            policy=self.policy,
            now=at or self.clock.now(),
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
                self._check_wanted()
                raise RefusedError("nothing-unapproved")
            return again
        merge = self._draft(NOBODY, "draft", None)
        if not merge.changes:
            again = propose_again(self.history, self.proof, None, now, language)
            known = "merged-unapproved" if again.again else "nothing-to-approve"
            raise RefusedError(known)
        made = drafts(self.repository, self.theirs, self.proof.walk.chain.tip.id)
        return propose(self.history, self.proof, merge, now, language, made)

    def _check_wanted(self) -> None:
        """Raise a :class:`UsageError` where the post that is named is not there."""
        known = {
            name
            for one in self.proof.authentication.posts
            for name in (one.path, one.id)
        }
        if self.wanted is not None and self.wanted not in known:
            raise UsageError("post-unknown", id=self.wanted)

    def approve(
        self,
        page: ReviewPage,
        signing: Signing,
        language: Language,
        said: Said,
    ) -> CommitId:
        """Make the merge, prove that it will be accepted, and push it.

        When somebody else was first, the branch is merged anew on the new ``main`` as
        long as it still brings exactly what was shown.

        Args:
            page: as it was shown.
            signing: who approves, with which key.
            language: of the findings, if the proposal has to be looked at anew.
            said: what the approver answered.

        Raises:
            RefusedError: it would not be accepted, or no longer brings the same.
            RemoteError: the remote does not take it.
            UsageError: there is no such grant of theirs.
        """
        check_grant(self.proof, signing.person, said.grant, self.clock.real_now())

        def again() -> None:
            nonlocal page
            page = self._same(page, language)

        return land(self, lambda: self._merge(page.proposal, signing, said), again)

    def _merge(self, proposal: Proposal, signing: Signing, said: Said) -> CommitId:
        person = self.policy.people[signing.person]
        message = approval_message(words_of(proposal, said), self.policy, person)
        merge = self._draft(Who(person.name, person.email), message, signing)
        after = self.accepted(merge.id, {merge.id})
        self._check_posts(after, {one.path for one in proposal.posts})
        return merge.id

    def _check_posts(self, after: Proof, paths: Collection[str]) -> None:
        """Refuse what is accepted and yet leaves one of its posts unapproved.

        A post counts with all its pictures, and one of them may lie on ``main`` without
        anybody's approval.
        """
        for one in after.authentication.posts:
            if one.path in paths and one.approval is None:
                why = Reason(one.reason or "post-unapproved", one.details)
                raise RefusedError("post-would-not-count", path=one.path, why=why)

    def _draft(self, who: Who, message: str, signing: Signing | None) -> Commit:
        tree, parents = self._merged()
        sign = None if signing is None else signing.sign
        made = self.write(tree, parents, who, message, sign)
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
        arguments = ("merge-base", "--is-ancestor", self.introduction, theirs)
        if self.repository.git.run(*arguments).status == 0:
            return theirs
        message = "案を最新の状態に合わせる / Bring the proposal up to date\n"
        return self.write(tree, (theirs, ours), NOBODY, message, None)

    def _same(self, shown: ReviewPage, language: Language) -> ReviewPage:
        anew = self.page(self.propose(language), shown.name, shown.at)
        if not anew.shows_the_same(shown):
            raise RefusedError("proposal-changed")
        return anew


def open_approver(
    environment: Environment,
    repo: Path | None,
    introduction: str | None,
    branch: str | None,
    *,
    again: bool = False,
    looking: bool = False,
) -> Approver:
    """Fetch ``main`` and the branch, and authenticate ``main``.

    Args:
        environment: may pin the introduction.
        repo: ``--repo``.
        introduction: ``--introduction``.
        branch: what to approve; with ``again``, a post's path or id, or None for all.
        again: approve what is already on ``main``.
        looking: nothing is to be approved, only shown.

    Raises:
        HistoryError, RemoteError, SettingsError: there is nothing to start from.
        RefusedError: here approvals are given in the host's web page.
        UsageError: there is no such branch.
    """
    approver = Approver.fetched(environment, repo, introduction, content=True)
    if not looking and approver.policy.approval.evidence is Evidence.PLATFORM:
        raise RefusedError("approve-on-the-page")
    if again:
        approver.wanted = branch
    elif branch is not None:
        approver.theirs = _tip(approver, branch)
    return approver


def _tip(approver: Approver, branch: str) -> CommitId:
    try:
        return approver.remote.branch_tip(branch)
    except HistoryError as error:
        if error.code != "revision-unknown":
            raise
        raise no_such_proposal(approver.remote, approver.head, branch) from error
