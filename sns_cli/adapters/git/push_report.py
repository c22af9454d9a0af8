"""What ``git push --porcelain`` says, as an outcome. Pure.

A line of the report is the only proof: the exit status also speaks of local trouble
after the remote has accepted, and silence may hide a push that was applied.
"""

import re
from typing import Final

from sns_cli.adapters.git.process import plain
from sns_cli.model.history import CommitId
from sns_cli.ports import PushOutcome, PushResult

_LOST: Final = (
    "fetch first",
    "non-fast-forward",
    "stale info",
    "cannot lock ref",
    "failed to update ref",
    "failed to lock",
    "incorrect old value",
    "remote ref updated since checkout",
    "reference already exists",
    "but expected",
)
"""Reasons that mean: the branch is not where it was when we looked."""
_NO_ANSWER: Final = (
    "remote failed to report status",
    "internal server error",
    "internal error",
    "timeout",
    "timed out",
)
_CLOSED: Final = (
    "marked as read only",
    "permission to",
    "permission denied",
    "access denied",
    "authentication failed",
    "could not read username",
    "could not read password",
    "returned error: 401",
    "returned error: 403",
)
"""Words with which a host closes the door before it has taken anything: a deploy key
without the right to write, a token that ended. They stand in no report."""
_LINE: Final = re.compile(r"^([ +\-*=!])\t[^\t]*:(\S+)\t(.*)$")


def read_report(commit: CommitId, target: str, out: str, err: str) -> PushOutcome:
    """Return what became of pushing ``commit`` to the ref ``target``.

    Args:
        commit: what was pushed. It must be ours alone (an event carries a nonce),
            since a remote that already holds it counts as accepted.
        target: full name of the ref, such as ``refs/heads/main``.
        out: standard output of ``git push --porcelain``.
        err: its standard error, with the remote's own words.
    """
    for line in out.splitlines():
        match = _LINE.match(line)
        if match and match[2] == target:
            return _outcome(commit, match[1], match[3], err)
    if _closed(err):
        # Should it be wrong, the next run finds what was applied: nothing is sent on a
        # refusal. Tried again for a minute, it would be no other.
        return PushOutcome(PushResult.REFUSED, detail=plain(err))
    return PushOutcome(PushResult.UNKNOWN, detail=plain(err))


def _outcome(commit: CommitId, flag: str, summary: str, err: str) -> PushOutcome:
    if flag in " *=":
        return PushOutcome(PushResult.ACCEPTED, commit)
    reason = summary.lower()
    if flag != "!" or any(word in reason for word in _NO_ANSWER):
        return PushOutcome(PushResult.UNKNOWN, detail=plain(f"{summary} {err}"))
    if any(word in reason for word in _LOST):
        return PushOutcome(PushResult.LOST, detail=plain(summary))
    return PushOutcome(PushResult.REFUSED, detail=plain(f"{summary} {_remote(err)}"))


def _closed(err: str) -> bool:
    """Tell whether the door was closed; what a hook says (``remote:``) is no proof."""
    lines = (line.strip().lower() for line in err.splitlines())
    said = [line for line in lines if not line.startswith("remote:")]
    return any(word in line for word in _CLOSED for line in said)


def _remote(err: str) -> str:
    """Return what the remote itself said, without git's progress and advice."""
    lines = (line.strip() for line in err.splitlines())
    words = (line[7:].strip() for line in lines if line.startswith("remote:"))
    return " / ".join(word for word in words if word)
