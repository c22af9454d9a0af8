"""A raw commit object, split strictly into what git signed and the signature.

Git itself is lenient: it drops ``gpgsig-sha256`` from the payload and reads the first
of two signatures, where libgit2 reads the other. A commit that two programs may read
differently is refused before anything it says is believed.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final, NoReturn

_ORDER: Final = ("tree", "parent", "author", "committer", "encoding")
_LONGEST_SECONDS: Final = 11
_ZONE_LENGTH: Final = 5


class MalformedCommitError(ValueError):
    """The object is not a commit of the one form we accept."""


@dataclass(frozen=True, slots=True)
class RawCommit:
    """What a commit object says, nothing of it believed yet.

    Attributes:
        payload: the bytes that a signature covers: everything but the signature.
        signature: the armored text of ``gpgsig``; None for an unsigned commit.
        committed_at: aware, UTC; chosen by the committer.
        message: the text after the headers.
    """

    payload: bytes
    signature: str | None
    tree: str
    parents: tuple[str, ...]
    author_email: str
    committer_email: str
    committed_at: dt.datetime
    message: str


def split_commit(raw: bytes) -> RawCommit:
    """Split a commit object.

    Raises:
        MalformedCommitError: unknown, repeated or misplaced headers (``mergetag`` and
            ``gpgsig-sha256`` are unknown on purpose), another encoding than UTF-8, a
            time or a person that is not written as git writes it.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        _fail("not UTF-8")
    head, separator, message = text.partition("\n\n")
    if not separator:
        _fail("no message")
    if "\0" in text:
        _fail("NUL byte")
    headers, signature = _headers(head)
    one = {key: value for key, value in headers if key != "parent"}
    if one.get("encoding", "UTF-8").upper() != "UTF-8":
        _fail("another encoding than UTF-8")
    author_email, _ = _person(one["author"])
    committer_email, committed_at = _person(one["committer"])
    return RawCommit(
        payload=raw if signature is None else _payload(text, head),
        signature=signature,
        tree=one["tree"],
        parents=tuple(value for key, value in headers if key == "parent"),
        author_email=author_email,
        committer_email=committer_email,
        committed_at=committed_at,
        message=message,
    )


def _headers(head: str) -> tuple[list[tuple[str, str]], str | None]:
    """Return the headers in their one order, and the signature apart from them."""
    plain, mark, armored = head.partition("\ngpgsig ")
    signature = _unfold(armored) if mark else None
    headers: list[tuple[str, str]] = []
    place = 0
    for line in plain.split("\n"):
        key, space, value = line.partition(" ")
        rank = _ORDER.index(key) if key in _ORDER else -1
        repeated = rank == place and key != "parent" and bool(headers)
        if not space or not value or rank < place or repeated:
            _fail("unknown, repeated or misplaced header")
        place = rank
        headers.append((key, value))
    names = {key for key, _ in headers}
    if not {"tree", "author", "committer"} <= names:
        _fail("header missing")
    return headers, signature


def _unfold(armored: str) -> str:
    first, *rest = armored.split("\n")
    if any(not line.startswith(" ") for line in rest):
        _fail("header after the signature")
    return "\n".join([first, *(line[1:] for line in rest)])


def _payload(text: str, head: str) -> bytes:
    plain = head[: head.index("\ngpgsig ")]
    return (plain + text[len(head) :]).encode("utf-8")


def _person(line: str) -> tuple[str, dt.datetime]:
    """Return address and time of ``name <address> seconds zone``."""
    who, seconds, zone = [*line.rsplit(" ", 2), "", ""][:3]
    _, opened, address = who.partition("<")
    usual = (
        bool(opened)
        and address.endswith(">")
        and address.count(">") == 1
        and "<" not in address
        and seconds.isascii()
        and seconds.isdigit()
        and len(seconds) <= _LONGEST_SECONDS
        and len(zone) == _ZONE_LENGTH
        and zone[0] in "+-"
        and zone[1:].isascii()
        and zone[1:].isdigit()
    )
    if not usual:
        _fail("person or time written unusually")
    return address[:-1], dt.datetime.fromtimestamp(int(seconds), dt.UTC)


def _fail(why: str) -> NoReturn:
    raise MalformedCommitError(why)
