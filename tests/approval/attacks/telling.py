"""How an attack is told: acts as data, and what makes commits of them.

Attack(
    "staff self-approval",
    "by staff",
    (Act("merge", "tanto", {POST: post()}),),
    refused="no-right",
)
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from sns_cli.adapters.git.commit import with_signature
from sns_cli.model.history import CommitId
from tests.approval.library import Library
from tests.support.git_people import Person, make_person
from tests.support.git_story import Content

STRANGER = make_person("stranger", "director")
"""Whose key nobody was given."""
PGP = """-----BEGIN PGP SIGNATURE-----

iQEzBAABCAAdFiEE
=AbCd
-----END PGP SIGNATURE-----"""
"""What GitHub's one key for all web merges leaves (not a real signature)."""


@dataclass(frozen=True)
class Policy:
    """A ``sns.toml``: everybody as introduced, but for these roles, and ``extra``."""

    roles: Mapping[str, str] = field(default_factory=dict)
    extra: str = ""

    def text(self, library: Library) -> str:
        people = [
            replace(one, role=self.roles.get(key, one.role))
            for key, one in library.story.people.items()
        ]
        return library.settings(self.extra, people=people)


@dataclass(frozen=True)
class Act:
    """One commit onto ``main``.

    Attributes:
        how: ``push`` it, ``merge`` a proposal of ``files``, ``ours``: merge it and
            keep nothing of it, ``octopus``: merge it with one more proposal,
            ``foreign``: merge a history that begins beside ours;
            ``forge``: write the last commit again with ``bytes`` replaced, ``resign``:
            the same, signed anew by ``by``.
        by: commits and signs.
        adds: trailers before the sign-off.
        says: all trailers instead of the good ones; ``{by}`` is the good sign-off.
        signs_off: whose sign-off it is, if not ``by``'s.
        name: in whose name it is committed, if not ``by``'s.
        key: who signs if not ``by``: ``stranger``, ``nobody``, ``pgp``, ``nonsense``.
        edit: what the merge changes beyond the proposal.
        days: pass before it.
        late: minutes that its time lies off the real one.
        bytes: what is replaced by what.
    """

    how: Literal["push", "merge", "ours", "octopus", "foreign", "forge", "resign"]
    by: str = "kancho"
    files: Mapping[str, Content | Policy] = field(default_factory=dict)
    adds: tuple[str, ...] = ()
    says: tuple[str, ...] | None = None
    signs_off: str | None = None
    name: str | None = None
    key: str | None = None
    edit: Mapping[str, Content] | None = None
    days: int = 0
    late: int = 0
    bytes: tuple[bytes, bytes] = (b"", b"")


@dataclass(frozen=True)
class Attack:
    """A history and what must come of it.

    Attributes:
        threat: the reference's words.
        name: what is special about this one.
        acts: the last one is on trial.
        refused: the rule that refuses it; None: it is accepted, for comparison.
        approved: whether the post stands approved in the end.
        extra: of the introduction's ``sns.toml``.
        introduced: files of the introduction.
        after: what happens later.
        blocks: whether nothing is published afterwards; None: what is refused outside
            ``posts/`` blocks.
    """

    threat: str
    name: str
    acts: tuple[Act, ...]
    refused: str | None
    approved: bool = False
    extra: str = ""
    introduced: Mapping[str, Content] = field(default_factory=dict)
    after: tuple[Act, ...] = ()
    blocks: bool | None = None


def tell(library: Library, attack: Attack) -> CommitId:
    """Make the attack's history and return the commit on trial."""
    library.introduce(attack.extra, **attack.introduced)
    for act in attack.acts:
        on_trial = commit(library, act)
    for act in attack.after:
        commit(library, act)
    return on_trial


def commit(library: Library, act: Act) -> CommitId:
    """Make the commit of one act."""
    story = library.story
    story.now += dt.timedelta(days=act.days)
    if act.how in {"forge", "resign"}:
        return _again(library, act)
    by = story.people[act.by]
    signer = _signer(library, act)
    how = {
        "trailers": _trailers(library, act),
        "sign": signer,
        "at": story.now + dt.timedelta(minutes=act.late) if act.late else None,
        "author": story.people[act.name or act.by],
        "committer": story.people[act.name or act.by],
    }
    files = {
        path: content.text(library) if isinstance(content, Policy) else content
        for path, content in act.files.items()
    }
    if act.how == "push":
        return story.commit(files, by, **how)  # type: ignore[arg-type]  # as above
    if act.how == "foreign":
        branch = story.commit(files, by, parents=(), on=None)
    else:
        branch = library.propose(files)
    if act.how in {"ours", "foreign"}:
        how["tree"] = story.tree(story.head)
    if act.how == "octopus":
        how["others"] = [story.tips[library.propose({"Makefile": "x"})]]
    return story.merge(branch, by, edit=act.edit, **how)  # type: ignore[arg-type]  # as above


def _trailers(library: Library, act: Act) -> list[str]:
    by = library.story.people[act.signs_off or act.by]
    if act.says is None:
        return library.story.trailers(by, *act.adds)
    return [one.replace("{by}", f"Signed-off-by: {by.sign_off}") for one in act.says]


def _signer(library: Library, act: Act) -> object:
    if act.key is None:
        return library.story.people[act.by]
    found: dict[str, object] = {
        "nobody": False,
        "stranger": STRANGER,
        "pgp": lambda _: PGP,
        "nonsense": lambda _: "signed, honestly",
    }
    return found[act.key]


def _again(library: Library, act: Act) -> CommitId:
    """Write the last commit again, otherwise."""
    raw = library.story.raw(library.story.head)
    old, new = act.bytes
    if act.how == "forge":
        assert raw.count(old) == 1, old
        return library.story.raw_commit(raw.replace(old, new))
    start, end = raw.index(b"\ngpgsig "), raw.index(b"\n\n")
    payload = raw[:start] + raw[end:]
    assert payload.count(old) == 1, old
    payload = payload.replace(old, new)
    by: Person = library.story.people[act.by]
    return library.story.raw_commit(with_signature(payload, by.sign(payload)))
