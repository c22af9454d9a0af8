"""A library whose people approve in the host's web page: histories as data.

web = WebLibrary(tmp_path)
web.introduce()
merge = web.button({POST: post()})          # the director approved and merged
web.record(merge)                            # the publisher wrote it down
"""

import dataclasses
import datetime as dt
from dataclasses import dataclass, field

from sns_cli.approval.authenticate import authenticate
from sns_cli.model.history import CommitId
from sns_cli.model.platform import PullMerge, Review, record_path
from sns_cli.model.proof import Authentication
from sns_cli.parse.host_record import record_bytes
from sns_cli.ports import Platform
from tests.approval.library import Library
from tests.fakes.platform import FakePlatform
from tests.support.git_people import Person, make_person

WEB_FLOW = make_person("web-flow", "staff", "GitHub", "noreply@github.com")
"""The committer of every merge that a button makes; its key is nobody's."""
RUN = {"job": "publish/1/1", "runner": "local", "version": "0", "shifted_by": None}


@dataclass
class WebLibrary(Library):
    """Everybody's account has the name of their key, in other letters."""

    evidence: str = "platform"
    github: FakePlatform = field(default_factory=FakePlatform)

    def settings(self, extra: str = "", **options: object) -> str:
        text = super().settings(extra, **options)
        for one in self.story.people.values():
            line = f'email = "{one.email}"\n'
            if one.role != "publisher":
                text = text.replace(line, f'{line}github = "{one.key.title()}-City"\n')
        return text

    def button(
        self,
        files: dict[str, object],
        by: Person | None = None,
        message: str | None = None,
        edit: dict[str, object] | None = None,
        **how: object,
    ) -> CommitId:
        """Have staff propose files and somebody (the director) approve and merge.

        Args:
            files: of the proposal.
            by: who presses the button.
            message: of the merge.
            edit: what the merge changes beyond the proposal.
            how: what GitHub says otherwise; see :class:`PullMerge`.
        """
        branch = self.propose(files)
        head = self.story.tips[branch]
        number = len(self.story.tips)
        merge = self.story.merge(
            branch,
            WEB_FLOW,
            [],
            edit,  # type: ignore[arg-type]  # contents of files
            sign=False,
            message=message or f"Merge pull request #{number} from city/{branch}",
            author=by or self.kancho,
            committer=WEB_FLOW,
        )
        self.github.knows(merge, self.pull(merge, head, by, number, **how))
        return merge

    def pull(
        self,
        merge: CommitId,
        tip: CommitId,
        by: Person | None = None,
        number: int = 1,
        **how: object,
    ) -> PullMerge:
        """Return what GitHub says of a good merge; ``how`` is said otherwise."""
        login = f"{(by or self.kancho).key}-city"
        said = PullMerge(
            repository="city/library",
            number=number,
            url=f"https://github.com/city/library/pull/{number}",
            base="main",
            head=tip,
            merge_commit=merge,
            merged_by=login,
            merged_by_kind="User",
            merged_at="2026-11-02T00:00:00Z",
            reviews=(Review(login, "APPROVED", tip, "2026-11-01T00:00:00Z"),),
        )
        return dataclasses.replace(said, **how)  # type: ignore[arg-type]  # its fields

    def recorded(self, commit: CommitId, **how: object) -> bytes:
        """Return the record of a commit as the publisher writes it."""
        pull = dataclasses.replace(self.github.pulls[commit][0], **how)  # type: ignore[arg-type]  # its fields
        parents = self.story.raw(commit).decode().split("\n")
        named = [line[7:] for line in parents if line.startswith("parent ")]
        return record_bytes(pull, named, "2026-11-02T09:00:00+09:00", RUN)

    def record(
        self, commit: CommitId, by: Person | None = None, **how: object
    ) -> CommitId:
        """Have the publisher write down what GitHub says of a commit."""
        files = {record_path(commit): self.recorded(commit, **how)}
        return self.story.commit(files, by or self.robot, "Record", trailers=[])

    def asked(
        self, platform: Platform | None = None, real_now: dt.datetime | None = None
    ) -> Authentication:
        """Authenticate with GitHub at hand."""
        history = self.story.history()
        chain = history.chain(self.story.head, None)
        now = real_now or self.story.now
        return authenticate(history, chain, now, platform or self.github)[1]
