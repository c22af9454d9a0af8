"""One post and a walk → every change that touched it, and what each proves."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sns_cli.approval.conclude import sentence_details
from sns_cli.approval.trailers import APPROVES, parse_trailers
from sns_cli.approval.verdict import Accepted, Refused, Verdict
from sns_cli.approval.walk import Walk
from sns_cli.approval.way_out import way_out
from sns_cli.calendar import local
from sns_cli.model.draft import Draft
from sns_cli.model.history import BlobId, Commit, CommitId
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Settings
from sns_cli.pipeline.persons import claimed, signed
from sns_cli.pipeline.policies import Policies
from sns_cli.pipeline.subject import Subject
from sns_cli.report.explain.values import Deed, FileLine, Mandate, Touch

Drafts = Callable[[CommitId, CommitId, Sequence[str]], tuple[Draft, ...]]
"""The commits that the first has and the second has not, as far as they touch paths."""


@dataclass(frozen=True)
class Explainer:
    """What the story of one post is told from.

    Attributes:
        walk: along the whole history.
        subject: the post.
        drafts: who worked on a proposal.
    """

    walk: Walk
    subject: Subject
    drafts: Drafts

    def touches(self) -> Iterator[Touch]:
        """Yield the changes of ``main`` that touched the post, oldest first."""
        policies = Policies(self.walk)
        start = self.walk.chain.introduction
        there = [
            one
            for one in self.walk.chain.introduced
            if self.subject.holds(one.path, one.blob)
        ]
        if there:
            zone = self.walk.policy.settings.library.timezone
            yield Touch(
                commit=start.id,
                at=local(start.committed_at, zone),
                who=claimed(start, policies.before(0)),
                deeds=tuple((Deed.PRESENT, one.path) for one in there),
                refusal=Reason("explain-introduced"),
            )
        pairs = zip(self.walk.chain.commits, self.walk.state.verdicts, strict=True)
        for place, (commit, verdict) in enumerate(pairs):
            deeds = tuple(self._deeds(commit, verdict))
            if deeds:
                made = self._touch(commit, verdict, deeds, policies.before(place))
                yield replace(made, settings_in=policies.commit_before(place))

    def _deeds(self, commit: Commit, verdict: Verdict) -> Iterator[tuple[Deed, str]]:
        for change in commit.changes:
            if self.subject.holds(change.path, change.old_blob, change.new_blob):
                deed = Deed.ADDED if change.added else Deed.CHANGED
                yield (Deed.REMOVED if change.deleted else deed), change.path
        if isinstance(verdict, Accepted):
            approved = verdict.approves
        else:
            said = self._said(commit)
            approved = tuple(one.rpartition(" sha256:")[0] for one in said)
        for path in approved:
            if path in self.subject.paths:
                yield Deed.APPROVED, path

    def _left(self, commit: Commit) -> tuple[str, ...]:
        """Return the files of the post as this commit left them to this day."""
        last = self.walk.state.last
        return tuple(
            change.path
            for change in commit.changes
            if change.path in self.subject.paths
            and not change.deleted
            and self.walk.chain.commits[last[change.path].position] == commit
        )

    def _said(self, commit: Commit) -> tuple[str, ...]:
        text = self.walk.witness.text(commit)
        if isinstance(text, str):
            return ()
        return parse_trailers(text.message).all(APPROVES)

    def _touch(
        self,
        commit: Commit,
        verdict: Verdict,
        deeds: tuple[tuple[Deed, str], ...],
        policy: Settings,
    ) -> Touch:
        at = local(commit.committed_at, policy.library.timezone)
        brought = commit.parents[1] if commit.merges else None
        paths = [path for _, path in deeds]
        made = () if brought is None else self.drafts(brought, commit.parents[0], paths)
        if isinstance(verdict, Refused):
            way = way_out(self.walk.policy.settings, verdict.rule, self._left(commit))
            why = Reason(verdict.code, sentence_details(verdict, commit.id, way))
            who = claimed(commit, policy)
            return Touch(commit.id, at, who, deeds, why, drafts=made, brought=brought)
        check = self.walk.check_of(commit) if commit.merges else None
        deviating = () if check is None else check.deviating
        return Touch(
            commit=commit.id,
            at=at,
            who=signed(self.walk.witness, commit, verdict, policy),
            deeds=deeds,
            evidence=verdict.evidence,
            mandate=_mandate(policy, verdict.grant),
            edited=tuple(one for one in deviating if one in self.subject.paths),
            confirmed=tuple(
                rule for rule, post in verdict.confirmed if post == self.subject.id
            ),
            drafts=made,
            brought=brought,
        )


def _mandate(policy: Settings, grant_id: str | None) -> Mandate | None:
    grant = None if grant_id is None else policy.grant(grant_id)
    if grant is None:
        return None
    return Mandate(grant.id, *grant.valid, document=grant.document)


def file_lines(
    walk: Walk, subject: Subject, at_head: Mapping[str, BlobId]
) -> tuple[FileLine, ...]:
    """Return the post's files as they stand or last stood, its own file first."""
    last = {
        one.path: (one.blob, walk.chain.introduction.id)
        for one in walk.chain.introduced
        if one.path in subject.paths
    }
    for commit in walk.chain.commits:
        for change in commit.changes:
            if change.path in subject.paths and change.new_blob is not None:
                last[change.path] = change.new_blob, commit.id
    shown = {
        path: found
        for path, found in last.items()
        if path == subject.path or path in at_head or subject.path not in at_head
    }
    tip = walk.chain.tip.id
    contents = walk.history.read(blob for blob, _ in shown.values())
    return tuple(
        FileLine(
            path,
            blob,
            hashlib.sha256(contents[blob]).hexdigest(),
            tip if at_head.get(path) == blob else commit,
        )
        for path, (blob, commit) in sorted(
            shown.items(), key=lambda item: (item[0] != subject.path, item[0])
        )
    )
