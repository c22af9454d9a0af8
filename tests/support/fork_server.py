"""Runs ``sns`` many times without starting Python anew: ``python -m`` this module.

Reads one JSON object a line: ``{"arguments", "environment", "folder", "kill_at"}``;
answers each with ``{"code", "out", "err"}``. Each run is a process of its own, forked
from this one after the imports; nothing but the imports is shared. With ``kill_at`` the
run is ``sns publish`` at the time in ``arguments``, and kills itself with SIGKILL just
before its so-many-th call of a port that reaches outside.
"""

import datetime as dt
import json
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import take_environment
from sns_cli.bootstrap.channels import Channels
from sns_cli.bootstrap.publishing import Publisher, open_publisher
from sns_cli.bootstrap.stopping import StopFlag
from sns_cli.cli.app import main
from sns_cli.publish.driver import DriverPorts

LOADED_LATE = (
    "git",
    "tweepy",
    "sns_cli.adapters.channels.x.channel",
    "requests_oauthlib",
    "PIL.GifImagePlugin",
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
    "PIL.WebPImagePlugin",
    "sns_cli.adapters.web.failures",
    "sns_cli.adapters.channels.x.transport",
    "sns_cli.bootstrap.reader",
    "sns_cli.report.authentication",
    "sns_cli.report.publishing",
    "sns_cli.report.status",
)
"""What the commands import only when they need it."""

OUTSIDE = ("snapshots", "main", "sleep", "read_source", "read_media")
"""The ports, beside the channels, that somebody outside could notice. A kill before
the clock is read, or a nonce drawn, is a kill before the next of these."""


class Doom:
    """Counts the calls of a run's ports and ends the process before one of them."""

    def __init__(self, kill_at: int) -> None:
        self._left = kill_at

    def step(self) -> None:
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self._left -= 1

    def call(self, port: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401  (passed on)
            self.step()
            return port(*arguments, **named)

        return counted

    def watch(self, port: object) -> Any:  # noqa: ANN401  (looks like the port)
        return self.call(port) if callable(port) else Watched(port, self)


class Watched:
    """A port whose every method counts."""

    def __init__(self, port: object, doom: Doom) -> None:
        self._port, self._doom = port, doom

    def __getattr__(self, name: str) -> object:
        return self._doom.call(getattr(self._port, name))


def doomed(ports: DriverPorts, kill_at: int) -> DriverPorts:
    """Return the ports of a run that ends before one of its calls."""
    doom = Doom(kill_at)
    return replace(
        ports,
        channels={key: Watched(one, doom) for key, one in ports.channels.items()},
        **{name: doom.watch(getattr(ports, name)) for name in OUTSIDE},
    )


@dataclass
class DoomedPublisher(Publisher):
    """The publisher, in a process that will not live long."""

    kill_at: int = 0

    def _ports(
        self, channels: Channels, clock: SystemClock, stopping: StopFlag
    ) -> DriverPorts:
        return doomed(super()._ports(channels, clock, stopping), self.kill_at)


def publish_until(kill_at: int, repo: Path, at: dt.datetime) -> int:
    """Publish, and die on the way unless the run ends before."""
    publisher = open_publisher(take_environment(os.environ), repo, None)
    held = {one.name: getattr(publisher, one.name) for one in fields(publisher)}
    mortal = DoomedPublisher(**held, kill_at=kill_at)
    return mortal.run(account=None, at=at, dry_run=False).exit_code


def run(order: Mapping[str, Any]) -> int:
    """Do what was ordered, in the forked process, and return the exit code."""
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    tempfile.tempdir = None
    arguments = order["arguments"]
    if order["kill_at"] is not None:
        repo, at = arguments
        return publish_until(
            order["kill_at"], Path(repo), dt.datetime.fromisoformat(at)
        )
    try:
        main(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1


def fork(order: Mapping[str, Any], out: IO[bytes], err: IO[bytes]) -> int:
    """Carry out an order in a new process and return how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 1
    try:
        with Path(os.devnull).open("rb") as nothing:
            for number, stream in enumerate((nothing, out, err)):
                os.dup2(stream.fileno(), number)
        code = run(order)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001  (nothing may get back into the server's loop)
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def serve() -> None:
    """Carry out orders until there are none."""
    for name in LOADED_LATE:
        import_module(name)
    # Not sys.stdin: a run must find that as Python made it.
    for line in open(0, encoding="utf-8", closefd=False):  # noqa: SIM115  (until the end)
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            code = fork(json.loads(line), out, err)
            out.seek(0)
            err.seek(0)
            answer = {
                "code": code,
                "out": out.read().decode(),
                "err": err.read().decode(),
            }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
