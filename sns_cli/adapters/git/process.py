"""Running git: its options, its environment, its time limits, its words.

Every run has hooks, file monitors, automatic housekeeping and replace refs off, speaks
English, never asks at a terminal, and reads no attributes of a work tree, so that the
same objects give the same answer on every machine.
"""

import os
import re
import sys
import tempfile
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sns_cli.adapters.git.environment import scrub_environment
from sns_cli.errors import HistoryError

if TYPE_CHECKING:
    from git.cmd import Git

__all__ = [
    "NETWORK_TIMEOUT",
    "Done",
    "GitProcess",
    "failed",
    "plain",
    "scrub_environment",
]

NETWORK_TIMEOUT: Final = 120.0
"""Seconds after which a command that talks to a remote is killed."""

_OPTIONS: Final = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "protocol.ext.allow=never",
    "gc.auto=0",
    "maintenance.auto=false",
    "core.quotepath=false",
    "core.attributesFile=/dev/null",
    "core.commitGraph=true",
    "core.warnAmbiguousRefs=false",
    "color.ui=false",
    "i18n.commitEncoding=UTF-8",
    "i18n.logOutputEncoding=UTF-8",
    "fetch.writeCommitGraph=false",
    "push.gpgSign=false",
    "push.followTags=false",
    "push.recurseSubmodules=no",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "merge.renames=true",
    "merge.renameLimit=7000",
    "merge.directoryRenames=conflict",
    "merge.renormalize=false",
    "merge.default=text",
    "diff.renames=true",
    "diff.renameLimit=1000",
    "diff.algorithm=histogram",
)
"""The limits of renames are git's own defaults (git-config, 2.39), written down so that
a machine that sets others still sees the same merges as clean. So are the encodings:
names in another one would be taken for other names. Without the warning about names
that look like ids, an id costs ``merge-tree`` no look at twelve files."""
_ENVIRONMENT: Final[Mapping[str, str]] = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TRACE": "0",
    "GIT_TRACE_CURL": "0",
    "GIT_TRACE_PACKET": "0",
    "GIT_TRACE2": "0",
    "GIT_TRACE2_EVENT": "0",
    "GIT_TRACE2_PERF": "0",
}
_USERINFO: Final = re.compile(r"//\S*@")
"""As far as it may go: a password with ``/`` in it spoils an address, and git then
repeats the whole of it."""
_QUERY: Final = re.compile(r"(://[^\s?#'\"]+)[?#][^\s'\"]*")
_KILLED: Final = -9
_LONGEST: Final = 300


def plain(text: str) -> str:
    """Return words of git or of a remote so that they can be shown.

    Credentials and queries of URLs are removed, control and formatting characters
    become spaces, and at most 300 characters are kept.
    """
    text = _QUERY.sub(r"\1", _USERINFO.sub("//", text))
    shown = "".join(
        " " if unicodedata.category(one) in _UNSHOWN else one for one in text
    )
    return " ".join(shown.split())[:_LONGEST]


_UNSHOWN: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Done:
    """What a git process came to.

    Attributes:
        status: exit status, negative when a signal ended it.
        out: standard output, exactly.
        err: standard error; not fit to be shown, see :func:`plain`.
        timed_out: it was killed for taking too long.
    """

    status: int
    out: bytes
    err: str
    timed_out: bool = False


class GitProcess:
    """Git, run in one folder.

    Args:
        folder: where git starts.
        options: further options before the command, such as ``--git-dir``.
    """

    def __init__(self, folder: Path, options: tuple[str, ...] = ()) -> None:
        self._git = _git_in(folder)
        settings = tuple(word for one in _OPTIONS for word in ("-c", one))
        self._prefix = ("git", *options, *settings)

    def run(
        self,
        *arguments: str,
        stdin: bytes | None = None,
        env: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Done:
        """Run git and return what it came to, whatever that is.

        Args:
            arguments: options before the command (``-c``), the command, its arguments.
            stdin: what it reads; None for nothing.
            env: added to the environment.
            timeout: seconds until it and its children are killed.

        Raises:
            HistoryError: ``git-missing``.
        """
        from git.exc import GitCommandNotFound  # noqa: PLC0415  (see _git_in)

        with tempfile.TemporaryFile() as source:
            # A file and not a pipe: git may answer before it has read everything.
            source.write(stdin or b"")
            source.seek(0)
            try:
                status, out, err = self._git.execute(
                    [*self._prefix, *arguments],
                    istream=source,
                    with_extended_output=True,
                    with_exceptions=False,
                    stdout_as_string=False,
                    strip_newline_in_stdout=False,
                    kill_after_timeout=None if sys.platform == "win32" else timeout,
                    env={**_ENVIRONMENT, **(env or {})},
                )
            except GitCommandNotFound as error:
                raise HistoryError("git-missing") from error
        killed = status == _KILLED and err.startswith("Timeout: the command")
        return Done(status, out, err, killed)

    def setting(self, name: str) -> str | None:
        """Return what git's settings say of a name (``user.email``); None for nothing.

        Raises:
            HistoryError: ``git-missing``.
        """
        done = self.run("config", "--get", name)
        return done.out.decode("utf-8", "replace").strip() or None

    def output(
        self,
        *arguments: str,
        stdin: bytes | None = None,
        env: Mapping[str, str] | None = None,
    ) -> bytes:
        """Run git and return its standard output.

        Raises:
            HistoryError: ``git-missing``, or ``git-failed`` with what git says.
        """
        done = self.run(*arguments, stdin=stdin, env=env)
        if done.status != 0:
            raise failed(arguments, done)
        return done.out


def failed(arguments: tuple[str, ...], done: Done) -> HistoryError:
    """Return the error that says which command failed and in which words."""
    command = _command(arguments)
    if done.timed_out:
        return HistoryError(
            "git-timeout", command=command, seconds=int(NETWORK_TIMEOUT)
        )
    detail = plain(done.err) or f"exit {done.status}"
    return HistoryError("git-failed", command=command, detail=detail)


def _command(arguments: tuple[str, ...]) -> str:
    words = iter(arguments)
    for word in words:
        if word == "-c":
            next(words, None)
        elif not word.startswith("-"):
            return word
    return ""


def _git_in(folder: Path) -> "Git":
    try:
        # Importing GitPython runs git: without git that must be our error, and
        # commands that never need git must not pay for it.
        from git.cmd import Git  # noqa: PLC0415
    except ImportError as error:
        raise HistoryError("git-missing") from error
    return Git(os.fspath(folder))
