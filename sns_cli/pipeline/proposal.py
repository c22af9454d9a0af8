"""A proposed merge as the approver sees it: posts, other files, findings."""

import datetime as dt
from dataclasses import dataclass

from sns_cli.approval.content import approved_content
from sns_cli.lint.engine import PostFile, lint
from sns_cli.messages import Language
from sns_cli.model.finding import LintReport, Severity
from sns_cli.model.history import Commit, CommitId
from sns_cli.model.post import Post, is_post_path
from sns_cli.model.proof import Authentication
from sns_cli.model.settings import Settings
from sns_cli.parse.post import parse_post
from sns_cli.ports import History


@dataclass(frozen=True)
class ProposedPost:
    """A post file the proposal adds or changes; ``post`` is None if unreadable."""

    path: str
    post: Post | None


@dataclass(frozen=True)
class Proposal:
    """What approving a branch would bring to ``main``.

    Attributes:
        onto: the authenticated tip of ``main``.
        posts: post files it adds or changes.
        removed: post files it removes.
        others: all other paths it touches.
        content: value of ``Approved-Content``; None if no file under ``posts/`` is
            touched.
        report: findings about its posts.
    """

    onto: CommitId
    posts: tuple[ProposedPost, ...]
    removed: tuple[str, ...]
    others: tuple[str, ...]
    content: str | None
    report: LintReport

    @property
    def confirmed(self) -> tuple[tuple[str, str], ...]:
        """The warnings shown, as (rule, post id)."""
        pairs = (
            (finding.rule, finding.post)
            for finding in self.report.findings
            if finding.severity is Severity.WARNING and finding.post is not None
        )
        return tuple(dict.fromkeys(pairs))


def propose(
    history: History,
    authentication: Authentication,
    merge: Commit,
    now: dt.datetime,
    language: Language,
) -> Proposal:
    """Describe what ``merge``, a draft on top of the proven head, would bring."""
    policy = authentication.policy
    changed = [one for one in merge.changes if one.path.startswith("posts/")]
    contents = history.read(one.new_blob for one in changed if one.new_blob is not None)
    posts: list[ProposedPost] = []
    for one in changed:
        if is_post_path(one.path) and one.new_blob is not None:
            parsed = parse_post(
                one.path, contents[one.new_blob], policy.library.timezone
            )
            found = parsed if isinstance(parsed, Post) else None
            posts.append(ProposedPost(one.path, found))
    files = {
        one.path: None if one.new_blob is None else contents[one.new_blob]
        for one in changed
    }
    return Proposal(
        onto=authentication.head,
        posts=tuple(posts),
        removed=tuple(
            one.path for one in changed if one.deleted and is_post_path(one.path)
        ),
        others=tuple(one.path for one in merge.changes if not is_post_path(one.path)),
        content=approved_content(files) if files else None,
        report=_lint(history, policy, merge.id, posts, now, language),
    )


def _lint(
    history: History,
    policy: Settings,
    commit: CommitId,
    posts: list[ProposedPost],
    now: dt.datetime,
    language: Language,
) -> LintReport:
    tree = history.files(commit, "posts/")
    every = [file for file in tree if is_post_path(file.path)]
    contents = history.read(file.blob for file in every)
    return lint(
        [PostFile(file.path, contents[file.blob]) for file in every],
        policy,
        now,
        frozenset,
        language,
        wanted=frozenset(one.path for one in posts),
        others=[file.path for file in tree if not is_post_path(file.path)],
    )
