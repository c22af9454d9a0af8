"""A library in a repository, as staff have it while they work on a draft."""

from pathlib import Path

from sns_cli.lint.example import Example
from tests.cli.drafts import SETTINGS
from tests.support.git_command import git, text

IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@example.com")
BAD = "12月5日(月)のおはなし会です。"
GOOD = "12月5日(土)のおはなし会です。"


def path_of(name: str) -> str:
    return f"posts/2026/12/{name}.md"


def write(root: Path, name: str, body: str = GOOD, **front: str) -> Path:
    """Write a post whose id follows from its name."""
    path = root / path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = {"id": f"20261205-{name}", "publish_at": None, **front}
    path.write_bytes(Example(front=entries, body=body).source())
    return path


def commit(root: Path, message: str = "変更") -> str:
    """Take everything in as it is and return the commit's id."""
    git(root, "add", "--all")
    git(root, *IDENTITY, "commit", "--quiet", "--allow-empty", "-m", message)
    return text(root, "rev-parse", "HEAD")


def repository(root: Path) -> Path:
    """Make a library with one bad post that was taken in long ago."""
    root.mkdir(parents=True)
    (root / "sns.toml").write_text(SETTINGS, encoding="utf-8")
    git(root, "init", "--quiet")
    write(root, "old", BAD)
    commit(root)
    return root
