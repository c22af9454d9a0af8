"""Somebody at a terminal who answers what ``sns`` asks."""

import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from fcntl import ioctl

from tests.support.library import Library

QUESTION = b"[y/N] "


def talk(library: Library, answers: Sequence[str], *words: str) -> tuple[int, str]:
    """Run ``sns`` at a terminal; type an answer at every question.

    Returns:
        Its exit code and its screen. A question after the last answer ends the input.
    """
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "sns_cli", "--repo", str(library.clone), *words],
        cwd=library.folder,
        env={**library.environment(), "TERM": "xterm"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    left = list(answers)
    shown = b""
    asked = 0
    while True:
        try:
            read = os.read(ours, 65536)
        except OSError:  # how Linux says that the other end was closed
            break
        if not read:
            break
        shown += read
        while shown.count(QUESTION) > asked:
            asked += 1
            # Ctrl-D ends the input.
            os.write(ours, f"{left.pop(0)}\n".encode() if left else b"\x04")
    os.close(ours)
    return process.wait(), shown.decode().replace("\r\n", "\n")
