"""Git for tests: plain, and blind to the settings of the machine it runs on."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


def git_environment() -> dict[str, str]:
    """Return an environment in which git knows no user, no system and no identity."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.devnull,
        "LC_ALL": "C",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
    }


def git(
    folder: Path,
    *arguments: str,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> bytes:
    """Run git in ``folder`` and return what it prints; a failure is an error."""
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        env={**git_environment(), **(env or {})},
    )
    if done.returncode != 0:
        words = done.stderr.decode("utf-8", "replace")
        message = f"git {' '.join(arguments)}: {done.returncode}\n{words}"
        raise RuntimeError(message)
    return done.stdout


def text(folder: Path, *arguments: str) -> str:
    """Run git and return its one line of output."""
    return git(folder, *arguments).decode().strip()
