"""Which files of a history are one post, whatever it was called."""

from collections.abc import Mapping
from dataclasses import dataclass

from sns_cli.model.history import REGULAR, BlobId, Chain
from sns_cli.model.post import Post, is_post_path
from sns_cli.model.proof import Authentication
from sns_cli.parse.post import id_of, may_have_media, parse_post
from sns_cli.ports import Blobs


@dataclass(frozen=True)
class Subject:
    """One post through its history.

    Attributes:
        id: None if its file never held one.
        path: of its file; the last one, if it is gone.
        versions: the blobs it ever had.
        paths: its files, and every picture a version of it showed.
        foreign: blobs of other posts that had its path.
    """

    id: str | None
    path: str
    versions: frozenset[BlobId]
    paths: frozenset[str]
    foreign: frozenset[BlobId] = frozenset()

    def holds(self, path: str, *blobs: BlobId | None) -> bool:
        """Tell whether a file is one of the post's.

        Args:
            path: of the file.
            blobs: what it holds, or held: a path may have been another post's before.
        """
        if path not in self.paths:
            return False
        if not is_post_path(path) or not self.versions.isdisjoint(blobs):
            return True
        held = [blob for blob in blobs if blob is not None]
        return path == self.path and not self.foreign.issuperset(held)


def find_subject(
    blobs: Blobs, chain: Chain, authentication: Authentication, wanted: str
) -> Subject | None:
    """Return the post that ``wanted`` names: an id, a path, or a picture's path.

    Args:
        blobs: where contents are read.
        chain: the history.
        authentication: of its head.
        wanted: as it was typed.
    """
    held = _held(chain)
    contents = blobs.read(blob for _, blob in held)
    zone = authentication.policy.library.timezone
    ids = {blob: id_of(path, contents[blob], zone) for path, blob in held}
    post_id, path = _named(held, ids, authentication, wanted)
    if path is None:
        return None
    own = [
        (where, blob)
        for where, blob in held
        if (ids[blob] == post_id if post_id is not None else where == path)
    ]
    media = _media(own, contents, zone)
    return Subject(
        id=post_id,
        path=path,
        versions=frozenset(blob for _, blob in own),
        paths=frozenset({path, *media, *(where for where, _ in own)}),
        foreign=frozenset(blob for _, blob in held if ids[blob] not in {None, post_id}),
    )


def _held(chain: Chain) -> list[tuple[str, BlobId]]:
    """Return path and blob of every post file there ever was, oldest first."""
    found = [
        (one.path, one.blob)
        for one in chain.introduced
        if is_post_path(one.path) and one.mode == REGULAR
    ]
    found += [
        (change.path, change.new_blob)
        for commit in chain.commits
        for change in commit.changes
        if change.new_mode == REGULAR
        and change.new_blob is not None
        and is_post_path(change.path)
    ]
    return list(dict.fromkeys(found))


def _named(
    held: list[tuple[str, BlobId]],
    ids: Mapping[BlobId, str | None],
    authentication: Authentication,
    wanted: str,
) -> tuple[str | None, str | None]:
    """Return id and path of what is named; the head wins over what is gone."""
    for proof in authentication.posts:
        if wanted in {proof.path, proof.id, *(path for path, _ in proof.media)}:
            return proof.id, proof.path
    here = {proof.id: proof.path for proof in authentication.posts}
    for path, blob in reversed(held):
        if wanted in {path, ids[blob]}:
            return ids[blob], here.get(ids[blob], path) if ids[blob] else path
    return None, None


def _media(
    own: list[tuple[str, BlobId]], contents: Mapping[BlobId, bytes], zone: str
) -> set[str]:
    found: set[str] = set()
    for path, blob in own:
        if may_have_media(contents[blob]):
            post = parse_post(path, contents[blob], zone)
            if isinstance(post, Post):
                found.update(post.media_paths)
    return found
