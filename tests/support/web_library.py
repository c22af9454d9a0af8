"""A whole library whose people approve on GitHub's page (evidence ``platform``)."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType

from sns_cli.model.history import CommitId
from tests.fakes.github import GitHub, Pull, Review
from tests.support.git_people import Person, make_person
from tests.support.git_story import Content
from tests.support.library import Library
from tests.support.library_files import post_path

WEB_FLOW = make_person("web-flow", "staff", "GitHub", "noreply@github.com")
"""The committer of every merge that a button makes."""


@dataclass
class WebLibrary(Library):
    """A library beside its GitHub; accounts are named after the keys of people."""

    github: GitHub = field(default_factory=GitHub, init=False)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        super().__exit__(kind, error, trace)
        self.github.__exit__(kind, error, trace)

    def settings(self, extra: str = "", **changes: str) -> str:
        text = super().settings(extra, **changes)
        text = text.replace('evidence = "signature"', 'evidence = "platform"')
        for one in self.story.people.values():
            line = f'email = "{one.email}"\n'
            if one.role != "publisher":
                text = text.replace(line, f'{line}github = "{one.key}-city"\n')
        return text

    def environment(self, **changes: str | None) -> dict[str, str]:
        return super().environment(**{**self.github.environment(), **changes})

    def offline(self) -> dict[str, str | None]:
        """Return what to change for a process that knows of no GitHub."""
        return dict.fromkeys(self.github.environment())

    def press(
        self, files: Mapping[str, Content], by: Person | None = None, **how: object
    ) -> CommitId:
        """Have staff propose files and somebody (the director) approve and merge.

        Args:
            files: of the proposal.
            by: who presses the button.
            how: what GitHub says otherwise; see :class:`Pull`.
        """
        by = by or self.kancho
        at = self._catch_up()
        name = f"an-{len(self.story.tips)}"
        head = self.story.branch(name, files, self.tanto, base=self.story.head)
        number = len(self.story.tips)
        merge = self.story.merge(
            name,
            WEB_FLOW,
            [],
            sign=False,
            message=f"Merge pull request #{number} from city/{name}",
            at=max(at, self.story.now),
            author=by,
            committer=WEB_FLOW,
        )
        login = f"{by.key}-city"
        reviews = (Review(login, "APPROVED", head),)
        pull = Pull(number, head, merge, merged_by=login, reviews=reviews)
        pull = dataclasses.replace(pull, **how)  # type: ignore[arg-type]  # its fields
        self.github.knows(pull, merge, head)
        return merge

    def press_posts(self, *posts: str, by: Person | None = None) -> CommitId:
        """Have posts approved on the page."""
        return self.press({post_path(text): text for text in posts}, by)

    def squash(self, text: str, number: int) -> CommitId:
        """Have GitHub make one commit of a proposal, and put that onto main."""
        at = self._catch_up()
        files = {post_path(text): text}
        head = self.story.branch("an", files, self.tanto, base=self.story.head)
        made = self.story.commit(
            files,
            WEB_FLOW,
            f"お知らせ (#{number})",
            trailers=[],
            sign=False,
            at=max(at, self.story.now),
        )
        review = Review("kancho-city", "APPROVED", head)
        self.github.knows(Pull(number, head, made, reviews=(review,)), made)
        return made

    def records(self) -> list[str]:
        """Return the commits whose approvals are on record on main."""
        return [name for name in self.events() if len(name) == len("a" * 40)]
