"""What refused changes left at the head, and what was there before them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sns_cli.approval.verdict import Accepted
from sns_cli.model.history import ABSENT, BlobId
from sns_cli.model.paths import POSTS
from sns_cli.model.post import is_post_path
from sns_cli.pipeline.proof import Proof


@dataclass(frozen=True, slots=True)
class Damage:
    """A path whose last change was refused.

    Attributes:
        mode, blob: what it held after its last accepted change; blob None for nothing.
        now: what it holds, None for nothing.
    """

    path: str
    mode: str
    blob: BlobId | None
    now: BlobId | None
    now_mode: str

    @property
    def undone(self) -> bool:
        """Whether it holds again what it held before."""
        return (self.mode, self.blob) == (self.now_mode, self.now)


def damage(proof: Proof) -> tuple[Damage, ...]:
    """Return the paths outside posts that keep anything from being published.

    Their order is that of their names.
    """
    before = _before(proof)
    blocked = {
        path
        for refusal in proof.authentication.blocking
        for path in refusal.blocked_paths
    }
    return tuple(_of(proof, path, before) for path in sorted(blocked))


def stray_media(proof: Proof) -> tuple[Damage, ...]:
    """Return the files below ``posts/`` that are no posts and were not accepted.

    A new introduction would let them count as accepted (design 4).
    """
    before = _before(proof)
    found = [
        path for path in before if path.startswith(POSTS) and not is_post_path(path)
    ]
    return tuple(_of(proof, path, before) for path in sorted(found))


def _of(
    proof: Proof, path: str, before: Mapping[str, tuple[str, BlobId | None]]
) -> Damage:
    mode, blob = before.get(path, (ABSENT, None))
    last = proof.walk.state.last[path]
    return Damage(path, mode, blob, last.blob, last.mode)


def _before(proof: Proof) -> Mapping[str, tuple[str, BlobId | None]]:
    """Return what each path held that a refused commit changed last."""
    walk = proof.walk
    held: dict[str, tuple[str, BlobId | None]] = {}
    for commit, verdict in zip(walk.chain.commits, walk.state.verdicts, strict=True):
        for change in commit.changes:
            if isinstance(verdict, Accepted):
                held.pop(change.path, None)
            else:
                held.setdefault(change.path, (change.old_mode, change.old_blob))
        if isinstance(verdict, Accepted):
            for path in verdict.approves:
                held.pop(path, None)
    return held
