"""Posts, pictures and used nonces in one SQLite file; they outlive the process."""

import contextlib
import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from sns_cli.errors import SettingsError

_EPOCH: Final = dt.datetime(2010, 11, 4, 1, 42, 54, 657_000, dt.UTC)
"""When X's ids begin: id = milliseconds since then, shifted by 22 bits."""

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS posts (
    id INTEGER PRIMARY KEY,          -- as X numbers posts; tells when it was made
    text TEXT NOT NULL,              -- exactly as received
    deleted INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS media (
    id INTEGER PRIMARY KEY,          -- as posts are numbered
    content BLOB NOT NULL,           -- exactly as received
    mime TEXT NOT NULL,
    alt TEXT
);
CREATE TABLE IF NOT EXISTS post_media (
    post INTEGER NOT NULL,
    place INTEGER NOT NULL,
    media INTEGER NOT NULL,
    PRIMARY KEY (post, place)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS nonces (
    nonce TEXT NOT NULL,
    at INTEGER NOT NULL,             -- oauth_timestamp, unix seconds
    PRIMARY KEY (nonce, at)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class StoredMedia:
    """A picture as received; it shows only on the posts that name it."""

    number: int
    content: bytes = field(repr=False)
    mime: str
    alt: str | None = None

    @property
    def media_id(self) -> str:
        """The id as the API writes it."""
        return str(self.number)

    @property
    def created_at(self) -> dt.datetime:
        """When it was accepted (aware, UTC, milliseconds)."""
        return _at(self.number)


@dataclass(frozen=True, slots=True)
class StoredPost:
    """A post as received; ``deleted`` ones are kept, and shown to nobody."""

    number: int
    text: str
    deleted: bool = False
    media: tuple[StoredMedia, ...] = ()

    @property
    def remote_id(self) -> str:
        """The id as the API writes it."""
        return str(self.number)

    @property
    def created_at(self) -> dt.datetime:
        """When it was accepted (aware, UTC, milliseconds)."""
        return _at(self.number)


class Store:
    """The database. One connection, one lock: calls come from many threads."""

    def __init__(self, database: Path) -> None:
        """Open or create the file.

        Raises:
            SettingsError: ``rehearsal-database-unusable``: no place to write, or
                another kind of file.
        """
        self._lock = threading.Lock()
        try:
            database.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(
                database, check_same_thread=False, isolation_level=None
            )
        except (OSError, sqlite3.Error) as error:
            raise _unusable(database) from error
        try:
            # Survives a killed process, which is what is rehearsed; not a power cut.
            self._db.execute("PRAGMA synchronous=OFF")
            self._db.executescript(_TABLES)
        except sqlite3.Error as error:
            self._db.close()
            raise _unusable(database) from error

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    def hold(self, content: bytes, mime: str, now: dt.datetime) -> StoredMedia:
        """Keep a picture under a new id."""
        with self._transaction():
            number = self._next("media", now)
            self._db.execute(
                "INSERT INTO media (id, content, mime) VALUES (?, ?, ?)",
                (number, content, mime),
            )
        return StoredMedia(number, content, mime)

    def describe(self, media_id: str, alt: str) -> None:
        """Note what a picture shows."""
        with self._lock:
            self._db.execute(
                "UPDATE media SET alt = ? WHERE id = ?", (alt, _number(media_id))
            )

    def media(self, media_id: str) -> StoredMedia | None:
        """Return a picture, None if there is none of that id."""
        with self._lock:
            row = self._db.execute(
                "SELECT id, content, mime, alt FROM media WHERE id = ?",
                (_number(media_id),),
            ).fetchone()
        return None if row is None else StoredMedia(*row)

    def _shown(self, number: int) -> tuple[StoredMedia, ...]:
        """Return the pictures of a post; the lock is held."""
        rows = self._db.execute(
            "SELECT m.id, m.content, m.mime, m.alt FROM post_media AS p"
            " JOIN media AS m ON m.id = p.media WHERE p.post = ? ORDER BY p.place",
            (number,),
        ).fetchall()
        return tuple(StoredMedia(*row) for row in rows)

    def _next(self, table: Literal["posts", "media"], now: dt.datetime) -> int:
        """Return a new id, later than all others; within a transaction."""
        last = self._db.execute(f"SELECT max(id) FROM {table}").fetchone()[0]  # noqa: S608  (one of two words)
        return max(_first_number(now), (last or 0) + 1)

    def add(
        self,
        text: str,
        now: dt.datetime,
        unlike: dt.timedelta,
        media: Sequence[StoredMedia] = (),
    ) -> StoredPost | None:
        """Keep a post under a new id, later than all others.

        None if the same text was made less than ``unlike`` ago and still shows. Looked
        up and written in one step, since the same text may come twice at once.
        """
        with self._transaction():
            first = _first_number(now - unlike)
            twin = self._db.execute(
                "SELECT 1 FROM posts WHERE text = ? AND id >= ? AND deleted = 0",
                (text, first),
            ).fetchone()
            if twin is not None:
                return None
            number = self._next("posts", now)
            self._db.execute(
                "INSERT INTO posts (id, text) VALUES (?, ?)", (number, text)
            )
            self._db.executemany(
                "INSERT INTO post_media (post, place, media) VALUES (?, ?, ?)",
                [(number, place, one.number) for place, one in enumerate(media)],
            )
        return StoredPost(number, text, media=tuple(media))

    def delete(self, remote_id: str) -> bool:
        """Hide a post; False if there is no such post to be seen."""
        with self._lock:
            done = self._db.execute(
                "UPDATE posts SET deleted = 1 WHERE id = ? AND deleted = 0",
                (_number(remote_id),),
            )
            return done.rowcount == 1

    def newest(
        self,
        most: int,
        before: int | None = None,
        since: dt.datetime | None = None,
    ) -> Sequence[StoredPost]:
        """Return the posts that show, newest first.

        Args:
            most: at most so many.
            before: only ids smaller than this one.
            since: only posts made at or after this time.
        """
        first = 0 if since is None else _first_number(since)
        with self._lock:
            rows = self._db.execute(
                "SELECT id, text FROM posts WHERE deleted = 0 AND id >= ? AND id < ?"
                " ORDER BY id DESC LIMIT ?",
                (first, 1 << 62 if before is None else before, most),
            ).fetchall()
            return [
                StoredPost(number, text, media=self._shown(number))
                for number, text in rows
            ]

    def everything(self) -> Sequence[StoredPost]:
        """Return all posts ever accepted, oldest first."""
        with self._lock:
            rows = self._db.execute(
                "SELECT id, text, deleted FROM posts ORDER BY id"
            ).fetchall()
            return [
                StoredPost(number, text, bool(gone), self._shown(number))
                for number, text, gone in rows
            ]

    def remember_nonce(self, nonce: str, at: int) -> bool:
        """Note a nonce for good; False if it was used before with this timestamp."""
        with self._lock:
            done = self._db.execute(
                "INSERT OR IGNORE INTO nonces (nonce, at) VALUES (?, ?)", (nonce, at)
            )
            return done.rowcount == 1

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._lock, self._db:
            self._db.execute("BEGIN IMMEDIATE")
            yield


def _at(number: int) -> dt.datetime:
    return _EPOCH + dt.timedelta(milliseconds=number >> 22)


def _first_number(at: dt.datetime) -> int:
    """Return the smallest id a post made at this time can have."""
    return max(0, (at - _EPOCH) // dt.timedelta(milliseconds=1) << 22)


def _number(remote_id: str) -> int:
    fits = remote_id.isascii() and remote_id.isdecimal() and len(remote_id) < 20  # noqa: PLR2004  (64 bits)
    return int(remote_id) if fits and int(remote_id) < 1 << 63 else -1


def _unusable(database: Path) -> SettingsError:
    return SettingsError("rehearsal-database-unusable", path=str(database))
