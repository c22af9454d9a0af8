"""``correct``, ``retract`` and ``withdraw``: what a person proposes about a post.

The first two write a new post file, the last removes one from the work tree. Nothing is
decided here: like every post, it takes effect when the director has approved it.
"""

import datetime as dt
import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import Repository, open_repository
from sns_cli.adapters.work_tree import read_posts
from sns_cli.bootstrap.drafting import draft_post, drafter
from sns_cli.bootstrap.folder import Folder
from sns_cli.errors import HistoryError, RefusedError, UsageError
from sns_cli.messages import Language, render
from sns_cli.model.event import EventName
from sns_cli.model.ledger import DeliveryState, Entry, Ledger
from sns_cli.model.post import BASIS_JA, CATEGORY_JA, Basis, Category, Post
from sns_cli.parse.post import id_of, parse_post
from sns_cli.pipeline.ledger import LedgerFiles, ledger_files, read_entries

_NEAR: Final = 3
_NOTE: Final = 400
"""Characters of the original that are shown beside ``corrects``."""
_APOLOGIES: Final = ("訂正", "お詫び")


@dataclass(frozen=True)
class Original:
    """A post that something is proposed about.

    Attributes:
        post: as it lies in the folder, or as it was published; None if unreadable.
        paths: the files that carry its id; none if it is only in ``archive/``.
        states: of its deliveries at the local ``HEAD``, by account.
        text: what went out, else what its file says.
    """

    id: str
    post: Post | None
    paths: tuple[str, ...] = ()
    states: Mapping[str, DeliveryState] = field(default_factory=dict)
    text: str = ""

    @property
    def title(self) -> str:
        """Its title, or its id."""
        return self.post.meta.title if self.post is not None else self.id

    @property
    def published(self) -> bool:
        """Whether it is public somewhere, as far as is known here."""
        return DeliveryState.PUBLISHED in self.states.values()

    @property
    def taken_down(self) -> bool:
        """Whether it went out and is nowhere public any more."""
        return DeliveryState.RETRACTED in self.states.values() and not self.published


@dataclass
class Shelf:
    """The posts of a folder and the ledger of its history.

    Attributes:
        repository: None outside git; then nothing counts as delivered.
        why_none: why there is no repository.
    """

    folder: Folder
    repository: Repository | None
    why_none: HistoryError | None = None

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """Paths of the post files by id."""
        found: dict[str, list[str]] = {}
        for path, content in self.posts.items():
            post_id = id_of(path, content, self.folder.settings.library.timezone)
            if post_id is not None:
                found.setdefault(post_id, []).append(path)
        return found

    @cached_property
    def posts(self) -> dict[str, bytes]:
        """Contents of the post files by path."""
        return dict(read_posts(self.folder.root).posts)

    @cached_property
    def ledger(self) -> LedgerFiles:
        """The events at ``HEAD``; none without git, or before the first change."""
        if self.repository is None:
            return LedgerFiles({}, Ledger())
        try:
            return ledger_files(GitHistory(self.repository), self.repository.head())
        except HistoryError as error:
            if error.code == "head-missing":
                return LedgerFiles({}, Ledger())
            raise

    def parsed(self, path: str) -> Post | None:
        """Return the post of a file, None if it has faults."""
        zone = self.folder.settings.library.timezone
        post = parse_post(path, self.posts[path], zone)
        return post if isinstance(post, Post) else None

    def original(self, post_id: str) -> Original:
        """Return the post of that id.

        Raises:
            UsageError: there is none.
        """
        paths = tuple(self.ids.get(post_id, ()))
        states = {
            key.account: delivery.state
            for key, delivery in self.ledger.ledger.deliveries.items()
            if key.post == post_id
        }
        if not paths and not states:
            raise self._unknown(post_id)
        receipt = self._receipt(post_id)
        post = self.parsed(paths[0]) if paths else self._archived(post_id, receipt)
        text = receipt.text("text") if receipt is not None else None
        body = post.body if post is not None else ""
        return Original(post_id, post, paths, states, text or body)

    def _unknown(self, post_id: str) -> UsageError:
        known = {*self.ids, *(key.post for key in self.ledger.ledger.deliveries)}
        near = difflib.get_close_matches(post_id, sorted(known), _NEAR)
        if near:
            return UsageError("post-unknown-near", id=post_id, near=", ".join(near))
        return UsageError("post-unknown", id=post_id)

    def _receipt(self, post_id: str) -> Entry | None:
        """Return the newest receipt of a post."""
        told = {
            name: blob
            for name, blob in self.ledger.blobs.items()
            if name.key.post == post_id and name.event is EventName.PUBLISHED
        }
        if self.repository is None or not told:
            return None
        entries = read_entries(GitHistory(self.repository), told)
        return max(entries, key=lambda entry: entry.n)

    def _archived(self, post_id: str, receipt: Entry | None) -> Post | None:
        """Return a post as it was published, from its receipt."""
        if receipt is None:
            return None
        parts = (receipt.text("source", one) for one in ("front_matter", "body"))
        front_matter, body = (part or "" for part in parts)
        content = f"---\n{front_matter.strip()}\n---\n{body}".encode()
        zone = self.folder.settings.library.timezone
        post = parse_post(f"posts/2000/01/{post_id}.md", content, zone)
        return post if isinstance(post, Post) else None


def open_shelf(folder: Folder) -> Shelf:
    """Return the posts of a folder, with its history if it has one."""
    try:
        return Shelf(folder, open_repository(folder.root))
    except HistoryError as error:
        return Shelf(folder, None, error)


def draft_correction(
    shelf: Shelf,
    original: Original,
    now: dt.datetime,
    language: Language,
    *,
    title: str | None = None,
    text: str | None = None,
) -> Path:
    """Write a post that corrects another, to be filled in, and return its path.

    Args:
        shelf: where.
        original: what was wrong.
        now: aware.
        language: of the skeleton.
        title: by default made of the original's.
        text: the whole text; by default a skeleton.

    Raises:
        SettingsError, UsageError: it cannot be written.
    """
    given = {"title": original.title}
    body = text or render("correction-body", language, {})
    if text is not None and not any(word in text for word in _APOLOGIES):
        body = f"【訂正】{text}"
    fields = {
        **_carried(shelf, original, Category.CORRECTION, language),
        "title": title or render("correction-title", language, given),
        "corrects": original.id,
    }
    shown = " ".join(original.text.split())[:_NOTE]
    notes = {"corrects": render("correction-note", language, {"text": shown})}
    slug = f"{original.id}-teisei"
    return draft_post(shelf.folder, fields, body, now, slug=slug, notes=notes)


def draft_retraction(
    shelf: Shelf,
    original: Original,
    now: dt.datetime,
    language: Language,
    reason: str | None = None,
) -> Path:
    """Write a post that asks for another to be taken down, and return its path.

    Raises:
        RefusedError: it was taken down already.
        SettingsError, UsageError: it cannot be written.
    """
    if original.taken_down:
        raise RefusedError("retraction-done", id=original.id)
    standing = _asked_already(shelf, original)
    if standing is not None:
        raise RefusedError("retraction-asked", id=original.id, path=standing)
    given = {"title": original.title}
    fields = {
        **_carried(shelf, original, Category.OTHER, language),
        "title": render("retraction-title", language, given),
        "retracts": original.id,
    }
    body = reason or render("retraction-body", language, {})
    slug = f"{original.id}-torisage"
    return draft_post(shelf.folder, fields, body, now, slug=slug)


def _asked_already(shelf: Shelf, original: Original) -> str | None:
    """Return the file that asks for the same already, wherever it is still public."""
    public = {
        account
        for account, state in original.states.items()
        if state is not DeliveryState.RETRACTED
    }
    for path in shelf.posts:
        post = shelf.parsed(path)
        if post is None or post.meta.retracts != original.id:
            continue
        if post.meta.accounts is None or public <= {*post.meta.accounts}:
            return path
    return None


def _carried(
    shelf: Shelf, original: Original, category: Category, language: Language
) -> dict[str, object]:
    """Return the fields that follow from the original: accounts, basis, drafter."""
    meta = original.post.meta if original.post is not None else None
    named = meta.accounts if meta is not None else tuple(original.states)
    if named is not None:
        # What it went out to once belongs to it, whatever its file says today.
        known = shelf.folder.settings.accounts
        named = tuple(one for one in {**dict.fromkeys(named), **original.states})
        named = tuple(one for one in named if one in known)
    basis = meta.basis if meta is not None else None
    return {
        "accounts": named,
        "category": CATEGORY_JA[category] if language == "ja" else category.value,
        "basis": _basis(basis, language),
        "source_url": meta.source_url if meta is not None else None,
        "announced": meta.announced if meta is not None else None,
        "drafted_by": drafter(shelf.folder),
    }


def _basis(basis: Basis | None, language: Language) -> str | None:
    if basis is None:
        return None
    return BASIS_JA[basis] if language == "ja" else basis.value
