"""A walk along the first-parent chain: what is known after some of its commits."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sns_cli.approval.agreement import Entries
from sns_cli.approval.host import Host
from sns_cli.approval.paths import changes_more_than_posts
from sns_cli.approval.policy import Policy, introduced, void_keys
from sns_cli.approval.shelf import Shelf
from sns_cli.approval.state import State, first_state
from sns_cli.approval.witness import Witness
from sns_cli.errors import HistoryError, SettingsError
from sns_cli.model.history import REGULAR, Chain, Commit, CommitId, MergeCheck
from sns_cli.model.paths import SETTINGS
from sns_cli.model.settings import Settings
from sns_cli.ports import History, Platform


@dataclass(frozen=True, eq=False)
class Walk:
    """A chain whose every commit was judged; grown by :func:`extend`.

    Attributes:
        history: where objects are read.
        real_now: the real time (aware) when the last commit was judged.
        chain: the introduction and the commits judged.
        state: what is known after the last of them.
        checks: of every two-parent merge, one mapping for each stretch of the chain.
        witness: has read the commits.
        distrusted: every ``[[distrust]]`` that counts; see ``agreement``.
        content: whether ``Approved-Content`` was compared for all commits; if not, see
            :meth:`wants_content`.
        proven: commits of which it was compared because something rests on them.
        start: the policy of the introduction.
        host: says who merged what, where that is not on record.
        unsound: commits whose records of the host do not count; see ``records``.
        undone: changes that distrust a key and thereby void themselves.
    """

    history: History
    real_now: dt.datetime
    chain: Chain
    state: State
    start: Policy
    shelf: Shelf
    checks: tuple[Mapping[CommitId, MergeCheck], ...]
    witness: Witness
    distrusted: Entries
    content: bool
    host: Host
    proven: frozenset[CommitId] = frozenset()
    unsound: frozenset[CommitId] = frozenset()
    undone: frozenset[CommitId] = frozenset()

    @property
    def policy(self) -> Policy:
        """The policy in force after the last commit."""
        return self.state.policy

    def check_of(self, commit: Commit) -> MergeCheck | None:
        """Return how a two-parent merge compares with the clean one.

        Asked for late, since git may still be at work on it in another process.
        """
        found = (checks.get(commit.id) for checks in self.checks)
        return next((check for check in found if check is not None), None)

    def wants_content(self, commit: Commit) -> bool:
        """Tell whether the commit's ``Approved-Content`` is compared.

        There is one meaning: a digest that does not fit refuses the commit. Where not
        all are compared, since that reads every picture of all time, those are left
        out whose refusal could only take approval from a post that nobody is about to
        send (:func:`prove_content` comes first). Always compared is whoever changes
        something outside ``posts/`` or leaves no file there: it may be the policy, or
        keep everything from being published. So is, by the judge, whoever ends a draft
        that stood on ``main`` unapproved: a grantee's right may hang on it.
        """
        return (
            self.content or commit.id in self.proven or changes_more_than_posts(commit)
        )


def begin(
    history: History,
    chain: Chain,
    real_now: dt.datetime,
    *,
    content: bool = True,
    platform: Platform | None = None,
) -> Walk:
    """Return a walk that stands at the introduction, no commit judged yet.

    Args:
        history: where objects are read.
        chain: only its introduction counts here; hand its commits to :func:`extend`.
        real_now: the real time (aware): no commit may come from the future.
        content: compare every ``Approved-Content``, which reads every file a merge
            brought. A publisher says False and calls :func:`prove_content` for all
            that changed what it acts on, so that a run does not fetch every image of
            all time; see :meth:`Walk.wants_content`.
        platform: asked who merged what (evidence ``platform``); None asks nobody.

    Raises:
        HistoryError: an object cannot be read, or there is no ``sns.toml``.
        SettingsError: the introduction's ``sns.toml`` is invalid.
    """
    shelf = Shelf(history)
    start = introduced(_introduced_settings(shelf, chain))
    return Walk(
        history=history,
        real_now=real_now,
        chain=replace(chain, commits=()),
        state=first_state(chain, start),
        start=start,
        shelf=shelf,
        checks=(),
        witness=Witness(history.beside),
        distrusted=void_keys(start.settings.distrust),
        content=content,
        host=Host(platform),
    )


def _introduced_settings(shelf: Shelf, chain: Chain) -> Settings:
    for entry in chain.introduced:
        if entry.path == SETTINGS and entry.mode == REGULAR:
            settings = shelf.settings(entry.blob)
            if isinstance(settings, Settings):
                return settings
            code = "introduction-settings-invalid"
            raise SettingsError(
                code,
                commit=chain.introduction.id,
                line=settings[0].line,
                count=len(settings),
                faults=settings,
            )
    code = "introduction-without-settings"
    raise HistoryError(code, introduction=chain.introduction.id)
