"""Posts that lie in this clone alone: drafts, and nothing that went past the director.

Whoever drafts works on a branch of their own. A post that the remote's ``main`` does
not hold as it is here has not been proposed or waits for approval; it is no more than
that, and to call it refused would accuse its drafter.
"""

from dataclasses import replace
from typing import Final

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import Repository
from sns_cli.model.delivery import PostState
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.paths import POSTS
from sns_cli.model.reason import Reason
from sns_cli.report.status import StatusReport

_MAIN: Final = "refs/remotes/origin/main"
"""The remote's ``main`` as last fetched; nothing is fetched here."""


def tell_drafts(
    report: StatusReport, repository: Repository, head: CommitId
) -> StatusReport:
    """Return the report with posts as drafts that ``main`` does not hold as they are.

    Args:
        report: of the head.
        repository: the clone.
        head: what the report is about.

    Raises:
        HistoryError: the history cannot be read.
    """
    if not any(post.state is PostState.REFUSED for post in report.posts):
        return report
    main = repository.find(_MAIN)
    if main is None or _is_part(repository, head, main):
        return report
    history = GitHistory(repository)
    there, here = _blobs(history, main), _blobs(history, head)
    reason = Reason("status-not-on-main")
    posts = (
        replace(post, state=PostState.DRAFT, reason=reason)
        if post.state is PostState.REFUSED
        and post.path is not None
        and there.get(post.path) != here.get(post.path)
        else post
        for post in report.posts
    )
    return replace(report, posts=tuple(posts))


def _is_part(repository: Repository, head: CommitId, main: CommitId) -> bool:
    """Tell whether ``head`` is ``main`` or what it was: then nothing here is new."""
    return repository.git.run("merge-base", "--is-ancestor", head, main).status == 0


def _blobs(history: GitHistory, commit: CommitId) -> dict[str, BlobId]:
    return {file.path: file.blob for file in history.files(commit, POSTS)}
