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


def _remote(err: str) -> str:
    """Return what the remote itself said, without git's progress and advice."""
    lines = (line.strip() for line in err.splitlines())
    words = (line[7:].strip() for line in lines if line.startswith("remote:"))
    return " / ".join(word for word in words if word)
