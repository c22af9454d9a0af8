"""People who follow the guides, each at a computer and a shell of their own."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tests.docs.guide import Fence

_KEEP: Final = """\
trap 'code=$?; pwd > "{state}/cwd"; export -p > "{state}/env"; exit $code' EXIT
set -euo pipefail
if [ -f "{state}/env" ]; then . "{state}/env"; cd "$(cat "{state}/cwd")"; fi
"""
_READY: Final = 60.0


@dataclass
class Reader:
    """Somebody at a computer, in a folder of their own.

    Attributes:
        origin: what the guides' address of the git host stands for here.
        words: texts of the guides that are examples, and what they are here.
    """

    folder: Path
    origin: Path
    words: dict[str, str] = field(default_factory=dict)
    windows: "list[subprocess.Popen[bytes]]" = field(default_factory=list)

    def __post_init__(self) -> None:
        self.home = self.folder / "home"
        self.desk = self.folder / "机"
        self.home.mkdir(parents=True)
        self.desk.mkdir()
        (self.home / ".gitconfig").write_text(
            f'[url "{self.origin}"]\n'
            "\tinsteadOf = git@github.com:example/library-sns.git\n"
            "[init]\n\tdefaultBranch = main\n[pull]\n\tff = only\n",
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for window in self.windows:
            window.terminate()
            window.communicate(timeout=_READY)

    def follow(self, fence: Fence) -> str:
        """Do what a fence says; return what the screen shows."""
        if "edit" in fence.notes:
            self._edit(fence)
            return ""
        if "background" in fence.notes:
            self._open_window(fence)
            return ""
        done = subprocess.run(
            ["bash", "-c", _KEEP.format(state=self.home) + self._said(fence)],
            cwd=self.desk,
            env=self._environment(),
            input="".join(f"{one}\n" for one in _answers(fence)).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # no terminal for ssh-keygen to ask at
            timeout=300,
            check=False,
        )
        shown = done.stdout.decode()
        expected = int(fence.notes.get("exit", "0"))
        assert done.returncode == expected, f"{fence}: {done.returncode}\n{shown}"
        return shown

    def _said(self, fence: Fence) -> str:
        text = fence.text
        for old, new in self.words.items():
            text = text.replace(old, new)
        return text

    def _environment(self) -> dict[str, str]:
        tools = Path(sys.executable).parent
        return {
            "PATH": f"{tools}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
        }

    def _open_window(self, fence: Fence) -> None:
        """Run a server until the end; wait until it says where it is."""
        window = subprocess.Popen(
            ["bash", "-c", f"exec {self._said(fence).strip()}"],
            cwd=self.desk,
            env=self._environment(),
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self.windows.append(window)
        assert window.stdout is not None
        for line in window.stdout:
            if line.startswith(b"export "):
                return
        message = f"{fence}: it ended at once"
        raise AssertionError(message)

    def _edit(self, fence: Fence) -> None:
        """Put ``key: value`` lines, and a body after ``---``, into the newest file."""
        here = Path((self.home / "cwd").read_text(encoding="utf-8").strip())
        place = here / fence.notes["edit"]
        files = [place] if place.is_file() else sorted(place.rglob("*.md"), key=_age)
        target = files[-1]
        fields, _, body = self._said(fence).partition("---\n")
        text = target.read_text(encoding="utf-8")
        for line in fields.splitlines():
            key = re.match(r"\w+", line)
            assert key is not None, f"{fence}: {line}"
            written, hinted = (
                re.compile(rf"^{mark}{key[0]}(?::| =).*$", re.MULTILINE)
                for mark in ("", "# *")
            )
            shape = written if written.search(text) else hinted
            assert shape.search(text), f"{fence}: no {key[0]} in {target}"
            text = shape.sub(lambda _, line=line: line, text, count=1)
        if body:
            head = text.split("---\n")[1]
            text = f"---\n{head}---\n{body}"
        target.write_text(text, encoding="utf-8")


def _answers(fence: Fence) -> list[str]:
    return fence.notes.get("answer", "").split(",")


def _age(path: Path) -> float:
    return path.stat().st_mtime if path.name != "README.md" else 0.0
