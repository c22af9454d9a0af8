"""A library, its remote and its services, run through the real engine and driver."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sns_cli.errors import HistoryError, RemoteError, SettingsError, SnsError
from sns_cli.messages import render
from sns_cli.model.delivery import Outcome, Reason, RunReport, Snapshot
from sns_cli.model.event import Run, Source
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.ledger import DeliveryKey, DeliveryState, Entry
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Settings
from sns_cli.ports import NewFile, PushOutcome, PushResult
from sns_cli.publish import effects as fx
from sns_cli.publish.config import Config
from sns_cli.publish.driver import DriverPorts, drive
from sns_cli.publish.engine import publish_run
from sns_cli.schedule.timing import due_post
from tests.fakes.channel import ScriptedChannel
from tests.fakes.clock import FixedClock
from tests.fakes.remote import FakeRemote, State
from tests.publish.desk import NOON
from tests.simulation.library import HANDLE, settings

UNREACHABLE = RemoteError("remote-unreachable", remote="origin", detail="timeout")
NO_KEY = SettingsError("publisher-key-missing")
APPLIED, NOT_APPLIED = "unanswered, applied", "unanswered, not applied"
REFUSED = PushOutcome(PushResult.REFUSED, detail="hook declined")
LOST = PushOutcome(PushResult.LOST)

PushScript = str | PushOutcome | SnsError | Callable[[], None]


@dataclass
class Rig:
    """Everything around the engine.

    Attributes:
        pushes: what happens to the coming pushes; a function is called before a push
            that goes its usual way.
        fetches: errors of the coming fetches; None for one that goes well.
        pictures: contents of approved pictures, by blob; ``reads`` is what was asked.
        asked: which calls reached the services, by account.
        stop_after: claims after which the run is asked to end.
    """

    posts: tuple[ApprovedPost, ...] = ()
    policy: Settings = field(default_factory=lambda: settings(("x",)))
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOON))
    pushes: deque[PushScript] = field(default_factory=deque)
    fetches: deque[SnsError | None] = field(default_factory=deque)
    sources: dict[str, Source] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    reads: list[tuple[BlobId, ...]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    stop_after: int | None = None

    def __post_init__(self) -> None:
        self.remote = FakeRemote(State(self.policy, self.posts))
        self.channels = {
            account: ScriptedChannel(handle=HANDLE, time=self.clock.real_now())
            for account in self.policy.accounts
        }
        self.bases: list[CommitId] = []
        self.messages: list[str] = []
        self._nonces = 0

    @property
    def channel(self) -> ScriptedChannel:
        return self.channels["x"]

    def run(self, **config: object) -> RunReport:
        """Do one run; every sentence it reports must exist in both languages."""
        made: dict[str, object] = {
            "run": Run(job="job", runner="runner", version="0"),
            "due": due_post,
            "channels": frozenset(self.channels),
            **config,
        }
        report = drive(publish_run(Config(**made)), self._ports())  # type: ignore[arg-type]
        _every_sentence(report)
        return report

    def state(self, post: str = "oshirase", account: str = "x") -> DeliveryState:
        return self.remote.state.ledger.of(DeliveryKey(post, account)).state

    def events(self, post: str = "oshirase", account: str = "x") -> list[str]:
        return [entry.event.value for entry in self.entries(post, account)]

    def entries(self, post: str = "oshirase", account: str = "x") -> tuple[Entry, ...]:
        return self.remote.state.ledger.of(DeliveryKey(post, account)).entries

    def publish_posts(self, *posts: ApprovedPost) -> None:
        """Let people accept another set of posts on ``main``."""
        self.remote.people_commit(approved=posts)

    def fetch(self) -> CommitId:
        return self.remote.tip

    def add_files(
        self, base: CommitId, files: Sequence[NewFile], message: str, at: dt.datetime
    ) -> PushOutcome:
        self.messages.append(message)
        assert at == self.clock.real_now()
        script = self.pushes.popleft() if self.pushes else None
        if isinstance(script, SnsError):
            raise script
        if isinstance(script, PushOutcome):
            return script
        if script == NOT_APPLIED:
            return PushOutcome(PushResult.UNKNOWN)
        if callable(script):
            script()
        self.bases.append(base)
        tip = self.remote.publisher_commit(base, files)
        if script == APPLIED:
            return PushOutcome(PushResult.UNKNOWN)
        return PushOutcome(PushResult.ACCEPTED, tip) if tip else LOST

    def _ports(self) -> DriverPorts:
        return DriverPorts(
            snapshots=self._snapshot,
            main=self,
            channels=self.channels,
            clock=self.clock,
            sleep=self.slept.append,
            nonce=self._nonce,
            stopping=self._stopping,
            read_source=self._source,
            read_media=self._media,
        )

    def _snapshot(self) -> Snapshot:
        error = self.fetches.popleft() if self.fetches else None
        if error is not None:
            raise error
        return self.remote.snapshot()

    def _nonce(self) -> str:
        self._nonces += 1
        return f"nonce-{self._nonces}"

    def _stopping(self) -> bool:
        return self.stop_after is not None and len(self.bases) >= self.stop_after

    def _media(self, wanted: fx.ReadMedia) -> Mapping[BlobId, bytes]:
        self.reads.append(wanted.blobs)
        missing = [one for one in wanted.blobs if one not in self.pictures]
        if missing:
            raise HistoryError("object-missing", object=missing[0], detail="")
        return {one: self.pictures[one] for one in wanted.blobs}

    def _source(self, wanted: fx.ReadSource) -> Source | None:
        return self.sources.get(wanted.blob)


def rival(rig: Rig) -> Rig:
    """Return another runner on the same remote and the same services."""
    other = Rig(rig.posts, rig.policy, rig.clock)
    other.remote, other.channels = rig.remote, rig.channels
    other._nonces = 1000  # noqa: SLF001  (nonces never repeat, whoever draws them)
    return other


def outcome(report: RunReport, post: str = "oshirase", account: str = "x") -> Outcome:
    key = DeliveryKey(post, account)
    return next(one for one in report.outcomes if one.key == key)


def why(report: RunReport, post: str = "oshirase", account: str = "x") -> str | None:
    reason = outcome(report, post, account).reason
    return reason.code if reason else None


OTHERS = frozenset(
    {
        "object-missing",
        "remote-unreachable",
        "publisher-key-missing",
        "paused-by-settings",
    }
)
"""Sentences of other rooms that the cases of this room use."""


def _every_sentence(report: RunReport) -> None:
    reasons: list[Reason | None] = [one.reason for one in report.outcomes]
    for reason in (*reasons, *report.notes):
        if reason is not None and reason.code not in OTHERS:
            assert render(reason.code, "ja", reason.details)
            assert render(reason.code, "en", reason.details)
