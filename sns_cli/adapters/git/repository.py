"""A repository on this machine: where it is, what kind it is, what its names mean."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sns_cli.adapters.git.process import GitProcess, failed, plain
from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId

OLDEST_GIT: Final = (2, 39)
_VERSION: Final = re.compile(rb"git version (\d+)\.(\d+)(\S*)")
_FULL_ID: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_ASKED: Final = (
    "--absolute-git-dir",
    "--is-shallow-repository",
    "--is-bare-repository",
    "--show-object-format",
)
_YES: Final = frozenset({"true", "yes", "on", "1"})
_GRAFTS: Final = "info/grafts"
_ATTRIBUTES: Final = ("info/attributes", ".gitattributes", "posts/.gitattributes")
"""Where git looks for attributes, started in ``.git``."""


def is_full_id(text: str) -> bool:
    """Whether ``text`` is an object id written out: 40 or 64 hexadecimal digits."""
    return _FULL_ID.fullmatch(text) is not None


@dataclass(frozen=True)
class Repository:
    """A git repository, bare or not.

    Attributes:
        git_dir: absolute path of its ``.git`` folder.
        work_tree: top of the work tree; None for a bare repository.
        git: git run inside ``git_dir``, which it takes for the work tree, so that no
            file of the real one is read, whatever ``core.worktree`` says.
        shallow: whether the history was cut when it was cloned.
        promisors: remotes that hold objects this clone left out.
        object_format: ``sha1`` or ``sha256``.
    """

    git_dir: Path
    work_tree: Path | None
    git: GitProcess
    shallow: bool
    promisors: tuple[str, ...]
    object_format: str = "sha1"

    def head(self) -> CommitId:
        """Return the commit ``HEAD`` names.

        Raises:
            HistoryError: ``head-missing``.
        """
        found = self.find("HEAD")
        if found is None:
            raise HistoryError("head-missing", path=str(self.work_tree or self.git_dir))
        return found

    def resolve(self, name: str) -> CommitId:
        """Return the commit that ``name`` (a branch, tag, id) stands for.

        Raises:
            HistoryError: ``revision-unknown``.
        """
        found = self.find(name)
        if found is None:
            raise HistoryError("revision-unknown", name=plain(name))
        return found

    def find(self, name: str) -> CommitId | None:
        """Return the commit that ``name`` stands for, or None."""
        if not name or "\0" in name:
            return None
        arguments = ("--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        done = self.git.run("rev-parse", *arguments)
        return _commit_id(done.out) if done.status == 0 else None

    def refuse_rewriting(self) -> None:
        """Refuse what makes this clone answer otherwise than any other.

        Replace refs and grafts show another history than was signed. Attributes let
        other merges pass for clean (``merge=union``), and no option keeps git from
        reading those of the clone (gitattributes).

        Raises:
            HistoryError: ``history-rewritten-locally``, ``merges-changed-locally``.
        """
        listed = self.git.output("for-each-ref", "--count=1", "refs/replace/")
        if listed:
            raise HistoryError("history-rewritten-locally", what="refs/replace")
        grafts, *attributes = self._own_files(_GRAFTS, *_ATTRIBUTES)
        if grafts.strip():
            raise HistoryError("history-rewritten-locally", what=f".git/{_GRAFTS}")
        for name, content in zip(_ATTRIBUTES, attributes, strict=True):
            lines = content.split(b"\n")
            if any(line.strip() and not line.startswith(b"#") for line in lines):
                raise HistoryError("merges-changed-locally", what=f".git/{name}")

    def cut_at(self) -> frozenset[CommitId]:
        """Return the commits whose parents a shallow clone left out."""
        lines = self._own_file("shallow").decode("ascii", "replace").split()
        return frozenset(CommitId(line) for line in lines)

    def _own_file(self, name: str) -> bytes:
        return self._own_files(name)[0]

    def _own_files(self, *names: str) -> list[bytes]:
        paths = self._own_paths(names)
        return [path.read_bytes() if path.is_file() else b"" for path in paths]

    def own_path(self, name: str) -> Path:
        """Return where git keeps ``name`` (such as ``objects``), absolute."""
        named = self.git.output("rev-parse", "--git-path", name)
        return self.git_dir / os.fsdecode(named).strip("\n")

    def _own_paths(self, names: Sequence[str]) -> list[Path]:
        """Return where git keeps these, asked for in one process if it can be told."""
        wanted = [word for name in names for word in ("--git-path", name)]
        named = os.fsdecode(self.git.output("rev-parse", *wanted))
        lines = named.split("\n")[:-1]
        if len(lines) != len(names):  # a folder with a line end in its name
            return [self.own_path(name) for name in names]
        return [self.git_dir / line for line in lines]


def open_repository(path: Path) -> Repository:
    """Return the repository around ``path``.

    Raises:
        HistoryError: ``git-missing``, ``git-too-old``, ``repository-missing``, or
            ``repository-of-others`` (git reads only what its user owns).
    """
    finder = GitProcess(path)
    check_version(finder)
    done = finder.run("rev-parse", *_ASKED)
    if done.status != 0:
        others = "dubious ownership" in done.err
        code = "repository-of-others" if others else "repository-missing"
        raise HistoryError(code, path=str(path))
    answers = os.fsdecode(done.out).rstrip("\n").split("\n")
    *parts, shallow, bare, object_format = answers
    git_dir = "\n".join(parts)
    work_tree = None
    if bare != "true":
        top = finder.run("rev-parse", "--show-toplevel").out
        work_tree = Path(os.fsdecode(top).strip("\n"))
    inside = f"--git-dir={git_dir}"
    settings = _remotes(GitProcess(Path(git_dir), (inside,)))
    moved = _from_the_top(settings, work_tree or Path(git_dir))
    return Repository(
        git_dir=Path(git_dir),
        work_tree=work_tree,
        git=GitProcess(Path(git_dir), (inside, f"--work-tree={git_dir}", *moved)),
        shallow=shallow == "true",
        promisors=_promisors(settings),
        object_format=object_format,
    )


def check_version(git: GitProcess) -> None:
    """Refuse a git that lacks what we use.

    Raises:
        HistoryError: ``git-missing`` or ``git-too-old``.
    """
    out = git.output("version")
    match = _VERSION.match(out)
    found = (int(match[1]), int(match[2])) if match else (0, 0)
    if found < OLDEST_GIT:
        needed = ".".join(str(part) for part in OLDEST_GIT)
        shown = plain(out.decode("utf-8", "replace").removeprefix("git version "))
        raise HistoryError("git-too-old", found=shown, needed=needed)


def _remotes(git: GitProcess) -> list[tuple[str, str]]:
    """Return what the settings say of remotes: where they are, what they hold."""
    pattern = r"^remote\..*\.(promisor|url|pushurl)$"
    arguments = ("config", "--null", "--get-regexp", pattern)
    done = git.run(*arguments)
    if done.status not in (0, 1):
        raise failed(arguments, done)
    entries = os.fsdecode(done.out).split("\0")[:-1]
    # A key without a value is a yes.
    pairs = (one.partition("\n") for one in entries)
    return [(key, value if equals else "true") for key, equals, value in pairs]


def _promisors(settings: list[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(
        key.removeprefix("remote.").removesuffix(".promisor")
        for key, value in settings
        if key.endswith(".promisor") and value.lower() in _YES
    )


def _from_the_top(settings: list[tuple[str, str]], top: Path) -> Iterator[str]:
    """Yield the options by which remotes beside the work tree are found from within.

    Git takes a relative path of a remote from the top of the work tree (git-fetch,
    GIT URLS); ours runs elsewhere and would take it from there.
    """
    for key, url in settings:
        local = ":" not in url.partition("/")[0]
        if key.endswith("url") and local and url and not url.startswith("/"):
            absolute = f"{top}/{url}"
            if "=" not in absolute:  # the first one ends the name of a setting
                yield from ("-c", f"url.{absolute}.insteadOf={url}")


def _commit_id(out: bytes) -> CommitId | None:
    text = out.decode("ascii", "replace").strip()
    return CommitId(text) if is_full_id(text) else None
