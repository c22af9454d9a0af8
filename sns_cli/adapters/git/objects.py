"""Objects out of the store, many at a time."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sns_cli.adapters.git.process import NETWORK_TIMEOUT, GitProcess, plain
from sns_cli.adapters.git.repository import Repository
from sns_cli.errors import HistoryError
from sns_cli.model.history import BlobId, CommitId, TreeEntry


class Objects:
    """The object store of a repository, which may be a partial clone."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._git = repository.git

    def read(self, blobs: Iterable[BlobId]) -> Mapping[BlobId, bytes]:
        """Return contents by id, each object once.

        In a partial clone git would fetch every missing object by a round trip of its
        own; here all missing ones come in one.

        Raises:
            HistoryError: ``object-missing``, ``git-failed``.
        """
        wanted = tuple(dict.fromkeys(blobs))
        found = dict(self._local(wanted)) if wanted else {}
        missing = tuple(one for one in wanted if one not in found)
        if missing:
            detail = self._fetch(missing)
            found.update(self._local(missing))
            for one in missing:
                if one not in found:
                    raise HistoryError("object-missing", object=one, detail=detail)
        return {BlobId(one): found[one] for one in wanted}

    def commits(self, ids: Sequence[CommitId]) -> list[bytes]:
        """Return the bytes of commits, in the order asked for.

        Raises:
            HistoryError: ``object-missing``.
        """
        found = self.present(ids)
        for one in ids:
            if one not in found:
                raise HistoryError("object-missing", object=one, detail="")
        return [found[one] for one in ids]

    def present(self, ids: Sequence[CommitId]) -> Mapping[CommitId, bytes]:
        """Return the bytes of those commits that this machine holds."""
        found = self._local(ids) if ids else ()
        return {CommitId(one): content for one, content in found}

    def named(self, names: Sequence[str]) -> Mapping[str, tuple[str, bytes]]:
        """Return kind and content of those ``<commit>:<path>`` that exist."""
        stdin = "".join(f"{name}\n" for name in names).encode()
        out = self._git.output("cat-file", "--batch", "--buffer", stdin=stdin)
        return {name: (kind, content) for name, kind, content in _batch(out, names)}

    def files(self, commit: CommitId, prefix: str) -> tuple[TreeEntry, ...]:
        """Return the files of a commit's tree below ``prefix``, in git's order."""
        arguments = ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit]
        if prefix:
            arguments += ["--", prefix]
        out = self._git.output(*arguments)
        return tuple(_tree_entries(out))

    def _local(self, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Yield those objects that this machine holds, without any round trip."""
        arguments = ("cat-file", "--batch", "--buffer")
        stdin = "".join(f"{one}\n" for one in ids).encode()
        if self._repository.promisors:
            with tempfile.TemporaryDirectory() as folder:
                git, env = self._without_promisors(Path(folder))
                out = git.output(*arguments, stdin=stdin, env=env)
        else:
            out = self._git.output(*arguments, stdin=stdin)
        for one, _, content in _batch(out, ids):
            yield one, content

    def _without_promisors(self, folder: Path) -> tuple[GitProcess, dict[str, str]]:
        """Return git over the same objects that knows no remote to fetch from.

        Nothing else works on every git since 2.39: a setting in the repository's file
        cannot be taken back with ``-c``, and ``GIT_NO_LAZY_FETCH`` is either unknown
        or fatal at the first missing object.
        """
        (folder / "objects").mkdir()
        (folder / "refs").mkdir()
        (folder / "HEAD").write_text("ref: refs/heads/none\n")
        algorithm = self._repository.object_format
        (folder / "config").write_text(
            "[core]\nrepositoryformatversion = 1\nbare = true\n"
            f"[extensions]\nobjectformat = {algorithm}\n"
        )
        objects = str(self._repository.own_path("objects"))
        git = GitProcess(folder, (f"--git-dir={folder}",))
        return git, {"GIT_OBJECT_DIRECTORY": objects}

    def _fetch(self, ids: Sequence[str]) -> str:
        """Ask the promisor remotes for objects; return git's words about a failure."""
        words = ""
        for remote in self._repository.promisors:
            done = self._git.run(
                "-c",
                "fetch.negotiationAlgorithm=noop",
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-write-fetch-head",
                "--recurse-submodules=no",
                "--filter=blob:none",
                "--stdin",
                remote,
                stdin="".join(f"{one}\n" for one in ids).encode(),
                timeout=NETWORK_TIMEOUT,
            )
            if done.status == 0:
                return ""
            words = plain(done.err)
        return words


def _batch(out: bytes, names: Sequence[str]) -> Iterator[tuple[str, str, bytes]]:
    """Yield name, kind and content from the answers of ``cat-file --batch``."""
    place = 0
    for name in names:
        end = out.index(b"\n", place)
        header = out[place:end]
        place = end + 1
        if not header.endswith(b" missing"):
            _, kind, size = header.split(b" ")
            after = place + int(size)
            yield name, kind.decode(), out[place:after]
            place = after + 1


def _tree_entries(out: bytes) -> Iterator[TreeEntry]:
    for record in out.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        about, _, path = record.partition("\t")
        mode, _, blob = about.split(" ")
        yield TreeEntry(path, mode, BlobId(blob))
