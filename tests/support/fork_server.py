"""Runs ``sns`` many times without starting Python anew: ``python -m`` this module.

Reads one JSON object a line and answers each with another. Each run is a process of its
own, forked from this one after the imports; nothing but the imports is shared.

    {"arguments", "environment", "folder", …}   starts one, answers {"pid"}
    {"wait": pid}                               answers {"code", "out", "err"}

With ``kill_at`` the run ends itself with SIGKILL at that moment (see ``doom``). With
``children``, a file, it notes there what every process that it starts is told.
"""

import json
import os
import sys
import tempfile
import traceback
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, Any, cast

from sns_cli.cli.app import main
from tests.support.doom import Doom

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
    "sns_cli.bootstrap.publishing",
    "sns_cli.bootstrap.reader",
    "sns_cli.report.authentication",
    "sns_cli.report.publishing",
    "sns_cli.report.status",
)
"""What the commands import only when they need it."""

Streams = tuple[IO[bytes], IO[bytes]]


def run(order: Mapping[str, Any]) -> int:
    """Do what was ordered, in the forked process, and return the exit code."""
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    tempfile.tempdir = None
    doom = None if order["kill_at"] is None else Doom(order["kill_at"])
    if doom is not None:
        doom.watch()
    if order["children"] is not None:
        overhear(Path(order["children"]))
    try:
        main(order["arguments"])
    except SystemExit as end:
        if doom is not None:
            doom.finish()
        return end.code if isinstance(end.code, int) else 1


def overhear(notes: Path) -> None:
    """Note the arguments and the environment of every process that is started."""

    def heard(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "subprocess.Popen":
            _, words, _, environment = arguments
            told = f"{words!r}\n{dict(environment or os.environ)!r}\n"
            with notes.open("a", encoding="utf-8") as file:
                file.write(told)

    sys.addaudithook(heard)


def fork(order: Mapping[str, Any], streams: Streams) -> int:
    """Carry out an order in a new process and return its number."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        with Path(os.devnull).open("rb") as nothing:
            for number, stream in enumerate((nothing, *streams)):
                os.dup2(stream.fileno(), number)
        code = run(order)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001  (nothing may get back into the server's loop)
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def held() -> IO[bytes]:
    """Return a file for what a run says; :func:`read` closes it."""
    return cast("IO[bytes]", tempfile.TemporaryFile())


def read(stream: IO[bytes]) -> str:
    """Return all that was written to a file, and close it."""
    with stream:
        stream.seek(0)
        return stream.read().decode()


def answer(order: Mapping[str, Any], running: dict[int, Streams]) -> Mapping[str, Any]:
    """Start a run, or wait for the end of one."""
    if "wait" not in order:
        streams = (held(), held())
        child = fork(order, streams)
        running[child] = streams
        return {"pid": child}
    code = os.waitstatus_to_exitcode(os.waitpid(order["wait"], 0)[1])
    out, err = running.pop(order["wait"])
    return {"code": code, "out": read(out), "err": read(err)}


def serve() -> None:
    """Carry out orders until there are none."""
    for name in LOADED_LATE:
        import_module(name)
    running: dict[int, Streams] = {}
    # Not sys.stdin: a run must find that as Python made it.
    for line in open(0, encoding="utf-8", closefd=False):  # noqa: SIM115  (until the end)
        sys.stdout.write(json.dumps(answer(json.loads(line), running)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
