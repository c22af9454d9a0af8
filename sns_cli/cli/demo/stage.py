"""The demo's stage: people's folders, a bare remote, a service, real processes."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from sns_cli.adapters.git.process import GitProcess
from sns_cli.adapters.rehearsal import REHEARSAL_CREDENTIALS, RehearsalServer
from sns_cli.cli.console import say
from sns_cli.errors import SnsError, UsageError
from sns_cli.messages import Language, render

HANDLE: Final = "example_lib"
_KEPT: Final = ("PATH", "SYSTEMROOT", "TMPDIR", "LD_LIBRARY_PATH", "PYTHONPATH")
_PATIENCE: Final = 30.0
"""Seconds to wait for another process before the demo gives up."""

HOLD_HOOK: Final = """\
#!/bin/sh
# The demo's stand-in for a lost connection: the change is on main, the answer is late.
[ -e "$GIT_DIR/hold" ] || exit 0
touch "$GIT_DIR/held"
n=0
while [ -e "$GIT_DIR/hold" ] && [ $n -lt 600 ]; do sleep 0.05; n=$((n + 1)); done
"""


class DemoFailedError(SnsError):
    """A step did not come out as it must; the demo shows no such thing as success."""


@dataclass
class Stage:
    """Where the demo plays.

    Attributes:
        root: holds a folder for each of ``staff``, ``director``, ``ci``, the remote
            and the keys.
        pins: ``SNS_`` variables of the publisher, set once the library exists.
    """

    root: Path
    language: Language
    server: RehearsalServer
    kept: bool
    pins: dict[str, str] = field(default_factory=dict, repr=False)
    steps: int = 0

    @property
    def remote(self) -> Path:
        """The bare remote."""
        return self.root / "remote.git"

    def say(self, code: str, **details: object) -> None:
        """Print what just happened and why it matters, numbered."""
        self.steps += 1
        say(f"\n[{self.steps}] {render(code, self.language, details)}")

    def show(self, text: str) -> None:
        """Print what a command said, indented."""
        for line in text.rstrip("\n").splitlines():
            say(f"      {line}")

    def sns(
        self,
        who: str,
        *arguments: str,
        expect: int = 0,
        publisher: bool = False,
    ) -> str:
        """Run ``sns`` in somebody's folder and return what it printed.

        Raises:
            DemoFailedError: the exit code is not the expected one.
        """
        done = subprocess.run(  # noqa: S603  (this very program, no shell)
            self._command(who, arguments),
            env=self._environment(publisher=publisher),
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        if done.returncode != expect:
            raise DemoFailedError(
                "demo-failed",
                command=" ".join(("sns", *arguments)),
                status=done.returncode,
                expected=expect,
                output=done.stdout + done.stderr,
            )
        return done.stdout

    def start_publisher(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """Start ``sns publish`` as CI does, and do not wait."""
        return subprocess.Popen(  # noqa: S603  (this very program, no shell)
            self._command("ci", ("publish", *arguments)),
            env=self._environment(publisher=True),
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def kill(
        self, process: "subprocess.Popen[bytes]", ready: Callable[[], bool]
    ) -> None:
        """Kill a process (SIGKILL) as soon as ``ready``.

        Raises:
            DemoFailedError: it ended by itself, or the moment never came.
        """
        end = time.monotonic() + _PATIENCE
        try:
            while not ready():
                if process.poll() is not None or time.monotonic() > end:
                    raise DemoFailedError("demo-moment-missed")
                time.sleep(0.02)
        finally:
            process.kill()
            process.wait()

    def git(self, who: str, *arguments: str) -> str:
        """Run git in somebody's folder, as that person."""
        address = f"{who}@lib.example.lg.jp"
        identity = {
            "HOME": str(self.root / "home"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": who,
            "GIT_AUTHOR_EMAIL": address,
            "GIT_COMMITTER_NAME": who,
            "GIT_COMMITTER_EMAIL": address,
        }
        folder = self.root / who
        return GitProcess(folder).output(*arguments, env=identity).decode()

    def write(self, who: str, path: str, text: str) -> None:
        """Write a file in somebody's folder."""
        target = self.root / who / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def make_key(self, name: str) -> Path:
        """Make an Ed25519 key pair in the OpenSSH form and return the private file."""
        key = Ed25519PrivateKey.generate()
        path = self.root / "keys" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(
            key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
        )
        path.with_name(f"{name}.pub").write_bytes(
            key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
        )
        return path

    def posts_on_service(self) -> int:
        """Return how many posts the service holds; this is what the public sees."""
        posts = self.server.state()["posts"]
        return len(posts) if isinstance(posts, list) else 0

    def _command(self, who: str, arguments: tuple[str, ...]) -> list[str]:
        folder = self.root / who
        place = ["--repo", str(folder)] if folder.is_dir() else []
        language = ["--lang", self.language]
        return [sys.executable, "-m", "sns_cli", *place, *language, *arguments]

    def _environment(self, *, publisher: bool) -> Mapping[str, str]:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        home = {"HOME": str(self.root / "home"), "GIT_CONFIG_NOSYSTEM": "1"}
        pin = {
            name: value
            for name, value in self.pins.items()
            if publisher or name == "SNS_INTRODUCTION"
        }
        return {**kept, **home, **pin}

    def publisher_variables(self) -> Mapping[str, str]:
        """Return the credentials CI gets for account ``x``: public, local only."""
        names = (
            "CONSUMER_KEY",
            "CONSUMER_SECRET",
            "ACCESS_TOKEN",
            "ACCESS_TOKEN_SECRET",
        )
        values = REHEARSAL_CREDENTIALS.values()
        fields = dict(zip(names, values, strict=True))
        return {
            **{f"SNS_X_{name}": value for name, value in fields.items()},
            "SNS_X_API_BASE": self.server.api_base,
        }


def _empty_folder(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())


@contextmanager
def open_stage(keep: Path | None, language: Language) -> Iterator[Stage]:
    """Open the stage and clear it away at the end, unless it is to be kept.

    Raises:
        UsageError: the folder to keep it in is not empty.
    """
    if keep is not None and keep.exists() and not _empty_folder(keep):
        raise UsageError("folder-not-empty", folder=str(keep))
    root = keep or Path(tempfile.mkdtemp(prefix="sns-demo-"))
    root.mkdir(parents=True, exist_ok=True)
    root = root.resolve()
    (root / "home").mkdir()
    server = RehearsalServer(root / "service.sqlite", handle=HANDLE)
    try:
        with server:
            yield Stage(root, language, server, keep is not None)
    finally:
        if keep is None:
            shutil.rmtree(root, ignore_errors=True)
