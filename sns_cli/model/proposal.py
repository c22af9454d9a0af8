"""A proposal as the approver sees it: posts, other files, findings, duties."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sns_cli.model.difference import Difference
from sns_cli.model.draft import Draft
from sns_cli.model.finding import Finding, LintReport, Severity
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.paths import POSTS
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.post import Post
from sns_cli.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that only a person can tell.

    Attributes:
        item: its name in a ``Confirmed`` trailer.
        text: the question, in the reader's language.
    """

    item: str
    text: str


@dataclass(frozen=True)
class ProposedPost:
    """A post file the proposal adds or changes; ``post`` is None if unreadable.

    Attributes:
        before: path of the file as last approved; None for a post never approved.
        change: how it differs from that.
    """

    path: str
    post: Post | None
    before: str | None = None
    change: Difference = field(default_factory=Difference)


@dataclass(frozen=True)
class OtherFile:
    """A file that is no post, with how it changes.

    Attributes:
        change: against what somebody entitled last left there, whatever lies on
            ``main``: approving takes over all of it.
        mode: git's mode it gets, where that is another one than before.
        added: it was not there before.
        blob: what it becomes; None if it is removed.
    """

    path: str
    change: Difference
    mode: str | None = None
    added: bool = False
    blob: BlobId | None = None


@dataclass(frozen=True)
class Proposal:
    """What approving would bring to ``main``, or let count there.

    Attributes:
        onto: the authenticated tip of ``main``.
        posts: post files it adds or changes, and those whose pictures it changes: a
            post is another post when its picture is another picture.
        removed: post files it removes.
        others: all other files it touches.
        content: value of ``Approved-Content``; None if no file under ``posts/`` is
            touched.
        report: findings about its files.
        again: (path, SHA-256 in hex) of files to be approved as they stand on
            ``main``; empty for a branch to be merged.
        duties: what the approver has to look at beside the findings.
        pictures: of its posts as they go out, or why they cannot, by path.
        drafts: the commits that made it, oldest first.
        takes_over: files of which it changes something that nobody entitled put on
            ``main``, and so makes that count too.
    """

    onto: CommitId
    posts: tuple[ProposedPost, ...]
    removed: tuple[str, ...]
    others: tuple[OtherFile, ...]
    content: str | None
    report: LintReport
    again: tuple[tuple[str, str], ...] = ()
    duties: tuple[Duty, ...] = ()
    pictures: Mapping[str, PreparedPicture | Reason] = field(
        default_factory=dict, repr=False
    )
    drafts: tuple[Draft, ...] = ()
    takes_over: tuple[str, ...] = ()

    @property
    def readable(self) -> tuple[Post, ...]:
        """Its posts, without the files that are none."""
        return tuple(one.post for one in self.posts if one.post is not None)

    @property
    def beside(self) -> tuple[OtherFile, ...]:
        """The other files, without those that are shown with its posts."""
        along = {*self.replaced, *self.cleared}
        return tuple(
            one
            for one in self.others
            if one.path not in along and not (one.added and self._shows(one))
        )

    @property
    def replaced(self) -> tuple[str, ...]:
        """Pictures of its posts that become other ones."""
        return tuple(
            one.path for one in self.others if not one.added and self._shows(one)
        )

    @property
    def cleared(self) -> tuple[str, ...]:
        """Files under ``posts/`` that go along with the posts it removes."""
        return tuple(
            one.path
            for one in self.others
            if self.removed and one.blob is None and one.path.startswith(POSTS)
        )

    def _shows(self, one: OtherFile) -> bool:
        """Tell whether a file is a picture that its posts show, and no more."""
        shown = isinstance(self.pictures.get(one.path), PreparedPicture)
        return shown and one.mode is None and one.blob is not None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that must be mended before anybody approves."""
        return tuple(one for one in self.report.findings if one.stops)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings the approver confirms one by one."""
        return tuple(
            one
            for one in self.report.findings
            if one.severity is Severity.WARNING and not one.waived
        )

    def brings_the_same(self, other: "Proposal") -> bool:
        """Tell whether approving this one has the effect that ``other`` showed.

        A finding that was not shown (another post took its id meanwhile) was not
        weighed, and so is no longer the same.
        """
        shown = {*other.errors, *other.warnings}
        same = all(
            getattr(self, name) == getattr(other, name)
            for name in ("content", "posts", "removed", "others", "again", "pictures")
        )
        return same and shown.issuperset((*self.errors, *self.warnings))
