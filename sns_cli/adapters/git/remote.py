"""The remote repository: fetching branches from it and pushing to them."""

import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sns_cli.adapters.git.process import NETWORK_TIMEOUT, Done, plain
from sns_cli.adapters.git.push_report import read_report
from sns_cli.adapters.git.repository import Repository
from sns_cli.errors import HistoryError, RemoteError
from sns_cli.model.history import CommitId
from sns_cli.ports import PushOutcome

_FETCH: Final = (
    "fetch",
    "--quiet",
    "--no-tags",
    "--no-prune",
    "--no-write-fetch-head",
    "--no-auto-maintenance",
    "--no-recurse-submodules",
    "--no-show-forced-updates",
    "--refmap=",
)
PEEK_TIMEOUT: Final = 12.0
"""Seconds after which a look at the tip is given up; it is only a look."""
_OID: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_ATTEMPTS: Final = 6
_BUSY: Final = ("shallow.lock", "shallow file has changed")
"""Git's words when two processes of one clone move its shallow boundary at once."""


@dataclass(frozen=True)
class Remote:
    """A remote of a repository; several processes may share the clone.

    Attributes:
        name: the remote's name in the repository's settings.
        timeout: seconds after which git is killed.
    """

    repository: Repository
    name: str = "origin"
    timeout: float = NETWORK_TIMEOUT

    def fetch(self, branch: str) -> CommitId:
        """Fetch one branch and return its tip.

        Only objects arrive: no branch, tag, ``FETCH_HEAD`` or work tree is touched.
        A name of our own holds the tip for as long as it takes to read it, so that
        runs which share a clone cannot read each other's answers.

        Raises:
            RemoteError: ``remote-missing``, ``remote-unreachable``, ``main-missing``.
        """
        self._require()
        mine = f"refs/sns/run/{secrets.token_hex(8)}"
        refspec = f"+refs/heads/{branch}:{mine}"
        done = self._run_fetch(refspec)
        if done.status != 0:
            raise self._no_fetch(branch, done)
        tip = self.repository.find(mine)
        if tip is None:
            raise self._no_fetch(branch, done)
        # No harm if it stays: nobody reads it, and the objects are wanted anyway.
        self.repository.git.run("update-ref", "-d", mine)
        return tip

    def peek(self, branch: str) -> CommitId | None:
        """Ask for a branch's tip and fetch nothing; None if no answer comes.

        Whoever acts on it fetches and proves: this only says that there is news.
        """
        done = self.repository.git.run(
            "ls-remote",
            "--quiet",
            "--",
            self.name,
            f"refs/heads/{branch}",
            timeout=min(self.timeout, PEEK_TIMEOUT),
        )
        tip = done.out.partition(b"\t")[0].decode("ascii", "replace")
        return CommitId(tip) if done.status == 0 and _OID.fullmatch(tip) else None

    def fetch_open(self, main: CommitId) -> Mapping[str, CommitId]:
        """Fetch every branch, and return those that ``main`` does not hold yet.

        As :meth:`fetch`, only objects arrive.

        Args:
            main: tip of main.

        Returns:
            Tips by name, in git's order of names.

        Raises:
            HistoryError: ``git-failed``.
            RemoteError: as :meth:`fetch`.
        """
        self._require()
        mine = f"refs/sns/run/{secrets.token_hex(8)}/"
        done = self._run_fetch(f"+refs/heads/*:{mine}*")
        if done.status != 0:
            raise self._no_fetch("*", done)
        git = self.repository.git
        every = git.output("for-each-ref", "--format=%(refname)", mine)
        listed = ("--format=%(objectname) %(refname)", f"--no-merged={main}", mine)
        lines = git.output("for-each-ref", *listed).decode("utf-8", "surrogateescape")
        gone = b"".join(b"delete %s\n" % name for name in every.splitlines())
        git.output("update-ref", "--stdin", stdin=gone)
        pairs = (line.split(" ", 1) for line in lines.splitlines())
        return {name.removeprefix(mine): CommitId(tip) for tip, name in pairs}

    def branch_tip(self, branch: str) -> CommitId:
        """Return the tip of a branch of the remote, else of the local one.

        Raises:
            HistoryError: ``revision-unknown``.
            RemoteError: ``remote-missing``, ``remote-unreachable``.
        """
        git = self.repository.git
        if git.run("check-ref-format", f"refs/heads/{branch}").status != 0:
            raise HistoryError("revision-unknown", name=plain(branch))
        try:
            return self.fetch(branch)
        except RemoteError as error:
            if error.code != "main-missing":
                raise
        found = self.repository.find(f"refs/heads/{branch}")
        if found is None:
            raise HistoryError("revision-unknown", name=plain(branch))
        return found

    def push(self, commit: CommitId, branch: str) -> PushOutcome:
        """Push ``commit`` to a branch, never by force; see :func:`read_report`.

        Raises:
            RemoteError: ``remote-missing``.
        """
        self._require()
        target = f"refs/heads/{branch}"
        options = ("--porcelain", "--no-verify", "--no-force")
        refspec = f"{commit}:{target}"
        done = self.repository.git.run(
            "push", *options, "--", self.name, refspec, timeout=self.timeout
        )
        out = done.out.decode("utf-8", "replace")
        return read_report(commit, target, out, done.err)

    def _run_fetch(self, refspec: str) -> Done:
        arguments = (*_FETCH, "--", self.name, refspec)
        git = self.repository.git
        done = git.run(*arguments, timeout=self.timeout)
        for attempt in range(_ATTEMPTS):
            if done.status == 0 or not any(word in done.err for word in _BUSY):
                break
            # Whoever holds the lock may wait for a turn on a busy machine.
            time.sleep(0.05 * 2**attempt)
            done = git.run(*arguments, timeout=self.timeout)
        return done

    def _require(self) -> None:
        key = f"remote.{self.name}.url"
        if self.repository.git.run("config", "--get-all", key).status != 0:
            raise RemoteError("remote-missing", remote=self.name)

    def _no_fetch(self, branch: str, done: Done) -> RemoteError:
        if "couldn't find remote ref" in done.err:
            return RemoteError("main-missing", remote=self.name, branch=plain(branch))
        detail = plain(done.err) or f"exit {done.status}"
        return RemoteError("remote-unreachable", remote=self.name, detail=detail)
