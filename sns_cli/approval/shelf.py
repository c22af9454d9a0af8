"""Contents of git objects that judgements need, each read once.

What will be needed is asked for beforehand in few rounds, since in a clone without
blobs every round is a trip to the remote.
"""

import hashlib
from collections.abc import Callable, Iterable
from typing import Final

from sns_cli.approval.paths import month_folder
from sns_cli.model.finding import Fault
from sns_cli.model.history import GITLINK, REGULAR, BlobId, Chain, Change, Commit
from sns_cli.model.paths import POSTS, SETTINGS
from sns_cli.model.post import Post, is_post_path
from sns_cli.model.settings import Settings
from sns_cli.parse.post import id_of, parse_post
from sns_cli.parse.settings import parse_settings
from sns_cli.ports import Blobs

_GRANT: Final = b"\nGrant: "
_CONTENT: Final = b"\nApproved-Content: "
_TEXTS_AT_ONCE: Final = 1000
_FILES_AT_ONCE: Final = 16


class Shelf:
    """Reads blobs through the port and remembers what was made of them.

    Texts that were asked for beforehand are kept; of all other files only the digest.
    """

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._texts: dict[BlobId, bytes] = {}
        self._digests: dict[BlobId, str] = {}
        self._settings: dict[BlobId, Settings | tuple[Fault, ...]] = {}
        self._ids: dict[BlobId, str | None] = {}
        self._posts: dict[tuple[str, BlobId, str], Post | None] = {}

    def prepare(
        self,
        chain: Chain,
        commits: Iterable[Commit],
        content: Callable[[Commit], bool],
    ) -> None:
        """Read beforehand what judging ``commits`` of ``chain`` will need.

        Args:
            chain: holds the commits and the ones before them.
            commits: to be judged.
            content: tells of which commits ``Approved-Content`` will be compared.
        """
        texts: list[BlobId] = []
        folders: set[str] = set()
        digests: list[Change] = []
        for commit in commits:
            message = commit.raw
            for change in commit.changes:
                if change.path == SETTINGS:
                    texts += _present(change)
            if _GRANT in message:
                folders.update(month_folder(change.path) for change in commit.changes)
            if _CONTENT in message and content(commit):
                digests += commit.changes
        if folders:
            texts += _post_texts(chain, folders)
        self.read_texts(texts)
        self.read_digests(digests)

    def settings(self, blob: BlobId) -> Settings | tuple[Fault, ...]:
        """Return the settings a blob spells, or the faults of its form."""
        if blob not in self._settings:
            self._settings[blob] = parse_settings(self.text(blob))
        return self._settings[blob]

    def post(self, path: str, blob: BlobId, timezone: str) -> Post | None:
        """Return the post a blob spells, None if it is of another form."""
        key = (path, blob, timezone)
        if key not in self._posts:
            post = parse_post(path, self.text(blob), timezone)
            self._posts[key] = post if isinstance(post, Post) else None
        return self._posts[key]

    def post_id(self, path: str, blob: BlobId, timezone: str) -> str | None:
        """Return the id of the post a blob spells, None if it cannot be read."""
        if blob not in self._ids:
            self._ids[blob] = id_of(path, self.text(blob), timezone)
        return self._ids[blob]

    def sha256(self, blob: BlobId) -> str:
        """Return the SHA-256 of a blob's content in hex."""
        if blob not in self._digests:
            self._digests[blob] = _sha256(self._blobs.read([blob])[blob])
        return self._digests[blob]

    def text(self, blob: BlobId) -> bytes:
        """Return a blob's content."""
        if blob not in self._texts:
            self._texts.update(self._blobs.read([blob]))
        return self._texts[blob]

    def read_texts(self, wanted: Iterable[BlobId]) -> None:
        """Read blobs beforehand, in one round trip."""
        missing = dict.fromkeys(blob for blob in wanted if blob not in self._texts)
        if missing:
            self._texts.update(self._blobs.read(missing))

    def read_digests(self, changes: Iterable[Change]) -> None:
        """Read beforehand what ``Approved-Content`` of these changes is made of.

        Texts in large batches, images in small ones: memory stays bounded.
        """
        texts: dict[BlobId, None] = {}
        files: dict[BlobId, None] = {}
        for change in changes:
            blob = change.new_blob
            if not change.path.startswith(POSTS) or change.new_mode == GITLINK:
                continue
            if blob is not None and blob not in self._digests:
                (texts if change.path.endswith(".md") else files)[blob] = None
        for batch, size in (
            (list(texts), _TEXTS_AT_ONCE),
            (list(files), _FILES_AT_ONCE),
        ):
            for start in range(0, len(batch), size):
                contents = self._blobs.read(batch[start : start + size])
                for blob, content in contents.items():
                    self._digests[blob] = _sha256(content)


def _present(change: Change) -> list[BlobId]:
    """Return the blob a change leaves, if it is a plain file."""
    if change.new_mode != REGULAR or change.new_blob is None:
        return []
    return [change.new_blob]


def _post_texts(chain: Chain, folders: set[str]) -> list[BlobId]:
    """Return every version of every post in these folders up to the chain's end."""
    texts = [
        entry.blob
        for entry in chain.introduced
        if entry.mode == REGULAR and _is_post_in(entry.path, folders)
    ]
    for commit in chain.commits:
        for change in commit.changes:
            if _is_post_in(change.path, folders):
                texts += _present(change)
    return texts


def _is_post_in(path: str, folders: set[str]) -> bool:
    return is_post_path(path) and month_folder(path) in folders


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
