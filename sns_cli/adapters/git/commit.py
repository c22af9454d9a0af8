"""Commit objects as bytes: built exactly, read tolerantly. Pure.

Reading is tolerant because one malformed commit must not blind us to the others; what
makes a commit acceptable is judged by ``approval`` from the same bytes.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sns_cli.model.history import Change, Commit, CommitId

_UNFIT: Final = str.maketrans("", "", "<>\n\r\0")
_END_OF_TIME: Final = dt.datetime.max.replace(tzinfo=dt.UTC)
_EPOCH: Final = dt.datetime.fromtimestamp(0, dt.UTC)


@dataclass(frozen=True, slots=True)
class Who:
    """The name and the address written into a commit."""

    name: str
    email: str

    def line(self, at: dt.datetime) -> bytes:
        """Return ``name <email> seconds +0000``; ``at`` must be aware."""
        name = self.name.translate(_UNFIT).strip()
        email = self.email.translate(_UNFIT).strip()
        text = f"{name} <{email}> {int(at.timestamp())} {at:%z}"
        return text.encode("utf-8", "surrogateescape")


@dataclass(frozen=True, slots=True)
class CommitDraft:
    """Everything a commit says, before it is signed.

    Attributes:
        at: time of author and committer (aware, whole seconds).
    """

    tree: str
    parents: tuple[CommitId, ...]
    author: Who
    committer: Who
    at: dt.datetime
    message: str

    def payload(self) -> bytes:
        """Return the commit object without a signature: what is signed."""
        lines = [b"tree " + self.tree.encode()]
        lines += [b"parent " + parent.encode() for parent in self.parents]
        lines.append(b"author " + self.author.line(self.at))
        lines.append(b"committer " + self.committer.line(self.at))
        text = self.message.encode("utf-8", "surrogateescape")
        return b"\n".join(lines) + b"\n\n" + text


def with_signature(payload: bytes, armored: str) -> bytes:
    """Return the commit object with ``armored`` as its ``gpgsig`` header."""
    headers, _, message = payload.partition(b"\n\n")
    value = armored.strip("\n").replace("\n", "\n ")
    return headers + b"\ngpgsig " + value.encode() + b"\n\n" + message


def parse_commit(
    commit_id: CommitId, raw: bytes, changes: tuple[Change, ...]
) -> Commit:
    """Return a commit from its object's bytes and its changes.

    A time that cannot be read counts as 1970, one beyond year 9999 as the end of time:
    either is refused for its time by whoever judges the commit.
    """
    headers, _, message = raw.partition(b"\n\n")
    lines = headers.split(b"\n")
    parents: list[CommitId] = []
    place = 1
    while place < len(lines) and lines[place].startswith(b"parent "):
        parents.append(CommitId(lines[place][7:].decode("ascii", "replace")))
        place += 1
    author_email, _ = _who(lines, place, b"author ")
    email, seconds = _who(lines, place + 1, b"committer ")
    return Commit(
        id=commit_id,
        parents=tuple(parents),
        tree=lines[0][5:].decode("ascii", "replace"),
        raw=raw,
        author_email=author_email,
        committer_email=email,
        committed_at=_instant(seconds),
        message=message.decode("utf-8", "surrogateescape"),
        changes=changes,
    )


def hides_parents(raw: bytes) -> bool:
    """Tell whether a commit names parents where git does not look for them.

    Git reads parents right after the first ``tree`` and nowhere else: behind a second
    ``tree`` or the author they are as good as not there, and history ends.
    """
    headers = raw.partition(b"\n\n")[0]
    seen = len(parse_commit(CommitId(""), raw, ()).parents)
    return headers.count(b"\nparent ") > seen


def _who(lines: list[bytes], place: int, header: bytes) -> tuple[str, bytes]:
    """Return address and seconds, split where git itself splits."""
    if place >= len(lines) or not lines[place].startswith(header):
        return "", b""
    rest = lines[place][len(header) :].partition(b"<")[2]
    email, _, _ = rest.partition(b">")
    seconds = rest.rpartition(b">")[2].strip().partition(b" ")[0]
    return email.decode("utf-8", "surrogateescape"), seconds


def _instant(seconds: bytes) -> dt.datetime:
    if not seconds.isdigit():
        return _EPOCH
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return _END_OF_TIME
