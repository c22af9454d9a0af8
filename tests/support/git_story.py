"""Real git repositories told as stories: who committed what, signed by whom.

    story = Story(tmp_path)
    kantyo = story.person("kantyo", "director")
    staff = story.person("tanto-01")
    start = story.introduce(story.settings())
    story.branch("ohanashi", {"posts/2026/12/a.md": POST}, by=staff)
    merge = story.merge("ohanashi", by=kantyo)
    history = story.history()          # GitHistory on the bare remote
    clone = story.clone("ci", blobless=True)

Time starts at 2026-11-02 09:00 (+09:00) and moves on by a minute per commit. Keys and
ids are the same in every run. Everything is written into the bare repository
``story.remote``; refs move at once, objects too (with ``bulk=True``: at ``flush``).
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sns_cli.adapters.git.commit import CommitDraft, with_signature
from sns_cli.model.history import CommitId
from tests.support.git_command import git
from tests.support.git_people import Person, make_person
from tests.support.git_telling import Content, Special, Telling

__all__ = ["START", "Content", "Person", "Special", "Story"]

START = dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))
TARGET = "Approval-Target"
BUILD = "refs/heads/main"


Signing = bool | Person | Callable[[bytes], str]
"""True: by the committer named ``by``; a person: with that key; a function: by it."""


@dataclass
class Story(Telling):
    """A library's repository being written.

    Attributes:
        repository: id for ``Approval-Target``; None writes no such trailer.
        remote: the bare repository; ``main`` and every branch are refs in it.
        now: time of the next commit; may be set.
    """

    repository: str | None = "city/library"
    now: dt.datetime = START
    people: dict[str, Person] = field(default_factory=dict)

    # People and settings

    def person(
        self,
        key: str,
        role: str = "staff",
        name: str | None = None,
        email: str | None = None,
    ) -> Person:
        """Add somebody; ``settings`` will list them."""
        made = make_person(key, role, name, email)
        self.people[key] = made
        return made

    def settings(
        self,
        evidence: str = "signature",
        extra: str = "",
        *,
        people: Iterable[Person] | None = None,
        require_target: bool | None = None,
        accounts: Sequence[str] = ("x",),
    ) -> str:
        """Return a ``sns.toml`` with the people so far; ``extra`` is appended."""
        listed = tuple(self.people.values() if people is None else people)
        target = require_target
        if target is None:
            target = self.repository is not None
        lines = ["[library]", 'name = "市立図書館"', 'timezone = "Asia/Tokyo"']
        if self.repository is not None:
            lines.append(f'repository = "{self.repository}"')
        lines += ["[approval]", f'evidence = "{evidence}"']
        lines.append(f"require_target = {'true' if target else 'false'}")
        for one in listed:
            lines += [f"[people.{one.key}]", f'name = "{one.name}"']
            lines += [f'email = "{one.email}"', f'role = "{one.role}"']
            lines.append(f'keys = ["{one.public_key}"]')
        manager = listed[0].key if listed else "nobody"
        for account in accounts:
            lines += [f"[accounts.{account}]", 'service = "rehearsal"']
            lines.append(f'manager = "{manager}"')
        return "\n".join(lines) + "\n" + extra

    def trailers(self, by: Person, *extra: str) -> list[str]:
        """Return the trailers of a good approval: target, ``extra``, sign-off last."""
        target = [f"{TARGET}: {self.repository} {BUILD}"] if self.repository else []
        return [*target, *extra, f"Signed-off-by: {by.sign_off}"]

    # The story

    @property
    def head(self) -> CommitId:
        """The tip of main."""
        return self.tips["main"]

    def introduce(
        self,
        settings_toml: str | None = None,
        files: Mapping[str, Content] | None = None,
        by: Person | None = None,
    ) -> CommitId:
        """Make the commit where trust starts: ``sns.toml`` and ``files``."""
        toml = self.settings() if settings_toml is None else settings_toml
        by = by or next(iter(self.people.values()))
        held = {"sns.toml": toml, **(files or {})}
        return self.commit(held, by, message="Introduce the library", parents=())

    def commit(  # noqa: PLR0913  (every part of a commit can be a lie)
        self,
        files: Mapping[str, Content] | None = None,
        by: Person | None = None,
        message: str = "Change",
        *,
        trailers: Sequence[str] | None = None,
        parents: Sequence[CommitId] | None = None,
        sign: Signing = True,
        at: dt.datetime | None = None,
        on: str | None = "main",
        tree: str | None = None,
        author: Person | None = None,
        committer: Person | None = None,
    ) -> CommitId:
        """Commit ``files`` on top of ``on``, which moves there (None: nothing moves).

        Args:
            by: author, committer and signer, unless those are given.
            trailers: None means the good ones of ``by``; [] means none.
            parents: None means the tip of ``on``, or of main where that is new.
            tree: replaces the first parent's tree; ``files`` are put into it.
        """
        by = by or next(iter(self.people.values()))
        if parents is None:
            tip = self.tips.get(on or "main") or self.tips.get("main")
            parents = (tip,) if tip else ()
        if tree is None and parents:
            tree = self.tree(parents[0])
        tree = self.edited(tree, files or {})
        block = self.trailers(by) if trailers is None else list(trailers)
        draft = CommitDraft(
            tree=tree,
            parents=tuple(parents),
            author=(author or committer or by).who,
            committer=(committer or by).who,
            at=at or self._tick(),
            message="\n\n".join([message, *(["\n".join(block)] if block else [])])
            + "\n",
        )
        return self.raw_commit(self._signed(draft.payload(), by, sign), on)

    def branch(
        self,
        name: str,
        files: Mapping[str, Content],
        by: Person,
        base: CommitId | None = None,
        message: str = "Draft",
    ) -> CommitId:
        """Propose ``files`` in one unsigned commit on ``name`` (made if it is new)."""
        if base is None:
            base = self.tips.get(name, self.head)
        parents = (base,)
        return self.commit(
            files, by, message, trailers=[], parents=parents, sign=False, on=name
        )

    def merge(  # noqa: PLR0913  (as commit)
        self,
        branch: str | CommitId,
        by: Person,
        trailers: Sequence[str] | None = None,
        edit: Mapping[str, Content] | None = None,
        *,
        sign: Signing = True,
        message: str | None = None,
        at: dt.datetime | None = None,
        onto: CommitId | None = None,
        on: str | None = "main",
        tree: str | None = None,
        others: Sequence[CommitId] = (),
        author: Person | None = None,
        committer: Person | None = None,
    ) -> CommitId:
        """Merge a branch (its name or a commit) into main.

        Args:
            edit: changes on top of the clean merge: an evil or edited merge.
            tree: taken instead of the clean merge; a conflict needs it.
            onto: first parent instead of the tip of main.
            others: further parents: an octopus.
        """
        theirs = self.tips.get(branch, CommitId(branch))
        ours = onto or self.head
        return self.commit(
            edit,
            by,
            message or f"Approve {branch}",
            trailers=trailers,
            parents=(ours, theirs, *others),
            sign=sign,
            at=at,
            on=on,
            tree=tree or self.merged_tree(ours, theirs),
            author=author,
            committer=committer,
        )

    def refresh(self) -> CommitId:
        """Take over what others pushed to main, and return its tip."""
        line = git(self.remote, "rev-parse", "refs/heads/main").decode().strip()
        self.tips["main"] = CommitId(line)
        return self.tips["main"]

    # Inside

    def _tick(self) -> dt.datetime:
        at = self.now
        self.now = at + dt.timedelta(minutes=1)
        return at

    def _signed(self, payload: bytes, by: Person, sign: Signing) -> bytes:
        if sign is False:
            return payload
        if sign is True:
            sign = by
        signer = sign.sign if isinstance(sign, Person) else sign
        return with_signature(payload, signer(payload))
