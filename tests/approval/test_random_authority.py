"""For any history: authority that is given, taken, lost and voided counts as designed.

Directors change the settings, grants lapse, a key turns out to be lost long after it
was used, records in the archive are damaged and put back, posts are approved as they
stand. The oracle knows who did what when, and the design; nothing of the product.
"""

import hashlib
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from sns_cli.model.history import CommitId
from tests.approval.attacks.telling import Policy
from tests.approval.library import CLAIM, Library, grant, post

PATHS = ("posts/2026/11/a.md", "posts/2026/11/b.md")
WHO = ("kancho", "fukukan", "tanto", "koho", "robot")
GRANT = grant(own_posts="true")


@dataclass(frozen=True)
class Step:
    """One commit.

    Attributes:
        how: ``merge`` or ``push`` of a post, ``again``: approve what stands,
            ``policy``, ``distrust``: the vice director voids the director's key,
            ``record``, ``damage``, ``repair`` in the archive.
        text: of the post; None deletes it.
        granted: a merge names the grant; a policy holds it.
        director: a policy in which the director is director.
        since: which of the commits so far the key is void from.
    """

    how: Literal[
        "merge", "push", "again", "policy", "distrust", "record", "damage", "repair"
    ]
    who: str
    path: str
    text: str | None
    granted: bool
    director: bool
    since: int


SINGLE = st.builds(
    Step,
    how=st.sampled_from(["merge", "merge", "merge", "push", "again", "again"])
    | st.sampled_from(["policy", "policy", "distrust", "record", "damage", "repair"]),
    who=st.sampled_from(WHO),
    path=st.sampled_from(PATHS),
    text=st.sampled_from([None, "0", "1", "2"]),
    granted=st.booleans(),
    director=st.booleans(),
    since=st.integers(0, 9),
)


def act(how: str, who: str = "kancho", **said: object) -> Step:
    """Return a step that is part of a story."""
    usual = {"path": PATHS[0], "text": "0", "since": 0, "granted": True}
    return Step(**{"how": how, "who": who, "director": True, **usual, **said})  # type: ignore[arg-type]  # its fields


STORIES = (
    # A grant that one director gave lapses with that director.
    (
        act("policy", "fukukan", granted=False),
        act("policy"),
        act("policy", "fukukan", director=False),
        act("merge", "tanto"),
    ),
    # What a lost key approved is void from the day it was lost.
    (act("merge"), act("merge", path=PATHS[1]), act("distrust", since=2)),
    # A former director who is one again has approvals again, and no old grants.
    (
        act("policy", "fukukan", director=False),
        act("merge", text="1"),
        act("policy", "fukukan"),
        act("merge", text="2"),
    ),
    (act("record"), act("damage", text="1"), act("repair")),
    (act("push", "tanto"), act("again", "koho"), act("again")),
)
"""Chance alone would tell these too seldom."""

STEPS = st.lists(
    st.one_of(*[SINGLE.map(lambda one: (one,))] * 4, st.sampled_from(STORIES)),
    max_size=7,
).map(lambda parts: [step for part in parts for step in part])


@dataclass
class Told:
    """What was told, and what stands on ``main`` whoever brought it."""

    library: Library
    commits: list[CommitId]
    steps: list[Step] = field(default_factory=list)
    posts: dict[str, str | None] = field(default_factory=dict)
    record: str | None = None
    sound: str | None = None
    distrusted: str = ""
    void_from: int = 99

    def take(self, step: Step) -> None:
        story = self.library.story
        by = story.people[step.who]
        if step.how in {"merge", "push"}:
            content = None if step.text is None else body(step.path, step.text)
            files = {step.path: content}
            if step.how == "push":
                made = story.commit(files, by)
            else:
                named = ["Grant: g1"] if step.granted else []
                branch = self.library.propose(dict(files))
                made = story.merge(branch, by, story.trailers(by, *named))
            self.posts[step.path] = content
        elif step.how == "again":
            content = self.posts.get(step.path) or ""
            digest = hashlib.sha256(content.encode()).hexdigest()
            value = f"Approves: {step.path} sha256:{digest}"
            made = story.commit({}, by, trailers=story.trailers(by, value))
        else:
            made = self.elsewhere(step)
        self.commits.append(made)
        self.steps.append(step)

    def elsewhere(self, step: Step) -> CommitId:
        story = self.library.story
        if step.how in {"policy", "distrust"}:
            roles = {} if step.director else {"kancho": "staff"}
            who = "fukukan" if step.how == "distrust" else step.who
            if step.how == "distrust":
                place = step.since % len(self.commits)
                key, since = self.library.kancho.public_key, self.commits[place]
                self.distrusted += f'[[distrust]]\nkey = "{key}"\nfrom = "{since}"\n'
                self.void_from = min(self.void_from, max(place - 1, 0))
            extra = (GRANT if step.granted else "") + self.distrusted
            text = Policy(roles, extra).text(self.library)
            return story.commit({"sns.toml": text}, story.people[who])
        if step.how == "record":
            return self.records("{}", "robot")
        if step.how == "damage":
            return self.records(step.text, "tanto")
        return self.records(self.sound, step.who)

    def records(self, content: str | None, who: str) -> CommitId:
        if (
            who == "robot"
            and content == "{}"
            and (self.record, self.sound) == (None,) * 2
        ):
            self.sound = content
        self.record = content
        files = {CLAIM: content}
        return self.library.story.commit(files, self.library.story.people[who])


def body(path: str, text: str) -> str:
    return post(text, id=f"p-{path[14]}")


@dataclass
class Oracle:
    """What the design says of a told history, the lost key known from the start."""

    void_from: int
    directors: set[str] = field(default_factory=lambda: {"kancho", "fukukan"})
    granted: bool = True
    givers: set[str] = field(default_factory=lambda: {"kancho", "fukukan"})
    policy: tuple[bool, bool, int] = (True, True, 0)
    sound_policy: bool = True
    distrusts: int = 0
    posts: dict[str, tuple[str | None, bool]] = field(default_factory=dict)

    def director(self, who: str, at: int) -> bool:
        return who in self.directors and not (who == "kancho" and at >= self.void_from)

    def sees(self, at: int, step: Step) -> None:
        directs = self.director(step.who, at)
        content, _ = self.posts.get(step.path, (None, False))
        if step.how in {"merge", "push"}:
            new = None if step.text is None else body(step.path, step.text)
            within = step.who == "tanto" and step.granted and self.granted
            right = directs or (within and bool(self.givers))
            if new != content:
                self.posts[step.path] = new, right and step.how == "merge"
        elif step.how == "again" and content is not None and directs:
            self.posts[step.path] = content, True
        elif step.how in {"policy", "distrust"}:
            self.distrusts += step.how == "distrust"
            self.rules(step, "fukukan" if step.how == "distrust" else step.who, at)

    def rules(self, step: Step, who: str, at: int) -> None:
        said = (step.director, step.granted, self.distrusts)
        if said == self.policy:
            return
        self.policy = said
        self.sound_policy = self.director(who, at)
        if not self.sound_policy:
            return
        before = self.givers if self.granted else {who}
        self.directors = {"kancho", "fukukan"} if step.director else {"fukukan"}
        self.granted = step.granted
        self.givers = before & self.directors


@settings(max_examples=60)
@given(STEPS)
def test_authority_counts_as_the_design_says(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        library = Library(Path(folder))
        library.story.person("fukukan", "director")
        told = Told(library, [library.introduce(GRANT)])
        for step in steps:
            told.take(step)
        outcome = library.judged()
    oracle = Oracle(told.void_from)
    for at, step in enumerate(told.steps):
        oracle.sees(at, step)

    found = {one.path: one.approval is not None for one in outcome.posts}
    expected = {path: ok for path, (text, ok) in oracle.posts.items() if text}
    assert found == expected
    assert set(outcome.policy.directors()) == oracle.directors
    assert bool(outcome.policy.grants) == oracle.granted
    assert (not outcome.blocking) == (oracle.sound_policy and told.record == told.sound)
