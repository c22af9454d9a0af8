"""A whole library on this machine: remote, people, a clone, a service, real processes.

    with Library(tmp_path) as library:
        library.approve(post("kyukan", "12月1日は休館です。"))
        run = library.publish()
        assert run.states == {"kyukan": "published"}
        assert library.sent() == ["12月1日は休館です。"]

Histories are told by :class:`~tests.support.git_story.Story`; commands are child
processes in an environment built from nothing. ``--at`` takes runs to an open day far
ahead, so that nothing depends on when the tests are run. After a run has written to
``main``, what is told next is dated like its newest commit, since a commit may neither
be older than the one before nor lie in the future.
"""

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sns_cli.adapters.rehearsal import RehearsalServer
from sns_cli.adapters.rehearsal.faults import fault_of
from sns_cli.model.history import CommitId
from tests.support.forks import Forked, start_forked
from tests.support.git_command import git
from tests.support.git_story import Content, Person, Story
from tests.support.library_files import (
    HANDLE,
    post_path,
    publishing,
    settings,
    x_variables,
)
from tests.support.runs import Run


@dataclass
class Library:
    """A library that stands ready; nothing is approved yet.

    Attributes:
        folder: where to build; empty or missing.
        extra: appended to ``sns.toml``.
        accounts: keys of ``[accounts]``, each with a service of its own.
        limits: lines put into every account.
    """

    folder: Path
    extra: str = ""
    accounts: Sequence[str] = ("x",)
    limits: str = ""
    files: Mapping[str, Content] = field(default_factory=dict)
    servers: dict[str, RehearsalServer] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.story = Story(self.folder / "story")
        self.kancho = self.story.person("kancho", "director", "図書館長")
        self.tanto = self.story.person("tanto", "staff", "広報担当")
        self.joho = self.story.person("joho", "maintainer", "情報担当")
        self.robot = self.story.person("robot", "publisher", "公開係")
        self.introduction = self.story.introduce(self.settings(), self.files)
        self.home = self.folder / "home"
        self.home.mkdir()
        self.clone = self.story.clone("ci")
        for account in self.accounts:
            self.restart(account, f"{account}.sqlite")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for server in self.servers.values():
            server.stop()

    def restart(self, account: str, database: str) -> None:
        """Start the service of an account; its posts are in that file."""
        path = self.folder / database
        self.servers[account] = RehearsalServer(path, handle=HANDLE)

    # What people do

    def settings(self, extra: str = "", **changes: str) -> str:
        """Return ``sns.toml`` as it was introduced, with ``extra`` at its end."""
        text = settings(self.story.people.values(), self.accounts, self.limits)
        for old, new in changes.items():
            text = text.replace(old, new)
        return f"{text}{self.extra}{extra}"

    def approve(self, *posts: str, **files: Content) -> CommitId:
        """Have staff propose posts (and files, by path) and the director approve."""
        held: dict[str, Content] = {post_path(text): text for text in posts}
        return self.merge({**held, **files})

    def merge(
        self, files: Mapping[str, Content], by: Person | None = None, *trailers: str
    ) -> CommitId:
        """Have staff propose files and somebody (the director) approve."""
        by = by or self.kancho
        at = self._catch_up()
        name = f"an-{len(self.story.tips)}"
        base = self.story.head
        self.story.commit(
            files,
            self.tanto,
            "案",
            trailers=[],
            parents=(base,),
            sign=False,
            on=name,
            at=at,
        )
        block = self.story.trailers(by, *trailers)
        return self.story.merge(name, by, block, at=at)

    def push(
        self,
        files: Mapping[str, Content],
        by: Person | None = None,
        message: str = "変更",
        *,
        signed: bool = False,
        trailers: Sequence[str] | None = None,
    ) -> CommitId:
        """Have somebody (staff) put files onto main directly."""
        by = by or self.tanto
        block = [] if trailers is None and not signed else trailers
        at = self._catch_up()
        return self.story.commit(files, by, message, trailers=block, sign=signed, at=at)

    def change_settings(self, text: str) -> CommitId:
        """Have the director change ``sns.toml``."""
        return self.push({"sns.toml": text}, self.kancho, "方針", signed=True)

    def misbehave(self, fault: str, account: str = "x", **how: object) -> None:
        """Tell the service what to do wrong next."""
        self.servers[account].add_fault(fault_of({"fault": fault, **how}))

    # What processes do

    def environment(self, **changes: str | None) -> dict[str, str]:
        """Return everything the publisher's process knows; None removes a variable."""
        variables: dict[str, str | None] = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "TMPDIR": str(self.home),
            "GIT_CONFIG_NOSYSTEM": "1",
            "SNS_INTRODUCTION": self.introduction,
            "SNS_PUBLISHER_KEY": self.robot.private_key,
        }
        for account, server in self.servers.items():
            variables.update(x_variables(account, server.api_base))
        variables.update(changes)
        return {name: one for name, one in variables.items() if one is not None}

    def start(
        self, *arguments: str, repo: Path | None = None, **variables: str | None
    ) -> "subprocess.Popen[bytes]":
        """Start ``python -m sns_cli`` and do not wait."""
        place = ["--repo", str(repo or self.clone)]
        return subprocess.Popen(
            [sys.executable, "-m", "sns_cli", *place, *arguments],
            env=self.environment(**variables),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def sns(
        self, *arguments: str, repo: Path | None = None, **variables: str | None
    ) -> Run:
        """Run ``sns`` to its end, forked (see ``fork_server``)."""
        return self.fork(*arguments, repo=repo, **variables).wait()

    def fork(
        self,
        *arguments: str,
        repo: Path | None = None,
        kill_at: int | None = None,
        **variables: str | None,
    ) -> Forked:
        """Start ``sns``, forked, and do not wait; ``kill_at`` as in ``doom``."""
        place = ["--repo", str(repo or self.clone)]
        environment = self.environment(**variables)
        return start_forked([*place, *arguments], environment, self.folder, kill_at)

    def publish(
        self,
        *arguments: str,
        minutes: float = 0,
        at: dt.datetime | None = None,
        repo: Path | None = None,
        **variables: str | None,
    ) -> Run:
        """Run ``sns publish`` so many minutes after :data:`OPEN`."""
        arguments = publishing(minutes, at, *arguments)
        return self.sns(*arguments, repo=repo, **variables)

    # What can be seen

    def sent(self, account: str = "x") -> list[str]:
        """Return the texts the service ever accepted, oldest first."""
        return [str(one["text"]) for one in self._posts(account)]

    def public(self, account: str = "x") -> list[str]:
        """Return the texts that can be seen at the service."""
        return [str(one["text"]) for one in self._posts(account) if not one["deleted"]]

    def pictures(self, account: str = "x") -> list[list[tuple[bytes, str | None]]]:
        """Return bytes and description of the pictures of each post ever accepted."""
        server = self.servers[account]
        shown = []
        for post in self._posts(account):
            media = post["media"]
            assert isinstance(media, list)
            shown.append(
                [(server.media(one["id"]) or b"", one["alt"]) for one in media]
            )
        return shown

    def archived(self, path: str) -> bytes:
        """Return a file of main."""
        return git(self.story.remote, "show", f"main:{path}")

    def asked(self, route: str, account: str = "x") -> int:
        """Return how often an endpoint was asked."""
        requests = self.servers[account].state()["requests"]
        assert isinstance(requests, dict)
        return int(requests[route])

    def _posts(self, account: str) -> list[dict[str, object]]:
        posts = self.servers[account].state()["posts"]
        assert isinstance(posts, list)
        return posts

    def events(self) -> dict[str, Mapping[str, Any]]:
        """Return the events on main, by name: ``post.account.n-event``."""
        remote = self.story.remote
        listed = git(remote, "ls-tree", "-r", "--name-only", "main", "archive/")
        listing = sorted(map(Path, listed.decode().split()))
        paths = [
            path
            for path in listing
            if path.suffix == ".json" and path.parent.name != "profiles"
        ]
        shown = (git(remote, "show", f"main:{path}") for path in paths)
        return {
            path.stem: json.loads(one) for path, one in zip(paths, shown, strict=True)
        }

    def tip(self) -> str:
        """Return the newest commit on main."""
        return git(self.story.remote, "rev-parse", "main").decode().strip()

    def hook(self, name: str, script: str) -> None:
        """Give the remote a hook: a shell script; an empty one takes it away."""
        path = self.story.remote / "hooks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755 if script else 0o644)

    def fsck(self) -> None:
        """Check every object of the remote."""
        git(self.story.remote, "fsck", "--strict", "--no-dangling")

    def _catch_up(self) -> dt.datetime:
        """Take over what runs wrote to main; return when the next commit is made."""
        self.story.flush()
        self.story.refresh()
        line = git(self.story.remote, "log", "-1", "--format=%ct", "main")
        newest = dt.datetime.fromtimestamp(int(line), dt.UTC)
        self.story.now = max(self.story.now, newest)
        return self.story.now
