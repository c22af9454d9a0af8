"""What judging one commit comes to."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from sns_cli.model.history import CommitId
from sns_cli.model.platform import PullMerge

Counted = tuple[str, str]
"""Path and id of a post: another id under the same path is another post."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the host of the repository said, not on record yet.

    Attributes:
        commit: it is about.
        parents: of that commit.
        keys: the publisher's public keys before that commit; a record of it counts
            only if one of them signs it.
    """

    commit: CommitId
    merge: PullMerge
    parents: tuple[CommitId, ...]
    keys: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Accepted:
    """The signer had the right to make every change the commit makes.

    Attributes:
        by: key of ``[people]``.
        at: committer time (aware, UTC).
        evidence: ``signature``, ``platform`` or ``sign-off``.
        grant: id of the grant it rests on; None for a right of one's own.
        ends: the instant the grant ended by what it said at the time.
        approves: paths that an ``Approves:`` commit vouches for as they are.
        counted: posts that count towards the grant's ``max_per_day``.
        confirmed: (rule, post id) of each warning the approver confirmed.
        record: the commit that added the host's record it rests on.
        asked: what the host was asked for it just now; None if nothing was.
    """

    commit: CommitId
    by: str
    at: dt.datetime
    evidence: str
    grant: str | None = None
    ends: dt.datetime | None = None
    approves: tuple[str, ...] = ()
    counted: tuple[Counted, ...] = ()
    confirmed: tuple[tuple[str, str], ...] = ()
    record: CommitId | None = None
    asked: Asked | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The signer had no right to some change, or the commit proves no signer.

    Attributes:
        rule: kebab-case name; the sentence's code is ``refused-<rule>``.
        path: the first path it is about, if it is about one.
        details: values for the sentence, beside ``commit`` and ``path``.
    """

    rule: str
    path: str | None = None
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """Key of the sentence in ``sns_cli.messages``."""
        return f"refused-{self.rule}"


Verdict = Accepted | Refused
