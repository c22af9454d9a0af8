"""A raw commit object, split strictly into what git signed and the signature.

Git itself is lenient: it drops ``gpgsig-sha256`` from the payload and reads the first
of two signatures, where libgit2 reads the other. A commit that two programs may read
differently is refused before anything it says is believed.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_PERSON: Final = rb"[^<>\n]*<([^<>\n]*)> ([0-9]{1,11}) [+-][0-9]{4}"
_FORM: Final = re.compile(
    rb"tree ([0-9a-f]+)\n"
    rb"((?:parent [0-9a-f]+\n)*)"
    rb"author " + _PERSON + rb"\n"
    rb"committer " + _PERSON + rb"\n"
    rb"(?:encoding (?:UTF-8|utf-8)\n)?"
    rb"(?:(gpgsig ([^\n]+(?:\n [^\n]*)*))\n)?"
    rb"\n"
)
"""The headers git writes, in git's order, each once; nothing else may stand there.

``mergetag``, ``gpgsig-sha256`` and whatever is unknown are left out on purpose.
"""


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
        MalformedCommitError: other headers than git's own, one of them twice or out of
            order, another encoding than UTF-8, a NUL byte, a person or a time that is
            not written as git writes it.
    """
    found = _FORM.match(raw)
    if found is None or b"\0" in raw:
        raise MalformedCommitError(_UNUSUAL)
    tree, parents, author, _, committer, seconds, header, armored = found.groups()
    payload, signature = raw, None
    if header is not None:
        start, end = found.span(_SIGNATURE_HEADER)
        payload = raw[:start] + raw[end + 1 :]
        signature = armored.replace(b"\n ", b"\n")
    try:
        return RawCommit(
            payload=payload,
            signature=None if signature is None else signature.decode("utf-8"),
            tree=tree.decode("ascii"),
            parents=tuple(parents.decode("ascii").split()[1::2]),
            author_email=author.decode("utf-8"),
            committer_email=committer.decode("utf-8"),
            committed_at=dt.datetime.fromtimestamp(int(seconds), dt.UTC),
            message=raw[found.end() :].decode("utf-8"),
        )
    except UnicodeDecodeError as error:
        raise MalformedCommitError(_NOT_UTF8) from error


_UNUSUAL: Final = "not in the form git writes"
_NOT_UTF8: Final = "not UTF-8"
_SIGNATURE_HEADER: Final = 7
"""Group of the whole ``gpgsig`` header, without its line end."""
