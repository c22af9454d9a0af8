"""The commands for drafts, run inside this process and read as people read them."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sns_cli.cli import main
from sns_cli.lint.example import Example

SETTINGS = (Path(__file__).parents[2] / "sns.toml").read_text(encoding="utf-8")
POST = "posts/2026/12/a.md"
AT = ("--at", "2026-11-20T09:45+09:00")


class Done(NamedTuple):
    """How a command ended, and what it said."""

    code: object
    out: str
    err: str


Sns = Callable[..., Done]


def runner(capsys: pytest.CaptureFixture[str]) -> Sns:
    """Return a function that runs ``sns`` with these arguments."""

    def sns(*arguments: str | Path) -> Done:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Done(ended.value.code, said.out, said.err)

    return sns


def folder(root: Path, example: Example | None = None, extra: str = "") -> Path:
    """Make a library's folder with one post and return it."""
    post = root / POST
    post.parent.mkdir(parents=True)
    post.write_bytes((example or Example()).source())
    (root / "sns.toml").write_text(SETTINGS + extra, encoding="utf-8")
    return root
