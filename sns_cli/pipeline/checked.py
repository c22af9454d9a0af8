"""What ``lint`` says of the posts of a proposal, as they would lie on ``main``."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from sns_cli.lint.engine import PostFile, lint
from sns_cli.messages import Language
from sns_cli.model.event import EventName
from sns_cli.model.finding import LintReport
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.ledger import FINAL, DeliveryState
from sns_cli.model.paths import POSTS
from sns_cli.model.post import Post, is_post_path
from sns_cli.model.proof import Authentication
from sns_cli.pipeline.ledger import LedgerFiles, ledger_files, read_entries
from sns_cli.pipeline.showing import posts_showing
from sns_cli.ports import History


@dataclass
class Checked:
    """The files below ``posts/`` of a commit, and the ledger of ``main``.

    Attributes:
        commit: what would be on ``main``.
        authentication: of ``main`` as it is.
    """

    history: History
    authentication: Authentication
    commit: CommitId

    @cached_property
    def blobs(self) -> dict[str, BlobId]:
        """The files below ``posts/`` by path."""
        files = self.history.files(self.commit, POSTS)
        return {file.path: file.blob for file in files}

    @cached_property
    def ledger(self) -> LedgerFiles:
        """What went out, as file names tell it."""
        return ledger_files(self.history, self.authentication.head)

    def read(self, path: str) -> bytes | None:
        """Return a file's content, None if it is not there."""
        blob = self.blobs.get(path)
        return None if blob is None else self.history.read([blob])[blob]

    def showing(self, files: Collection[str]) -> dict[str, bytes]:
        """Return the posts that show one of ``files``, with their bytes."""
        pictures = {path for path in files if not is_post_path(path)}
        if not pictures:
            return {}
        every = {path: blob for path, blob in self.blobs.items() if is_post_path(path)}
        contents = self.history.read(every.values())
        posts = {path: contents[blob] for path, blob in every.items()}
        zone = self.authentication.policy.library.timezone
        return {
            path: posts[path] for path in posts_showing(pictures, posts.items(), zone)
        }

    def lint(
        self, wanted: Collection[str], now: dt.datetime, language: Language
    ) -> LintReport:
        """Return the findings about the files named; every post is known to the rules.

        Args:
            wanted: paths of posts or other files.
            now: the run's time (aware).
            language: of the sentences.
        """
        every = [path for path in self.blobs if is_post_path(path)]
        contents = self.history.read(self.blobs[path] for path in every)
        return lint(
            [PostFile(path, contents[self.blobs[path]]) for path in every],
            self.authentication.policy,
            now,
            self.settled,
            language,
            wanted=frozenset(wanted),
            others=[path for path in self.blobs if not is_post_path(path)],
            pictures=self.read,
            changed=self._changed,
        )

    def settled(self) -> frozenset[str]:
        """Return the ids of posts approved or delivered: their times lie behind us."""
        posts = self.authentication.posts
        approved = {one.id for one in posts if one.approval is not None and one.id}
        return frozenset(approved) | {
            key.post
            for key, delivery in self.ledger.ledger.deliveries.items()
            if delivery.state is not DeliveryState.NONE
        }

    def _changed(self, post: Post) -> bool:
        """Tell whether a post went out, and never from the file it would have."""
        claims = {
            claim.name: self.ledger.blobs[claim.name]
            for key, delivery in self.ledger.ledger.deliveries.items()
            if key.post == post.id and delivery.state in FINAL
            if (claim := delivery.newest(EventName.CLAIMED)) is not None
        }
        entries = read_entries(self.history, claims)
        sent = {blob for one in entries if (blob := one.text("blob")) is not None}
        return bool(sent) and self.blobs.get(post.path) not in sent
