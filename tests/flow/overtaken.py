"""Somebody else is first between a director's look and the answer."""

import os
import subprocess
import sys
from collections.abc import Callable

from tests.flow.people import key_file
from tests.support.library import Library
from tests.support.runs import Run

QUESTION = b"[y/N] "


def overtaken(library: Library, by: Callable[[], object], *arguments: str) -> Run:
    """Run a command of the director; at its question let another be first."""
    place = ("--repo", str(library.clone))
    key = ("--key", key_file(library, library.kancho))
    process = subprocess.Popen(
        [sys.executable, "-m", "sns_cli", *place, *arguments, *key],
        cwd=library.folder,
        env=library.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout is not None
    shown = b""
    while QUESTION not in shown:
        read = os.read(process.stdout.fileno(), 65536)
        assert read, shown.decode()
        shown += read
    by()
    rest, _ = process.communicate(b"y\n" * 9)
    return Run(process.returncode, (shown + rest).decode(), "")
