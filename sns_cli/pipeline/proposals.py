"""Which commit brought a post to ``main``: by it the host knows the proposal."""

from collections.abc import Mapping

from sns_cli.model.history import Chain, Commit
from sns_cli.model.notice import Brought
from sns_cli.model.proof import PostProof


class Proposals:
    """Answers for the posts of one history; reads it only if asked.

    The commit that approved the post comes first. Where the director approved what lay
    on ``main`` already, that commit merged nothing, and the one that last changed the
    file is the one that the proposal is known by.
    """

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._last: Mapping[str, Commit] | None = None
        self._by_id: Mapping[str, Commit] = {}

    def __call__(self, proof: PostProof) -> tuple[Brought, ...]:
        """Return the commits of a post, best first, each once."""
        if self._last is None:
            self._index()
        assert self._last is not None  # noqa: S101  (for mypy: just indexed)
        found = []
        if proof.approval is not None:
            found.append(self._by_id.get(proof.approval.commit))
        found.append(self._last.get(proof.path))
        unique = {one.id: one for one in found if one is not None}
        return tuple(_brought(one) for one in unique.values())

    def _index(self) -> None:
        commits = self._chain.commits
        self._by_id = {one.id: one for one in commits}
        self._last = {change.path: one for one in commits for change in one.changes}


def _brought(commit: Commit) -> Brought:
    return Brought(commit.id, commit.parents[1] if commit.merges else None)
