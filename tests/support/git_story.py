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

import base64
import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from sns_cli.adapters.git.commit import CommitDraft, Who, with_signature
from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import open_repository
from sns_cli.adapters.sshsig_signer import public_line, sign_with_key
from sns_cli.model.history import BlobId, CommitId
from tests.support.git_command import git
from tests.support.git_objects import Entry, MergeNeedsGitError, ObjectStore

START = dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))
TARGET = "Approval-Target"
BUILD = "refs/heads/main"


@dataclass(frozen=True)
class Person:
    """Somebody with an Ed25519 key made from the key of ``[people]``."""

    key: str
    role: str
    name: str
    email: str
    secret: Ed25519PrivateKey = field(repr=False)

    @property
    def who(self) -> Who:
        return Who(self.name, self.email)

    @property
    def sign_off(self) -> str:
        return f"{self.name} <{self.email}>"

    @property
    def public_key(self) -> str:
        return public_line(self.secret)

    @property
    def private_key(self) -> str:
        """The text of an OpenSSH private key file."""
        options = (Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
        return self.secret.private_bytes(*options).decode()

    def sign(self, payload: bytes) -> str:
        return sign_with_key(payload, self.secret)


@dataclass(frozen=True)
class Special:
    """A tree entry that is not a plain file: ``120000``, ``100755``, ``160000``."""

    mode: str
    content: bytes | str
    """For ``160000`` the commit id."""


Content = bytes | str | Special | None
"""A file's content; None deletes it."""
Signing = bool | Person | Callable[[bytes], str]
"""True: by the committer named ``by``; a person: with that key; a function: by it."""


@dataclass
class Story:
    """A library's repository being written.

    Attributes:
        folder: an empty folder to build in.
        repository: id for ``Approval-Target``; None writes no such trailer.
        remote: the bare repository; ``main`` and every branch are refs in it.
        now: time of the next commit; may be set.
    """

    folder: Path
    repository: str | None = "city/library"
    bulk: bool = False
    now: dt.datetime = START
    people: dict[str, Person] = field(default_factory=dict)
    tips: dict[str, CommitId] = field(default_factory=dict)
    raws: dict[str, bytes] = field(default_factory=dict)
    _trees: dict[str, str] = field(default_factory=dict)
    _parents: dict[str, tuple[CommitId, ...]] = field(default_factory=dict)
    _on_main: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.remote = self.folder / "remote.git"
        self.folder.mkdir(parents=True, exist_ok=True)
        git(self.folder, "init", "--quiet", "--bare", str(self.remote))
        with (self.remote / "config").open("a") as config:
            config.write("[uploadpack]\n\tallowFilter = true\n")
            config.write("\tallowAnySHA1InWant = true\n")
        self.store = ObjectStore(self.remote, self.bulk)

    # People and settings

    def person(
        self,
        key: str,
        role: str = "staff",
        name: str | None = None,
        email: str | None = None,
    ) -> Person:
        """Add somebody; ``settings`` will list them."""
        seed = hashlib.sha256(key.encode()).digest()
        secret = Ed25519PrivateKey.from_private_bytes(seed)
        email = email or f"{key}@lib.example.lg.jp"
        made = Person(key, role, name or f"人 {key}", email, secret)
        self.people[key] = made
        return made

    def settings(
        self,
        evidence: str = "signature",
        extra: str = "",
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

    def commit(
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
        tree = self.store.edited(tree, self._entries(files or {}))
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

    def merge(
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

    def raw_commit(self, content: bytes, on: str | None = "main") -> CommitId:
        """Store a commit object of any bytes and move ``on`` to it."""
        made = CommitId(self.store.write("commit", content))
        self.raws[made] = content
        lines = content.partition(b"\n\n")[0].decode("utf-8", "replace").split("\n")
        words = [line.split(" ") for line in lines]
        self._trees[made] = next(word[1] for word in words if word[0] == "tree")
        self._parents[made] = tuple(
            CommitId(word[1]) for word in words if word[0] == "parent"
        )
        if on is not None:
            self.move(on, made)
        return made

    def move(self, branch: str, commit: CommitId) -> None:
        """Point a branch at a commit, forward or back."""
        self.tips[branch] = commit
        ref = self.remote / "refs" / "heads" / branch
        ref.parent.mkdir(parents=True, exist_ok=True)
        ref.write_text(f"{commit}\n")

    def refresh(self) -> CommitId:
        """Take over what others pushed to main, and return its tip."""
        line = git(self.remote, "rev-parse", "refs/heads/main").decode().strip()
        self.tips["main"] = CommitId(line)
        return self.tips["main"]

    # Looking and cloning

    def raw(self, commit: CommitId) -> bytes:
        """Return a commit object's bytes."""
        if commit not in self.raws:
            self.flush()
            self.raws[commit] = git(self.remote, "cat-file", "commit", commit)
        return self.raws[commit]

    def tree(self, commit: CommitId) -> str:
        """Return the tree of a commit."""
        if commit not in self._trees:
            self._trees[commit] = self.raw(commit)[5:45].decode()
        return self._trees[commit]

    def blob(self, content: bytes | str) -> BlobId:
        """Store a blob and return its id."""
        return BlobId(self.store.write("blob", _bytes(content)))

    def flush(self) -> None:
        """Make everything written so far visible to git (needed with ``bulk``)."""
        self.store.flush()

    def history(self) -> GitHistory:
        """Return the history as the product reads it, from the bare repository."""
        self.flush()
        return GitHistory(open_repository(self.remote))

    def url(self) -> str:
        """Return the remote's address; over it a clone can be partial or shallow."""
        self.flush()
        return self.remote.resolve().as_uri()

    def clone(self, name: str, *, blobless: bool = False, bare: bool = False) -> Path:
        """Clone the remote into ``folder/name`` and return that folder."""
        options = ["--filter=blob:none", "--no-checkout"] if blobless else []
        if bare:
            options.append("--bare")
        target = self.folder / name
        git(self.folder, "clone", "--quiet", *options, self.url(), str(target))
        return target

    def ci_clone(self, name: str, introduction: CommitId) -> Path:
        """Clone as CI does: blob-less, shallow exactly at the introduction."""
        target = self.folder / name
        git(self.folder, "init", "--quiet", str(target))
        git(target, "remote", "add", "origin", self.url())
        fetch = ("fetch", "--quiet", "--filter=blob:none")
        git(target, *fetch, "--depth=1", "origin", introduction)
        git(target, *fetch, "origin", "main")
        git(target, "update-ref", "refs/heads/main", "FETCH_HEAD")
        return target

    def merged_tree(self, ours: CommitId, theirs: CommitId) -> str:
        """Return the tree of the clean merge."""
        base = self._merge_base(ours, theirs)
        if base is not None:
            trees = (self.tree(base), self.tree(ours), self.tree(theirs))
            try:
                return self.store.merged(*trees)
            except MergeNeedsGitError:
                pass
        self.flush()
        out = git(self.remote, "merge-tree", "--write-tree", ours, theirs)
        return out.decode().split("\n")[0]

    # Inside

    def _tick(self) -> dt.datetime:
        at = self.now
        self.now = at + dt.timedelta(minutes=1)
        return at

    def _entries(self, files: Mapping[str, Content]) -> dict[str, Entry | None]:
        return {path: self._entry(content) for path, content in files.items()}

    def _entry(self, content: Content) -> Entry | None:
        if content is None:
            return None
        if not isinstance(content, Special):
            return ("100644", self.blob(content))
        if content.mode == "160000":
            return (content.mode, _bytes(content.content).decode())
        return (content.mode, self.blob(content.content))

    def _signed(self, payload: bytes, by: Person, sign: Signing) -> bytes:
        if sign is False:
            return payload
        if sign is True:
            sign = by
        signer = sign.sign if isinstance(sign, Person) else sign
        return with_signature(payload, signer(payload))

    def _merge_base(self, ours: CommitId, theirs: CommitId) -> CommitId | None:
        """Return the one merge base, for a branch that left main in one place."""
        if ours != self.tips.get("main"):
            return None
        self._note_main(ours)
        found: set[CommitId] = set()
        seen: set[CommitId] = set()
        waiting = [theirs]
        while waiting:
            one = waiting.pop()
            if one in self._on_main:
                found.add(one)
            elif one not in seen:
                seen.add(one)
                waiting += self._parents.get(one, ())
        return found.pop() if len(found) == 1 else None

    def _note_main(self, tip: CommitId) -> None:
        waiting = [tip]
        while waiting:
            one = waiting.pop()
            if one not in self._on_main:
                self._on_main.add(one)
                waiting += self._parents.get(one, ())


def _bytes(content: bytes | str) -> bytes:
    return content.encode() if isinstance(content, str) else content


def key_bytes(public_key: str) -> bytes:
    """Return the binary form of a public key line."""
    return base64.b64decode(public_key.split(" ")[1])
